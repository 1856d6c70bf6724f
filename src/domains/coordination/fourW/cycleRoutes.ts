/** The requests of the month: coordination leads it, a partner answers for its own organisation. */
import { sql } from 'kysely'
import { z } from 'zod'
import { type Actor, type AnyRoute, act, type Policy, type Refused, read, refuse, refused, route } from '../../../kernel/index.ts'
import { activityStates } from './activity.ts'
import { changesSince, correctionsOf } from './changesOfMonth.ts'
import { distinctPeopleIn } from './exact/exactReach.ts'
import { currentCycle, openCycle, partnersOf, takeCycleStep } from './lifeOfCycle.ts'
import { addActivity, answerFor, submitMonth } from './ownActivities.ts'
import { reachKinds, reachUnits } from './reach.ts'
import type { ActivityRow } from './situation.ts'
import { publishSnapshot } from './snapshot/publishSnapshot.ts'
import { oneUpload, uploadsOf } from './uploads.ts'

const coordination: Policy = { who: ['clusterCoordinator'], class: 2 }
const office: Policy = { who: ['clusterCoordinator', 'coordinator', 'chief', 'monitoring', 'dataOfficer', 'reportOfficer'], class: 2 }
const partner: Policy = { who: ['partner'], class: 2 }
const day = z.iso.date()

const part = z.number().int().min(0).max(100_000_000).nullable()
const said = z.object({
  status: z.enum(activityStates).optional(),
  fromDay: day.nullable().optional(),
  toDay: day.nullable().optional(),
  people: z.number().int().min(0).max(100_000_000).nullable().optional(),
  unit: z.enum(reachUnits).optional(),
  kind: z.enum(reachKinds).nullable().optional(),
  who: z.object({ women: part, men: part, girls: part, boys: part }).optional(),
  description: z.string().max(2000).nullable().optional(),
})

const ofOwn = async <T>(actor: Actor, deed: (own: string) => Promise<T>): Promise<T | Refused> =>
  actor.organisation ? deed(actor.organisation) : refused(refuse('coordination.no-organisation'))

