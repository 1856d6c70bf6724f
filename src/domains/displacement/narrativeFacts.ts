/**
 * The facts that the text of a round is held against: every figure of the frozen set with the words that name it. Strategy: focus area 15, activity C.
 */
import { type Count, isKnown } from '../../engines/count.ts'
import type { Figure, NarrativeFacts, Unit } from '../../engines/narrative/index.ts'
import type { ChangeTerms } from '../../engines/rounds/change.ts'
import { changeWords, coverageWords } from './narrativeWords.ts'
import type { PublicArea, PublicRound } from './publicRound.ts'
import { methodLabels, reasonLabel } from './reports/codeWords.ts'

/** Ids are what a refusal prints beside the right number, so they speak both languages. */
const unitNames: Record<Unit, string> = {
  individuals: 'pessoas / people',
  households: 'agregados / households',
  females: 'mulheres / women',
  males: 'homens / men',
  places: 'lugares / places',
  size: 'pessoas por agregado / people per household',
  other: 'número / number',
}

const figure = (id: string, value: Count | null, rest: Omit<Figure, 'id' | 'value'>): Figure[] =>
  value !== null && isKnown(value) ? [{ id: `${id}, ${unitNames[rest.unit]}`, value, ...rest }] : []

export function narrativeFacts(publicRound: PublicRound): NarrativeFacts {
  const { round, trend, change, endorsement, operation, coverage } = publicRound
  const current = round.number
  const earlier = trend.filter((point) => point.round !== current)
  const previous = change?.fromRound ?? earlier.findLast((point) => point.round < current)?.round ?? null
  return {
    current,
    previous,
    rounds: [...new Set([current, ...earlier.map((point) => point.round), ...(change ? [change.fromRound] : [])])],
    dates: [
      { date: round.reportingDate },
      { date: endorsement.date, words: ['endorsed', 'validad'] },
      ...earlier.map((point) => ({ date: point.reportingDate, words: [`round ${point.round}`, `ronda ${point.round}`] })),
    ].filter(({ date }) => date !== ''),
    periods: [[round.collectedFrom.slice(0, 10), round.collectedTo.slice(0, 10)]],
    names: [
      operation.name,
      endorsement.office,
      ...endorsement.reservations.map(({ name }) => name),
      ...publicRound.ageBands.map(({ band }) => band),
      ...publicRound.cells.flatMap(({ originName }) => originName ?? []),
    ].filter((name) => name !== ''),
    figures: [
      ...publicRound.areas.flatMap((area) => areaFigures(area, publicRound)),
      ...(publicRound.areas.some(({ level }) => level === 0)
        ? []
        : figure(rootId(publicRound), publicRound.totals.individuals, { unit: 'individuals', round: current })),
      ...sizeFigure(publicRound),
      ...coverageFigures(coverage, current, undefined, rootId(publicRound)),
      ...compositionFigures(publicRound),
      ...changeFigures(publicRound),
      ...earlier.flatMap((point) => [
        ...figure(`ronda / round ${point.round}`, point.individuals, { unit: 'individuals', round: point.round }),
        ...figure(`ronda / round ${point.round}`, point.households, { unit: 'households', round: point.round }),
      ]),
    ],
  }
}

const rootId = ({ round, operation }: PublicRound): string => `${operation.countryIso3}, ronda / round ${round.number}`
const idOf = (area: PublicArea, publicRound: PublicRound): string => (area.level === 0 ? rootId(publicRound) : `${area.pcode} ${area.name}`)

/** `Pemba` is what people call Cidade de Pemba. */
const namesOf = ({ name }: { name: string }): string[] => [...new Set([name, name.replace(/^(?:Cidade|Distrito|Vila) d[aeo] /, '')])]

function areaFigures(area: PublicArea, publicRound: PublicRound): Figure[] {
  const id = idOf(area, publicRound)
  const parent = publicRound.areas.find(({ pcode }) => pcode === area.parent)
  const within = parent && idOf(parent, publicRound)
  const where = { round: publicRound.round.number, ...(area.level > 0 ? { place: namesOf(area) } : {}) }
  const partOf = (of: string | undefined, unit: Unit) => (of ? { partOf: `${of}, ${unitNames[unit]}` } : {})
  return [
    ...figure(id, area.individuals, { unit: 'individuals', ...where, ...partOf(within, 'individuals') }),
    ...figure(id, area.households, { unit: 'households', ...where, ...partOf(within, 'households') }),
    ...figure(id, area.females, { unit: 'females', ...where, ...partOf(id, 'individuals') }),
    ...figure(id, area.males, { unit: 'males', ...where, ...partOf(id, 'individuals') }),
    ...figure(`${id} (mantidas / carried)`, area.carriedIndividuals, {
      unit: 'individuals',
      ...(where.place ? { place: where.place } : {}),
      words: coverageWords.carriedForward.words,
      ...partOf(id, 'individuals'),
    }),
    ...(area.level > 0 ? coverageFigures(area, publicRound.round.number, where.place, id) : []),
  ]
}

function sizeFigure({ totals, round }: PublicRound): Figure[] {
  const { individuals, households } = totals
  const size = isKnown(individuals) && isKnown(households) && households > 0 ? individuals / households : totals.averageHouseholdSize
  return figure('média / average', size, { unit: 'size', round: round.number })
}

