/**
 * The words of a report: written from the figures, changed by people, and held against the figures sentence by sentence before anybody may clear them
 * (specification: results, section 5.8).
 */
import type { Language } from '../../../kernel/index.ts'
import { printNumber, printPercent } from '../../../kernel/publishing.ts'
import { phrases } from './phrases.ts'
import { countsOf, filledParts, kindOf, type ReportFigures, type ReportLine, type ReportNumber, type ReportPart } from './reportFigures.ts'
import type { ReportText, ReportTexts } from './strategyReport.ts'

/** `80,0 % (4 de 5 visitas)`, or `12 rondas`. */
export function printReportNumber(
  line: Pick<ReportLine, 'unit' | 'isRatio' | 'decimals'>,
  { value, numerator, denominator }: ReportNumber,
  lang: Language,
): string {
  const print = (number: number) => printNumber(number, lang, line.decimals ?? (Number.isInteger(number) ? 0 : 1))
  const named = (number: number) => `${print(number)} ${line.unit[number === 1 ? 'one' : 'many'][lang]}`
  if (!line.isRatio || numerator === null || denominator === null) return named(value)
  return `${printPercent(value * 100, lang)} (${print(numerator)} ${lang === 'pt' ? 'de' : 'of'} ${named(denominator)})`
}

type Told = Pick<ReportFigures, 'kind'>

function sentenceOf(line: ReportLine, figures: Told, lang: Language): string[] {
  const words = phrases[lang]
  const head = line.source ? `${line.name[lang]}: ` : `${line.code} (${line.name[lang]}): `
  if (line.why === 'withheld') return [`${head}${words.withheld}.`]
  if (!line.now) return []
  const before = line.before ? words.before[kindOf(figures) === 'quarter' ? 'quarter' : 'other'](printReportNumber(line, line.before, lang)) : ''
  // The target of a share stands in the table: from two parts that nobody has yet, no percentage follows.
  const target =
    line.target && !line.isRatio ? words.target(printReportNumber(line, { value: line.target.value, numerator: null, denominator: null }, lang)) : ''
  return [`${head}${printReportNumber(line, line.now, lang)}${before}${target}.`]
}

function textOfPart({ name, lines, entries = [] }: ReportPart, figures: Told, lang: Language): string {
  const words = phrases[lang]
  const sentences = lines.flatMap((line) => sentenceOf(line, figures, lang))
  if (sentences.length > 0) return sentences.join(' ')
  if (lines.length === 0) return entries.length > 0 ? '' : words.noRecords
  const when = kindOf(figures) === 'quarter' ? words.inQuarter : ''
  return lines.length === 1 ? words.single(name[lang], when) : words.none(name[lang], printNumber(lines.length, lang), when)
}

function writeText(figures: ReportFigures, lang: Language): ReportText {
  const { areas, silent = 0 } = figures
  const counts = Object.fromEntries(
    Object.entries({ ...countsOf(areas), ...filledParts(areas), silent }).map(([name, count]) => [name, printNumber(count, lang)]),
  )
  return {
    opening: phrases[lang].opening[kindOf(figures)](counts),
    areas: Object.fromEntries(areas.map((area) => [area.key, textOfPart(area, figures, lang)])),
  }
}

export const writeTexts = (figures: ReportFigures): ReportTexts => ({ pt: writeText(figures, 'pt'), en: writeText(figures, 'en') })

/** After figures were frozen again: what people wrote stays as they wrote it, and what nobody touched is written anew. */
export function keepWritten(anew: ReportTexts, written: ReportTexts, untouched: ReportTexts): ReportTexts {
  const keep = (now: string, text: string | undefined, before: string | undefined) => (text === undefined || text === before ? now : text)
  const ofLanguage = (lang: Language): ReportText => ({
    opening: keep(anew[lang].opening, written[lang].opening, untouched[lang].opening),
    areas: Object.fromEntries(Object.entries(anew[lang].areas).map(([key, now]) => [key, keep(now, written[lang].areas[key], untouched[lang].areas[key])])),
  })
  return { pt: ofLanguage('pt'), en: ofLanguage('en') }
}
