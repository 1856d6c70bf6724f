/**
 * The text of a round, written from its figures in both languages: how many, how well covered, what changed and what did not, where, why, how it was
 * counted, and what the Government said. What is not known is said in words. Strategy: focus area 15, activity C; key result 1.
 */

import { type Count, isKnown } from '../../engines/count.ts'
import type { ChangeTerms } from '../../engines/rounds/change.ts'
import type { Language } from '../../kernel/index.ts'
import { printDate, printNumber, printPercent, printShare, printSigned, printSignedPercent } from '../../kernel/publishing.ts'
import { sumsBy } from './narrativeFacts.ts'
import { narrativePhrases, type Phrases } from './narrativePhrases.ts'
import type { Bilingual, PublicRound } from './publicRound.ts'
import { assessmentLabels, methodLabels, reasonLabel } from './reports/codeWords.ts'

export const writeNarrative = (publicRound: PublicRound): Bilingual => ({ pt: write(publicRound, 'pt'), en: write(publicRound, 'en') })

const write = (publicRound: PublicRound, lang: Language): string =>
  [totals, coverage, carried, change, districts, reasons, women, methods, endorsement]
    .flatMap((part) => part(publicRound, lang, narrativePhrases[lang]))
    .join(' ')

type Part = (publicRound: PublicRound, lang: Language, say: Phrases) => string[]

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

const totals: Part = ({ operation, round, totals: { individuals, households } }, lang, say) => {
  const country = operation.countryName[lang]
  const about = {
    country,
    round: String(round.number),
    assessment: lowerFirst(assessmentLabels[round.assessmentType][lang]),
    date: printDate(round.reportingDate, lang),
  }
  if (!isKnown(individuals)) return [say.totalSilent[individuals](about)]
  const people = printNumber(individuals, lang)
  if (!isKnown(households)) return [say.totalWithoutHouseholds[households]({ ...about, people })]
  const total = say.total({ ...about, people, households: printNumber(households, lang) })
  return households > 0 && individuals > 0 ? [total, say.householdSize(printNumber(individuals / households, lang, 1))] : [total]
}

const coverage: Part = ({ coverage: { expected, assessed, notAssessed }, round }, lang, say) => {
  if (expected === 0) return [say.noList]
  const [from, to] = [round.collectedFrom, round.collectedTo].map((day) => day.slice(0, 10)) as [string, string]
  const when = from === to ? say.onDay(printDate(from, lang)) : say.fromTo(printDate(from, lang), printDate(to, lang))
  const visited = say.visited({ assessed, of: printNumber(assessed, lang), list: printNumber(expected, lang), level: round.unitLevel, when })
  return notAssessed > 0 ? [visited, say.notVisited({ n: notAssessed, printed: printNumber(notAssessed, lang), level: round.unitLevel })] : [visited]
}

const carried: Part = ({ coverage: { carriedForward }, areas, round }, lang, say) => {
  if (carriedForward === 0) return []
  const people = areas.find(({ level }) => level === 0)?.carriedIndividuals ?? 'unknown'
  return [
    say.carried({
      n: carriedForward,
      printed: printNumber(carriedForward, lang),
      level: round.unitLevel,
      people: isKnown(people) ? printNumber(people, lang) : null,
    }),
  ]
}

const change: Part = ({ change: since, trend, round }, lang, say) => {
  if (!since) return trend.length <= 1 ? [say.firstRound] : []
  const from = String(since.fromRound)
  if (since.computable) return changeTerms(since.terms, from, round.unitLevel, lang, say)
  // A reason with figures of its own stands in the change table, where they can be followed.
  const why = /\d/.test(since.why[lang]) ? [] : [since.why[lang]]
  const raw = since.rawIndividuals ? [say.raw({ difference: printSigned(since.rawIndividuals, lang), unit: 'individuals', round: from })] : []
  return [say.notComputable(from), ...why, ...raw]
}

