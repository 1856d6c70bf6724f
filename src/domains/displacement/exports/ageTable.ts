/** Sex and age of a published round as a table, one line a band, with the way each figure was found and the sample beside it. */

import { isKnown } from '../../../engines/count.ts'
import { type ExplainedColumn, type Meaning, meaning, people } from '../../../kernel/publishing.ts'
import type { OutColumn, Written } from '../../../kernel/tables.ts'
import type { PublicRound } from '../publicRound.ts'
import { sexCodes } from './fileCodes.ts'

const columns = [
  ['admin0Pcode', '#country+code', 'text'],
  ['roundNumber', '#round+code', 'integer'],
  ['sex', '#meta+sex', 'text'],
  ['ageBand', '#meta+age', 'text'],
  ['individuals', '#affected+idps', 'integer'],
  ['method', '#meta+method', 'text'],
  ['sampleIndividuals', '#meta+sample+ind', 'integer'],
  ['samplePlaces', '#meta+sample+places', 'integer'],
  ['placesWithPeople', '#meta+places', 'integer'],
] as const satisfies [string, string, OutColumn['kind']][]

const meanings: Record<(typeof columns)[number][0], Meaning> = {
  admin0Pcode: meaning('Código ISO do país, três letras', 'ISO code of the country, three letters', 'filled'),
  roundNumber: meaning('Número da ronda', 'Number of the round', 'filled'),
  sex: meaning('Sexo', 'Sex', 'filled', { codes: sexCodes }),
  ageBand: meaning('Faixa etária, em anos completos', 'Age band, in completed years', 'filled', { list: 'ageBand' }),
  individuals: meaning('Pessoas deslocadas', 'Displaced people', 'withheld', { unit: people }),
  method: meaning('Como se obtiveram as idades', 'How the ages were found', 'unknown', {
    codes: [
      { code: 'counted', pt: 'todos contados por idade', en: 'everybody counted by age' },
      { code: 'applied', pt: 'partes de uma amostra aplicadas ao total', en: 'shares of a sample applied to the total' },
    ],
  }),
  sampleIndividuals: meaning('Pessoas contadas por idade', 'People counted by age', 'withheld', { unit: people }),
  samplePlaces: meaning('Lugares onde se contou por idade', 'Places where people were counted by age', 'unknown'),
  placesWithPeople: meaning('Lugares com pessoas deslocadas', 'Places with displaced people', 'unknown'),
}

export const ageOutColumns: ExplainedColumn[] = columns.map(([name, hxl, kind]) => ({ name, hxl, kind, labels: { pt: name, en: name }, about: meanings[name] }))

/** Null where nobody was counted by age: no table is better than an empty one. An unknown or withheld figure is an empty cell. */
export function ageTable({ ageBands, ageSample, operation, round }: PublicRound): { columns: OutColumn[]; rows: Written[][] } | null {
  if (ageBands.length === 0) return null
  const sample = ageSample
    ? [ageSample.method, isKnown(ageSample.individuals) ? ageSample.individuals : null, ageSample.places, ageSample.placesOf]
    : [null, null, null, null]
  return {
    columns: ageOutColumns,
    rows: ageBands.map(({ sex, band, individuals }) => [operation.countryIso3, round.number, sex, band, isKnown(individuals) ? individuals : null, ...sample]),
  }
}
