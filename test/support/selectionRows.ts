/** The least that each record of selection and of monitoring after a distribution asks for, for the access tables. */
import { sql } from 'kysely'
import { PdmRound } from '../../src/domains/relief/monitoring/pdmRound.ts'
import { CriteriaSet } from '../../src/domains/relief/selection/criteria.ts'
import { SelectionRun } from '../../src/domains/relief/selection/run.ts'
import { type Db, insertRow } from '../../src/kernel/index.ts'

export type SelectionGround = { set: string; run: string; round: string; units: string[] }

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

export async function laySelection(db: Db): Promise<SelectionGround> {
  const common = { scope: 'MZ', class: 4 }
  const set = (await insertRow(db, CriteriaSet, { ...common, ...setOf('GROUND') })).id
  const run = (await insertRow(db, SelectionRun, { ...common, ...runOf(set, 'GROUND') })).id
  const round = (await insertRow(db, PdmRound, { ...common, ...roundOf('GROUND') })).id
  // Each visit needs a household of its own.
  const units = await db.rows<{ id: string }>(sql`
    insert into relief.pdm_unit (scope, class, round, household, kind, stratum, role, visited)
    select 'MZ', 4, ${round}::uuid, 'ground ' || n, 'served', 'all', 'frame', 'waiting' from generate_series(1, 500) n returning id`)
  return { set, run, round, units: units.map(({ id }) => id) }
}

export const selectionAnswers = ({ set, run, round, units }: SelectionGround, n: number, published: boolean): Record<string, Record<string, unknown>> => ({
  'relief.criteria_set': setOf(`SET-${n}`),
  'relief.selection_run': runOf(set, `RUN-${n}`),
  'relief.selection_candidate': { run: run, household: `H-${n}`, answers: {}, ties: [], groups: {}, line: 1 },
  'relief.selection_line': { run: run, household: `H-${n}`, rank: 1, outcome: 'selected', basis: 'rank', published },
  'relief.selection_finding': { run: run, household: `H-${n}`, says: 'include' },
  'relief.selection_appeal': {
    ...{ run: run, household: `H-${n}`, origin: 'household', ground: 'wrong_rank', receivedOn: '2021-06-01', dueOn: '2021-06-08' },
  },
  'relief.pdm_round': roundOf(`PDM-${n}`),
  'relief.pdm_unit': unitOf(round, `H-${n}`),
  'relief.pdm_visit': { unit: units[n - 1], visitedOn: '2021-06-02', answers: {} },
})
