/** A round ends with its report: visits close, and how many complaints came about the same distributions is written beside the results, as a number alone. */
import { type Refusal, refuse, type StepContext, text, workflow } from '../../../kernel/index.ts'
import { monitoringLeads } from './office.ts'
import { PdmRound, type PdmRoundRow } from './pdmRound.ts'
import { roundsNow } from './readRounds.ts'

const nothingHeard = async ({ id }: PdmRoundRow, { db }: StepContext): Promise<Refusal[]> =>
  ((await roundsNow(db)).find((round) => round.id === id)?.answered ?? 0) < 2 ? [refuse('monitoring.no-answers')] : []

export const lifeOfPdmRound = workflow(PdmRound, {
  planned: {},
  drawn: {
    report: {
      label: { pt: 'Fechar as visitas e relatar', en: 'Close the visits and report' },
      to: 'reported',
      by: monitoringLeads,
      unless: [nothingHeard],
      asks: {
        complaints: text('Queixas recebidas sobre estas distribuições (número)', 'Complaints received about these distributions (number)', { letters: 6 }),
      },
      also: async (_: PdmRoundRow, { input }: StepContext) => {
        const complaints = String(input.complaints).trim()
        if (!/^\d+$/.test(complaints)) return { refused: [refuse('monitoring.complaints-a-number')] }
        return { complaints: Number(complaints), reportedAt: new Date().toISOString() }
      },
    },
  },
  reported: {},
})
