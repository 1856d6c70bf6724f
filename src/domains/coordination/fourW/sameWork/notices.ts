/**
 * Two organisations, the same type of activity, the same place, days that meet: both are told, and coordination. Each says why it is not the same work, or that they
 * share it; when both have answered, or coordination has, the notice rests.
 */
import { sql } from 'kysely'
import { alikeIn } from '../../../../engines/reach/index.ts'
import { asTheHouse, audit, type Db, insertRow, isId, type Refused, refuse, refused } from '../../../../kernel/index.ts'
import { SameWorkAnswer, type sameWorkAnswers } from './answer.ts'
import { type StandingWork, standingWorks } from './works.ts'

export type Answer = (typeof sameWorkAnswers)[number]
type Said = { organisation: string | null; name: string | null; answer: Answer; because: string; on: string }
type Side = { organisation: string; name: string; fromDay: string | null; toDay: string | null }

export type Notice = {
  sector: string
  activityType: string
  place: string
  /** The place may not be told finer: what is compared is the province. */
  provinceOnly: boolean
  /** For a partner its own organisation stands first. */
  sides: [Side, Side]
  pairs: [string, string][]
  answers: Said[]
  rests: boolean
}

const pairKey = (pair: readonly [string, string]): string => [...pair].sort().join(' ')

/** The newest answer of each voice, by pair. */
async function saidOf(db: Db): Promise<Map<string, Said[]>> {
  const rows = await asTheHouse(db, (house) =>
    house.rows<Said & { first: string; second: string }>(sql`
      select distinct on (s.first, s.second, s.organisation) s.first, s.second, s.organisation, o.name, s.answer, s.because, s.recorded_at::date as on
      from coordination.same_work_answer s left join organisations.organisation o on o.id = s.organisation
      order by s.first, s.second, s.organisation, s.recorded_at desc, s.id`),
  )
  const said = new Map<string, Said[]>()
  for (const { first, second, ...one } of rows) said.set(pairKey([first, second]), [...(said.get(pairKey([first, second])) ?? []), one])
  return said
}

const isSettled = (said: readonly Said[], [one, other]: readonly [StandingWork, StandingWork]): boolean =>
  [one.organisation, other.organisation].every((each) => said.some(({ organisation }) => organisation === each)) ||
  said.some(({ organisation }) => organisation === null)

const firstOf = (days: readonly (string | null)[]) => days.reduce((a, b) => (a === null || (b !== null && b < a) ? b : a))
const lastOf = (days: readonly (string | null)[]) => (days.includes(null) ? null : days.reduce((a, b) => (b! > a! ? b : a)))
const sideOf = (works: readonly StandingWork[]): Side => ({
  organisation: works[0]!.organisation,
  name: works[0]!.organisationName,
  fromDay: firstOf(works.map(({ fromDay }) => fromDay)),
  toDay: lastOf(works.map(({ toDay }) => toDay)),
})

function noticeOf(pairs: readonly [StandingWork, StandingWork][], said: ReadonlyMap<string, Said[]>): Notice {
  const [one] = pairs[0]!
  const answersOf = ([first, second]: readonly [StandingWork, StandingWork]) => said.get(pairKey([first.id, second.id])) ?? []
  const answers = new Map(pairs.flatMap(answersOf).map((each) => [each.organisation, each]))
  return {
    ...{ sector: one.sector, activityType: one.type!, place: one.placeName, provinceOnly: one.provinceOnly },
    sides: [sideOf(pairs.map(([first]) => first)), sideOf(pairs.map(([, second]) => second))],
    pairs: pairs.map(([first, second]) => [first.id, second.id]),
    answers: [...answers.values()],
    rests: pairs.every((pair) => isSettled(answersOf(pair), pair)),
  }
}

/** One notice for two organisations, a type and a place, however many rows each of them has; what still waits stands first. `own`: those of one organisation. */
export async function noticesNow(db: Db, own: string | null): Promise<Notice[]> {
  const works = await standingWorks(db)
  const said = await saidOf(db)
  const groups = new Map<string, [StandingWork, StandingWork][]>()
  for (const [a, b] of alikeIn(works)) {
    if (own !== null && a.organisation !== own && b.organisation !== own) continue
    const isTurned = own === null ? a.organisationName > b.organisationName : b.organisation === own
    const pair: [StandingWork, StandingWork] = isTurned ? [b, a] : [a, b]
    const key = JSON.stringify([pair[0].organisation, pair[1].organisation, a.sector, a.type?.toLowerCase(), a.place])
    const known = groups.get(key)
    if (known) known.push(pair)
    else groups.set(key, [pair])
  }
  return [...groups.values()].map((pairs) => noticeOf(pairs, said)).sort((a, b) => Number(a.rests) - Number(b.rests) || (a.place < b.place ? -1 : 1))
}

export type AnswerGiven = { pairs: [string, string][]; answer: Answer; because: string }

/** `own` null: coordination answers. Only what was asked can be answered. */
export async function answerSameWork(db: Db, own: string | null, { pairs, answer, because }: AnswerGiven): Promise<{ answered: number } | Refused> {
  const asked = new Set((await noticesNow(db, own)).flatMap((notice) => notice.pairs.map(pairKey)))
  if (pairs.some((pair) => !pair.every(isId) || !asked.has(pairKey(pair)))) return refused(refuse('coordination.not-the-same-now'))
  for (const pair of pairs) {
    const [first, second] = [...pair].sort() as [string, string]
    const scope = (await asTheHouse(db, (house) => house.one<{ scope: string }>(sql`select scope from coordination.activity where id = ${first}`)))!.scope
    await insertRow(db, SameWorkAnswer, { scope, first, second, organisation: own, answer, because })
  }
  await audit(db, 'samework.answer', SameWorkAnswer.name, own ?? '', { answer, pairs: pairs.length })
  return { answered: pairs.length }
}
