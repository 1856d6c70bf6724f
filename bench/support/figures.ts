/**
 * Well-known people with injected errors (50,578 rows of 5,156 people, from Wikidata, as published with splink_datasets, MIT), and how they are compared.
 * Read with DuckDB, which is also the peer of these measurements.
 */
import type { DuckDBConnection } from '@duckdb/node-api'
import type { Plan, Table } from '../../src/engines/linkage/index.ts'

const names = ['first_name', 'surname']
const both = [...names, 'full_name']

export const figuresPlan: Plan = {
  comparisons: [
    { kind: 'names', name: 'names', given: 'first_name', family: 'surname' },
    { kind: 'date', name: 'birth', column: 'dob' },
    { kind: 'text', name: 'birth place', column: 'birth_place', rarity: true },
    { kind: 'text', name: 'postcode', column: 'postcode_fake', rarity: true },
    { kind: 'code', name: 'occupation', column: 'occupation', rarity: true },
    { kind: 'code', name: 'gender', column: 'gender' },
  ],
  rules: [
    { name: 'postcode', parts: [{ columns: ['postcode_fake'], take: 'same' }], largest: 300 },
    { name: 'names', parts: [{ columns: names, take: 'sound', join: 'all' }], largest: 300 },
    {
      name: 'name and birth',
      parts: [
        { columns: names, take: 'sound' },
        { columns: ['dob'], take: 'same' },
      ],
    },
    { name: 'birth', parts: [{ columns: ['dob'], take: 'fullDate' }], largest: 300 },
    {
      name: 'word and area',
      parts: [
        { columns: ['full_name'], take: 'eachSound' },
        { columns: ['postcode_fake'], take: { start: 4 } },
      ],
      largest: 200,
    },
    {
      name: 'word and place',
      parts: [
        { columns: ['full_name'], take: 'eachSound' },
        { columns: ['birth_place'], take: 'same' },
      ],
      largest: 200,
    },
    {
      name: 'word and year',
      parts: [
        { columns: ['full_name'], take: 'eachSound' },
        { columns: ['dob'], take: 'year' },
      ],
      largest: 200,
    },
    {
      name: 'word and birthday',
      parts: [
        { columns: ['full_name'], take: 'eachSound' },
        { columns: ['dob'], take: 'monthDay' },
      ],
      largest: 200,
    },
    {
      name: 'word and occupation',
      parts: [
        { columns: ['full_name'], take: 'lastSound' },
        { columns: ['occupation'], take: 'same' },
      ],
      largest: 100,
    },
    { name: 'family', parts: [{ columns: ['surname'], take: 'sound' }], largest: 60 },
    {
      name: 'birth, place and start',
      parts: [
        { columns: both, take: { start: 3 } },
        { columns: ['dob'], take: 'year' },
        { columns: ['birth_place'], take: 'same' },
      ],
      largest: 200,
    },
  ],
  learnOn: ['postcode', 'names', 'birth'],
  certain: {
    recall: 0.4,
    rules: [
      {
        name: 'names, birth and place',
        parts: [
          { columns: names, take: 'sound', join: 'all' },
          { columns: ['dob'], take: 'same' },
        ],
      },
    ],
  },
}

export async function readFigures(database: DuckDBConnection, file: string): Promise<{ table: Table; person: string[] }> {
  const columns = ['first_name', 'surname', 'full_name', 'dob', 'birth_place', 'postcode_fake', 'gender', 'occupation']
  const read = await database.runAndReadAll(`select cluster, ${columns.join(', ')} from read_parquet('${file.replaceAll("'", "''")}')`)
  const cells = read.getColumns() as (string | null)[][]
  const person = cells[0] as string[]
  return { table: { size: person.length, columns: Object.fromEntries(columns.map((name, i) => [name, cells[i + 1]!])) }, person }
}