type Outcomes = { [Outcome in keyof typeof coverageWords]?: number }

function coverageFigures(outcomes: Outcomes, round: number, place: string[] | undefined, id: string): Figure[] {
  return Object.entries(coverageWords).flatMap(([outcome, { words, unless, otherRound, label }]) =>
    figure(`${id} (${label})`, outcomes[outcome as keyof Outcomes] ?? null, {
      unit: 'places',
      ...(otherRound ? {} : { round }),
      ...(place ? { place } : {}),
      words,
      ...(unless ? { unless } : {}),
      ...(outcome === 'expected' ? {} : { partOf: `${id} (${coverageWords.expected.label}), ${unitNames.places}` }),
    }),
  )
}

/** Reasons, origins, methods and ages: parts of the total that their own words name. */
function compositionFigures(publicRound: PublicRound): Figure[] {
  const { round, methods, ageBands } = publicRound
  const within = `${rootId(publicRound)}, `
  const part = (label: string, value: Count, words: string[], rest: Partial<Figure> = {}): Figure[] =>
    figure(label, value, { unit: 'individuals', round: round.number, words, partOf: `${within}${unitNames.individuals}`, ...rest })
  const originWords = ['from ', 'origin', 'origem', 'provenient', 'vind']
  return [
    ...sumsBy(publicRound, ({ reason }) => reason).flatMap(([reason, sum]) =>
      part(reason, sum, [reasonLabel(reason, 'pt'), reasonLabel(reason, 'en'), reason]),
    ),
    ...sumsBy(publicRound, ({ originName }) => originName).flatMap(([name, sum]) =>
      part(`origem / origin ${name}`, sum, originWords, { place: namesOf({ name }) }),
    ),
    ...methods.flatMap(({ method, individuals }) => part(method, individuals, [methodLabels[method].pt, methodLabels[method].en])),
    ...ageBands
      .filter(({ sex }) => sex !== 'unknown')
      .flatMap(({ sex, band, individuals }) => {
        const unit = sex === 'f' ? ('females' as const) : ('males' as const)
        return part(band, individuals, [band], { unit })
      }),
  ]
}

/** People by some word of the national cells; a group with a part that is not published has no sum. */
export function sumsBy({ cells }: PublicRound, wordOf: (cell: PublicRound['cells'][number]) => string | null): [string, Count][] {
  const sums = new Map<string, Count>()
  for (const cell of cells.filter(({ level }) => level === 0)) {
    const word = wordOf(cell)
    if (word === null) continue
    const held = sums.get(word) ?? 0
    sums.set(word, isKnown(held) && isKnown(cell.individuals) ? held + cell.individuals : isKnown(held) ? cell.individuals : held)
  }
  return [...sums]
}

function changeFigures({ change, round }: PublicRound): Figure[] {
  if (!change) return []
  const between = { round: round.number, from: change.fromRound }
  if (!change.computable) {
    const { rawIndividuals } = change
    return figure('diferença simples / plain difference', rawIndividuals, { unit: 'individuals', statistic: 'difference', ...between })
  }
  const byArea = change.byArea.flatMap((area) => termFigures(area.terms, between, namesOf(area), area.name))
  return [...termFigures(change.terms, between, undefined, 'total'), ...byArea]
}

function termFigures(terms: ChangeTerms, between: { round: number; from: number }, place: string[] | undefined, id: string): Figure[] {
  const { unit, raw, common, newlyCovered, noLongerCovered, carriedForward } = terms
  const where = place ? { place } : {}
  const { both, fresh, gone, carried, carriedPlaces } = changeWords
  const difference = { unit, statistic: 'difference' as const, ...between, ...where }
  return [
    ...figure(`${id}, diferença simples / plain difference`, raw, difference),
    ...figure(`${id}, mesmos lugares / same places`, common.places, { unit: 'places', ...where, words: both }),
    ...figure(`${id}, mesmos lugares / same places, ronda / round ${between.from}`, common.from, { unit, round: between.from, ...where, words: both }),
    ...figure(`${id}, mesmos lugares / same places, ronda / round ${between.round}`, common.from + common.change, {
      unit,
      round: between.round,
      ...where,
      words: both,
    }),
    ...figure(`${id}, mesmos lugares / same places, diferença / difference`, common.change, { ...difference, words: both }),
    ...figure(`${id}, mesmos lugares / same places, %`, common.from > 0 ? (100 * common.change) / common.from : null, {
      ...difference,
      statistic: 'percent_change',
      words: both,
    }),
    ...figure(`${id}, cobertura nova / new coverage`, newlyCovered.places, { unit: 'places', ...where, words: fresh }),
    ...figure(`${id}, cobertura nova / new coverage`, newlyCovered.amount, { unit, round: between.round, ...where, words: fresh }),
    ...figure(`${id}, fora da cobertura / left the coverage`, noLongerCovered.places, { unit: 'places', ...where, words: gone }),
    ...figure(`${id}, fora da cobertura / left the coverage`, noLongerCovered.amount, { unit, round: between.from, ...where, words: gone }),
    ...figure(`${id}, mantidos / carried forward`, carriedForward.places, { unit: 'places', ...where, words: carriedPlaces }),
    ...figure(`${id}, mantidos / carried forward, diferença / difference`, carriedForward.change, { ...difference, words: carried }),
  ]
}
