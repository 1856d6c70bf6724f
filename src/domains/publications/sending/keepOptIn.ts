/** Numbers come in when their owners ask, and go when they say STOP. Whoever stopped comes back by asking from the own phone, not by a list that somebody typed again. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { fold } from '../../../engines/places/spelling.ts'
import { audit, bury, type Db, type House, insertRow, isRefused, type Refused, refuse, refused } from '../../../kernel/index.ts'
import { OptIn, type OptInRow } from './optIn.ts'

type Keys = Pick<House, 'vault' | 'keyring'>
export type OptInGiven = Pick<OptInRow, 'channels' | 'language' | 'place' | 'topics' | 'how' | 'paper'> & { number: string }

/** With the code of its country, as networks want it (ITU-T E.164); null: it is none. */
function plainNumber(typed: string): string | null {
  const number = typed.replace(/[\s().-]/g, '').replace(/^00/, '+')
  return /^\+[1-9]\d{7,14}$/.test(number) ? number : null
}

const markOf = ({ keyring }: Keys, number: string): string => keyring.derive(`opt-in:${number}`)

type Known = Pick<OptInRow, 'id' | 'stoppedAt'>
/** Two that bring the same number at once come one after the other. */
async function lastOf(db: Db, mark: string): Promise<Known | null> {
  await db.rows(sql`select pg_advisory_xact_lock(hashtextextended(${mark}, 0))`)
  return db.one<Known>(sql`select id, stopped_at from publications.opt_in where number_hash = ${mark} order by asked_at desc, recorded_at desc limit 1`)
}

/** `db` writes as the house. */
export async function keepOptIn(db: Db, house: Keys, given: OptInGiven, now: string): Promise<{ id: string } | Refused> {
  const { number: typed, ...rest } = given
  const number = plainNumber(typed)
  if (!number) return refused(refuse('opt-in.number-wrong'))
  const place = await db.one(sql`select 1 from places.place where pcode = ${given.place}`)
  if (!place) return refused(refuse('campaign.place-unknown'))
  const numberHash = markOf(house, number)
  const known = await lastOf(db, numberHash)
  if (known && !known.stoppedAt) return refused(refuse('opt-in.known'))
  if (known?.stoppedAt && given.how !== 'sms') return refused(refuse('opt-in.stopped', { since: known.stoppedAt.slice(0, 10) }))
  const id = randomUUID()
  const close = (await house.vault.make([id])).get(id)!
  await insertRow(db, OptIn, { id, scope: given.place, class: 3, ...rest, numberHash, askedAt: now, sealed: close(number) })
  await audit(db, 'opt-in.join', OptIn.name, id, { how: given.how })
  return { id }
}

/** Not refused when nobody has this number: it is as they wished. `destroyBuried` follows the commit. */
export async function stopOptIn(db: Db, house: Keys, typed: string, how: 'sms' | 'person', now: string): Promise<{ stopped: boolean } | Refused> {
  const number = plainNumber(typed)
  if (!number) return refused(refuse('opt-in.number-wrong'))
  const known = await lastOf(db, markOf(house, number))
  if (!known || known.stoppedAt) return { stopped: false }
  await db.run(sql`update publications.opt_in set stopped_at = ${now}::timestamptz, stopped_how = ${how} where id = ${known.id}`)
  await bury(db, 'opt-in', [known.id], 'they said stop')
  await forgetNumbers(db, [known.id])
  await audit(db, 'opt-in.stop', OptIn.name, known.id, { how })
  return { stopped: true }
}

export async function forgetNumbers(db: Db, ids: readonly string[]): Promise<void> {
  await db.run(sql`update publications.opt_in set sealed = null, version = version + 1 where id = any (${[...ids]}::uuid[]) and sealed is not null`)
}

const stopWords = new Set(['stop', 'parar', 'pare', 'sair', 'cancelar'])
const joinWords = new Set(['entrar', 'aderir', 'join'])

/** What somebody wrote to the mission's number; anything else is left to people. `unsaid`: place and language of who names none. */
export async function takeIncoming(
  db: Db,
  house: Keys,
  { from, text }: { from: string; text: string },
  unsaid: { place: string; language: string },
  now: string,
) {
  const [first, ...others] = text
    .trim()
    .toLowerCase()
    .split(/[\s,.!]+/)
  if (stopWords.has(first ?? '')) {
    const done = await stopOptIn(db, house, from, 'sms', now)
    return isRefused(done) ? 'left' : 'stopped'
  }
  if (!joinWords.has(first ?? '')) return 'left'
  const named = fold(others.join(' '))
  const places = await db.rows<{ pcode: string; name: string }>(
    sql`select pcode, name from places.place where level between 1 and 2 and valid_to is null order by level desc, pcode`,
  )
  // People say Pemba for the Cidade de Pemba.
  const place = places.find(({ name }) => [named, `cidade de ${named}`].includes(fold(name)))?.pcode ?? unsaid.place
  const done = await keepOptIn(db, house, { number: from, channels: ['sms'], language: unsaid.language, place, topics: [], how: 'sms', paper: null }, now)
  return isRefused(done) ? 'left' : 'joined'
}
