/** Dates as officers write them in both languages: a day, a span of days, a month of a year, a year. */

const months = [
  'january|janeiro|jan',
  'february|fevereiro|feb|fev',
  'march|marco|mar',
  'april|abril|apr|abr',
  'may|maio|mai',
  'june|junho|jun',
  'july|julho|jul',
  'august|agosto|aug|ago',
  'september|setembro|sept|sep|set',
  'october|outubro|oct|out',
  'november|novembro|nov',
  'december|dezembro|dec|dez',
]
const monthNames = months.join('|')
const monthOf = (name: string): number => months.findIndex((names) => names.split('|').includes(name)) + 1

const dayAndMonth = `(\\d{1,2})(?:st|nd|rd|th|\\.?º)?(?: de| of)? (${monthNames})\\.?`
const year = '(?:,? (?:de |of )?(\\d{4}))'
const to = ' ?(?:to|and|until|a|e|ate|ao|-|–|—) ?'
const before = '(?<![\\p{L}\\d])'
const after = '(?!\\d|[.,]\\d)'

/** From the most to the least telling; what one pattern took is not read again. */
const patterns: [RegExp, (groups: (string | undefined)[]) => (string | null)[]][] = [
  [
    new RegExp(`${before}${dayAndMonth}${year}?${to}${dayAndMonth}${year}${after}`, 'gu'),
    ([d1, m1, y1, d2, m2, y2]) => [day(y1 ?? y2, monthOf(m1!), d1), day(y2, monthOf(m2!), d2)],
  ],
  [new RegExp(`${before}(\\d{1,2})${to}${dayAndMonth}${year}${after}`, 'gu'), ([d1, d2, m, y]) => [day(y, monthOf(m!), d1), day(y, monthOf(m!), d2)]],
  [new RegExp(`${before}${dayAndMonth}${year}${after}`, 'gu'), ([d, m, y]) => [day(y, monthOf(m!), d)]],
  [new RegExp(`${before}(${monthNames}) (\\d{1,2}), (\\d{4})${after}`, 'gu'), ([m, d, y]) => [day(y, monthOf(m!), d)]],
  [new RegExp(`${before}(\\d{4})-(\\d{2})-(\\d{2})${after}`, 'gu'), ([y, m, d]) => [day(y, Number(m), d)]],
  [new RegExp(`${before}(\\d{1,2})/(\\d{1,2})/(\\d{4})${after}`, 'gu'), ([d, m, y]) => [day(y, Number(m), d)]],
  [new RegExp(`${before}(${monthNames})\\.?${year}${after}`, 'gu'), ([m, y]) => [`${y}-${two(monthOf(m!))}`]],
  [new RegExp(`${before}${dayAndMonth}(?![\\p{L}])`, 'gu'), ([d, m]) => [`-${two(monthOf(m!))}-${two(Number(d))}`]],
  [
    /\b((?:19|20)\d{2})\b(?! ?(?:%|per cent|por cento|people|persons|households|individuals|pessoas|agregados|families|familias|displaced|deslocad|localit|places|lugares|locais|sites|women|men|mulheres|homens))(?![.,]\d)(?! \d{3}\b)/g,
    ([y]) => [y!],
  ],
]

export type DateSpan = { start: number; end: number; days: string[] | null }

export function scanDates(folded: string): DateSpan[] {
  let rest = folded
  const found: DateSpan[] = []
  for (const [pattern, read] of patterns) {
    for (const match of rest.matchAll(pattern)) {
      const end = match.index + match[0].length
      const days = read(match.slice(1))
      found.push({ start: match.index, end, days: days.includes(null) ? null : (days as string[]) })
      rest = rest.slice(0, match.index) + '_'.repeat(end - match.index) + rest.slice(end)
    }
  }
  return found
}

/** Whether a written day, month or year (`2021-09-23`, `2021-09`, `-09-23`, `2021`) speaks of this date. */
export const speaksOf = (written: string, date: string): boolean => (written.startsWith('-') ? date.slice(4, 10) === written : date.startsWith(written))

const two = (number: number): string => String(number).padStart(2, '0')

function day(y: string | undefined, m: number, d: string | undefined): string | null {
  const exists = m >= 1 && m <= 12 && Number(d) >= 1 && Number(d) <= new Date(Date.UTC(Number(y), m, 0)).getUTCDate()
  return exists ? `${y}-${two(m)}-${two(Number(d))}` : null
}
