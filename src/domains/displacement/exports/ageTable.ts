/** Sex and age of a published round as a table, one line a band, with the way each figure was found and the sample beside it. */
import { isKnown } from '../../../engines/count.ts'
import type { OutColumn, Written } from '../../../kernel/tables.ts'
import type { PublicRound } from '../publicRound.ts'

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

/** Null where nobody was counted by age: no table is better than an empty one. An unknown or withheld figure is an empty cell. */
export function ageTable({ ageBands, ageSample, operation, round }: PublicRound): { columns: OutColumn[]; rows: Written[][] } | null {
  if (ageBands.length === 0) return null
  const sample = ageSample
    ? [ageSample.method, isKnown(ageSample.individuals) ? ageSample.individuals : null, ageSample.places, ageSample.placesOf]
    : [null, null, null, null]
  return {
    columns: columns.map(([name, hxl, kind]) => ({ name, hxl, kind, labels: { pt: name, en: name } })),
    rows: ageBands.map(({ sex, band, individuals }) => [operation.countryIso3, round.number, sex, band, isKnown(individuals) ? individuals : null, ...sample]),
  }
}
