/** The requests of groups, meetings and actions. */
import { z } from 'zod'
import { type AnyRoute, act, type Policy, read, refuse, refused, route, today } from '../../../kernel/index.ts'
import { actionsFor, closeAction, dropAction, moveDue } from './actions.ts'
import { calendarFile } from './calendar.ts'
import { disciplineOf } from './discipline.ts'
import { groupsNow, keepGroup } from './groups.ts'
import { groupKinds, meetingReaders, rhythms } from './meeting.ts'
import { callMeeting, cancelMeeting, keepMinutes, openMeeting } from './minutes.ts'
import { minutesPdf } from './minutesPdf.ts'

const readers: Policy = { who: meetingReaders, class: 2 }
const editors: Policy = { who: ['clusterCoordinator'], class: 2 }
const owners: Policy = { who: ['clusterCoordinator', 'partner'], class: 2 }
const byId = z.object({ id: z.uuid() })
const inLanguage = z.object({ lang: z.enum(['pt', 'en']).default('pt') })
const line = (letters: number) => z.string().trim().min(1).max(letters)
const words = (letters: number) => z.string().max(letters)

const group = z.object({
  name: z.object({ pt: line(200), en: line(200) }),
  kind: z.enum(groupKinds),
  terms: words(4000).nullable().default(null),
  chair: z.uuid(),
  members: z.array(z.uuid()).min(1).max(200),
  rhythm: z.enum(rhythms),
})

const minutes = z.object({
  present: z.array(z.object({ organisation: z.uuid(), people: z.number().int().min(1).max(500) })).max(200),
  items: z
    .array(
      z.object({
        topic: line(300),
        said: words(4000).nullable().default(null),
        decision: words(2000).nullable().default(null),
        actions: z.array(z.object({ words: line(1000), owner: z.uuid(), person: line(120), due: z.iso.date() })).max(50),
      }),
    )
    .max(60),
})

export const meetingRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/api/coordination/groups',
    policy: readers,
    summary: 'Groups with their members, meetings and how their actions were kept',
    answer: async ({ house, actor }) => ({ groups: await read(house.doors, actor, (db) => groupsNow(db, today())) }),
  }),
  route({
    method: 'POST',
    url: '/api/coordination/groups',
    policy: editors,
    summary: 'Make a group',
    body: group,
    answer: ({ house, actor, body }) => act(house.doors, actor, (db) => keepGroup(db, house, body, null)),
  }),
  route({
    method: 'PATCH',
    url: '/api/coordination/groups/:id',
    policy: editors,
    summary: 'Change a group and its members',
    params: byId,
    body: group,
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => keepGroup(db, house, body, params.id)),
  }),
  route({
    method: 'POST',
    url: '/api/coordination/groups/:id/meetings',
    policy: editors,
    summary: 'Call a meeting; its agenda is made from open actions and agreements that end soon',
    params: byId,
    body: z.object({ startsAt: z.iso.datetime(), endsAt: z.iso.datetime(), venue: line(300), topics: z.array(line(300)).max(40).default([]) }),
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => callMeeting(db, params.id, body)),
  }),
  route({
    method: 'GET',
    url: '/api/coordination/meetings/:id',
    policy: readers,
    summary: 'A meeting with its agenda, minutes and actions',
    params: byId,
    answer: async ({ house, actor, params }) =>
      (await read(house.doors, actor, (db) => openMeeting(db, params.id, today()))) ?? refused(refuse('access.not-found')),
  }),
  route({
    method: 'POST',
    url: '/api/coordination/meetings/:id/minutes',
    policy: editors,
    summary: 'Keep the minutes: decisions and actions come out of them',
    params: byId,
    body: minutes,
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => keepMinutes(db, params.id, body)),
  }),
  route({
    method: 'POST',
    url: '/api/coordination/meetings/:id/cancel',
    policy: editors,
    summary: 'Cancel a meeting that was called',
    params: byId,
    answer: ({ house, actor, params }) => act(house.doors, actor, (db) => cancelMeeting(db, params.id)),
  }),
  route({
    method: 'GET',
    url: '/api/coordination/meetings/:id/minutes.pdf',
    policy: readers,
    summary: 'The minutes on paper',
    params: byId,
    query: inLanguage,
    answer: async ({ house, actor, params, query }) => {
      const meeting = await read(house.doors, actor, (db) => openMeeting(db, params.id, today()))
      if (!meeting) return refused(refuse('access.not-found'))
      if (meeting.state !== 'held') return refused(refuse('meeting.no-minutes'))
      const content = minutesPdf(meeting, query.lang, house.pack.country.timezone)
      return { content, type: 'application/pdf', name: `${query.lang === 'pt' ? 'acta' : 'minutes'}-${meeting.startsAt.slice(0, 10)}.pdf` }
    },
  }),
  route({
    method: 'GET',
    url: '/api/coordination/meetings/:id/calendar.ics',
    policy: readers,
    summary: 'The meeting as an iCalendar file',
    params: byId,
    query: inLanguage,
    answer: async ({ house, actor, params, query }) => {
      const meeting = await read(house.doors, actor, (db) => openMeeting(db, params.id, today()))
      if (!meeting) return refused(refuse('access.not-found'))
      const content = calendarFile(meeting, query.lang, new Date().toISOString())
      return { content, type: 'text/calendar; charset=utf-8', name: `${meeting.startsAt.slice(0, 10)}.ics` }
    },
  }),
  route({
    method: 'GET',
    url: '/api/coordination/actions',
    policy: readers,
    summary: 'Actions: the office sees all, a partner its own and those of groups that it chairs',
    answer: async ({ house, actor }) => {
      const actions = await read(house.doors, actor, (db) => actionsFor(db, today()))
      return { actions, discipline: disciplineOf(actions, today()) }
    },
  }),
  route({
    method: 'POST',
    url: '/api/coordination/actions/:id/close',
    policy: owners,
    summary: 'Close an action with its evidence',
    params: byId,
    body: z.object({ evidence: words(2000) }),
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => closeAction(db, params.id, body.evidence, today())),
  }),
  route({
    method: 'POST',
    url: '/api/coordination/actions/:id/move',
    policy: editors,
    summary: 'Move the day on which an action is due; the first one stays',
    params: byId,
    body: z.object({ due: z.iso.date(), reason: words(500) }),
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => moveDue(db, params.id, body, today())),
  }),
  route({
    method: 'POST',
    url: '/api/coordination/actions/:id/drop',
    policy: editors,
    summary: 'Drop an action with a reason',
    params: byId,
    body: z.object({ reason: words(500) }),
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => dropAction(db, params.id, body.reason, today())),
  }),
]
