/** Public events as a page that needs no script, and as a file for a calendar. */
import { z } from 'zod'
import { eventsFile, publicEvents } from '../domains/publications/index.ts'
import { eventsPage } from '../faces/portal/index.ts'
import { type AnyRoute, now, refuse, refused, route } from '../kernel/index.ts'
import { siteOf } from './portalModel.ts'

const everyone = { who: 'everyone' as const, class: 1 as const }
const lang = z.enum(['pt', 'en'])

export const eventPages: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/:lang/events',
    page: true,
    policy: everyone,
    summary: 'Events that the public may come to',
    params: z.object({ lang }),
    answer: async ({ house, params, address }) => {
      const { timezone } = house.pack.country
      return {
        content: eventsPage({ site: siteOf(house, address), events: await publicEvents(house), timezone }, params.lang, ''),
        type: 'text/html; charset=utf-8',
        headers: { 'cache-control': 'no-cache' },
      }
    },
  }),
  route({
    method: 'GET',
    url: '/:lang/events/calendar.ics',
    page: true,
    policy: everyone,
    summary: 'All public events for a calendar that follows them: what changes there has a higher sequence',
    params: z.object({ lang }),
    answer: async ({ house, params }) => ({
      content: eventsFile(await publicEvents(house), params.lang, now()),
      type: 'text/calendar; charset=utf-8',
      headers: { 'cache-control': 'no-cache' },
    }),
  }),
  route({
    method: 'GET',
    url: '/:lang/events/:id/event.ics',
    page: true,
    policy: everyone,
    summary: 'A public event as an iCalendar file',
    params: z.object({ lang, id: z.uuid() }),
    answer: async ({ house, params }) => {
      const event = (await publicEvents(house)).find(({ id }) => id === params.id)
      if (!event) return refused(refuse('access.not-found'))
      const name = `${event.startsAt.slice(0, 10)}.ics`
      return { content: eventsFile([event], params.lang, now()), type: 'text/calendar; charset=utf-8', name }
    },
  }),
]
