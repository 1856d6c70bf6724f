/**
 * Everything that the round report prints, already in words of one language: the template only sets it on paper. Every figure comes from the frozen set,
 * none is typed. Strategy: focus area 15, activity C.
 */

import { type Count, isKnown, sumCounts } from '../../../engines/count.ts'
import { printCount, printDate, printDateRange, printNumber, printPercent, printShare, printSigned, printSignedPercent } from '../../../kernel/publishing.ts'
import type { Language } from '../../../kernel/shared.ts'
import type { PublicArea, PublicRound } from '../publicRound.ts'
import { ageLine } from './ageLine.ts'
import { citation, reportTitle } from './citation.ts'
import { assessmentLabels, methodLabels, reasonLabel, sexLabels, unitLabel } from './codeWords.ts'
import { changeRows } from './roundCharts.ts'
import { reportWords } from './words.ts'

type Line = { cells: string[]; indent: number; strong: boolean }

const line = (cells: string[], indent = 0, strong = false): Line => ({ cells, indent, strong })

export function reportModel(published: PublicRound, lang: Language) {
  const { operation, round, demonstration, endorsement } = published
  const words = reportWords[lang]
  const date = (iso: string) => printDate(iso, lang)
  const facts = { office: endorsement.office, date: date(endorsement.date) }
  return {
    lang,
    region: lang === 'pt' ? 'MZ' : 'GB',
    title: reportTitle(published, lang),
    operation: operation.name,
    banner: demonstration && { head: words.demonstration, note: demonstration.note[lang], sources: demonstration.sources },
    dataDate: date(round.reportingDate),
    isoDate: round.reportingDate.slice(0, 10),
    cover: [
      [words.reportingDate, date(round.reportingDate)],
      [words.collected, printDateRange(round.collectedFrom, round.collectedTo, lang)],
      [words.assessment, assessmentLabels[round.assessmentType][lang]],
      [words.version, String(round.version)],
      [words.licence, published.licence],
    ],
    keyFigures: keyFigures(published, lang),
    carriedNote: carriedNote(published, lang),
    narrative: published.narrative[lang].split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== ''),
    mapFinding: mapFinding(published, lang),
    trendFinding: trendFinding(published, lang),
    change: changeSection(published, lang),
    areas: areaLines(published, lang),
    reasons: reasonLines(published, lang),
    sex: sexLines(published, lang),
    ages: ageLines(published, lang),
    ageNote: ageLine(published, lang),
    coverage: coverageLines(published, lang),
    methods: published.methods.map(({ method, individuals }) =>
      line([methodLabels[method][lang], printCount(individuals, lang), printShare(individuals, published.totals.individuals, lang) ?? '']),
    ),
    limitations: published.limitations.map((one) => one[lang]),
    boundaries: `${words.boundaries[published.boundaries.kind]}. ${published.boundaries.credit}`,
    endorsement: endorsement.kind === 'endorsed' ? words.endorsed(facts) : words.endorsedWithReservations(facts),
    endorsedShort:
      endorsement.kind === 'endorsed' ? words.endorsed(facts) : words.endorsedShort({ ...facts, places: printNumber(endorsement.reservations.length, lang) }),
    reservations: endorsement.reservations.map(({ name, pcode, text }) => line([name, pcode, text])),
    changeNote: round.changeNote?.[lang] ?? null,
    citation: citation(published, lang),
  }
}

function keyFigures({ totals, coverage, round }: PublicRound, lang: Language): { value: string; label: string; note: string }[] {
  const words = reportWords[lang]
  const covered = {
    assessed: printNumber(coverage.assessed, lang),
    expected: printNumber(coverage.expected, lang),
    unit: unitLabel(round.unitLevel, coverage.expected, lang),
  }
  const size = totals.averageHouseholdSize
  return [
    { value: printCount(totals.individuals, lang), label: words.people, note: printDate(round.reportingDate, lang) },
    { value: printCount(totals.households, lang), label: words.households, note: '' },
    { value: size === null ? words.unknown : printNumber(size, lang, 2), label: words.householdSize, note: '' },
    {
      value: printShare(coverage.assessed, coverage.expected, lang) ?? words.unknown,
      label: words.coverage,
      note: coverage.expected > 0 ? words.covered(covered) : words.coverageUnknown,
    },
  ]
}

function carriedNote({ areas, coverage }: PublicRound, lang: Language): string | null {
  const country = areas.find((area) => area.level === 0)
  if (!country || coverage.carriedForward === 0 || !isKnown(country.carriedIndividuals) || country.carriedIndividuals === 0) return null
  return reportWords[lang].carriedPeople({ people: printNumber(country.carriedIndividuals, lang), places: printNumber(coverage.carriedForward, lang) })
}

function mapFinding({ areas, totals }: PublicRound, lang: Language): string | null {
  const largest = areas
    .filter((area): area is PublicArea & { individuals: number } => area.level === 2 && isKnown(area.individuals) && area.individuals > 0)
    .toSorted((a, b) => b.individuals - a.individuals)[0]
  const share = largest && printShare(largest.individuals, totals.individuals, lang)
  return share ? reportWords[lang].mapFinding({ place: largest.name, people: printNumber(largest.individuals, lang), share }) : null
}

function trendFinding({ trend, totals, round }: PublicRound, lang: Language): string {
  const words = reportWords[lang]
  const earlier = trend.filter((point) => point.round < round.number).toSorted((a, b) => b.round - a.round)[0]
  const now = printCount(totals.individuals, lang)
  return earlier ? words.trendFinding({ now, before: printCount(earlier.individuals, lang), round: String(earlier.round) }) : words.trendFirst({ now })
}

