/** Words of the published 4W, on page and paper. */
import type { Language } from '../../../../kernel/shared.ts'

const pt = {
  title: 'Quem faz o quê onde',
  province: 'Província',
  district: 'Distrito',
  provinceOnly: 'toda a província',
  sector: 'Sector',
  organisations: 'Organizações',
  map: 'Organizações por distrito',
  reach: 'Pessoas alcançadas',
  range: (low: string, high: string) => (low === high ? low : `${low} a ${high}`),
  summary: (organisations: string, districts: string) => `${organisations} organizações disseram ter trabalho em ${districts} distritos.`,
  limits: 'O que não se pode ler daqui',
  source: 'Fonte',
  licence: 'Licença',
  hash: 'Impressão digital',
  schematic: 'Limites esquemáticos',
  none: 'ninguém disse',
  unknown: 'não se sabe',
  withheld: 'retido',
}
export type SnapshotWords = typeof pt

const en: SnapshotWords = {
  title: 'Who does what where',
  province: 'Province',
  district: 'District',
  provinceOnly: 'whole province',
  sector: 'Sector',
  organisations: 'Organisations',
  map: 'Organisations by district',
  reach: 'People reached',
  range: (low, high) => (low === high ? low : `${low} to ${high}`),
  summary: (organisations, districts) => `${organisations} organisations said that they have work in ${districts} districts.`,
  limits: 'What cannot be read from this',
  source: 'Source',
  licence: 'Licence',
  hash: 'Hash',
  schematic: 'Schematic boundaries',
  none: 'nobody told',
  unknown: 'not known',
  withheld: 'withheld',
}

export const snapshotWords: Record<Language, SnapshotWords> = { pt, en }
