/** The live feed for Excel, Power BI and R, at the addresses where ODK Central has it, so that a connection needs a new host and a new token and nothing else. */
import { sql } from 'kysely'
import { z } from 'zod'
import type { Actor } from '../../access/actor.ts'
import { isRefused, read, refused } from '../../db/transaction.ts'
import type { House } from '../../house.ts'
import { type AnyRoute, type Policy, route } from '../../http/route.ts'
import { refuse } from '../../refusal.ts'
import { type FormShape, shapeByCode } from '../questionTable.ts'
import { feedContent } from './feed.ts'
import { metadataOf, serviceDocument } from './metadata.ts'
import { readQuery } from './query.ts'

const policy: Policy = { who: ['dataOfficer', 'coordinator', 'chief', 'monitoring'], class: 2 }
const base = '/v1/projects/:number/forms/:form.svc'
const params = z.object({ number: z.coerce.number().int().min(1).max(1_000_000), form: z.string().max(200) })
const query = z.looseObject({})

type Asked = { house: House; actor: Actor; params: z.infer<typeof params>; address: string }

const shapeFor = ({ house, actor, params: { number, form } }: Asked) => read(house.doors, actor, (db) => shapeByCode(house, db, number, form))
const addressOf = ({ address, params: { number, form } }: Asked) => `${address}/v1/projects/${number}/forms/${encodeURIComponent(form)}.svc`
const notThere = () => refused(refuse('access.not-found'))

const texts = (options: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(options).filter((entry): entry is [string, string] => typeof entry[1] === 'string'))

/** `Submissions('uuid:…')` and what lies behind it; a text without brackets is a whole table. */
const oneOf = /^(Submissions)\('([^']{1,400})'\)$/

function rowsAt(asked: Asked, shape: FormShape, options: Record<string, string>, set: string, inner: string) {
  if (shape.sealed) return refused(refuse('forms.sealed-no-export', { form: shape.title }))
  const one = oneOf.exec(set)
  const name = one ? [one[1], ...inner.split('/').filter((step) => step !== '')].join('.') : set
  const table =
    shape.tables.find((known) => known.name === name) ?? (one ? shape.tables.find(({ repeat }) => repeat !== '' && repeat.endsWith(`/${inner}`)) : undefined)
  if (!table || (!one && inner !== '')) return notThere()
  const read_ = readQuery(options, shape, table)
  if (isRefused(read_)) return read_
  const only = one && sql`f.instance_id = ${one[2]}`
  const where = only ? (read_.where ? sql`(${only} and ${read_.where})` : only) : read_.where
  return feedContent({ ...asked, shape, table, query: { ...read_, where }, address: addressOf(asked), search: new URLSearchParams(options).toString() })
}

export const odataRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    url: base,
    policy,
    summary: 'OData: the tables of a form',
    params,
    answer: async (asked) => {
      const shape = await shapeFor(asked)
      return shape ? serviceDocument(shape, addressOf(asked)) : notThere()
    },
  }),
  route({
    method: 'GET',
    url: `${base}/$metadata`,
    policy,
    summary: 'OData: $metadata',
    params,
    answer: async (asked) => {
      const shape = await shapeFor(asked)
      return shape ? { content: metadataOf(shape), type: 'application/xml; charset=utf-8', headers: { 'OData-Version': '4.0' } } : notThere()
    },
  }),
  route({
    method: 'GET',
    url: `${base}/:set`,
    policy,
    summary: 'OData: rows; $top $skip $count $orderby $filter (on any answer) $select $expand=* $skiptoken $wkt',
    params: params.extend({ set: z.string().max(700) }),
    query,
    answer: async (asked) => {
      const shape = await shapeFor(asked)
      return shape ? rowsAt(asked, shape, texts(asked.query), asked.params.set, '') : notThere()
    },
  }),
  route({
    method: 'GET',
    url: `${base}/:set/*`,
    policy,
    summary: 'OData: the turns of a repeat of one submission',
    params: params.extend({ set: z.string().max(700), '*': z.string().max(500) }),
    query,
    answer: async (asked) => {
      const shape = await shapeFor(asked)
      return shape ? rowsAt(asked, shape, texts(asked.query), asked.params.set, asked.params['*']) : notThere()
    },
  }),
]
