/** The least that each record of relief asks for, for the access tables. */

import { sql } from 'kysely'
import { PdmRound } from '../../src/domains/relief/monitoring/pdmRound.ts'
import { CriteriaSet } from '../../src/domains/relief/selection/criteria.ts'
import { SelectionRun } from '../../src/domains/relief/selection/run.ts'
import { Item } from '../../src/domains/relief/things/item.ts'
import { Kit } from '../../src/domains/relief/things/kit.ts'
import { Warehouse } from '../../src/domains/relief/warehouses/warehouse.ts'
import { type Db, insertRow } from '../../src/kernel/index.ts'
import { Organisation } from '../../src/registry/organisations/organisation.ts'
import { ownOrganisation } from './everyRole.ts'

export type ReliefGround = {
  item: string
  kit: string
  warehouse: string
  organisation: string
  selection: { set: string; run: string }
  monitoring: { round: string; units: string[] }
}

const itemOf = (code: string) => ({ code, name: { pt: code, en: code }, baseUnit: 'C62' as const, packs: [], expires: false, treated: false })

const warehouseOf = (code: string) => ({ code, name: code, place: 'MZ0109', open: true })

const setOf = (code: string) => ({
  ...{ code, edition: 1, name: { pt: code, en: code }, place: 'MZ0109', validFrom: '2021-03-01', source: 'Test', criteria: [], state: 'draft' as const },
})
const runOf = (criteriaSet: string, programme: string) => ({
  ...{ programme, place: 'MZ0109', number: 1, criteriaSet, cutKind: 'quota' as const, cut: 1, reserves: 0, tiePolicy: 'strict_quota' as const },
  ...{ tieBreaks: [], state: 'criteria_agreed' as const, fairnessAnswers: [], handledBy: [] },
})
const roundOf = (code: string) => ({
  ...{ code, title: { pt: code, en: code }, place: 'MZ0109', distributions: [], windowFrom: '2021-06-01', windowTo: '2021-06-20', formVersion: '1' },
  ...{ questions: [], marginPoints: 5, designEffect: 1, responseRate: 1, state: 'planned' as const, strata: [] },
})
const unitOf = (round: string, household: string) => ({
  ...{ round, household, kind: 'served' as const, stratum: 'all', role: 'frame' as const, visited: 'waiting' as const },
})

async function laySelection(db: Db) {
  const common = { scope: 'MZ', class: 4 }
  const set = (await insertRow(db, CriteriaSet, { ...common, ...setOf('GROUND') })).id
  const run = (await insertRow(db, SelectionRun, { ...common, ...runOf(set, 'GROUND') })).id
  const round = (await insertRow(db, PdmRound, { ...common, ...roundOf('GROUND') })).id
  // Each visit needs a household of its own.
  const units = await db.rows<{ id: string }>(sql`
    insert into relief.pdm_unit (scope, class, round, household, kind, stratum, role, visited)
    select 'MZ', 4, ${round}::uuid, 'ground ' || n, 'served', 'all', 'frame', 'waiting' from generate_series(1, 500) n returning id`)
  return { selection: { set, run }, monitoring: { round, units: units.map(({ id }) => id) } }
}

/** Of the vault's class, which nobody here may see. */
export async function layRelief(db: Db): Promise<ReliefGround> {
  const common = { scope: 'MZ', class: 4 }
  const item = (await insertRow(db, Item, { ...common, ...itemOf('GROUND') })).id
  const kit = (await insertRow(db, Kit, { ...common, code: 'GROUND', name: { pt: 'a', en: 'a' } })).id
  const warehouse = (await insertRow(db, Warehouse, { ...common, ...warehouseOf('GROUND') })).id
  const organisation = (await insertRow(db, Organisation, { ...common, name: 'Ground of relief', kind: 'ngo' })).id
  return { item, kit, warehouse, organisation, ...(await laySelection(db)) }
}

export const reliefAnswers = (
  { item, kit, warehouse, organisation, selection, monitoring }: ReliefGround,
  n: number,
  published: boolean,
): Record<string, Record<string, unknown>> => ({
  'relief.item': itemOf(`ITEM-${n}`),
  'relief.kit': { code: `KIT-${n}`, name: { pt: 'a', en: 'a' } },
  'relief.kit_version': { kit, edition: n + 1, parts: [{ item: 'GROUND', perKit: 1 }], validFrom: '2021-06-01' },
  'relief.lot': { item, code: `LOT-${n}`, origin: 'gift' },
  'relief.warehouse': warehouseOf(`WH-${n}`),
  'relief.criteria_set': setOf(`SET-${n}`),
  'relief.selection_run': runOf(selection.set, `RUN-${n}`),
  'relief.selection_candidate': { run: selection.run, household: `H-${n}`, answers: {}, ties: [], groups: {}, line: 1 },
  'relief.selection_line': { run: selection.run, household: `H-${n}`, rank: 1, outcome: 'selected', basis: 'rank', published },
  'relief.selection_finding': { run: selection.run, household: `H-${n}`, says: 'include' },
  'relief.selection_appeal': {
    ...{ run: selection.run, household: `H-${n}`, origin: 'household', ground: 'wrong_rank', receivedOn: '2021-06-01', dueOn: '2021-06-08' },
  },
  'relief.pdm_round': roundOf(`PDM-${n}`),
  'relief.pdm_unit': unitOf(monitoring.round, `H-${n}`),
  'relief.pdm_visit': { unit: monitoring.units[n - 1], visitedOn: '2021-06-02', answers: {} },
  'relief.release': {
    warehouse,
    year: 2021,
    number: n + 1,
    organisation: n % 2 === 0 ? ownOrganisation : organisation,
    place: 'MZ0109',
    lines: [{ item: 'GROUND', quantity: 1 }],
    state: 'open',
  },
})
