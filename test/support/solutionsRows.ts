/** The least that each record of durable solutions asks for, for the access tables. */
import { sql } from 'kysely'
import { HouseDesign } from '../../src/domains/solutions/houses/design.ts'
import { Inspection } from '../../src/domains/solutions/houses/inspection.ts'
import { Contract } from '../../src/domains/solutions/houses/tranche.ts'
import { Pathway } from '../../src/domains/solutions/moves/pathway.ts'
import { type Db, insertRow } from '../../src/kernel/index.ts'
import { Organisation } from '../../src/registry/organisations/organisation.ts'

export type SolutionsGround = { design: string; cases: string[]; houses: string[]; inspection: string; contract: string; pathway: string; organisation: string }

const place = 'MZ0109'
const designOf = (edition: number) => ({
  ...{ code: 'GROUND', edition, name: { pt: 'a', en: 'a' }, areaM2: 20, rooms: 2, materials: [{ item: 'pole', quantity: 1 }], hazardFeatures: [] },
})
const caseOf = (household: string) => ({ programme: 'GROUND', household, chosenBy: 'a', modality: 'in_kind' as const })
const houseOf = (kase: string, number: string) => ({ kase, programme: 'GROUND', number, place, state: 'selected' as const })
const inspectionOf = (house: string, attempt: number) => ({ house, stage: 'roof' as const, attempt, items: [], seenOn: '2021-06-01', passed: false })
const pathwayOf = (household: string) => ({
  ...{ household, kind: 'return' as const, destination: place, adults: ['A1'], information: { safety: null, services: null, land: null } },
  state: 'informed' as const,
})

/** Of the vault's class, which nobody here may see. A house stands for one case, and a check for one house: each asks for its own. */
export async function laySolutions(db: Db): Promise<SolutionsGround> {
  const common = { scope: 'MZ', class: 4 }
  const design = (await insertRow(db, HouseDesign, { ...common, ...designOf(1) })).id
  const cases = (
    await db.rows<{ id: string }>(sql`
      insert into solutions.beneficiary_case (scope, class, programme, household, chosen_by, modality)
      select 'MZ', 4, 'GROUND', 'ground ' || n, 'a', 'in_kind' from generate_series(1, 800) n returning id`)
  ).map(({ id }) => id)
  const houses = (
    await db.rows<{ id: string }>(sql`
      insert into solutions.house (scope, class, kase, programme, number, place, state)
      select 'MZ', 4, id, 'GROUND', 'ground ' || n, ${place}, 'selected' from unnest(${cases.slice(400)}::uuid[]) with ordinality c(id, n) returning id`)
  ).map(({ id }) => id)
  const inspection = (await insertRow(db, Inspection, { ...common, ...inspectionOf(houses[0]!, 1) })).id
  const contract = (await insertRow(db, Contract, { ...common, number: 'GROUND', party: 'a', kind: 'mason', currency: 'MZN' })).id
  const pathway = (await insertRow(db, Pathway, { ...common, ...pathwayOf('GROUND') })).id
  const organisation = (await insertRow(db, Organisation, { ...common, name: 'Ground of solutions', kind: 'ngo' })).id
  return { design, cases: cases.slice(0, 400), houses, inspection, contract, pathway, organisation }
}

export const solutionsAnswers = (
  { design, cases, houses, inspection, contract, pathway, organisation }: SolutionsGround,
  n: number,
): Record<string, Record<string, unknown>> => ({
  'solutions.house_design': designOf(n + 2),
  'solutions.drawing': { design, sha256: n.toString(16).padStart(64, '0'), type: 'image/png', bytes: 1, words: 'a', licence: 'a' },
  'solutions.design_release': { design, open: true, reason: 'a' },
  'solutions.beneficiary_case': caseOf(`household ${n}`),
  'solutions.house': houseOf(cases[n % cases.length]!, `house ${n}`),
  'solutions.inspection': inspectionOf(houses[0]!, n + 2),
  'solutions.defect': { house: houses[0], inspection, stage: 'roof', item: 'straps', fixBy: '2021-06-08', state: 'open' },
  'solutions.tenure': { house: houses[0], kind: 'none_known', bothSpouses: 'unknown', document: 'unknown', conflict: 'unknown', checkedOn: '2021-06-01' },
  'solutions.contract': { number: `contract ${n}`, party: 'a', kind: 'mason', currency: 'MZN' },
  'solutions.tranche': { contract, house: houses[n % houses.length], stage: 'roof', amount: 1, state: 'waiting' },
  'solutions.year_check': { house: houses[n % houses.length], checkedOn: '2022-06-01', outcome: 'sound', tenureConflict: 'no' },
  'solutions.partner_house': { organisation, code: `P${n}`, place, stage: 'foundation', reportedOn: '2021-06-01' },
  'solutions.partner_line': { organisation, reportedOn: '2021-06-01', line: n + 1, code: 'a', place: 'a', stage: 'a', why: 'place' },
  'solutions.round_fact': {
    ...{ device: 'phone', sequence: n + 1, kind: 'step', subject: houses[0], content: '{}', saidAt: '2021-06-01T08:00:00Z', state: 'aside', reasons: [] },
    ...{ receiptNumber: n + 1, receipt: 'a', receiptKey: 'a', receiptSignature: 'a', hash: 'a' },
  },
  'solutions.locality_selection': {
    ...{ programme: 'GROUND', place, choice: n + 1, criteria: [{ kind: 'yes', code: 'a', points: 1 }], criteriaSource: 'a', answers: [], hazards: [] },
    ...{ minutes: [], landConflict: 'unknown', state: 'proposed' },
  },
  'solutions.pathway': pathwayOf(`household ${n}`),
  'solutions.consent': { pathway, adult: 'A1', informedOn: ['safety'], language: 'mwani', method: 'signature', givenOn: '2021-06-01' },
  'solutions.progress_survey': { place, asOf: '2021-06-01', source: `survey ${n}`, frame: 'a', basis: 'interviews', answers: [] },
  'solutions.works': { name: `works ${n}`, kind: 'road', place, stage: 'planned' },
  'solutions.livelihood_support': { groupName: `group ${n}`, kind: 'tools', place, givenOn: '2021-06-01' },
  'solutions.market_assessment': { place, assessedOn: '2021-06-01', material: 'bamboo' },
})
