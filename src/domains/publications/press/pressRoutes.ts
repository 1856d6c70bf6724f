/** The requests of press texts. */
import { z } from 'zod'
import { type AnyRoute, act, both, byId, now, type Policy, read, route } from '../../../kernel/index.ts'
import { clearers, making, office } from '../office.ts'
import { clearPressText, keepPressText, pressTextsNow } from './pressKit.ts'
import { pressTextKinds } from './pressText.ts'

const clearing: Policy = { who: ['communications', 'reportOfficer', ...clearers], class: 2 }
const text = z.object({ kind: z.enum(pressTextKinds), title: both(200), text: both(4000), validUntil: z.iso.date() })

export const pressRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/api/publications/press-texts',
    policy: office,
    summary: 'Texts for journalists, with what the public sees of them',
    answer: ({ house, actor }) => read(house.doors, actor, pressTextsNow),
  }),
  route({
    method: 'POST',
    url: '/api/publications/press-texts',
    policy: making,
    summary: 'Write a text for journalists',
    body: text,
    answer: ({ house, actor, body }) => act(house.doors, actor, (db) => keepPressText(db, house, body, null)),
  }),
  route({
    method: 'PATCH',
    url: '/api/publications/press-texts/:id',
    policy: making,
    summary: 'Change a text for journalists; it has to be cleared anew',
    params: byId,
    body: text,
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => keepPressText(db, house, body, params.id)),
  }),
  route({
    method: 'POST',
    url: '/api/publications/press-texts/:id/clear',
    policy: clearing,
    summary: 'Let a text for journalists onto the public page; not by whoever wrote it',
    params: byId,
    answer: ({ house, actor, params }) => act(house.doors, actor, (db) => clearPressText(db, params.id, now())),
  }),
]
