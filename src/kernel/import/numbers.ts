/**
 * Figures as text. `1.234` is one thousand two hundred in Maputo and one and a bit in London: the column proves its decimal mark, or the figure is
 * refused until a person has said which it is.
 */
import { type Refusal, refuse } from '../refusal.ts'
import type { Cell } from './table.ts'

type DecimalMark = ',' | '.'

export type MarkEvidence = {
  /** Figures that prove a decimal comma (`12,5`, `1.234.567`), or a decimal point. */
  comma: number
  point: number
  /** `1.234` and `1,234`: thousands or three decimals. */
  ambiguous: number
  mark: DecimalMark | 'not-needed' | 'undecided'
  examples: { comma: string[]; point: string[]; ambiguous: string[] }
}

type Shape = { whole: string; proves: DecimalMark | null; ambiguous: boolean }

export function decimalMarks(values: readonly Cell[]): MarkEvidence {
  const evidence: MarkEvidence = { comma: 0, point: 0, ambiguous: 0, mark: 'not-needed', examples: { comma: [], point: [], ambiguous: [] } }
  for (const value of values) {
    const shape = typeof value === 'string' ? shapeOf(value) : null
    if (!shape || (!shape.proves && !shape.ambiguous)) continue
    const kind = shape.ambiguous ? 'ambiguous' : shape.proves === ',' ? 'comma' : 'point'
    evidence[kind]++
    const shown = evidence.examples[kind]
    if (shown.length < 3 && !shown.includes(value as string)) shown.push(value as string)
  }
  const { comma, point, ambiguous } = evidence
  if (comma + point + ambiguous > 0) evidence.mark = comma > 0 === point > 0 ? 'undecided' : comma > 0 ? ',' : '.'
  return evidence
}

/** Empty is null, since unknown is not zero. A figure that its column's mark does not explain is refused. */
export function parseNumber(value: Cell, mark: MarkEvidence['mark']): number | null | Refusal {
  if (value === null || value === '') return null
  if (typeof value === 'number') return value
  if (typeof value !== 'string') return refuse('import.not-a-number', { value: typeof value === 'object' ? value.error : String(value) })
  const shape = shapeOf(value)
  if (!shape) return refuse('import.not-a-number', { value })
  if (shape.ambiguous && mark !== ',' && mark !== '.') return refuse('import.number-undecided', { value })
  if (shape.proves && (mark === ',' || mark === '.') && shape.proves !== mark) return refuse('import.number-against-mark', { value, mark })
  const decimal = shape.proves ?? (mark === ',' ? ',' : '.')
  const thousands = decimal === ',' ? '.' : ','
  return Number(shape.whole.replaceAll(thousands, '').replace(decimal, '.'))
}

export function parseInteger(value: Cell, mark: MarkEvidence['mark']): number | null | Refusal {
  const number = parseNumber(value, mark)
  if (typeof number !== 'number') return number
  return Number.isInteger(number) ? number : refuse('import.not-a-whole-number', { value: String(value) })
}

/** What the marks in a figure prove. Blanks and apostrophes group thousands everywhere; `(5)` and `−5` are negative. */
function shapeOf(text: string): Shape | null {
  const bare = text
    .trim()
    .replace(/^\((.*)\)$/, '-$1')
    .replace(/^−/, '-')
    .replace(/^\+/, '')
  if (/[\s'’]/.test(bare) && !/^-?\d{1,3}([\s'’]\d{3})+([.,]\d+)?$/.test(bare)) return null
  const whole = bare.replace(/[\s'’]/g, '')
  const grouped = whole !== bare
  if (/^-?\d+$/.test(whole)) return { whole, proves: null, ambiguous: false }
  const single = /^-?(\d*)([.,])(\d+)$/.exec(whole)
  if (single) {
    const [, before, mark, after] = single
    // Three digits behind the mark may be thousands, unless the figure starts with 0, is too long, or groups its thousands in another way.
    const maybeThousands = !grouped && after!.length === 3 && before!.length >= 1 && before!.length <= 3 && !before!.startsWith('0')
    return { whole, proves: maybeThousands ? null : (mark as DecimalMark), ambiguous: maybeThousands }
  }
  if (/^-?\d{1,3}(\.\d{3})+,\d+$/.test(whole) || /^-?\d{1,3}(\.\d{3}){2,}$/.test(whole)) return { whole, proves: ',', ambiguous: false }
  if (/^-?\d{1,3}(,\d{3})+\.\d+$/.test(whole) || /^-?\d{1,3}(,\d{3}){2,}$/.test(whole)) return { whole, proves: '.', ambiguous: false }
  return null
}
