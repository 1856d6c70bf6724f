/**
 * The labels of coded values in a product. Codes are those of the DTM data dictionary as published (reasons, assessment types, methods); a code that the
 * list does not know is printed as it came, never guessed.
 */
import { printList } from '../../../kernel/publishing.ts'
import { type Bilingual, fill, type Language } from '../../../kernel/shared.ts'
import type { PublicRound } from '../publicRound.ts'

const reasons: Record<string, Bilingual> = {
  conflict: { pt: 'Conflito', en: 'Conflict' },
  'natural disaster': { pt: 'Desastre natural', en: 'Natural disaster' },
  insecurity: { pt: 'Insegurança', en: 'Insecurity' },
  'other reason': { pt: 'Outro motivo', en: 'Other reason' },
  'no reason for displacement reported': { pt: 'Motivo não indicado', en: 'No reason for displacement reported' },
}

/** A set of reasons (`Conflict; Natural disaster`) is one cell and one line: joined in words, never split. */
export function reasonLabel(reason: string, lang: Language): string {
  const words = reason.split(/\s*;\s*/).map((one) => reasons[one.toLowerCase()]?.[lang] ?? one)
  return printList(
    words.map((word, index) => (index === 0 ? word : word.charAt(0).toLowerCase() + word.slice(1))),
    lang,
  )
}

export const methodLabels: Record<PublicRound['methods'][number]['method'], Bilingual> = {
  counted: { pt: 'Contagem no local', en: 'Counted on site' },
  key_informant: { pt: 'Estimativa de informantes-chave', en: 'Estimated by key informants' },
  registered: { pt: 'Registo de agregados', en: 'Household registration' },
  sampled: { pt: 'Amostra', en: 'Sample' },
  modelled: { pt: 'Modelo estatístico', en: 'Statistical model' },
  carried: { pt: 'Mantido de uma ronda anterior', en: 'Carried forward from an earlier round' },
}

export const assessmentLabels: Record<PublicRound['round']['assessmentType'], Bilingual> = {
  BA: { pt: 'Avaliação de base', en: 'Baseline assessment' },
  SA: { pt: 'Avaliação de centros', en: 'Site assessment' },
  ETT: { pt: 'Acompanhamento de eventos', en: 'Event tracking' },
}

const unitLabels: Record<PublicRound['round']['unitLevel'], Bilingual> = {
  district: { pt: '{n|distrito|distritos}', en: '{n|district|districts}' },
  posto: { pt: '{n|posto administrativo|postos administrativos}', en: '{n|administrative post|administrative posts}' },
  locality: { pt: '{n|localidade|localidades}', en: '{n|locality|localities}' },
  site: { pt: '{n|local|locais}', en: '{n|site|sites}' },
}

/** What a round counts by, in the form that goes with so many of them. */
export const unitLabel = (level: PublicRound['round']['unitLevel'], n: number, lang: Language): string => fill(unitLabels[level][lang], { n }, lang)

export const sexLabels: Record<'f' | 'm' | 'unknown', Bilingual> = {
  f: { pt: 'Mulheres e raparigas', en: 'Women and girls' },
  m: { pt: 'Homens e rapazes', en: 'Men and boys' },
  unknown: { pt: 'Sexo não registado', en: 'Sex not recorded' },
}
