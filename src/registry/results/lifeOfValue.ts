/** The life of a figure: computed or entered, then verified, approved and locked, by three steps of at least two people. */
import { type Refusal, refuse, type StepContext, text, workflow } from '../../kernel/index.ts'
import { IndicatorValue, type ValueRow } from './value.ts'

async function enteredBySame({ method, recordedBy }: ValueRow, { db }: StepContext): Promise<Refusal[]> {
  return method === 'entered' && recordedBy === db.actor.userId ? [refuse('results.same-person')] : []
}
const verifiedBySame = async ({ verifiedBy }: ValueRow, { db }: StepContext): Promise<Refusal[]> =>
  verifiedBy === db.actor.userId ? [refuse('results.same-person')] : []

const verify = {
  label: { pt: 'Verificar', en: 'Verify' },
  to: 'verified',
  by: ['monitoring', 'reportOfficer'],
  asks: { verification: text('Como se verificou', 'How it was verified', { letters: 1000 }) },
  unless: [enteredBySame],
  also: async (_: ValueRow, { db, input }: StepContext) => ({ verifiedBy: db.actor.userId, verification: String(input.verification) }),
} as const

export const lifeOfValue = workflow(IndicatorValue, {
  computed: { verify },
  entered: { verify },
  verified: {
    approve: {
      label: { pt: 'Aprovar', en: 'Approve' },
      to: 'approved',
      by: ['monitoring', 'chief'],
      unless: [verifiedBySame],
      also: async (_, { db }) => ({ approvedBy: db.actor.userId }),
    },
  },
  approved: {
    lock: { label: { pt: 'Fechar o período', en: 'Lock the period' }, to: 'locked', by: ['chief'], also: async () => ({ lockedAt: new Date().toISOString() }) },
  },
  locked: {},
})
