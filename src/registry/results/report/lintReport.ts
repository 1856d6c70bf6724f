/** Holds the text of a report against its frozen figures: every number in both languages follows from them, or is told with the right one. */
import { type Figure, lint, type NarrativeFacts, unitOf } from '../../../engines/narrative/index.ts'
import { type Refusal, refuse } from '../../../kernel/index.ts'
import { countsOf, filledParts, type ReportFigures, type ReportLine, type ReportNumber, type ReportPart } from './reportFigures.ts'
import type { ReportTexts } from './strategyReport.ts'

/** The engine compares rounds; here a round is what stands now or stood before, which no text calls by a number. */
const rounds = { before: 1, now: 2 }

const unitOfLine = ({ unit }: ReportLine) => unitOf(unit.many.en)

function figuresOfLine(line: ReportLine): Figure[] {
  const place = [line.code, line.name.pt, line.name.en]
  const unit = unitOfLine(line)
  const of = (id: string, { value, numerator, denominator }: ReportNumber, more: Pick<Figure, 'round' | 'words'>): Figure[] => {
    const whole = `${line.code} ${id}, denominator`
    if (numerator === null || denominator === null) return [{ id: `${line.code} ${id}`, value, unit, place, ...more }]
    return [
      { id: whole, value: denominator, unit, place, ...more },
      { id: `${line.code} ${id}, numerator`, value: numerator, unit, place, partOf: whole, ...more },
    ]
  }
  const mark = (value: number) => ({ value, numerator: null, denominator: null })
  return [
    ...(line.now ? of('now', line.now, { round: rounds.now }) : []),
    ...(line.before ? of('before', line.before, { round: rounds.before }) : []),
    ...(line.target ? of('target', mark(line.target.value), { words: ['meta', 'target'] }) : []),
    ...(line.baseline === null ? [] : of('baseline', mark(line.baseline), { words: ['linha de base', 'baseline'] })),
  ]
}

type Counted = keyof ReturnType<typeof countsOf> | keyof ReturnType<typeof filledParts> | 'silent'
const countWords: Record<Counted, string[]> = {
  defined: ['indicador', 'indicator', 'numeros', 'figures'],
  known: ['valor aprovado', 'approved figure', 'conhecid', 'known'],
  waiting: ['espera de aprovação', 'waiting for approval'],
  unknown: ['ninguém sabe', 'nobody knows'],
  nothing: ['sem nenhum registo', 'without any record'],
  parts: ['secções', 'sections'],
  filled: ['com registos', 'with records'],
  silent: ['nunca se aprovou', 'was ever approved'],
}

/** Which of the counts is a part of which. */
const wholes: Partial<Record<string, Counted>> = { known: 'defined', waiting: 'defined', unknown: 'defined', nothing: 'defined', filled: 'parts' }

export function reportFacts({ areas, from, to, country, about, silent = 0 }: ReportFigures): NarrativeFacts {
  const lines = areas.flatMap((area) => area.lines)
  const counts = (prefix: string, of: readonly ReportPart[], place?: string[]): Figure[] =>
    Object.entries({ ...countsOf(of), ...(place ? {} : { ...filledParts(of), silent }) }).map(([name, value]) => ({
      ...{ id: `${prefix}${name}`, value, unit: 'other' as const, words: countWords[name as Counted] },
      ...(wholes[name] ? { partOf: `${prefix}${wholes[name]}` } : {}),
      ...(place ? { place } : {}),
    }))
  return {
    ...{
      current: rounds.now,
      previous: rounds.before,
      rounds: [],
      periods: [[from, to], ...lines.flatMap(({ of }): [string, string][] => (of ? [[of.from, of.to]] : []))],
    },
    dates: [
      { date: from },
      { date: to },
      ...lines.flatMap(({ of }) => (of ? [{ date: of.from }, { date: of.to }] : [])),
      ...lines.flatMap(({ target }) => (target ? [{ date: target.day }] : [])),
    ],
    figures: [...counts('', areas), ...areas.flatMap((area) => counts(`${area.key} `, [area], [area.name.pt, area.name.en])), ...lines.flatMap(figuresOfLine)],
    names: [
      ...lines.flatMap(({ code, name }) => [code, name.pt, name.en]),
      ...areas.flatMap(({ name, entries = [] }) => [name, ...entries.map(({ title }) => title)]).flatMap(({ pt, en }) => [pt, en]),
      ...(about ? [about.pt, about.en] : []),
      country.name.pt,
      country.name.en,
    ],
  }
}

/** Every number of both texts that does not follow from the figures. */
export function lintReport(figures: ReportFigures, texts: ReportTexts): Refusal[] {
  const facts = reportFacts(figures)
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
