/**
 * Two organisations, the same type of activity, the same place, days that meet: both are told, and coordination. Each says why it is not the same work, or that they
 * share it; when both have answered, or coordination has, the notice rests.
 */
import { sql } from 'kysely'
import { alikeIn } from '../../../../engines/reach/index.ts'
import { asTheHouse, audit, type Db, insertRow, isId, type Refused, refuse, refused } from '../../../../kernel/index.ts'
import { type Answer, SameWorkAnswer } from './answer.ts'
import { linksIn, linksNow } from './links.ts'
import { pairKey, type Said, saidOf } from './said.ts'
import { asTold, standingWorks, type ToldWork } from './works.ts'

type Side = { organisation: string; name: string; fromDay: string; toDay: string | null }

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

const isSettled = (said: readonly Said[], [one, other]: readonly [ToldWork, ToldWork]): boolean =>
  [one.organisation, other.organisation].every((each) => said.some(({ organisation }) => organisation === each)) ||
  said.some(({ organisation }) => organisation === null)

/** Days that meet are known at their beginning; an end that nobody told is open. */
const lastOf = (days: readonly (string | null)[]) => (days.includes(null) ? null : ([...days].sort().at(-1) ?? null))
const sideOf = (works: readonly ToldWork[]): Side => ({
  organisation: works[0]!.organisation,
  name: works[0]!.organisationName,
  fromDay: works.map(({ fromDay }) => fromDay!).sort()[0]!,
  toDay: lastOf(works.map(({ toDay }) => toDay)),
})

function noticeOf(pairs: readonly [ToldWork, ToldWork][], said: ReadonlyMap<string, Said[]>): Notice {
  const [one] = pairs[0]!
  const answersOf = ([first, second]: readonly [ToldWork, ToldWork]) => said.get(pairKey([first.id, second.id])) ?? []
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
  const standing = await standingWorks(db)
  const said = await saidOf(db)
  const linked = new Set(linksIn(standing, said).map(({ donor, implementer }) => pairKey([donor.id, implementer.id])))
  const groups = new Map<string, [ToldWork, ToldWork][]>()
  for (const [a, b] of alikeIn(standing.map(asTold))) {
    if (linked.has(pairKey([a.id, b.id]))) continue
    if (own !== null && a.organisation !== own && b.organisation !== own) continue
    const isTurned = own === null ? a.organisationName > b.organisationName : b.organisation === own
    const pair: [ToldWork, ToldWork] = isTurned ? [b, a] : [a, b]
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
  const links = own === null ? await linksNow(db) : []
  const asked = new Set([...(await noticesNow(db, own)).flatMap((notice) => notice.pairs), ...links.map(({ pair }) => pair)].map(pairKey))
  if (pairs.some((pair) => !pair.every(isId) || !asked.has(pairKey(pair)))) return refused(refuse('coordination.not-the-same-now'))
  for (const pair of pairs) {
    const [first, second] = [...pair].sort() as [string, string]
    const scope = (await asTheHouse(db, (house) => house.one<{ scope: string }>(sql`select scope from coordination.activity where id = ${first}`)))!.scope
    await insertRow(db, SameWorkAnswer, { scope, first, second, organisation: own, answer, because })
  }
  await audit(db, 'samework.answer', SameWorkAnswer.name, own ?? '', { answer, pairs: pairs.length })
  return { answered: pairs.length }
}
