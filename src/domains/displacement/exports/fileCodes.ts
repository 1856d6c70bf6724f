/** Codes that stand in our files, as a data dictionary lists them: from the same labels that pages and reports print. */
import type { Coded } from '../../../kernel/publishing.ts'
import { assessmentLabels, methodLabels, sexLabels } from '../reports/codeWords.ts'

const listed = (labels: Record<string, { pt: string; en: string }>): Coded[] => Object.entries(labels).map(([code, { pt, en }]) => ({ code, pt, en }))

export const methodCodes = listed(methodLabels)
export const assessmentCodes = listed(assessmentLabels)
export const sexCodes = listed(sexLabels)

export const outcomeCodes: readonly Coded[] = [
  { code: 'assessed', pt: 'visitado', en: 'visited' },
  { code: 'not_assessed', pt: 'não visitado', en: 'not visited' },
  { code: 'carried_forward', pt: 'número mantido de uma ronda anterior', en: 'figure carried forward from an earlier round' },
  { code: 'closed', pt: 'encerrado', en: 'closed' },
  { code: 'merged', pt: 'fundido com outro', en: 'merged with another' },
  { code: 'empty', pt: 'vazio', en: 'empty' },
]

export const placeKindCodes: readonly Coded[] = [
  { code: 'district', pt: 'distrito', en: 'district' },
  { code: 'posto', pt: 'posto administrativo', en: 'administrative post' },
  { code: 'locality', pt: 'localidade', en: 'locality' },
  { code: 'site', pt: 'local de acolhimento', en: 'site' },
]
