/**
 * Each part of the house in one of three states, with a sentence that says what to do next. Pure: what is judged stands in facts.ts. What cannot be known is
 * never judged well. Limits: a nightly backup is late after 26 hours; a seal is made every fifteen minutes.
 */
import { type Refusal, refuse } from '../refusal.ts'
import type { HouseFacts } from './facts.ts'

export type State = 'well' | 'watch' | 'alarm'
export type Check = { name: string; state: State; says: Refusal }

const check = (name: string, state: State, says: Refusal): Check => ({ name, state, says })
const minute = 60_000
const gigabyte = 1e9
const minutesSince = (now: Date, then: string) => Math.max(0, Math.floor((now.getTime() - Date.parse(then)) / minute))
const hoursSince = (now: Date, then: string) => Math.floor(minutesSince(now, then) / 60)
const day = (at: string) => `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`

function rollbacks({ rollbacks, unmarked }: HouseFacts): Check[] {
  if (rollbacks.length > 0)
    return rollbacks.map(({ since, epoch, facts }) =>
      check('rollback', 'alarm', refuse('health.rolled-back', { at: day(since), epoch, knew: facts.markSeq ?? null, knows: facts.seq ?? null })),
    )
  return [unmarked ? check('rollback', 'watch', unmarked) : check('rollback', 'well', refuse('health.not-rolled-back'))]
}

function backups({ now, began, ownDatabase, backup }: HouseFacts): Check {
  if (!ownDatabase) return check('backup', 'watch', refuse('health.backup-elsewhere'))
  const hours = hoursSince(now, backup?.at ?? began)
  const state: State = hours <= 26 ? 'well' : hours <= 72 ? 'watch' : 'alarm'
  if (backup) return check('backup', state, refuse(state === 'well' ? 'health.backup-fresh' : 'health.backup-old', { at: day(backup.at), hours }))
  return check('backup', state === 'well' ? 'watch' : state, refuse('health.backup-none'))
}

/** Only where a second place is named; the newest of the first stands beside it. */
function secondPlaces({ now, ownDatabase, nights: { here, second } }: HouseFacts): Check[] {
  if (!ownDatabase || !second) return []
  const { folder, newest } = second
  if (newest === 'unreachable') return [check('second', 'alarm', refuse('health.second-gone', { folder }))]
  if (newest === null) return [check('second', 'watch', refuse('health.second-none', { folder }))]
  const hours = hoursSince(now, newest)
  const first = here && here !== 'unreachable' ? day(here) : null
  const facts = { folder, at: day(newest), hours, here: first }
  if (hours <= 26) return [check('second', 'well', refuse('health.second-fresh', facts))]
  return [check('second', hours <= 72 ? 'watch' : 'alarm', refuse('health.second-old', facts))]
}

function encryption({ ownDatabase, recipients, backup }: HouseFacts): Check[] {
  if (!ownDatabase) return []
  if (recipients === 0) return [check('encryption', 'watch', refuse('health.backup-open'))]
  // Named since the last backup: the next one will be for them.
  return [check('encryption', 'well', refuse(backup && !backup.encrypted ? 'health.backup-sealed-from-now' : 'health.backup-sealed', { n: recipients }))]
}

function seal({ now, lastSeal, unsealedSince }: HouseFacts): Check {
  if (!unsealedSince) return check('seal', 'well', refuse('health.sealed', { at: lastSeal ? day(lastSeal) : null }))
  const minutes = minutesSince(now, unsealedSince)
  if (minutes <= 30) return check('seal', 'well', refuse('health.seal-soon', { minutes }))
  return check('seal', minutes <= 120 ? 'watch' : 'alarm', refuse('health.seal-late', { minutes }))
}

function disk({ disk: { free, whole } }: HouseFacts): Check {
  const share = whole > 0 ? free / whole : 0
  const facts = { free: Number((free / gigabyte).toFixed(1)), percent: Math.round(share * 100) }
  if (share < 0.05 || free < gigabyte) return check('disk', 'alarm', refuse('health.disk-full', facts))
  if (share < 0.15 || free < 5 * gigabyte) return check('disk', 'watch', refuse('health.disk-filling', facts))
  return check('disk', 'well', refuse('health.disk-room', facts))
}

function durability({ settings }: HouseFacts): Check {
  const loose = Object.entries({
    fsync: settings.fsync,
    full_page_writes: settings.fullPageWrites,
    synchronous_commit: settings.synchronousCommit,
  }).filter(([, value]) => value !== 'on' && value !== 'remote_apply')
  if (loose.length === 0) return check('durability', 'well', refuse('health.durable'))
  return check('durability', 'alarm', refuse('health.not-durable', { settings: loose.map((pair) => pair.join(' = ')) }))
}

function jobs({ now, jobs }: HouseFacts): Check {
  if (jobs.length === 0) return check('jobs', 'watch', refuse('health.jobs-never'))
  const failed = jobs.filter(({ failing }) => failing).map(({ queue }) => queue)
  if (failed.length > 0) return check('jobs', 'alarm', refuse('health.jobs-failing', { jobs: failed }))
  // A job that is asked for every minute shows whether anybody works at all.
  const minutes = Math.max(...jobs.map(({ waitingSince }) => (waitingSince ? minutesSince(now, waitingSince) : 0)))
  const beat = jobs.find(({ queue }) => queue === 'renew-mark')?.lastDone
  const silent = beat ? minutesSince(now, beat) : null
  if (silent === null || silent > 30) return check('jobs', 'alarm', refuse('health.jobs-stand', { minutes: silent }))
  if (silent > 5 || minutes > 5) return check('jobs', 'watch', refuse('health.jobs-late', { minutes: Math.max(silent, minutes) }))
  return check('jobs', 'well', refuse('health.jobs-run'))
}

const factors = ({ withoutSecondFactor: n }: HouseFacts): Check =>
  n === 0 ? check('factors', 'well', refuse('health.factors-all')) : check('factors', 'watch', refuse('health.factors-missing', { n }))

export const judge = (facts: HouseFacts): Check[] => [
  ...rollbacks(facts),
  durability(facts),
  backups(facts),
  ...secondPlaces(facts),
  ...encryption(facts),
  seal(facts),
  disk(facts),
  jobs(facts),
  factors(facts),
]

export const worst = (checks: readonly Check[]): State => (['alarm', 'watch'] as const).find((state) => checks.some((each) => each.state === state)) ?? 'well'
