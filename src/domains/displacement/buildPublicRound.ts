/**
 * The set that the world may read, made from a frozen round: sums by area and fact after disclosure control, change with its terms apart, trend with coverage,
 * method, endorsement and what limits the figures. Portal, report, files and API are all made from this and from nothing else.
 */
import { sql } from 'kysely'
import { type Bilingual, type Db, type House, isRefused, type Refused, refuse, refused } from '../../kernel/index.ts'
import { areasOfLevel } from '../../registry/places/index.ts'
import { type AreaTree, treeOf } from './areas.ts'
import { type AreaSum, assemble } from './assemble.ts'
import { compareRounds } from './compareRounds.ts'
import { demonstrationNote } from './demonstrationNote.ts'
import { disclose } from './disclose.ts'
import { knownBefore, termsOf } from './earlierRounds.ts'
import { usualLimitations } from './limitations.ts'
import { outcomeCounts } from './masterList.ts'
import type { ChangeTerms, PublicArea, PublicChange, PublicRound, TrendPoint } from './publicRound.ts'
import { currentRounds } from './publishedRounds.ts'
import type { EndorsementRow } from './review.ts'
import { type OperationRow, operationFacts, type RoundRow } from './round.ts'

export type Built = { publicRound: PublicRound; withheld: number }

const toArea = (sum: AreaSum, countryIso3: string, tree: { country: { pcode: string } }, parents: ReadonlyMap<string, string | null>): PublicArea => ({
  pcode: sum.area.level === 0 ? countryIso3 : sum.area.pcode,
  name: sum.area.name,
  level: sum.area.level as PublicArea['level'],
  parent: sum.area.level === 0 ? null : parents.get(sum.area.pcode) === tree.country.pcode ? countryIso3 : (parents.get(sum.area.pcode) ?? null),
  households: sum.households,
  individuals: sum.individuals,
  females: sum.females,
  males: sum.males,
  expected: sum.expected,
  assessed: sum.assessed,
  carriedForward: sum.carriedForward,
  notAssessed: sum.notAssessed,
  closed: sum.closed,
  carriedIndividuals: sum.carriedIndividuals,
})

async function previousPublished(db: Db, round: RoundRow): Promise<{ id: string; number: number; edition: number } | null> {
  return db.one(sql`
    select id, number, edition from displacement.round
    where operation = ${round.operation} and assessment_type = ${round.assessmentType} and state = 'published'
      and case when ${round.comparedWith}::uuid is null then number < ${round.number} else id = ${round.comparedWith}::uuid end
    order by number desc, edition desc limit 1`)
}

const notComputable = {
  unknown: {
    pt: 'Numa das duas rondas há lugares com número de pessoas desconhecido.',
    en: 'In one of the two rounds some places have an unknown number of people.',
  },
  small: {
    pt: 'Uma das parcelas é tão pequena que mostraria pessoas; por isso não se publica.',
    en: 'One of the terms is so small that it would show people; it is therefore not published.',
  },
}

/** A term over a handful of people is a small count like any other. */
const isSmall = ({ newlyCovered, noLongerCovered }: ChangeTerms, minimum: number) =>
  [newlyCovered.amount, noLongerCovered.amount].some((amount) => amount > 0 && amount < minimum)

type Printable = { areas: ReadonlySet<string>; every: boolean; minimum: number; published: readonly PublicRound[] }

async function changeSince(db: Db, round: RoundRow, tree: AreaTree, printable: Printable): Promise<PublicChange | null> {
  const before = await previousPublished(db, round)
  if (!before) return null
  const compared = await compareRounds(db, before.id, round.id, 'individuals', tree)
  const since = { fromRound: before.number, fromVersion: before.edition }
  if (!compared.terms) return { ...since, computable: false, why: notComputable.unknown, rawIndividuals: null }
  if (isSmall(compared.terms, printable.minimum)) return { ...since, computable: false, why: notComputable.small, rawIndividuals: compared.terms.raw }
  const then = printable.published.find(({ round: about }) => about.number === before.number && about.assessmentType === round.assessmentType)
  const everyThen = then?.areas.every(({ individuals }) => typeof individuals === 'number') ?? false
  // One area left out would come back as the difference of the others from the total, and a figure withheld then as what is printed now less the change: all
  // are printed, or none.
  const safe = printable.every && everyThen && compared.byArea.every(({ pcode, terms }) => printable.areas.has(pcode) && !isSmall(terms, printable.minimum))
  const byArea = safe ? compared.byArea.map(({ pcode, terms }) => ({ pcode, name: tree.byPcode.get(pcode)?.name ?? pcode, terms })) : []
  return { ...since, computable: true, terms: compared.terms, byArea }
}

/** The change as far as it gives away nothing that is withheld in any round: all of it, the difference of the totals alone, or nothing. */
async function safeChange(change: PublicChange | null, gives: (change: PublicChange) => Promise<boolean>): Promise<PublicChange | null> {
  if (!change) return null
  const { fromRound, fromVersion } = change
  const raw = change.computable ? change.terms.raw : change.rawIndividuals
  const shorter = { fromRound, fromVersion, computable: false as const, why: change.computable ? notComputable.small : change.why }
  for (const tried of [change, { ...shorter, rawIndividuals: raw }]) if (!(await gives(tried))) return tried
  return { ...shorter, rawIndividuals: null }
}

async function trendOf(house: House, round: RoundRow, operation: OperationRow, now: TrendPoint): Promise<TrendPoint[]> {
  const earlier = (await currentRounds(house))
    .map((published) => published.round)
    .filter((published) => published.operation.name === operation.name && published.operation.countryIso3 === operation.countryIso3)
    .filter((published) => published.round.assessmentType === round.assessmentType && published.round.number < round.number)
    .map(({ round: { number, reportingDate }, totals, coverage }): TrendPoint => {
      const { expected, assessed, carriedForward } = coverage
      return { round: number, reportingDate, households: totals.households, individuals: totals.individuals, expected, assessed, carriedForward }
    })
  return [...earlier, now].sort((a, b) => a.round - b.round)
}

