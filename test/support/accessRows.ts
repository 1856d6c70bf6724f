/**
 * Rows for the access tables: of each record one inside the area and one outside, of one's own and of somebody else, of its usual class and of the vault's,
 * of a draft round and of a published one. Written with the owner's door, which no policy covers.
 */
import { sql } from 'kysely'
import { Operation, Round } from '../../src/domains/displacement/round.ts'
import { asOwner, type Common, insertRow, type RecordDeclaration } from '../../src/kernel/index.ts'
import { type Column, type EveryRole, heldByPeople, inside, outside } from './everyRole.ts'
import type { TestHouse } from './testHouse.ts'

/** What the rows stand on; these rows are nobody's test. */
export type Ground = { rounds: { draft: string; published: string }; operation: string; cells: string; places: string[]; import: string }

const operationOf = (name: string) => ({
  scope: 'MZ',
  name,
  countryIso3: 'MOZ',
  countryPcode: 'MZ',
  countryName: { pt: 'Moçambique', en: 'Mozambique' },
  cause: 'conflict',
  status: 'Active' as const,
  sensitivity: 'districts' as const,
  demonstration: false,
})

export async function layGround({ house }: TestHouse): Promise<Ground> {
  const db = asOwner(house.doors)
  const places = (await db.rows<{ id: string }>(sql`select id from places.place where kind = 'posto' order by pcode`)).map(({ id }) => id)
  const operation = (await insertRow(db, Operation, operationOf('Ground'))).id
  const round = (number: number, state: 'draft' | 'published') =>
    insertRow(db, Round, { scope: 'MZ', operation, assessmentType: 'BA', number, edition: 1, unitLevel: 'posto', state, reportingDate: '2021-06-01' })
  const rounds = { draft: (await round(1, 'draft')).id, published: (await round(2, 'published')).id }
  await db.run(sql`insert into kernel.file (sha256, bytes, kind) values ('ground', 1, 'import')`)
  const made = await db.one<{ id: string }>(
    sql`insert into kernel.import (kind, file_name, sha256, state) values ('displacement', 'ground.csv', 'ground', 'imported') returning id`,
  )
  const cell = await db.one<{ id: string }>(sql`
    insert into displacement.presence_cell (scope, round, place, population_group, reasons, method, class)
    values ('MZ', ${rounds.draft}, ${places[0]}, 'HOST', '{}', 'counted', 4) returning id`)
  return { rounds, operation, cells: cell!.id, places, import: made!.id }
}

const counters = new Map<string, number>()

/** The least that each record asks for; every call gives values that no other row has. */
export function answersFor(record: RecordDeclaration, ground: Ground, published: boolean): Record<string, unknown> {
  const n = (counters.get(record.name) ?? 0) + 1
  counters.set(record.name, n)
  const round = published ? ground.rounds.published : ground.rounds.draft
  const place = ground.places[n % ground.places.length]
  const known: Record<string, Record<string, unknown>> = {
    'places.place': { pcode: `ZZ${n}`, name: `Place ${n}`, kind: 'site', level: 4, country: 'ZZZ', predecessors: [] },
    'places.alias': { place, name: `Other name ${n}`, kind: 'name' },
    'places.boundary': { place, kind: 'official', geometry: { type: 'Polygon', coordinates: [] }, credit: 'Test' },
    'organisations.organisation': { name: `Organisation ${n}`, kind: 'ngo' },
    'displacement.operation': operationOf(`Operation ${n}`),
    'displacement.round': {
      operation: ground.operation,
      assessmentType: 'BA',
      number: 100 + n,
      edition: 1,
      unitLevel: 'posto',
      state: published ? 'published' : 'draft',
    },
    'displacement.master_list_line': { round, place },
    'displacement.assessment': { round, place, key: `key ${n}`, sourceKind: 'form', sent: {} },
    'displacement.presence_cell': { round, place, populationGroup: 'IDP', reasons: [], originName: `Origin ${n}`, method: 'counted', individuals: 10 },
    'displacement.correction': { round, place, cell: ground.cells, field: 'individuals', reason: 'typing' },
    'displacement.finding': { round, place, code: 'round.same-figure', severity: 'warning', key: `key ${n}`, facts: {} },
    'displacement.endorsement': { round, office: 'INGD', decision: 'endorsed', decidedOn: '2021-06-01', frozenHash: '0' },
  }
  const values = known[record.name]
  if (!values) throw new Error(`${record.name} has no line in the access tables yet: say here what its row needs, and in access.test.ts who may see it`)
  return values
}

export async function plantRows({ house }: TestHouse, everyRole: EveryRole, ground: Ground, record: RecordDeclaration, usualClass: number): Promise<void> {
  const db = asOwner(house.doors)
  const plant = async (row: { scope: string; class: number; author: Column | null; published: boolean; imported: boolean }) => {
    const common = {
      scope: row.scope,
      class: row.class,
      recordedBy: row.author ? everyRole.actor(row.author).userId : null,
      importId: row.imported ? ground.import : null,
    }
    await insertRow(db, record, { ...answersFor(record, ground, row.published), ...common } as unknown as Common)
  }
  for (const scope of [inside, outside]) {
    for (const published of [false, true])
      for (const rowClass of [usualClass, 4]) await plant({ scope, class: rowClass, author: null, published, imported: rowClass === usualClass })
    for (const author of heldByPeople) await plant({ scope, class: usualClass, author, published: false, imported: author === 'enumerator' })
  }
}

/** A row as the expectation needs it: read with the owner's door. */
export type KnownRow = { id: string; scope: string; class: number; recordedBy: string | null; imported: boolean; published: boolean }

export function everyRowOf({ house }: TestHouse, record: RecordDeclaration): Promise<KnownRow[]> {
  const state =
    record.name === 'displacement.round' ? 'r.state' : 'round' in record.fields ? '(select state from displacement.round where id = r.round)' : 'null'
  return asOwner(house.doors).rows<KnownRow>(sql`
    select r.id, r.scope, r.class, r.recorded_by, r.import_id is not null as imported, coalesce(${sql.raw(state)} in ('published', 'superseded'), false) as published
    from ${sql.raw(record.name)} r`)
}
