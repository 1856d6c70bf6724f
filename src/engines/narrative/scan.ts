/**
 * Finds what a sentence states in digits: numbers in the formats of both languages, percentages, rounds, dates and years. Numbers of a list, ordinals,
 * and digits inside names or codes state nothing.
 */
import { scanDates } from './dates.ts'
import type { Language } from './facts.ts'
import { type Approximation, approximationBefore, comparedRound, fold } from './words.ts'

type Span = { start: number; end: number; text: string }

export type NumberSaid = Span & {
  kind: 'number' | 'percent'
  /** What the digits can mean: `744.949` is seven hundred thousand, or in English less than a thousand. */
  readings: { value: number; quantum: number }[]
  sign: 1 | -1 | null
  approximation: Approximation
}
export type RoundSaid = Span & { kind: 'round'; round: number; compared: boolean }
/** `days` holds one day or month, or the two ends of a span; null when no calendar has such a day. */
export type DateSaid = Span & { kind: 'date'; days: string[] | null }
export type Said = NumberSaid | RoundSaid | DateSaid

export type Sentence = { text: string; folded: string; said: Said[] }

/** `names`, in folded letters, are blanked before anything is read. */
export function sentencesOf(text: string, lang: Language, names: readonly string[]): Sentence[] {
  const found: Sentence[] = []
  for (const line of text.normalize('NFC').split(/\n+/)) {
    const unlisted = line.replace(/^\s*(?:[-–•*]\s+|\(?\d{1,2}[.)]\s+)/, '')
    const masked = blank(fold(unlisted), names)
    let start = 0
    for (const end of [...[...masked.matchAll(/[.!?]["»”)]*\s+(?=["«“(]?[\p{L}\d])/gu)].map((match) => match.index + match[0].length), masked.length]) {
      const sentence = unlisted.slice(start, end)
      if (sentence.trim() !== '') found.push({ text: sentence.trim(), folded: fold(sentence), said: scan(masked.slice(start, end), sentence, lang) })
      start = end
    }
  }
  return found
}

/** Longest names first; a name is replaced by as many low lines as it has letters. A place called 3 de Fevereiro is not the date in `13 de fevereiro de 2025`. */
function blank(folded: string, names: readonly string[]): string {
  let text = folded
  for (const name of names.filter((one) => /\d/.test(one)).sort((a, b) => b.length - a.length)) {
    text = text.replaceAll(name, (found, at: number) => {
      const isPart = /[\p{L}\d]/u.test(text[at - 1] ?? ' ') || /^(?:[\p{L}\d]| (?:de |of )?\d{4}(?!\d))/u.test(text.slice(at + found.length))
      return isPart ? found : '_'.repeat(found.length)
    })
  }
  return text
}

const roundPatterns = [
  /\b(?:rounds|rondas) (\d{1,4}(?:(?:, ?| ?(?:to|and|a|e|-|–) ?)\d{1,4}(?![\d.,]\d|\d| ?%| \d{3}\b))*)(?!\d)/g,
  /\b(?:round|ronda|r)(?:\.? ?(?:no\.?|n\.?º|number|numero))? ?(\d{1,4})\b/g,
  /(?<![\p{L}\d])(\d{1,4})(?:st|nd|rd|th|\.?[ªa]) (?:round|ronda)\b/gu,
]
const ordinalPattern = /(?<![\p{L}\d])\d+(?:st|nd|rd|th|\.?[ºª])/gu
const numberPattern =
  /(?<![\p{L}\d_]|\d[.,]|\p{L}-)([+−–-] ?)?(\d{1,3}(?:([., ])\d{3})(?:\3\d{3})*(?:[.,]\d+)?(?![\d])|\d+(?:[.,]\d+)?)(?![\p{L}\d_])(?: ?(thousand|million|millions|mil|milhao|milhoes)\b)?( ?(?:%|per cent\b|percent\b|por cento\b))?/gu
const scales: Record<string, number> = { thousand: 1e3, mil: 1e3, million: 1e6, millions: 1e6, milhao: 1e6, milhoes: 1e6 }

function scan(masked: string, original: string, lang: Language): Said[] {
  let rest = masked
  const said: Said[] = []
  const take = (start: number, end: number): Span => {
    rest = rest.slice(0, start) + '_'.repeat(end - start) + rest.slice(end)
    return { start, end, text: original.slice(start, end) }
  }
  for (const match of roundPatterns.flatMap((pattern) => [...masked.matchAll(pattern)])) {
    const compared = comparedRound.test(masked.slice(0, match.index))
    const span = take(match.index, match.index + match[0].length)
    for (const number of match[1]!.match(/\d+/g)!) said.push({ ...span, kind: 'round', round: Number(number), compared: compared && match[1] === number })
  }
  for (const { start, end, days } of scanDates(rest)) said.push({ ...take(start, end), kind: 'date', days })
  for (const match of rest.matchAll(ordinalPattern)) take(match.index, match.index + match[0].length)
  for (const match of rest.matchAll(numberPattern)) {
    const [whole, sign, digits, group, scaleWord, percent] = match
    const approximation = approximationBefore(rest.slice(0, match.index))
    const readings = readingsOf(digits!, group, lang, scales[scaleWord ?? ''] ?? 1, percent === undefined && approximation !== 'exact')
    // A hyphen or dash is a minus only when it clings to its number; otherwise it parts words or joins the ends of a span.
    const signed = sign !== undefined && (/^[+−]/.test(sign) || (sign.length === 1 && !/[\d_]$/.test(rest.slice(0, match.index).trimEnd())))
    const start = match.index + (sign !== undefined && !signed ? sign.length : 0)
    const span = { start, end: match.index + whole.length, text: original.slice(start, match.index + whole.length) }
    said.push({ ...span, kind: percent ? 'percent' : 'number', readings, sign: signed ? (sign.startsWith('+') ? 1 : -1) : null, approximation })
  }
  return said.sort((a, b) => a.start - b.start)
}

/** The precision said: the last decimal written, or, with words like about, the last digit that is not a zero. */
function readingsOf(digits: string, group: string | undefined, lang: Language, scale: number, loose: boolean): { value: number; quantum: number }[] {
  const reading = (whole: string, decimals: string) => {
    const zeros = decimals === '' && loose ? /0*$/.exec(whole)![0].length : 0
    return { value: Number(`${whole}.${decimals || '0'}`) * scale, quantum: scale * 10 ** (zeros - decimals.length) }
  }
  if (group === undefined) {
    const [whole = '', decimals = ''] = digits.split(/[.,]/)
    return [reading(whole, decimals)]
  }
  const groups = digits.split(group)
  const [last = '', decimals = ''] = groups.at(-1)!.split(/[.,]/)
  const grouped = reading([...groups.slice(0, -1), last].join(''), decimals)
  const isDecimalMark = group === (lang === 'pt' ? ',' : '.') && groups.length === 2 && decimals === ''
  const asDecimal = reading(groups[0]!, groups[1]!)
  if (isDecimalMark && groups[0] === '0') return [asDecimal]
  return isDecimalMark ? [grouped, asDecimal] : [grouped]
}
