/**
 * The words of a quarter: written from the figures, changed by people, and held against the figures sentence by sentence before anybody may clear them
 * (specification: results, section 5.8).
 */
import { type Figure, lint, type NarrativeFacts, unitOf } from '../../../engines/narrative/index.ts'
import { type Language, type Refusal, refuse } from '../../../kernel/index.ts'
import { printNumber, printPercent } from '../../../kernel/publishing.ts'
import { countsOf, type QuarterArea, type QuarterFigures, type QuarterLine, type QuarterNumber } from './quarterFigures.ts'
import type { QuarterText, QuarterTexts } from './strategyReport.ts'

/** `80,0 % (4 de 5 visitas)`, or `12 rondas`. */
export function printQuarterNumber(line: Pick<QuarterLine, 'unit' | 'isRatio'>, { value, numerator, denominator }: QuarterNumber, lang: Language): string {
  const print = (number: number) => printNumber(number, lang, Number.isInteger(number) ? 0 : 1)
  const named = (number: number) => `${print(number)} ${line.unit[number === 1 ? 'one' : 'many'][lang]}`
  if (!line.isRatio || numerator === null || denominator === null) return named(value)
  return `${printPercent(value * 100, lang)} (${print(numerator)} ${lang === 'pt' ? 'de' : 'of'} ${named(denominator)})`
}

const phrases = {
  pt: {
    opening: ({ defined, known, waiting, unknown, nothing }: Record<string, string>) =>
      `De ${defined} indicadores, ${known} com valor aprovado neste trimestre; ${waiting} à espera de aprovação; ${unknown} em que se sabe que ninguém sabe; ${nothing} sem nenhum registo.`,
    none: (area: string, count: string) => `${area}: nenhum valor aprovado neste trimestre, de ${count} indicadores.`,
    single: (area: string) => `${area}: o seu único indicador não tem valor aprovado neste trimestre.`,
    before: (text: string) => `; no trimestre anterior ${text}`,
    target: (text: string) => `; meta ${text}`,
    withheld: 'valor retido para proteger pessoas',
  },
  en: {
    opening: ({ defined, known, waiting, unknown, nothing }: Record<string, string>) =>
      `Of ${defined} indicators, ${known} with an approved figure in this quarter; ${waiting} waiting for approval; ${unknown} of which it is known that nobody knows; ${nothing} without any record.`,
    none: (area: string, count: string) => `${area}: no approved figure in this quarter, of ${count} indicators.`,
    single: (area: string) => `${area}: its only indicator has no approved figure in this quarter.`,
    before: (text: string) => `; in the previous quarter ${text}`,
    target: (text: string) => `; target ${text}`,
    withheld: 'figure withheld to protect people',
  },
} as const

function sentenceOf(line: QuarterLine, lang: Language): string[] {
  const words = phrases[lang]
  const head = `${line.code} (${line.name[lang]}): `
  if (line.why === 'withheld') return [`${head}${words.withheld}.`]
  if (!line.now) return []
  const before = line.before ? words.before(printQuarterNumber(line, line.before, lang)) : ''
  // The target of a share stands in the table: from two parts that nobody has yet, no percentage follows.
  const target =
    line.target && !line.isRatio ? words.target(printQuarterNumber(line, { value: line.target.value, numerator: null, denominator: null }, lang)) : ''
  return [`${head}${printQuarterNumber(line, line.now, lang)}${before}${target}.`]
}

function textOfArea({ name, lines }: QuarterArea, lang: Language): string {
  const sentences = lines.flatMap((line) => sentenceOf(line, lang))
  if (sentences.length > 0) return sentences.join(' ')
  return lines.length === 1 ? phrases[lang].single(name[lang]) : phrases[lang].none(name[lang], printNumber(lines.length, lang))
}

function writeText({ areas }: QuarterFigures, lang: Language): QuarterText {
  const counts = Object.fromEntries(Object.entries(countsOf(areas)).map(([name, count]) => [name, printNumber(count, lang)]))
  return { opening: phrases[lang].opening(counts), areas: Object.fromEntries(areas.map((area) => [area.key, textOfArea(area, lang)])) }
}

export const writeTexts = (figures: QuarterFigures): QuarterTexts => ({ pt: writeText(figures, 'pt'), en: writeText(figures, 'en') })

