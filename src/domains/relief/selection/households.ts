/**
 * What stands about a household in a selection: its answers, what neighbours said, and its appeals. Personal, though no name is in it: a code with a disability beside
 * it says who somebody is to everybody in the place. Closed: no list, page or export shows these rows (relief specification, 2.3 and 8).
 */
import type { Answers } from '../../../engines/scoring/index.ts'
import { date, integer, json, oneOf, optional, type RowOf, record, ref, text, timestamp } from '../../../kernel/index.ts'
import { householdReads } from './office.ts'

const run = () => ref('relief.selection_run', 'Selecção', 'Selection')
const household = () => text('Código do agregado', 'Code of the household', { letters: 60 })
const common = { class: 3, byDeeds: true, closed: true } as const
const access = { read: householdReads, create: [], update: [] } as const

export const SelectionCandidate = record(
  'relief.selection_candidate',
  {
    run: run(),
    household: household(),
    /** By the code of the criterion; null where nobody answered. */
    answers: json<Record<string, boolean | number | null>>('Respostas', 'Answers'),
    /** In the order of the tie-breaks. */
    ties: json<string[]>('Desempate', 'Tie-break'),
    /** For the fairness report alone; empty: unknown. */
    groups: json<Record<string, string>>('Grupos', 'Groups'),
    line: integer('Linha do ficheiro', 'Line of the file', { min: 1 }),
    /** Decides nothing here; it says which package the household gets if it is chosen. */
    people: optional(integer('Pessoas', 'People', { min: 1, max: 100 })),
  },
  {
    ...common,
    labels: { one: { pt: 'Candidato', en: 'Candidate' }, many: { pt: 'Candidatos', en: 'Candidates' } },
    derived: true,
    unique: [['run', 'household']],
    access,
  },
)

export const SelectionFinding = record(
  'relief.selection_finding',
  {
    run: run(),
    household: household(),
    /** What the community says of it, whatever the list said. */
    says: oneOf('A comunidade diz', 'The community says', ['include', 'exclude']),
  },
  {
    ...common,
    labels: { one: { pt: 'Verificação comunitária', en: 'Community check' }, many: { pt: 'Verificações comunitárias', en: 'Community checks' } },
    unique: [['run', 'household']],
    access,
  },
)

export const appealGrounds = ['not_listed', 'wrong_answer', 'wrong_rank', 'should_not_be_listed'] as const

export const SelectionAppeal = record(
  'relief.selection_appeal',
  {
    run: run(),
    household: household(),
    origin: oneOf('Origem', 'Origin', ['household', 'community_check', 'unanswered']),
    ground: oneOf('Motivo', 'Ground', appealGrounds),
    receivedOn: date('Recebida em', 'Received on'),
    dueOn: date('Responder até', 'Answer by'),
    decision: optional(oneOf('Decisão', 'Decision', ['include', 'exclude', 'unchanged'])),
    /** Told to the household, in its language. */
    reason: optional(text('Razão', 'Reason', { letters: 1000 })),
    language: optional(text('Língua da resposta', 'Language of the answer', { letters: 10 })),
    decidedBy: optional(ref('kernel.person', 'Decidida por', 'Decided by')),
    decidedAt: optional(timestamp('Decidida em', 'Decided at')),
    feedbackCase: optional(text('Caso de reclamação', 'Feedback case', { letters: 60 })),
  },
  {
    ...common,
    labels: { one: { pt: 'Reclamação', en: 'Appeal' }, many: { pt: 'Reclamações', en: 'Appeals' } },
    index: [['run']],
    access,
  },
)
export type CandidateRow = Omit<RowOf<typeof SelectionCandidate>, 'answers'> & { answers: Answers }
export type AppealRow = RowOf<typeof SelectionAppeal>
