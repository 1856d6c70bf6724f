/** The requests of work that looks the same: read by both organisations and coordination, and answered by them. */
import { z } from 'zod'
import { type Actor, type AnyRoute, act, type Db, type House, type Refused, read, refuse, refused, route } from '../../../../kernel/index.ts'
import { sameWorkAnswers } from './answer.ts'
import { linksNow } from './links.ts'
import { answerSameWork, noticesNow } from './notices.ts'

const readers = ['clusterCoordinator', 'coordinator', 'chief', 'monitoring', 'partner'] as const

/** Whoever holds an office sees all; a partner's account what concerns its organisation. */
export const voiceOf = ({ roles, organisation }: Actor): { own: string | null } | Refused => {
  if (roles.some((role) => role !== 'partner' && readers.some((reader) => reader === role))) return { own: null }
  return organisation ? { own: organisation } : refused(refuse('coordination.no-organisation'))
}

const linksOf = async (db: Db, house: House, own: string | null) =>
  (await linksNow(db))
    .filter(({ donor, implementer }) => own === null || donor.organisation === own || implementer.organisation === own)
    .map((link) => {
      const other = link.implementer.organisation === own ? link.donor : link.implementer
      return {
        ...link,
        sentence: house.catalogue.both({ code: 'coordination.donor-and-implementer-both', facts: { other: `${other.name}, ${other.externalId}` } }),
      }
    })

export const sameWorkRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/api/coordination/same-work',
    policy: { who: readers, class: 2 },
    summary: 'Two organisations, one type of activity, one place, days that meet: what both and coordination are told',
    answer: async ({ house, actor }) => {
      const voice = voiceOf(actor)
      return 'refused' in voice
        ? voice
        : read(house.doors, actor, async (db) => ({ notices: await noticesNow(db, voice.own), links: await linksOf(db, house, voice.own) }))
    },
  }),
  route({
    method: 'POST',
    url: '/api/coordination/same-work/answers',
    policy: { who: ['clusterCoordinator', 'partner'], class: 2 },
    summary: 'Not the same work, because; or agreed, we share it',
    body: z.object({
      pairs: z
        .array(z.tuple([z.string().max(60), z.string().max(60)]))
        .min(1)
        .max(2000),
      answer: z.enum(sameWorkAnswers),
      because: z.string().trim().max(1000).default(''),
    }),
    answer: async ({ house, actor, body }) => {
      if (body.because === '') return refused(refuse('coordination.say-why'))
      const voice = voiceOf(actor)
      return 'refused' in voice ? voice : act(house.doors, actor, (db) => answerSameWork(db, voice.own, body))
    },
  }),
]