export const cycleRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/api/coordination/month',
    policy: office,
    summary: 'The newest month: its partners with their state, and what changed since it was opened',
    answer: ({ house, actor }) =>
      read(house.doors, actor, async (db) => {
        const cycle = await currentCycle(db)
        if (!cycle) return { cycle: null, partners: [], changes: null }
        return { cycle, partners: await partnersOf(db, cycle), changes: await changesSince(db, cycle) }
      }),
  }),
  route({
    method: 'GET',
    url: '/api/coordination/corrections',
    policy: office,
    summary: 'What was changed or added after the newest month was locked, each with its reason',
    answer: ({ house, actor }) => read(house.doors, actor, async (db) => ({ corrections: await correctionsOf(db, await currentCycle(db)) })),
  }),
  route({
    method: 'GET',
    url: '/api/coordination/uploads',
    policy: coordination,
    summary: "Partners' own workbooks: whose, when, and what became of each",
    answer: async ({ house }) => ({ uploads: await uploadsOf(house) }),
  }),
  route({
    method: 'GET',
    url: '/api/coordination/uploads/:id',
    policy: coordination,
    summary: "What was understood of a partner's workbook: counts and findings, never its comments",
    params: z.object({ id: z.string().max(60) }),
    answer: ({ house, params }) => oneUpload(house, params.id),
  }),
  route({
    method: 'POST',
    url: '/api/coordination/months',
    policy: coordination,
    summary: 'Open a month for every organisation with work under way',
    body: z.object({ month: day, dueOn: day }),
    answer: ({ house, actor, body }) => act(house.doors, actor, (db) => openCycle(db, house.pack.country.pcode, body)),
  }),
  route({
    method: 'POST',
    url: '/api/coordination/months/:id/:step',
    policy: coordination,
    summary: 'Remind those who have not answered, validate, open again, lock',
    params: z.object({ id: z.string().max(60), step: z.enum(['remind', 'validate', 'reopen', 'lock']) }),
    answer: ({ house, actor, params }) => act(house.doors, actor, (db) => takeCycleStep(db, params.id, params.step)),
  }),
  route({
    method: 'POST',
    url: '/api/coordination/months/:id/publish',
    policy: coordination,
    summary: 'Publish a locked month: who is where, protection by province only',
    params: z.object({ id: z.string().max(60) }),
    body: z.object({
      licence: z.string().max(200),
      credit: z.string().max(400),
      changeNote: z.object({ pt: z.string().min(1).max(1000), en: z.string().min(1).max(1000) }).optional(),
    }),
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => publishSnapshot(house, db, params.id, body)),
  }),
  route({
    method: 'GET',
    url: '/api/coordination/mine',
    policy: partner,
    summary: 'Own activities with the day last confirmed, and how the own answer of the month stands',
    answer: ({ house, actor }) =>
      ofOwn(actor, (own) =>
        read(house.doors, actor, async (db) => {
          const cycle = await currentCycle(db)
          const organisation = await db.one<{ name: string }>(sql`select name from organisations.organisation where id = ${own}`)
          const report =
            cycle && (await db.one(sql`select state, submitted_at from coordination.monthly_report where cycle = ${cycle.id} and organisation = ${own}`))
          const activities = await db.rows<Pick<ActivityRow, 'id' | 'countedFrom'>>(sql`
            select a.id, a.sector, a.activity_type, a.description, p.pcode as place, p.name as place_name, a.location, a.from_day, a.to_day, a.status, a.last_confirmed,
              a.reached_people as people, a.counted_from, coalesce(a.last_confirmed >= ${cycle?.month ?? null}::date, false) as confirmed
            from coordination.activity a left join places.place p on p.id = a.place
            where a.organisation = ${own} order by confirmed, p.name nulls last, a.sector, a.external_id limit 1000`)
          const distinct = await distinctPeopleIn(db, house, activities)
          return {
            ...{ cycle, organisation: organisation?.name ?? '', report },
            activities: activities.map((activity) => ({ ...activity, distinct: distinct.get(activity.id) ?? null })),
          }
        }),
      ),
  }),
  route({
    method: 'POST',
    url: '/api/coordination/mine/answers',
    policy: partner,
    summary: 'Still true, ended or changed, for own activities; after the lock a correction with its reason',
    body: z.object({
      answers: z
        .array(
          z.object({
            activity: z.string().max(60),
            answer: z.enum(['yes', 'ended', 'changed']),
            said: said.optional(),
            reason: z.string().max(1000).optional(),
          }),
        )
        .min(1)
        .max(1000),
    }),
    answer: ({ house, actor, body }) => ofOwn(actor, (own) => act(house.doors, actor, (db) => answerFor(db, own, body.answers))),
  }),
  route({
    method: 'POST',
    url: '/api/coordination/mine/activities',
    policy: partner,
    summary: 'Add an activity of the own organisation; after the lock it is a correction with its reason',
    body: said.extend({
      sector: z.string().min(1).max(60),
      activityType: z.string().min(1).max(300),
      place: z.string().max(20).nullable(),
      location: z.string().max(300).nullable().optional(),
      status: z.enum(activityStates),
      reason: z.string().max(1000).optional(),
    }),
    answer: async ({ house, actor, body }) => {
      const sectors = (house.pack.codeLists.get('sector')?.codes ?? []).map(({ code }) => code)
      if (!sectors.includes(body.sector)) return refused(refuse('coordination.sector-unknown', { value: body.sector }))
      return ofOwn(actor, (own) => act(house.doors, actor, (db) => addActivity(db, own, house.pack.country.pcode, body)))
    },
  }),
  route({
    method: 'POST',
    url: '/api/coordination/mine/submit',
    policy: partner,
    summary: 'Hand the month in, once every activity under way was answered for',
    answer: ({ house, actor }) => ofOwn(actor, (own) => act(house.doors, actor, (db) => submitMonth(db, own))),
  }),
]
