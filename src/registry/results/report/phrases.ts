/** The sentences that a report begins with; people go on from there. */
import type { Language } from '../../../kernel/index.ts'
import type { ReportKind } from './reportFigures.ts'

type Opening = Record<ReportKind, (counts: Record<string, string>) => string>
type Phrases = {
  opening: Opening
  none(part: string, count: string, when: string): string
  single(part: string, when: string): string
  inQuarter: string
  noRecords: string
  before: Record<'quarter' | 'other', (text: string) => string>
  target(text: string): string
  withheld: string
}

const figuresPt = ({ defined, known, waiting, unknown, nothing }: Record<string, string>) =>
  `Números neste relatório: ${defined}; conhecidos: ${known}; à espera de aprovação: ${waiting}; em que se sabe que ninguém sabe: ${unknown}; sem nenhum registo: ${nothing}.`
const figuresEn = ({ defined, known, waiting, unknown, nothing }: Record<string, string>) =>
  `Figures in this report: ${defined}; known: ${known}; waiting for approval: ${waiting}; of which it is known that nobody knows: ${unknown}; without any record: ${nothing}.`

export const phrases: Record<Language, Phrases> = {
  pt: {
    opening: {
      quarter: ({ defined, known, waiting, unknown, nothing }) =>
        `De ${defined} indicadores, ${known} com valor aprovado neste trimestre; ${waiting} à espera de aprovação; ${unknown} em que se sabe que ninguém sabe; ${nothing} sem nenhum registo.`,
      month: (counts) => `${figuresPt(counts)} Outros indicadores, de que nunca se aprovou um valor: ${counts.silent}.`,
      donor: figuresPt,
      focus_area: figuresPt,
      profile: ({ parts, filled }) => `De ${parts} secções, ${filled} com registos. Das outras diz-se que ainda não há registos: desconhecido não é zero.`,
    },
    none: (part, count, when) => `${part}: nenhum valor aprovado${when}, de ${count} indicadores.`,
    single: (part, when) => `${part}: o seu único indicador não tem valor aprovado${when}.`,
    inQuarter: ' neste trimestre',
    noRecords: 'Ainda não há registos desta parte.',
    before: { quarter: (text) => `; no trimestre anterior ${text}`, other: (text) => `; valor anterior ${text}` },
    target: (text) => `; meta ${text}`,
    withheld: 'valor retido para proteger pessoas',
  },
  en: {
    opening: {
      quarter: ({ defined, known, waiting, unknown, nothing }) =>
        `Of ${defined} indicators, ${known} with an approved figure in this quarter; ${waiting} waiting for approval; ${unknown} of which it is known that nobody knows; ${nothing} without any record.`,
      month: (counts) => `${figuresEn(counts)} Other indicators, of which no figure was ever approved: ${counts.silent}.`,
      donor: figuresEn,
      focus_area: figuresEn,
      profile: ({ parts, filled }) => `Of ${parts} sections, ${filled} with records. Of the others it is said that no records exist yet: unknown is not zero.`,
    },
    none: (part, count, when) => `${part}: no approved figure${when}, of ${count} indicators.`,
    single: (part, when) => `${part}: its only indicator has no approved figure${when}.`,
    inQuarter: ' in this quarter',
    noRecords: 'No records of this part exist yet.',
    before: { quarter: (text) => `; in the previous quarter ${text}`, other: (text) => `; previous figure ${text}` },
    target: (text) => `; target ${text}`,
    withheld: 'figure withheld to protect people',
  },
}
