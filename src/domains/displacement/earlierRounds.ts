/**
 * What is out already of the same operation: every edition of this round, of the rounds next to it, and of those that its figures were carried forward from, with
 * the true figures behind what they printed. A round that is safe alone may give away what another withheld, so they are held together (engines/disclosure,
 * together.ts).
 */
import { sql } from 'kysely'
import type { PrintedTerm } from '../../engines/disclosure/index.ts'
import type { Db, House } from '../../kernel/index.ts'
import { everPublished } from '../../kernel/publishing.ts'
import type { AreaTree } from './areas.ts'
import { type Assembled, assemble, type SummedCell } from './assemble.ts'
import { type PlacesOfTerm, placesBehindTerms } from './compareRounds.ts'
import { type Groups, groupsOf, type RoundToName } from './groups.ts'
import type { PublicChange, PublicRound } from './publicRound.ts'
import { publicRoundOf, roundKind } from './publishedRounds.ts'
import type { RoundRow } from './round.ts'

type Edition = Pick<RoundRow, 'id' | 'number' | 'edition' | 'supersedes'>
export type EarlierRound = { row: Edition; assembled: Assembled; printed: PublicRound }
export type KnownBefore = { rounds: readonly EarlierRound[]; groups: Groups; terms: readonly PrintedTerm[] }

export const nothingKnown: KnownBefore = { rounds: [], groups: { nameOf: new Map(), sizes: new Map(), at: () => [] }, terms: [] }

/** How far a figure reaches by changes from round to round. Further back only what was carried forward ties two rounds together. */
const roundsBeside = 3

const cellsOf = ({ facts }: Assembled): SummedCell[] => [...facts.values()].flatMap(({ cells }) => cells ?? [])

export async function knownBefore(house: House, db: Db, round: RoundRow, assembled: Assembled, tree: AreaTree): Promise<KnownBefore> {
  const editions = await db.rows<Edition>(sql`
    select id, number, edition, supersedes from displacement.round
    where operation = ${round.operation} and assessment_type = ${round.assessmentType} and id <> ${round.id}
      and (abs(number - ${round.number}) <= ${roundsBeside}
        or number in (select source_round from displacement.master_list_line where round = ${round.id} and source_round is not null))
    order by number, edition`)
  const products = new Map((await everPublished(house.doors, roundKind)).map((product) => [product.subject, product]))
  const rounds: EarlierRound[] = []
  for (const row of editions) {
    const product = products.get(`displacement.round:${row.id}`)
    if (product) rounds.push({ row, assembled: await assemble(db, row.id, tree), printed: await publicRoundOf(house, product) })
  }
  if (rounds.length === 0) return nothingKnown
  const groups = groupsOf(await toName(db, [...rounds, { row: round, assembled }]))
  const terms: PrintedTerm[] = []
  for (const { row, printed } of rounds) terms.push(...(await termsOf(db, row, printed.change, rounds, groups, tree, 'earlier')))
  return { rounds, groups, terms }
}

async function toName(db: Db, rounds: readonly { row: Edition; assembled: Assembled }[]): Promise<RoundToName[]> {
  const carried = await db.rows<{ round: string; place: string; number: number }>(sql`
    select round, place, source_round as number from displacement.master_list_line
    where source_round is not null and round in (${sql.join(rounds.map(({ row }) => sql`${row.id}`))})`)
  const sources = new Map(carried.map(({ round, place, number }) => [`${round} ${place}`, number]))
  return rounds.map(({ row, assembled }) => ({
    id: row.id,
    cells: cellsOf(assembled),
    repeats: (place) => {
      const number = sources.get(`${row.id} ${place}`)
      return [row.supersedes ?? null, ...rounds.filter((other) => other.row.number === number).map((other) => other.row.id)]
    },
  }))
}

/** The numbers that a printed change adds to what is known, each as a sum of groups. */
export async function termsOf(
  db: Db,
  round: Edition,
  change: PublicChange | null,
  rounds: readonly EarlierRound[],
  { at }: Pick<Groups, 'at'>,
  tree: AreaTree,
  of: PrintedTerm['of'],
): Promise<PrintedTerm[]> {
  const before = change && rounds.find(({ row }) => row.number === change.fromRound && row.edition === change.fromVersion)
  if (!change || !before) return []
  const behind = await placesBehindTerms(db, before.row.id, round.id, tree)
  const sum = (places: readonly PlacesOfTerm[], side: 'before' | 'after') =>
    places.flatMap((each) => each[side].flatMap((place) => at(side === 'before' ? before.row.id : round.id, place)))
  const raw = (value: number | null, places: readonly PlacesOfTerm[]): PrintedTerm[] =>
    value === null ? [] : [{ value, plus: sum(places, 'after'), minus: sum(places, 'before'), of }]
  if (!change.computable) return raw(change.rawIndividuals, behind)
  return [{ pcode: null, terms: change.terms }, ...change.byArea].flatMap(({ pcode, terms }) => {
    const here = pcode === null ? behind : behind.filter(({ area }) => area === pcode)
    const [common, apart, carried] = (['common', 'apart', 'carried'] as const).map((term) => here.filter((each) => each.term === term)) as [
      PlacesOfTerm[],
      PlacesOfTerm[],
      PlacesOfTerm[],
    ]
    return [
      ...raw(terms.raw, here),
      { value: terms.common.from, plus: sum(common, 'before'), minus: [], of },
      { value: terms.common.change, plus: sum(common, 'after'), minus: sum(common, 'before'), of },
      { value: terms.newlyCovered.amount, plus: sum(apart, 'after'), minus: [], of },
      { value: terms.noLongerCovered.amount, plus: sum(apart, 'before'), minus: [], of },
      { value: terms.carriedForward.change, plus: sum(carried, 'after'), minus: sum(carried, 'before'), of },
    ]
  })
}
