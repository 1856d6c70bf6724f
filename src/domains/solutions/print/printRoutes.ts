/** The requests of the papers, A4, in either language. What names households is for officers of the area alone. */
import { z } from 'zod'
import { type AnyRoute, byId, type Db, line, type House as Mission, type Policy, read, refuse, refused, route } from '../../../kernel/index.ts'
import { type Paper, paperFile } from '../../../kernel/publishing.ts'
import { houseFile } from '../houses/readHouses.ts'
import { localitiesNow } from '../localities/keepLocality.ts'
import { officers, openReaders } from '../office.ts'
import { progressNow } from '../progress/readProgress.ts'
import { designPaper } from './designPaper.ts'
import { handOverPaper, householdsPaper, inspectionPaper, localityPaper, materialsPaper, progressPaper, tenurePaper } from './fillPapers.ts'
import { printWords } from './printWords.ts'

type Lang = 'pt' | 'en'
const readers: Policy = { who: openReaders, class: 2 }
const closed: Policy = { who: officers, class: 3 }
const lang = z.enum(['pt', 'en']).default('pt')

function answer(paper: Paper | null, language: Lang, policy: Policy) {
  if (!paper) return refused(refuse('access.not-found'))
  return paperFile(paper, language, printWords[language][policy === closed ? 'closed' : 'internal'])
}

type Fill = (db: Db, id: string, lang: Lang, about: { mission: Mission; site: string }) => Promise<Paper | null>

const ofOne = (name: string, policy: Policy, summary: string, fill: Fill) =>
  route({
    ...{ method: 'GET', url: `/api/solutions/print/${name}/:id`, policy, summary, params: byId, query: z.object({ lang }) },
    answer: async ({ house, actor, params, query, address }) =>
      answer(await read(house.doors, actor, (db) => fill(db, params.id, query.lang, { mission: house, site: address })), query.lang, policy),
  })
const ofProgramme = (name: string, policy: Policy, summary: string, fill: (db: Db, programme: string, lang: Lang) => Promise<Paper>) =>
  route({
    ...{ method: 'GET', url: `/api/solutions/print/${name}`, policy, summary, query: z.object({ lang, programme: line(60) }) },
    answer: async ({ house, actor, query }) => answer(await read(house.doors, actor, (db) => fill(db, query.programme, query.lang)), query.lang, policy),
  })

export const printRoutes: AnyRoute[] = [
  route({
    ...{ method: 'GET', url: '/api/solutions/print/inspection/:id/:inspection', policy: readers, summary: 'An inspection with its items and pictures' },
    ...{ params: byId.extend({ inspection: z.uuid() }), query: z.object({ lang }) },
    answer: async ({ house, actor, params, query }) => {
      const paper = await read(house.doors, actor, async (db) => {
        const file = await houseFile(db, params.id)
        return file && inspectionPaper(house, file, params.inspection, query.lang)
      })
      return answer(paper, query.lang, readers)
    },
  }),
  ofOne('hand-over', closed, 'The certificate of a house that was handed over', async (db, id, language, { mission, site }) => {
    const file = await houseFile(db, id)
    return file && handOverPaper(mission, file, { lang: language, site })
  }),
  ofOne('locality', readers, 'A locality with its criteria, hazards and minutes', async (db, id, language) => {
    const found = (await localitiesNow(db)).find((one) => one.id === id)
    return found ? localityPaper(found, language) : null
  }),
  ofOne('design', readers, 'A design with its materials and drawings', (db, id, language, { mission }) => designPaper(db, mission, id, language)),
  ofOne('progress', readers, 'A progress survey, displaced people beside their hosts', async (db, id, language) => {
    const found = (await progressNow(db)).find((one) => one.id === id)
    return found ? progressPaper(found, language) : null
  }),
  ofProgramme('materials', readers, 'Materials for the houses of a programme that have none yet', materialsPaper),
  ofProgramme('households', closed, 'The households of a programme, by code', householdsPaper),
  ofProgramme('tenure', closed, 'Rights to the ground in a programme, added up', tenurePaper),
]
