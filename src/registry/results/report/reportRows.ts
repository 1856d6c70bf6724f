/** A part of the report as it is shown, the same on paper, on the page and in the editor's file: its links in words, a row for each figure, and what is told beside them. */
import type { Language } from '../../../kernel/index.ts'
import { printDate, printDateRange, printNumber, printPercent } from '../../../kernel/publishing.ts'
import type { ReportFigures, ReportLine, ReportPart } from './reportFigures.ts'
import { printReportNumber } from './reportText.ts'
import { reportWords } from './reportWords.ts'
import type { ReportText } from './strategyReport.ts'

export type ReportTableRow = { code: string; name: string; now: string; isKnown: boolean; before: string; target: string; reached: string; how: string }
export type ShownEntry = { title: string; state: string; details: string[] }
export type ShownPart = { key: string; name: string; links: string; text: string; rows: ReportTableRow[]; entries: ShownEntry[] }

function target(line: ReportLine, lang: Language): string {
  const words = reportWords[lang]
  // Of what is no indicator nobody sets a target.
  if (line.source) return ''
  if (!line.target) return words.notSet
  const print = (value: number) =>
    line.isRatio ? printPercent(value * 100, lang) : printReportNumber(line, { value, numerator: null, denominator: null }, lang)
  const said = words.targetOf(print(line.target.value), printDate(line.target.day, lang))
  if (line.target.changedOn === null) return said
  return `${said} (${words.changed(printDate(line.target.changedOn, lang), line.target.was === null ? words.wasUnknown : print(line.target.was))})`
}

function how({ method, coverage, of, source }: ReportLine, lang: Language): string {
  const words = reportWords[lang]
  return [
    ...(of ? [printDateRange(of.from, of.to, lang)] : []),
    ...(source ? [source[lang]] : []),
    ...(method ? [words.methods[method]] : []),
    ...(method && coverage ? [words.coverage(printNumber(coverage.received, lang), printNumber(coverage.expected, lang))] : []),
  ].join('; ')
}

const rowsOf = ({ lines }: Pick<ReportPart, 'lines'>, lang: Language): ReportTableRow[] =>
  lines.map((line) => ({
    code: line.source ? '' : line.code,
    name: line.name[lang],
    now: line.now ? printReportNumber(line, line.now, lang) : reportWords[lang].why[line.why ?? 'nothing'],
    isKnown: line.now !== null,
    before: line.before ? printReportNumber(line, line.before, lang) : line.source ? '' : reportWords[lang].noBefore,
    target: target(line, lang),
    reached: line.source ? '' : 'percent' in line.reached ? printPercent(line.reached.percent, lang) : reportWords[lang].noPercent,
    how: how(line, lang),
  }))

/** `ODS 9, 17 · Pacto Global: não legível na fonte`. */
export const linksInWords = ({ links }: Pick<ReportPart, 'links'>, lang: Language): string => {
  const words = reportWords[lang]
  return links
    .map(({ framework, codes }) => (codes ? `${words.frameworks[framework]} ${codes.join(', ')}` : `${words.frameworks[framework]}: ${words.notLegible}`))
    .join(' · ')
}

/** A part under the number of its area where it is one. */
const headingOf = ({ key, name }: Pick<ReportPart, 'key' | 'name'>, lang: Language): string => (/^\d+$/.test(key) ? `${key}. ${name[lang]}` : name[lang])

export const shownParts = ({ areas }: Pick<ReportFigures, 'areas'>, text: ReportText | null, lang: Language): ShownPart[] =>
  areas.map((part) => ({
    ...{ key: part.key, name: headingOf(part, lang), links: linksInWords(part, lang), text: text?.areas[part.key] ?? '', rows: rowsOf(part, lang) },
    entries: (part.entries ?? []).map(({ title, state, details }) => ({
      title: title[lang],
      state: state?.[lang] ?? '',
      details: details.map((detail) => detail[lang]),
    })),
  }))
