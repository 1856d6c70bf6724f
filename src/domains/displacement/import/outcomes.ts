/** What became of a place in a round. A place without an answer needs a reason, so that a gap never looks like a return. */
import { fold } from '../../../engines/places/spelling.ts'
import type { Finding } from '../../../kernel/tables.ts'
import { readWord } from './listedWords.ts'
import type { ImportContext, Outcome } from './proposal.ts'

const outcomes: Partial<Record<string, Outcome>> = {
  assessed: 'assessed',
  avaliado: 'assessed',
  visited: 'assessed',
  visitado: 'assessed',
  'carried forward': 'carried_forward',
  transitado: 'carried_forward',
  'transportado da ronda anterior': 'carried_forward',
  'not assessed': 'not_assessed',
  'nao avaliado': 'not_assessed',
  'nao visitado': 'not_assessed',
  closed: 'closed',
  fechado: 'closed',
  encerrado: 'closed',
  merged: 'merged',
  fundido: 'merged',
  empty: 'empty',
  vazio: 'empty',
}

export type WrittenOutcome = {
  line: number
  name: string
  status: string
  reason: string
  sourceRound: number | null
  round: number
  anyFigure: boolean
  context: ImportContext
}

export function readOutcome({ line, name, status, reason, sourceRound, round, anyFigure, context }: WrittenOutcome): {
  outcome: Outcome
  sourceRound: number | null
  findings: Finding[]
} {
  const earlier = sourceRound !== null && sourceRound !== round ? sourceRound : null
  const said =
    status === ''
      ? earlier !== null
        ? 'carried_forward'
        : anyFigure
          ? 'assessed'
          : 'not_assessed'
      : (outcomes[fold(status)] ?? (readWord('placeOutcome', status, context).code as Outcome | null))
  const findings: Finding[] = []
  const error = (code: string, facts: Finding['facts']): void =>
    void findings.push({ code, severity: 'error', line, facts: { line: String(line), name, ...facts } })
  if (!said) error('import.status-unknown', { status, written: status })
  const outcome = said ?? (anyFigure ? 'assessed' : 'not_assessed')
  if (outcome === 'carried_forward' && earlier === null) error('import.carried-without-source', {})
  if (outcome === 'not_assessed' && reason === '') error('import.not-assessed-without-reason', {})
  return { outcome, sourceRound: outcome === 'carried_forward' ? earlier : null, findings }
}
