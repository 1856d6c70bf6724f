/** The requests of the papers of coordination, A4, in either language. The list of a session opens names and is a deed that the audit remembers. */
import { z } from 'zod'
import { type AnyRoute, act, byId, isRefused, type Policy, read, route, today } from '../../../kernel/index.ts'
import { type Paper, paperFile } from '../../../kernel/publishing.ts'
import { areasOfLevel } from '../../../registry/places/index.ts'
import { readers as agreementReaders } from '../agreements/agreementRoutes.ts'
import { contactsNow } from '../contacts/contact.ts'
import { about, asked, office } from '../fourW/asked.ts'
import { gapsNow } from '../fourW/gapsNow.ts'
import { lookAtSession } from '../learning/sessions.ts'
import { servicesNow } from '../services/service.ts'
import { agreementPaper, agreementSheet } from './agreementPaper.ts'
import { attendancePaper, contactsPaper, servicesPaper } from './fillPapers.ts'
import { gapPaper } from './gapPaper.ts'
import { paperWords } from './paperWords.ts'

const readers: Policy = { who: ['clusterCoordinator', 'chief', 'coordinator', 'monitoring', 'partner'], class: 2 }
const organisers: Policy = { who: ['clusterCoordinator'], class: 3 }
const query = z.object({ lang: z.enum(['pt', 'en']).default('pt') })

const printed = (paper: Paper, lang: 'pt' | 'en', handling: 'internal' | 'closed') => paperFile(paper, lang, paperWords[lang][handling])

export const paperRoutes: AnyRoute[] = [
  route({
    ...{ method: 'GET', url: '/api/coordination/print/contacts', policy: readers, summary: 'The contact list on paper, as far as each agreed', query },
    answer: async ({ house, actor, query: { lang } }) => printed(contactsPaper(await read(house.doors, actor, contactsNow), lang, today()), lang, 'internal'),
  }),
  route({
    ...{ method: 'GET', url: '/api/coordination/print/services', policy: readers, summary: 'The services on paper; sensitive ones by their channel', query },
    answer: async ({ house, actor, query: { lang } }) => {
      const found = await read(house.doors, actor, async (db) => ({ ...(await servicesNow(db)), areas: await areasOfLevel(db, house.pack.country.iso3, 2) }))
      return printed(servicesPaper(found, lang, today()), lang, 'internal')
    },
  }),
  route({
    ...{ method: 'GET', url: '/api/coordination/print/attendance/:id', policy: organisers, summary: 'The list of a session to sign on', params: byId, query },
    answer: async ({ house, actor, params, query: { lang } }) => {
      const session = await act(house.doors, actor, (db) => lookAtSession(db, house, params.id))
      return isRefused(session) ? session : printed(attendancePaper(house.pack, session, lang), lang, 'closed')
    },
  }),
  route({
    ...{ method: 'GET', url: '/api/coordination/print/gaps', policy: office, summary: 'In need, reached and missing on paper, by district and sector' },
    query: query.extend(about.shape),
    answer: async ({ house, actor, query: { lang, ...filter } }) => {
      const found = await read(house.doors, actor, (db) => gapsNow(db, house, asked(filter)))
      return printed(gapPaper(house, found, { asked: filter, lang, today: today() }), lang, 'internal')
    },
  }),
  route({
    ...{ method: 'GET', url: '/api/coordination/print/agreement/:id', policy: agreementReaders, summary: 'An agreement on one sheet, as it stands today' },
    ...{ params: byId, query },
    answer: async ({ house, actor, params, query: { lang } }) => {
      const sheet = await read(house.doors, actor, (db) => agreementSheet(db, params.id))
      return isRefused(sheet) ? sheet : printed(agreementPaper(sheet, lang, today()), lang, 'internal')
    },
  }),
]
