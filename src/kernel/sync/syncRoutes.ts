/** What our own phones speak with the house: greeting, envelopes, files piece by piece, forms, lists, orders. The key stands in a header, never in an address. */
import type { Readable } from 'node:stream'
import { z } from 'zod'
import type { Actor } from '../access/actor.ts'
import { isRefused, read, refused } from '../db/transaction.ts'
import { listCsv } from '../forms/lists/lists.ts'
import { filesOf, offeredForms } from '../forms/openRosa/formsOfPhone.ts'
import { understoodOf, xformOf } from '../forms/versions.ts'
import type { House } from '../house.ts'
import { type AnyRoute, type Content, type Policy, route } from '../http/route.ts'
import { refuse } from '../refusal.ts'
import { blobState, takePiece } from './blobs.ts'
import { hello, helloBody } from './hello.ts'
import { orderDone } from './orders.ts'
import { pull } from './pull.ts'
import { push, pushBody } from './push.ts'

const phone: Policy = { who: 'device', class: 2 }
/** A phone whose key has ended may still hand over what it holds, and is told what to do. */
const everyPhone: Policy = { ...phone, endedKeys: true }

const ofHash = z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) })
const byId = z.object({ id: z.string().max(60) })

/**
 * Types of the compiler whose answer would be missing with our renderer: no control of its own, or a place or recording that nothing takes. The phone says so
 * before its owner leaves.
 */
export const notShownYet: ReadonlySet<string> = new Set(['osm', 'select_one_external', 'start-geopoint', 'background-geopoint', 'background-audio'])

async function formsOf(house: House, actor: Actor) {
  const forms = await read(house.doors, actor, async (db) => {
    const offered = await offeredForms(db, { project: actor.phone!.project })
    return Promise.all(offered.map(async (form) => ({ form, files: await filesOf(db, form.id) })))
  })
  return Promise.all(
    forms.map(async ({ form, files }) => {
      const { questions } = await understoodOf(house, form)
      return {
        id: form.id,
        code: form.code,
        name: form.version,
        title: Object.keys(form.titles).length > 0 ? form.titles : { pt: form.title, en: form.title },
        hash: form.xform,
        bytes: await house.files.size(form.xform),
        languages: form.languages,
        restricted: form.restricted,
        placeQuestion: form.placeQuestion,
        attachments: files,
        until: form.until,
        notShown: [...new Set(questions.map(({ type }) => type).filter((type) => notShownYet.has(type)))],
      }
    }),
  )
}

const blobHeaders = ({ offset, length }: { offset: number; length: number | null }) => ({
  'upload-offset': String(offset),
  ...(length === null ? {} : { 'upload-length': String(length) }),
  'cache-control': 'no-store',
})

const numberIn = (text: string | string[] | undefined): number | null => (typeof text === 'string' && /^\d{1,12}$/.test(text) ? Number(text) : null)

export const syncRoutes: AnyRoute[] = [
  route({
    method: 'POST',
    url: '/sync/hello',
    policy: everyPhone,
    summary: 'A phone greets: time, what it announced, which receipt it holds; it learns the epoch, keys, orders and what never came',
    body: helloBody,
    answer: ({ house, actor, body }) => hello(house, actor, body),
  }),
  route({
    method: 'POST',
    url: '/sync/push',
    policy: everyPhone,
    summary: 'Envelopes, each answered on its own with a receipt, a time to retry, or refusals',
    body: pushBody,
    answer: ({ house, actor, body }) => push(house, actor, body.envelopes),
  }),
  route({
    method: 'HEAD',
    url: '/sync/blob/:sha256',
    policy: everyPhone,
    summary: 'How far a file has come',
    params: ofHash,
    answer: async ({ house, actor, params }) => {
      const state = await blobState(house, actor, params.sha256)
      return state ? ({ content: '', type: 'application/octet-stream', headers: blobHeaders(state) } satisfies Content) : refused(refuse('access.not-found'))
    },
  }),
  route({
    method: 'PATCH',
    url: '/sync/blob/:sha256',
    policy: everyPhone,
    takes: 'bytes',
    summary: 'The next bytes of a file',
    params: ofHash,
    answer: async ({ house, actor, params, headers, body }) => {
      const [offset, length] = [numberIn(headers['upload-offset']), numberIn(headers['upload-length'])]
      if (offset === null || length === null) return refused(refuse('http.bad-request', { problem: 'Upload-Offset, Upload-Length' }))
      return takePiece(house, actor, { sha256: params.sha256, offset, length, content: body as unknown as Readable })
    },
  }),
  route({
    method: 'GET',
    url: '/sync/forms',
    policy: phone,
    summary: 'The forms that this phone may fill',
    answer: async ({ house, actor }) => ({ forms: await formsOf(house, actor) }),
  }),
  route({
    method: 'GET',
    url: '/sync/forms/:id/xform',
    policy: phone,
    summary: 'One form; it never changes under its id',
    params: byId,
    answer: async ({ house, actor, params }) => {
      const [form] = await read(house.doors, actor, (db) => offeredForms(db, { project: actor.phone!.project, id: params.id, everyVersion: true }))
      const content = form && (await xformOf(house, form))
      if (!content) return refused(refuse('access.not-found'))
      return { content, type: 'text/xml; charset=utf-8', headers: { etag: `"${form.xform}"`, 'cache-control': 'private, max-age=31536000, immutable' } }
    },
  }),
  route({
    method: 'GET',
    url: '/sync/forms/:id/attachments/:fileName',
    policy: phone,
    summary: 'A file of a form, or a list as this phone may see it',
    params: byId.extend({ fileName: z.string().max(300) }),
    answer: async ({ house, actor, params }) => {
      const found = await read(house.doors, actor, async (db) => {
        const [form] = await offeredForms(db, { project: actor.phone!.project, id: params.id, everyVersion: true })
        const file = form && (await filesOf(db, form.id)).find(({ fileName }) => fileName === params.fileName)
        if (!file) return null
        return { file, csv: file.list === null ? null : await listCsv(house, db, form.project, file.list) }
      })
      const content = found?.csv ?? (found?.file.sha256 ? await house.files.get(found.file.sha256) : null)
      if (!found || content === null) return refused(refuse('access.not-found'))
      return { content, type: found.csv === null ? 'application/octet-stream' : 'text/csv; charset=utf-8', name: found.file.fileName }
    },
  }),
  route({
    method: 'GET',
    url: '/sync/pull',
    policy: phone,
    summary: 'Changes of a list since a cursor, or the whole list',
    query: z.object({ topic: z.string().max(110), cursor: z.string().max(100).optional() }),
    answer: ({ house, actor, query }) => pull(house, actor, query.topic, query.cursor),
  }),
  route({
    method: 'POST',
    url: '/sync/orders/:id/done',
    policy: everyPhone,
    summary: 'An order is carried out',
    params: byId,
    answer: async ({ house, actor, params }) => {
      const done = params.id === 'revoked' ? { id: params.id } : await orderDone(house, actor, params.id)
      return isRefused(done) ? done : { done: true }
    },
  }),
]
