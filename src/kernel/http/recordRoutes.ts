/**
 * The regular routes of every declared record: list, one, create, change, the steps of its life, and the export with an HXL row. What is irregular is a route
 * of the domain.
 */
import { z } from 'zod'
import { type Role, roleNames } from '../access/roles.ts'
import { act, type Db, type Refused, read, refused } from '../db/transaction.ts'
import type { Domain } from '../domain.ts'
import type { House } from '../house.ts'
import type { DataClass, RecordDeclaration } from '../record/record.ts'
import { changeRow, createRow, getRow, listRows } from '../record/store.ts'
import { refuse } from '../refusal.ts'
import { obstacles, type Step, stepsFor, takeStep, type Workflow } from '../workflow/workflow.ts'
import { refusalBody } from './answers.ts'
import { exportRows } from './recordExport.ts'
import { type AnyRoute, type Policy, route } from './route.ts'

/** `/api/displacement/round`: domain and record, as they are declared. */
export const pathOf = (record: RecordDeclaration) => `/api/${record.schema}/${record.table.replaceAll('_', '-')}`

const onlyRoles = (names: readonly string[]): Role[] => roleNames.filter((role) => names.includes(role) && role !== 'system')

function readers(record: RecordDeclaration): Policy {
  const who = onlyRoles(Object.keys(record.access.read))
  return { who: who.includes('public') ? 'everyone' : who, class: (record.class ?? 2) as DataClass }
}

const listQuery = z.looseObject({
  search: z.string().max(200).optional(),
  sort: z.string().max(60).optional(),
  descending: z.enum(['true', 'false']).optional(),
  limit: z.coerce.number().int().min(1).max(1000).optional(),
  offset: z.coerce.number().int().min(0).max(1_000_000).optional(),
})
const byId = z.object({ id: z.string().max(60) })

const asListQuery = ({ search, sort, descending, limit, offset, ...where }: z.infer<typeof listQuery>) => ({
  search,
  sort,
  descending: descending === 'true',
  limit,
  offset,
  where: Object.fromEntries(Object.entries(where).filter((entry): entry is [string, string] => typeof entry[1] === 'string')),
})

function readingRoutes(record: RecordDeclaration): AnyRoute[] {
  const policy = readers(record)
  return [
    route({
      method: 'GET',
      url: pathOf(record),
      policy,
      summary: `List: ${record.labels.many.en}`,
      query: listQuery,
      answer: ({ house, actor, query }) => read(house.doors, actor, (db) => listRows(db, record, asListQuery(query))),
    }),
    route({
      method: 'GET',
      url: `${pathOf(record)}/:id`,
      policy,
      summary: `One: ${record.labels.one.en}`,
      params: byId,
      answer: async ({ house, actor, params }) =>
        (await read(house.doors, actor, (db) => getRow(db, record, params.id))) ?? refused(refuse('access.not-found')),
    }),
    route({
      method: 'GET',
      url: `${pathOf(record)}/export`,
      policy: policy.who === 'everyone' ? policy : { ...policy, who: (policy.who as Role[]).filter((role) => role !== 'enumerator') },
      summary: `Export with an HXL row: ${record.labels.many.en}`,
      query: listQuery.extend({ format: z.enum(['csv', 'xlsx']).default('csv'), lang: z.enum(['pt', 'en']).default('pt') }),
      answer: ({ house, actor, query: { format, lang, ...query } }) => exportRows(house, actor, record, asListQuery(query), format, lang),
    }),
  ]
}

/** The code of the country, unless the writer names an area. */
const homeOf = (house: { pack: { country: { iso2: string } } }) => house.pack.country.iso2

function writingRoutes(record: RecordDeclaration): AnyRoute[] {
  const routes: AnyRoute[] = []
  if (record.byDeeds) return routes
  const create = onlyRoles(record.access.create ?? [])
  const update = onlyRoles(record.access.update ?? [])
  if (create.length > 0)
    routes.push(
      route({
        method: 'POST',
        url: pathOf(record),
        policy: { who: create, class: (record.class ?? 2) as DataClass },
        summary: `Create: ${record.labels.one.en}`,
        body: z.looseObject({}),
        answer: ({ house, actor, body }) => act(house.doors, actor, (db) => createRow(db, record, body, homeOf(house))),
      }),
    )
  if (update.length > 0 && !record.appendOnly)
    routes.push(
      route({
        method: 'PATCH',
        url: `${pathOf(record)}/:id`,
        policy: { who: update, class: (record.class ?? 2) as DataClass },
        summary: `Change: ${record.labels.one.en}`,
        params: byId,
        body: z.looseObject({ version: z.number().int() }),
        answer: ({ house, actor, params, body: { version, ...typed } }) => act(house.doors, actor, (db) => changeRow(db, record, params.id, typed, version)),
      }),
    )
  return routes
}

// biome-ignore lint/suspicious/noExplicitAny: workflows of every record pass through here
type AnyStep = Step<any>

const described = async (name: string, step: AnyStep, row: never, context: { db: Db; input: Record<string, unknown>; house: House }) => ({
  name,
  label: step.label,
  to: step.to,
  asks: step.asks ?? {},
  obstacles: refusalBody(await obstacles(step, row, context), context.house.catalogue).refusals,
})

// biome-ignore lint/suspicious/noExplicitAny: as above
function lifeRoutes(flow: Workflow<any>): AnyRoute[] {
  const { record, life } = flow
  const everyStep = Object.values(life).flatMap((steps) => Object.values(steps))
  const who = onlyRoles(everyStep.flatMap(({ by }) => [...by]))
  const policy: Policy = { who, class: (record.class ?? 2) as DataClass }
  return [
    route({
      method: 'GET',
      url: `${pathOf(record)}/:id/steps`,
      policy,
      summary: `What can be done now, and what stands in the way: ${record.labels.one.en}`,
      params: byId,
      answer: ({ house, actor, params }) =>
        read(house.doors, actor, async (db): Promise<unknown[] | Refused> => {
          const row = await getRow(db, record, params.id)
          if (!row) return refused(refuse('access.not-found'))
          const steps = stepsFor(flow, (row as unknown as { state: string }).state, actor.roles)
          const found: unknown[] = []
          for (const [name, step] of steps) found.push(await described(name, step, row as never, { db, input: {}, house }))
          return found
        }),
    }),
    route({
      method: 'POST',
      url: `${pathOf(record)}/:id/steps/:step`,
      policy,
      summary: `Take a step: ${record.labels.one.en}`,
      params: z.object({ id: z.string().max(60), step: z.string().max(60) }),
      body: z.looseObject({}),
      answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => takeStep(flow, params.id, params.step, { db, input: body, house })),
    }),
  ]
}

/** All regular routes of a domain. */
export const recordRoutes = (domain: Domain): AnyRoute[] => [
  ...domain.records.filter(({ closed }) => !closed).flatMap((record) => [...readingRoutes(record), ...writingRoutes(record)]),
  ...(domain.workflows ?? []).flatMap(lifeRoutes),
]
