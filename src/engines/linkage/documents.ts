/**
 * Identity document numbers against persons, for reconciliation with the issuing authority: one number that stands with two different people, and one
 * person who stands with two numbers. Both are flags with their evidence for an officer; a family that shares a number is common, and so is a renewed card.
 */
import { codeOf, emptyDictionary, nothing } from './dictionary.ts'
import { textAt } from './interned.ts'
import type { Model } from './model.ts'
import { weigher } from './score.ts'
import type { Prepared } from './train.ts'

export type DocumentFlag =
  | { flag: 'one-number-two-persons'; number: string; rows: [number, number]; weightBits: number }
  | { flag: 'one-person-two-numbers'; numbers: [string, string]; rows: [number, number]; weightBits: number }

type Asked = {
  /** Numbers as written, one for each row of the prepared table; the plan must not compare them, or they would testify for themselves. */
  numbers: readonly (string | null)[]
  /** Below this two rows with one number are two people; from `samePersonBits` on two rows with two numbers are one person. Between them nothing is claimed. */
  twoPersonsBits: number
  samePersonBits: number
}
export type DocumentRefusal = { code: 'linkage.numbers-do-not-fit'; facts: { rows: number; numbers: number } }

export function documentFlags(
  model: Model,
  { columns }: Pick<Prepared, 'columns'>,
  pairs: Iterable<{ a: number; b: number; weightBits: number }>,
  { numbers, twoPersonsBits, samePersonBits }: Asked,
): DocumentFlag[] | DocumentRefusal {
  if (numbers.length !== columns.size) return { code: 'linkage.numbers-do-not-fit', facts: { rows: columns.size, numbers: numbers.length } }
  const dictionary = emptyDictionary('code')
  const codes = numbers.map((number) => codeOf(dictionary, number))
  const { weigh } = weigher(model, columns)
  const flags: DocumentFlag[] = []
  const rowsOf = new Map<number, number[]>()
  codes.forEach((code, row) => {
    if (code === nothing) return
    for (const before of rowsOf.get(code) ?? []) {
      const weightBits = weigh(before, row)
      if (weightBits < twoPersonsBits) flags.push({ flag: 'one-number-two-persons', number: textAt(dictionary.texts, code), rows: [before, row], weightBits })
    }
    rowsOf.set(code, [...(rowsOf.get(code) ?? []), row])
  })
  for (const { a, b: inSecond, weightBits } of pairs) {
    const b = inSecond + (columns.border ?? 0)
    const [one, other] = [codes[a]!, codes[b]!]
    if (weightBits < samePersonBits || one === nothing || other === nothing || one === other) continue
    flags.push({ flag: 'one-person-two-numbers', numbers: [textAt(dictionary.texts, one), textAt(dictionary.texts, other)], rows: [a, b], weightBits })
  }
  return flags
}
