/**
 * How a person who is being registered is held against the people already on a list: by what a phone may carry of them, names, sex and year of birth. Focus area
 * 15, activity G: nobody registered twice by mistake, and nobody refused by a machine.
 */
import type { Plan } from '../linkage/index.ts'

const names = ['given', 'surname']
const inAnyOrder = { columns: names, join: 'all' as const }
const year = { columns: ['birth'], take: 'year' as const }

export const registeredPlan: Plan = {
  comparisons: [
    { kind: 'names', name: 'names', given: 'given', family: 'surname' },
    { kind: 'date', name: 'birth', column: 'birth' },
    { kind: 'code', name: 'sex', column: 'sex' },
  ],
  rules: [
    { name: 'names and birth year', parts: [{ ...inAnyOrder, take: 'sound' }, year] },
    { name: 'names', parts: [{ ...inAnyOrder, take: 'sound' }], largest: 200 },
    { name: 'first names', parts: [{ ...inAnyOrder, take: 'firstSound' }], largest: 100 },
    { name: 'a name and birth year', parts: [{ columns: names, take: 'firstSound' }, year], largest: 300 },
    { name: 'a last name and birth year', parts: [{ columns: names, take: 'lastSound' }, year, { columns: ['sex'], take: 'same' }], largest: 300 },
  ],
  certain: { recall: 0.7, rules: [{ name: 'names and birth', parts: [{ ...inAnyOrder, take: 'sound' }, year, { columns: ['sex'], take: 'same' }] }] },
}