/** After figures were frozen again: what people wrote stays as they wrote it, and what nobody touched is written anew. */
export function keepWritten(anew: QuarterTexts, written: QuarterTexts, untouched: QuarterTexts): QuarterTexts {
  const keep = (now: string, text: string | undefined, before: string | undefined) => (text === undefined || text === before ? now : text)
  const ofLanguage = (lang: Language): QuarterText => ({
    opening: keep(anew[lang].opening, written[lang].opening, untouched[lang].opening),
    areas: Object.fromEntries(Object.entries(anew[lang].areas).map(([key, now]) => [key, keep(now, written[lang].areas[key], untouched[lang].areas[key])])),
  })
  return { pt: ofLanguage('pt'), en: ofLanguage('en') }
}

/** The engine compares rounds; here a round is a quarter, which no text calls by a number. */
const quarter = { before: 1, now: 2 }

const unitOfLine = ({ unit }: QuarterLine) => unitOf(unit.many.en)

function figuresOfLine(line: QuarterLine): Figure[] {
  const place = [line.code, line.name.pt, line.name.en]
  const unit = unitOfLine(line)
  const of = (id: string, { value, numerator, denominator }: QuarterNumber, more: Pick<Figure, 'round' | 'words'>): Figure[] => {
    const whole = `${line.code} ${id}, denominator`
    if (numerator === null || denominator === null) return [{ id: `${line.code} ${id}`, value, unit, place, ...more }]
    return [
      { id: whole, value: denominator, unit, place, ...more },
      { id: `${line.code} ${id}, numerator`, value: numerator, unit, place, partOf: whole, ...more },
    ]
  }
  const mark = (value: number) => ({ value, numerator: null, denominator: null })
  return [
    ...(line.now ? of('now', line.now, { round: quarter.now }) : []),
    ...(line.before ? of('before', line.before, { round: quarter.before }) : []),
    ...(line.target ? of('target', mark(line.target.value), { words: ['meta', 'target'] }) : []),
    ...(line.baseline === null ? [] : of('baseline', mark(line.baseline), { words: ['linha de base', 'baseline'] })),
  ]
}

const countWords: Record<keyof ReturnType<typeof countsOf>, string[]> = {
  defined: ['indicador', 'indicator'],
  known: ['valor aprovado', 'approved figure'],
  waiting: ['espera de aprovação', 'waiting for approval'],
  unknown: ['ninguém sabe', 'nobody knows'],
  nothing: ['sem nenhum registo', 'without any record'],
}

export function quarterFacts({ areas, from, to, country }: QuarterFigures): NarrativeFacts {
  const lines = areas.flatMap((area) => area.lines)
  const counts = (prefix: string, of: readonly QuarterArea[], place?: string[]): Figure[] =>
    Object.entries(countsOf(of)).map(([name, value]) => ({
      ...{ id: `${prefix}${name}`, value, unit: 'other' as const, words: countWords[name as keyof typeof countWords] },
      ...(name === 'defined' ? {} : { partOf: `${prefix}defined` }),
      ...(place ? { place } : {}),
    }))
  return {
    ...{ current: quarter.now, previous: quarter.before, rounds: [], periods: [[from, to]] },
    dates: [{ date: from }, { date: to }, ...lines.flatMap(({ target }) => (target ? [{ date: target.day }] : []))],
    figures: [...counts('', areas), ...areas.flatMap((area) => counts(`${area.key} `, [area], [area.name.pt, area.name.en])), ...lines.flatMap(figuresOfLine)],
    names: [
      ...lines.flatMap(({ code, name }) => [code, name.pt, name.en]),
      ...areas.flatMap(({ name }) => [name.pt, name.en]),
      country.name.pt,
      country.name.en,
    ],
  }
}

/** Every number of both texts that does not follow from the figures. */
export function lintQuarter(figures: QuarterFigures, texts: QuarterTexts): Refusal[] {
  const facts = quarterFacts(figures)
  const names = Object.fromEntries(figures.areas.map(({ key, name }) => [key, name]))
  return (['pt', 'en'] as const).flatMap((lang) => {
    const { opening, areas } = texts[lang]
    const blocks: [string, string][] = [['', opening], ...Object.entries(areas).map(([key, text]): [string, string] => [names[key]?.[lang] ?? key, text])]
    return blocks.flatMap(([area, text]) =>
      lint(text, lang, facts).map(({ facts: { sentence, said, computed } }) =>
        computed === ''
          ? refuse('report.number-unbound', { sentence, said, area, lang })
          : refuse('report.number-differs', { sentence, said, computed, area, lang }),
      ),
    )
  })
}
