/** The requests by which an activity is counted from the records of another domain. */
import { z } from 'zod'
import { type AnyRoute, act, type Policy, route } from '../../../../kernel/index.ts'
import { voiceOf } from '../sameWork/sameWorkRoutes.ts'
import { countFrom, worksToChoose } from './countFrom.ts'

const who: Policy = { who: ['clusterCoordinator', 'partner'], class: 2 }
const params = z.object({ id: z.string().max(60) })

export const exactRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/api/coordination/activities/:id/counted-from',
    policy: who,
    summary: 'Settled work in the records of other domains that this activity may be reporting',
    params,
    answer: async ({ house, actor, params: { id } }) => {
      const voice = voiceOf(actor)
      return 'refused' in voice ? voice : act(house.doors, actor, (db) => worksToChoose(db, house, voice.own, id))
    },
  }),
  route({
    method: 'POST',
    url: '/api/coordination/activities/:id/counted-from',
    policy: who,
    summary: 'Distinct people of this work stand in place of the reported estimate; an empty list takes that back',
    params,
    body: z.object({
      works: z.array(z.object({ record: z.string().max(100), row: z.string().max(60) })).max(100),
      reason: z.string().trim().max(1000).default(''),
    }),
    answer: async ({ house, actor, params: { id }, body }) => {
      const voice = voiceOf(actor)
      return 'refused' in voice ? voice : act(house.doors, actor, (db) => countFrom(db, house, voice.own, id, body))
    },
  }),
]

export const exactSentences = {
  'coordination.not-to-count-from': {
    pt: 'Esta actividade não se pode contar por esse registo: não é da mesma organização, lugar e dias, ou ainda não está reconciliado. Volte a abrir a lista e escolha outro.',
    en: 'This activity cannot be counted from that record: it is not of the same organisation, place and days, or is not reconciled yet. Open the list again and choose another.',
  },
  'coordination.counted-elsewhere': {
    pt: '«{work}» já conta na actividade {other}. Retire-a dali primeiro, para que ninguém conte duas vezes.',
    en: '"{work}" counts in activity {other} already. Take it out there first, so that nobody counts twice.',
  },
}
