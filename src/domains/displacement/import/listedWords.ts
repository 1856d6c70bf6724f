/**
 * Words of a file for the codes of a list: where people live, since when, what became of the place, why nobody went. A word that no list knows and nobody has
 * settled for this source is said, never guessed and never dropped in silence; a person maps it once.
 */
import { fold } from '../../../engines/places/spelling.ts'
import type { Finding } from '../../../kernel/tables.ts'
import { answerFor, type ImportContext } from './proposal.ts'

export type ListedWords = ReadonlyMap<string, ReadonlyMap<string, string>>

/** What is said of a new word, by its list; the same codes name the answers that settle it. */
export const sayingOf = {
  reason: 'import.reason-new',
  setting: 'import.setting-new',
  arrivalPeriod: 'import.arrival-new',
  placeOutcome: 'import.status-unknown',
  notAssessedReason: 'import.not-assessed-reason-new',
} as const

export type List = keyof typeof sayingOf

/** Besides code, labels and other names of the pack's list: how files of past years wrote it. */
const alsoWritten: Partial<Record<List, Record<string, string>>> = {
  setting: {
    sitio: 'site',
    'displacement site': 'site',
    'idp site': 'site',
    'comunidade de acolhimento': 'host_community',
    'host community': 'host_community',
  },
}

/** Null with `unlisted` when the word means nothing yet. */
export function readWord(list: List, written: string, { words, savedDecisions }: ImportContext): { code: string | null; unlisted: boolean } {
  const folded = fold(written)
  if (folded === '') return { code: null, unlisted: false }
  const code = alsoWritten[list]?.[folded] ?? words.get(list)?.get(folded) ?? answerFor(savedDecisions, sayingOf[list], folded)?.value ?? null
  return { code, unlisted: code === null }
}

export const newWord = (list: List, written: string, line: number, sheet?: string): Finding => ({
  code: sayingOf[list],
  severity: 'warning',
  line,
  ...(sheet === undefined ? {} : { sheet }),
  facts: { line: String(line), written },
})
