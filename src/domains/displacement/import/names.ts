/**
 * When two spellings may be one site. Folding here is exact (case, accents, spaces) and keeps punctuation, because a site code is followed through its
 * spellings; likeness only ever feeds a question to a person, since nine pairs of districts in the same province differ by two letters.
 */
import { fold } from '../../../engines/places/spelling.ts'
import { plainWords } from '../../../kernel/index.ts'

export const foldName = (text: string): string => plainWords(text).replace(/\s+/g, ' ').trim()

const bare = (text: string): string => fold(text).replaceAll(' ', '')
const digits = (text: string): string => text.replace(/\D+/g, ' ').trim()

/** Numbers must agree: Manhama 1 and Manhama 2 are neighbours, not spellings. Edit distance: Levenshtein 1966. */
export function looksAlike(one: string, other: string): boolean {
  if (digits(one) !== digits(other)) return false
  const a = bare(one)
  const b = bare(other)
  if (a === b) return true
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (short.length >= 5 && long.startsWith(short)) return true
  return editDistance(a, b) <= Math.max(1, Math.floor(long.length / 3)) && short.length >= 4
}

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const current = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      current[j] = Math.min(change, previous[j]! + 1, current[j - 1]! + 1)
    }
    previous = current
  }
  return previous[b.length]!
}

export const slug = (text: string): string => fold(text).replaceAll(' ', '-')
