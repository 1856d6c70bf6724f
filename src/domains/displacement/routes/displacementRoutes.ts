/** The requests of the round workbench, comparison and publication preview. Regular lists and edits are the kernel's; what is irregular stands here. */
import { sql } from 'kysely'
import { z } from 'zod'
import { type AnyRoute, act, type Db, getRow, isRefused, type Policy, type Refused, read, refuse, refused, route } from '../../../kernel/index.ts'
import { treeOf } from '../areas.ts'
import { checkRound } from '../checks.ts'
import { compareRounds } from '../compareRounds.ts'
import { cleaningLog, correctCell } from '../correct.ts'
import { removeDemonstration } from '../demonstration/mission.ts'
import { newEdition } from '../lifeOfRound.ts'
import { listRounds } from '../listRounds.ts'
import { addToMasterList, giveOutcome } from '../masterList.ts'
import { MasterListLine } from '../presence.ts'
import { Finding } from '../review.ts'
import { Round, type RoundRow } from '../round.ts'
import { homeOf } from './home.ts'
import { lintTextOf, previewOf } from './preview.ts'
import { operationOf, placesOfRound, workbenchOf } from './workbench.ts'

const office: Policy = { who: ['dataOfficer', 'reportOfficer', 'governmentReviewer', 'coordinator', 'chief', 'monitoring'], class: 2 }
const officers: Policy = { who: ['dataOfficer'], class: 2 }
const writers: Policy = { who: ['dataOfficer', 'reportOfficer'], class: 2 }
const byRound = z.object({ round: z.string().max(60) })
const byId = z.object({ id: z.string().max(60) })
const count = z.number().int().min(0).max(100_000_000).nullable()

const withRound = async <T>(db: Db, id: string, deed: (round: RoundRow) => Promise<T | Refused>): Promise<T | Refused> => {
  const round = await getRow(db, Round, id)
  return round ? deed(round) : refused(refuse('access.not-found'))
}

const reading: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/api/displacement/home',
    policy: { who: 'signedIn', class: 2 },
    summary: 'Situation and what waits for me',
    answer: ({ house, actor }) => read(house.doors, actor, (db) => homeOf(house, db, actor)),
  }),
  route({
    method: 'GET',
    url: '/api/displacement/rounds',
    policy: office,
    summary: 'Rounds at a glance',
    answer: ({ house, actor }) => listRounds(house, actor),
  }),
  route({
    method: 'GET',
    url: '/api/displacement/workbench/:round',
    policy: office,
    summary: 'One round: progress by district, totals, the round before, endorsements',
    params: byRound,
    answer: ({ house, actor, params }) => read(house.doors, actor, (db) => withRound(db, params.round, (round) => workbenchOf(db, round))),
  }),
  route({
    method: 'GET',
    url: '/api/displacement/workbench/:round/places',
    policy: office,
    summary: 'Places of the round with figures, cells and the figures of the round before',
    params: byRound,
    query: z.object({ district: z.string().max(60).optional() }),
    answer: ({ house, actor, params, query }) =>
      read(house.doors, actor, (db) => withRound(db, params.round, (round) => placesOfRound(db, round, query.district))),
  }),
  route({
    method: 'GET',
    url: '/api/displacement/workbench/:round/findings',
    policy: office,
    summary: 'Findings of the round, each with its sentence and what was decided',
    params: byRound,
    answer: ({ house, actor, params }) =>
      read(house.doors, actor, async (db) => {
        const rows = await db.rows<{ code: string; facts: Record<string, string | number> }>(sql`
          select f.id, f.code, f.severity, f.facts, f.disposition, f.note, f.version, p.name as place_name, p.pcode, w.name as decided_by_name
          from displacement.finding f left join places.place p on p.id = f.place left join kernel.person w on w.id = f.decided_by
          where f.round::text = ${params.round} order by (f.severity = 'error') desc, (f.severity = 'warning') desc, f.code, p.name`)
        return house.catalogue.worded(rows)
      }),
  }),
  route({
    method: 'GET',
    url: '/api/displacement/workbench/:round/corrections',
    policy: office,
    summary: 'The cleaning log',
    params: byRound,
    answer: ({ house, actor, params }) => read(house.doors, actor, (db) => cleaningLog(db, params.round)),
  }),
  route({
    method: 'GET',
    url: '/api/displacement/compare',
    policy: office,
    summary: 'Two rounds side by side: the three terms of the change, by area and by place',
    query: z.object({ from: z.uuid(), to: z.uuid(), unit: z.enum(['individuals', 'households']).default('individuals') }),
    answer: ({ house, actor, query }) =>
      read(house.doors, actor, (db) =>
        withRound(db, query.from, (from) =>
          withRound(db, query.to, async (to) => {
            const operation = await operationOf(db, to)
            const tree = await treeOf(db, operation)
            const compared = await compareRounds(db, from.id, to.id, query.unit, tree)
            const named = compared.byArea.map((area) => ({ ...area, name: tree.byPcode.get(area.pcode)?.name ?? area.pcode }))
            const why = compared.why && {
              ...compared.why,
              sentence: { pt: house.catalogue.sentence(compared.why, 'pt'), en: house.catalogue.sentence(compared.why, 'en') },
            }
            return { from: { id: from.id, number: from.number }, to: { id: to.id, number: to.number }, ...compared, byArea: named, why }
          }),
        ),
      ),
  }),
  route({
    method: 'GET',
    url: '/api/displacement/workbench/:round/preview',
    policy: office,
    summary: 'What would be published, held against its text and its guards',
    params: byRound,
    answer: ({ house, actor, params }) => read(house.doors, actor, (db) => withRound(db, params.round, (round) => previewOf(house, db, round))),
  }),
  route({
    method: 'POST',
    url: '/api/displacement/workbench/:round/lint',
    policy: writers,
    summary: 'Holds a text against the figures of the round',
    params: byRound,
    body: z.object({ lang: z.enum(['pt', 'en']), text: z.string().max(20_000) }),
    answer: ({ house, actor, params, body }) =>
      read(house.doors, actor, (db) => withRound(db, params.round, (round) => lintTextOf(house, db, round, body.lang, body.text))),
  }),
]

