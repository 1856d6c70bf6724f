/**
 * How a published round is named, numbered and cited, so that a figure in somebody's paper can be found again. Strategy: focus area 15, activity E.
 */
import { slugOf } from '../../../kernel/publishing.ts'
import type { Language } from '../../../kernel/shared.ts'
import type { PublicRound } from '../publicRound.ts'
import { assessmentLabels } from './codeWords.ts'

/** `MOZ-cabo-delgado-conflict-BA-R13-v1-pt`: country, operation, assessment, round, version and language, readable aloud and safe in a file name. */
export function documentNumber({ operation, round }: PublicRound, lang: Language): string {
  return `${operation.countryIso3}-${slugOf(operation.name)}-${round.assessmentType}-R${round.number}-v${round.version}-${lang}`
}

export function reportTitle({ operation, round }: PublicRound, lang: Language): string {
  return lang === 'pt'
    ? `Deslocamento interno em ${operation.countryName.pt}: ronda ${round.number}`
    : `Internal displacement in ${operation.countryName.en}: round ${round.number}`
}

export function citation(published: PublicRound, lang: Language): string {
  const { credit, operation, round, demonstration } = published
  const year = round.reportingDate.slice(0, 4)
  const assessment = assessmentLabels[round.assessmentType][lang]
  const number = documentNumber(published, lang)
  const title = reportTitle(published, lang)
  const named = `${credit} (${year}). ${title}. ${operation.name}, ${assessment.toLowerCase()}`
  if (lang === 'pt') return `${named}, versão ${round.version}. Documento ${number}.${demonstration ? ' Dados de demonstração: não citar como factos.' : ''}`
  return `${named}, version ${round.version}. Document ${number}.${demonstration ? ' Demonstration data: not to be quoted as fact.' : ''}`
}