function changeTerms(terms: ChangeTerms, round: string, level: PublicRound['round']['unitLevel'], lang: Language, say: Phrases): string[] {
  const { unit, raw, common, newlyCovered, noLongerCovered, carriedForward } = terms
  const places = (n: number) => ({ n, printed: printNumber(n, lang), level, unit, round })
  const sentences: string[] = []
  if (common.places === 0) sentences.push(say.nothingInCommon(round))
  else if (common.change === 0) sentences.push(say.unchanged(places(common.places)))
  else {
    const percent = common.from > 0 ? ` (${printSignedPercent((100 * common.change) / common.from, lang)})` : ''
    sentences.push(say.changed({ ...places(common.places), rose: common.change > 0, amount: printNumber(Math.abs(common.change), lang), percent }))
  }
  if (newlyCovered.places > 0) sentences.push(say.newlyCovered({ ...places(newlyCovered.places), amount: printNumber(newlyCovered.amount, lang) }))
  if (noLongerCovered.places > 0) sentences.push(say.noLongerCovered({ ...places(noLongerCovered.places), amount: printNumber(noLongerCovered.amount, lang) }))
  if (carriedForward.places > 0) {
    const difference = carriedForward.change === 0 ? null : printSigned(carriedForward.change, lang)
    sentences.push(say.carriedChange({ ...places(carriedForward.places), difference }))
  }
  if (raw !== 0 && raw !== common.change) sentences.push(say.raw({ difference: printSigned(raw, lang), unit, round }))
  return sentences
}

const longestList = 3

const districts: Part = ({ areas, totals: { individuals } }, lang, say) => {
  const counted = (level: number) => areas.filter((area) => area.level === level && isKnown(area.individuals) && area.individuals > 0)
  const level = counted(2).length > 0 ? 2 : 1
  const largest = counted(level)
    .sort((a, b) => (b.individuals as number) - (a.individuals as number))
    .slice(0, longestList)
  if (largest.length === 0) return []
  return [
    say.largest(
      level,
      largest.map((area) => `${area.name}, ${withShare(printNumber(area.individuals as number, lang), area.individuals, individuals, lang)}`).join('; '),
    ),
  ]
}

const withShare = (printed: string, part: Count, whole: Count, lang: Language): string => {
  const share = printShare(part, whole, lang)
  return share ? `${printed} (${share})` : printed
}

/** The largest known parts with their shares; nothing when no part is known. */
function listed(parts: [string, Count][], whole: Count, lang: Language, say: Phrases): string | null {
  const known = parts
    .filter((part): part is [string, number] => isKnown(part[1]) && part[1] > 0)
    .sort((a, b) => b[1] - a[1])
    .slice(0, longestList)
  return known.length === 0
    ? null
    : known.map(([label, count]) => `${lowerFirst(label)}, ${withShare(say.people(printNumber(count, lang)), count, whole, lang)}`).join('; ')
}

const reasons: Part = (publicRound, lang, say) => {
  const sums = sumsBy(publicRound, ({ reason }) => reason).map(([reason, sum]): [string, Count] => [reasonLabel(reason, lang), sum])
  const list = listed(sums, publicRound.totals.individuals, lang, say)
  return list ? [say.reasons(list)] : []
}

const women: Part = ({ totals: { females, individuals } }, lang, say) =>
  isKnown(females) && isKnown(individuals) && individuals > 0 ? [say.women(printPercent((100 * females) / individuals, lang))] : []

const methods: Part = ({ methods: used, totals: { individuals } }, lang, say) => {
  const list = listed(
    used.map(({ method, individuals: people }) => [methodLabels[method][lang], people]),
    individuals,
    lang,
    say,
  )
  return list ? [say.methods(list)] : []
}

const endorsement: Part = ({ endorsement: { office, date, kind, reservations } }, lang, say) => {
  if (date === '') return [say.waiting(office)]
  const places = kind === 'endorsed_with_reservations' ? reservations.map(({ name }) => name).join(', ') : ''
  return [kind === 'endorsed' ? say.endorsed(office, printDate(date, lang)) : say.endorsedWithReservations(office, printDate(date, lang), places)]
}