async function endorsementOf(db: Db, round: RoundRow): Promise<PublicRound['endorsement'] | null> {
  const rows = await db.rows<EndorsementRow & { pcode: string | null; placeName: string | null }>(sql`
    select e.*, p.pcode, p.name as place_name from displacement.endorsement e left join places.place p on p.id = e.place
    where e.round = ${round.id} and e.decision <> 'returned' and e.frozen_hash = ${round.frozenHash ?? ''} order by e.recorded_at`)
  const main = rows.find(({ place }) => place === null)
  if (!main || main.decision === 'returned') return null
  const reservations = rows.flatMap(({ pcode, placeName, text }) => (pcode && text ? [{ pcode, name: placeName ?? pcode, text }] : []))
  return { office: main.office, date: main.decidedOn, kind: main.decision, reservations }
}

/** For the preview before the Government has spoken: everything but the endorsement, which then says so. */
const notYetEndorsed = (house: House): PublicRound['endorsement'] => ({
  office: house.pack.country.reviewOffice.short,
  date: '',
  kind: 'endorsed',
  reservations: [],
})

export async function buildPublicRound(house: House, db: Db, round: RoundRow, use: 'publication' | 'preview'): Promise<Built | Refused> {
  const operation = (await db.one<OperationRow>(sql`select * from displacement.operation where id = ${round.operation}`))!
  const endorsement = (await endorsementOf(db, round)) ?? (use === 'preview' ? notYetEndorsed(house) : null)
  if (!endorsement) return refused(refuse('round.not-endorsed'))
  const tree = await treeOf(db, operation)
  const assembled = await assemble(db, round.id, tree)
  const areaIds = new Map([...tree.byPcode.values()].map((node) => [node.id, node.pcode]))
  const parents = new Map(
    [...tree.byPcode.values()].map((node) => [node.pcode, node.level === 0 ? null : ((node.parent && areaIds.get(node.parent)) ?? tree.country.pcode)]),
  )
  const before = await knownBefore(house, db, round, assembled, tree)
  const safe = await disclose(assembled, Object.fromEntries(parents), house.pack.thresholds.disclosureMinimum, before)
  if (isRefused(safe)) return safe
  const areas = safe.areas.map((sum) => toArea(sum, operation.countryIso3, tree, parents)).sort((a, b) => a.level - b.level || (a.pcode < b.pcode ? -1 : 1))
  const country = areas.find(({ level }) => level === 0)
  if (!country) return refused(refuse('round.no-figures'))
  const { waiting: _, ...coverage } = await outcomeCounts(db, round.id)
  const { households, individuals, females, males } = country
  const averageHouseholdSize =
    typeof households === 'number' && typeof individuals === 'number' && households > 0 ? Math.round((individuals / households) * 100) / 100 : null
  const day = round.reportingDate ?? round.collectedTo
  if (!day) return refused(refuse('round.date-missing'))
  const known = areas.filter((area) => typeof area.individuals === 'number').map(({ pcode }) => pcode)
  const published = (await currentRounds(house))
    .map((each) => each.round)
    .filter(({ operation: of }) => of.name === operation.name && of.countryIso3 === operation.countryIso3)
  const printable = { areas: new Set(known), every: known.length === areas.length, minimum: house.pack.thresholds.disclosureMinimum, published }
  const told = (change: PublicChange | null) => termsOf(db, round, change, before.rounds, before.groups, tree, 'next')
  const change = await safeChange(await changeSince(db, round, tree, printable), async (tried) => safe.gives(await told(tried)))
  const outlines = await areasOfLevel(db, operation.countryIso3, 2)
  const now: TrendPoint = {
    round: round.number,
    reportingDate: day,
    households,
    individuals,
    expected: coverage.expected,
    assessed: coverage.assessed,
    carriedForward: coverage.carriedForward,
  }
  const publicRound: PublicRound = {
    format: 'capulana-public-round-1',
    operation: operationFacts(operation),
    round: {
      number: round.number,
      assessmentType: round.assessmentType,
      unitLevel: round.unitLevel,
      collectedFrom: round.collectedFrom ?? day,
      collectedTo: round.collectedTo ?? day,
      reportingDate: day,
      version: round.edition,
      changeNote: round.changeNote,
    },
    totals: { households, individuals, females, males, averageHouseholdSize },
    areas,
    cells: safe.facts.map(({ area, reason, originPcode, originName, ...measures }) => ({
      pcode: area.level === 0 ? operation.countryIso3 : area.pcode,
      level: area.level as 0 | 1 | 2,
      reason,
      originPcode,
      originName,
      ...measures,
    })),
    ageBands: safe.ages.sums.map(({ sex, band, individuals: counted }) => ({ sex, band, individuals: counted })),
    ageSample: safe.ages.sample,
    change,
    trend: await trendOf(house, round, operation, now),
    coverage,
    methods: safe.methods,
    endorsement,
    limitations: round.limitations?.length ? (round.limitations as Bilingual[]) : usualLimitations(coverage),
    narrative: round.narrative ?? { pt: '', en: '' },
    demonstration: operation.demonstration ? demonstrationNote(round.illustrativeBelow) : null,
    licence: operation.licence ?? '',
    credit: operation.credit ?? '',
    boundaries: outlines.boundaries,
  }
  const withheld = [...areas, ...publicRound.cells].filter((sum) => [sum.individuals, sum.females, sum.males].includes('withheld')).length
  return { publicRound, withheld }
}
