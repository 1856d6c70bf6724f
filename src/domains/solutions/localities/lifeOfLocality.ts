/** From a proposal to an agreed locality. Nobody builds in a flood or erosion zone without a written mitigation that the district signed (specification, 3.1). */
import { type Refusal, refuse, type StepContext, text, workflow } from '../../../kernel/index.ts'
import { officers } from '../office.ts'
import { type LocalityRow, LocalitySelection } from './locality.ts'

/** Zones of water and moving ground; wind and fire are met by design. */
const zones = ['flood', 'erosion', 'landslide'] as const

const notScored = async ({ criteria, answers }: LocalityRow): Promise<Refusal[]> => {
  const missing = criteria.filter(({ code }) => !answers.some((given) => given.code === code)).map(({ code }) => code)
  return missing.length > 0 ? [refuse('solutions.not-answered', { criteria: missing })] : []
}
const noMinutesOf =
  (...sides: LocalityRow['minutes'][number]['with'][]) =>
  async ({ minutes }: LocalityRow): Promise<Refusal[]> => {
    const missing = sides.filter((side) => !minutes.some((one) => one.with === side))
    return missing.length > 0 ? [refuse('solutions.no-minutes', { sides: missing })] : []
  }
const hazardOpen = async ({ hazards }: LocalityRow): Promise<Refusal[]> =>
  hazards
    .filter(({ kind, mitigation, districtSigned }) => zones.some((zone) => zone === kind) && (!mitigation || !districtSigned))
    .map(({ kind }) => refuse('solutions.hazard-open', { hazard: kind }))
const landInConflict = async ({ landConflict }: LocalityRow): Promise<Refusal[]> =>
  landConflict === 'no' ? [] : [refuse('solutions.land-conflict', { state: landConflict })]

const by = officers
const decline = {
  label: { pt: 'Não escolher', en: 'Decline' },
  to: 'declined',
  by: [...officers, 'governmentReviewer'],
  asks: { because: text('Porquê', 'Why', { letters: 500 }) },
  also: async (_: LocalityRow, { input }: StepContext) => ({ declinedBecause: String(input.because) }),
} as const

export const lifeOfLocality = workflow(LocalitySelection, {
  proposed: { score: { label: { pt: 'Pontuar', en: 'Score' }, to: 'scored', by, unless: [notScored] }, decline },
  scored: { consult: { label: { pt: 'Consulta feita', en: 'Consulted' }, to: 'consulted', by, unless: [noMinutesOf('community')] }, decline },
  consulted: {
    agree: {
      label: { pt: 'Acordar a localidade', en: 'Agree on the locality' },
      to: 'agreed',
      by: ['governmentReviewer'],
      unless: [noMinutesOf('district', 'province'), hazardOpen, landInConflict],
    },
    decline,
  },
  agreed: { begin: { label: { pt: 'Começar o programa', en: 'Begin the programme' }, to: 'active', by }, decline },
  active: { close: { label: { pt: 'Fechar', en: 'Close' }, to: 'closed', by } },
  closed: {},
  declined: {},
})