const writing: AnyRoute[] = [
  route({
    method: 'POST',
    url: '/api/displacement/lines/:id/outcome',
    policy: { who: ['dataOfficer', 'coordinator'], class: 2 },
    summary: 'Give a place its outcome',
    params: byId,
    body: z.object({
      outcome: z.enum(['assessed', 'not_assessed', 'carried_forward', 'closed', 'merged', 'empty']),
      reason: z.string().max(100).nullish(),
      sourceRound: count.optional(),
      note: z.string().max(2000).nullish(),
      access: z.enum(['accessible', 'partly', 'inaccessible']).nullish(),
    }),
    answer: ({ house, actor, params, body }) =>
      act(house.doors, actor, async (db) => {
        const line = await getRow(db, MasterListLine, params.id)
        if (!line) return refused(refuse('access.not-found'))
        return withRound(db, line.round, (round) => giveOutcome(db, round, line.id, body))
      }),
  }),
  route({
    method: 'POST',
    url: '/api/displacement/workbench/:round/teams',
    policy: officers,
    summary: 'Give a team to all places of a district, or of the round',
    params: byRound,
    body: z.object({ team: z.string().min(1).max(100), district: z.string().max(60).optional() }),
    answer: ({ house, actor, params, body }) =>
      act(house.doors, actor, (db) =>
        withRound(db, params.round, async (round) => {
          const places = (await placesOfRound(db, round, body.district)).map(({ place }) => place)
          return {
            places: await db.run(
              sql`update displacement.master_list_line set team = ${body.team}, version = version + 1 where round = ${round.id} and place = any(${places}::uuid[])`,
            ),
          }
        }),
      ),
  }),
  route({
    method: 'POST',
    url: '/api/displacement/workbench/:round/add-place',
    policy: officers,
    summary: 'Add a place to the list, with the reason',
    params: byRound,
    body: z.object({ place: z.uuid(), why: z.string().max(500) }),
    answer: ({ house, actor, params, body }) =>
      act(house.doors, actor, (db) => withRound(db, params.round, (round) => addToMasterList(db, round, body.place, body.why))),
  }),
  route({
    method: 'POST',
    url: '/api/displacement/workbench/:round/check',
    policy: officers,
    summary: 'Run the checks anew',
    params: byRound,
    answer: ({ house, actor, params }) =>
      act(house.doors, actor, (db) => withRound(db, params.round, async (round) => ({ open: await checkRound(db, round.id) }))),
  }),
  route({
    method: 'POST',
    url: '/api/displacement/findings/:id/decide',
    policy: officers,
    summary: 'Write a decision beside a warning',
    params: byId,
    body: z.object({ disposition: z.string().min(1).max(100), note: z.string().min(1).max(2000) }),
    answer: ({ house, actor, params, body }) =>
      act(house.doors, actor, async (db) => {
        const finding = await getRow(db, Finding, params.id)
        if (!finding) return refused(refuse('access.not-found'))
        if (finding.severity === 'error') return refused(refuse('round.error-not-waived'))
        await db.run(
          sql`update displacement.finding set disposition = ${body.disposition}, note = ${body.note}, decided_by = ${actor.userId}, version = version + 1 where id = ${params.id}`,
        )
        return { id: params.id }
      }),
  }),
  route({
    method: 'POST',
    url: '/api/displacement/cells/:id/correct',
    policy: officers,
    summary: 'Correct a figure; what was sent stays as it was',
    params: byId,
    body: z.object({
      field: z.enum(['households', 'individuals', 'females', 'males']),
      after: count,
      reason: z.string().max(100),
      note: z.string().max(2000).nullish(),
    }),
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => correctCell(db, params.id, body)),
  }),
  route({
    method: 'POST',
    url: '/api/displacement/round/:id/new-edition',
    policy: officers,
    summary: 'A new edition of a published round, with a note of what changes',
    params: byId,
    body: z.object({ pt: z.string().max(2000), en: z.string().max(2000) }),
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => withRound(db, params.id, (round) => newEdition(db, round, body))),
  }),
  route({
    method: 'POST',
    url: '/api/demonstration/remove',
    policy: { who: ['admin'], class: 2 },
    summary: 'Remove every trace of the demonstration mission',
    answer: async ({ house }) => {
      const removed = await removeDemonstration(house)
      return isRefused(removed) ? removed : { removed }
    },
  }),
]

export const displacementRoutes: AnyRoute[] = [...reading, ...writing]
