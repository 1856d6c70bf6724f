/** Why people were displaced: a set, because one family may flee both flood and attack; folded on case and language, never split into two cells. */
import { fold } from '../../../engines/places/spelling.ts'
import { readWord } from './listedWords.ts'
import type { ImportContext } from './proposal.ts'

const codes: Partial<Record<string, string>> = {
  conflict: 'Conflict',
  conflito: 'Conflict',
  'natural disaster': 'Natural disaster',
  'desastre natural': 'Natural disaster',
  'calamidade natural': 'Natural disaster',
  insecurity: 'Insecurity',
  inseguranca: 'Insecurity',
  'other reason': 'Other reason',
  'outro motivo': 'Other reason',
  'no reason for displacement reported': 'No reason for displacement reported',
  'motivo nao indicado': 'No reason for displacement reported',
}

/** `unlisted` are spellings that no code has and nobody has settled for this source; they are kept as written until a person maps them. */
export function readReasons(text: string, context: ImportContext): { reasons: string[]; unlisted: string[] } {
  const written = text.split(/[;|]/).flatMap((part) => part.trim() || [])
  const codeOf = (part: string) => codes[fold(part)] ?? readWord('reason', part, context).code
  const reasons = [...new Set(written.map((part) => codeOf(part) ?? part))].sort()
  return { reasons, unlisted: written.filter((part) => !codeOf(part)) }
}