function changeSection({ change }: PublicRound, lang: Language): { finding: string; notes: string[]; unit: string; lines: Line[] } {
  const words = reportWords[lang]
  if (!change) return { finding: words.changeNone, notes: [], unit: '', lines: [] }
  const round = String(change.fromRound)
  if (!change.computable) {
    const raw = change.rawIndividuals === null ? [] : [words.changeRaw({ raw: printSigned(change.rawIndividuals, lang), round })]
    return { finding: change.why[lang], notes: raw, unit: '', lines: [] }
  }
  const { terms } = change
  const percent = terms.percentOfCommonBase
  return {
    finding:
      percent === null
        ? words.changeNoBase({ round })
        : words.changeFinding({ places: printNumber(terms.common.places, lang), percent: printSignedPercent(percent, lang), round }),
    notes: [],
    unit: words.peopleOrHouseholds[terms.unit],
    lines: changeRows(terms, lang).map(({ label, places, amount }, index, rows) =>
      line([label, places === null ? '' : printNumber(places, lang), printSigned(amount, lang)], 0, index === rows.length - 1),
    ),
  }
}

/** The country, then every province followed by its districts, in the order of their names. */
function areaLines({ areas }: PublicRound, lang: Language): Line[] {
  const named = (a: PublicArea, b: PublicArea) => a.name.localeCompare(b.name, 'pt')
  const below = (parent: PublicArea): PublicArea[] => [
    parent,
    ...areas
      .filter((area) => area.level <= 2 && area.parent === parent.pcode)
      .toSorted(named)
      .flatMap(below),
  ]
  const top = areas.filter((area) => area.level === 0)
  return top
    .flatMap(below)
    .map((area) =>
      line(
        [
          area.name,
          area.pcode,
          printCount(area.individuals, lang),
          printCount(area.households, lang),
          `${printNumber(area.assessed, lang)} / ${printNumber(area.expected, lang)}`,
        ],
        area.level,
        area.level < 2,
      ),
    )
}

/** Read at the highest level that is published, so that a set of reasons is summed once. */
function reasonLines({ cells, totals }: PublicRound, lang: Language): Line[] {
  const level = Math.min(...cells.map((cell) => cell.level))
  const byReason = new Map<string, Count[]>()
  for (const cell of cells) if (cell.level === level) byReason.set(cell.reason, [...(byReason.get(cell.reason) ?? []), cell.individuals])
  const size = (count: Count) => (isKnown(count) ? count : -1)
  return [...byReason]
    .map(([reason, counts]) => ({ reason, individuals: sumCounts(counts) }))
    .toSorted((a, b) => size(b.individuals) - size(a.individuals) || a.reason.localeCompare(b.reason))
    .map(({ reason, individuals }) => line([reasonLabel(reason, lang), printCount(individuals, lang), printShare(individuals, totals.individuals, lang) ?? '']))
}

function sexLines({ totals }: PublicRound, lang: Language): Line[] {
  const row = (sex: 'f' | 'm', count: Count) => line([sexLabels[sex][lang], printCount(count, lang), printShare(count, totals.individuals, lang) ?? ''])
  const { females, males, individuals } = totals
  const rest = isKnown(females) && isKnown(males) && isKnown(individuals) ? individuals - females - males : 0
  const unknownSex = rest > 0 ? [line([sexLabels.unknown[lang], printNumber(rest, lang), printShare(rest, individuals, lang) ?? ''])] : []
  return [row('f', females), row('m', males), ...unknownSex, line([reportWords[lang].total, printCount(individuals, lang), ''], 0, true)]
}

/** One line per age band, one column per sex, in the order of the frozen set; empty when no ages were published. */
function ageLines({ ageBands, totals }: PublicRound, lang: Language): { head: string[]; lines: Line[] } | null {
  if (ageBands.length === 0) return null
  const sexes = (['f', 'm', 'unknown'] as const).filter((sex) => ageBands.some((cell) => cell.sex === sex))
  const bands = [...new Set(ageBands.map((cell) => cell.band))]
  const at = (band: string, sex: string): Count => sumCounts(ageBands.filter((cell) => cell.band === band && cell.sex === sex).map((cell) => cell.individuals))
  const sumOf = (sex: 'f' | 'm' | 'unknown'): Count => {
    const known = sex === 'f' ? totals.females : sex === 'm' ? totals.males : 'unknown'
    return isKnown(known) ? known : sumCounts(ageBands.filter((cell) => cell.sex === sex).map((cell) => cell.individuals))
  }
  return {
    head: [reportWords[lang].age, ...sexes.map((sex) => sexLabels[sex][lang])],
    lines: [
      ...bands.map((band) => line([band, ...sexes.map((sex) => printCount(at(band, sex), lang))])),
      line([reportWords[lang].total, ...sexes.map((sex) => printCount(sumOf(sex), lang))], 0, true),
    ],
  }
}

function coverageLines({ coverage }: PublicRound, lang: Language): Line[] {
  const { outcomes } = reportWords[lang]
  const order = ['assessed', 'empty', 'carriedForward', 'notAssessed', 'closed', 'merged', 'expected'] as const
  return order.map((outcome) => {
    const share = coverage.expected > 0 ? printPercent((100 * coverage[outcome]) / coverage.expected, lang) : ''
    return line([outcomes[outcome], printNumber(coverage[outcome], lang), share], 0, outcome === 'expected')
  })
}
