/** An area of the report as it is shown, the same on paper and on the page: its links in words and a row for each indicator. */
import type { Language } from '../../../kernel/index.ts'
import { printDate, printNumber, printPercent } from '../../../kernel/publishing.ts'
import type { QuarterArea, QuarterLine } from './quarterFigures.ts'
import { printQuarterNumber } from './quarterText.ts'
import { quarterWords } from './quarterWords.ts'

export type QuarterRow = { code: string; name: string; now: string; isKnown: boolean; before: string; target: string; reached: string; how: string }

function target(line: QuarterLine, lang: Language): string {
  const words = quarterWords[lang]
  if (!line.target) return words.notSet
  const print = (value: number) =>
    line.isRatio ? printPercent(value * 100, lang) : printQuarterNumber(line, { value, numerator: null, denominator: null }, lang)
  const said = words.targetOf(print(line.target.value), printDate(line.target.day, lang))
  if (line.target.changedOn === null) return said
  return `${said} (${words.changed(printDate(line.target.changedOn, lang), line.target.was === null ? words.wasUnknown : print(line.target.was))})`
}

function how({ method, coverage }: QuarterLine, lang: Language): string {
  if (!method) return ''
  const words = quarterWords[lang]
  const answered = coverage ? `; ${words.coverage(printNumber(coverage.received, lang), printNumber(coverage.expected, lang))}` : ''
  return `${words.methods[method]}${answered}`
}

export const rowsOf = ({ lines }: QuarterArea, lang: Language): QuarterRow[] =>
  lines.map((line) => ({
    code: line.code,
    name: line.name[lang],
    now: line.now ? printQuarterNumber(line, line.now, lang) : quarterWords[lang].why[line.why ?? 'nothing'],
    isKnown: line.now !== null,
    before: line.before ? printQuarterNumber(line, line.before, lang) : quarterWords[lang].noBefore,
    target: target(line, lang),
    reached: 'percent' in line.reached ? printPercent(line.reached.percent, lang) : quarterWords[lang].noPercent,
    how: how(line, lang),
  }))

/** `ODS 9, 17 · Pacto Global: não legível na fonte`. */
export const linksInWords = ({ links }: QuarterArea, lang: Language): string => {
  const words = quarterWords[lang]
  return links
    .map(({ framework, codes }) => (codes ? `${words.frameworks[framework]} ${codes.join(', ')}` : `${words.frameworks[framework]}: ${words.notLegible}`))
    .join(' · ')
}

export const titleOfQuarter = (from: string, lang: Language): string => quarterWords[lang].quarter((Number(from.slice(5, 7)) + 2) / 3, Number(from.slice(0, 4)))
