/** What the public may come to: each event with its day, place and the file for a calendar. */
import type { Bilingual, Language } from '../../kernel/shared.ts'
import { html } from './html.ts'
import { layout, other } from './layout.ts'
import type { PortalSite } from './model.ts'
import { portalPaths } from './paths.ts'
import { say, sayCode } from './words.ts'

export type ShownEvent = {
  id: string
  kind: string
  title: Bilingual
  about: Bilingual
  place: string
  venue: string
  startsAt: string
  endsAt: string
  credits: Bilingual[]
  cancelled: boolean
}

/** The hour of the country, wherever the reader sits. */
function whenOf({ startsAt, endsAt }: ShownEvent, lang: Language, timezone: string): string {
  const long = new Intl.DateTimeFormat(lang === 'pt' ? 'pt-MZ' : 'en-GB', { dateStyle: 'full', timeStyle: 'short', timeZone: timezone })
  return long.formatRange(new Date(startsAt), new Date(endsAt))
}

export function eventsPage(
  { site, events, timezone }: { site: PortalSite; events: readonly ShownEvent[]; timezone: string },
  lang: Language,
  base: string,
): string {
  const paths = portalPaths(base, lang)
  const main = html`<h1>${say(lang, 'eventsTitle')}</h1><p class="lead">${say(lang, 'eventsIntro')}</p>
${events.length === 0 && html`<p class="nothing">${say(lang, 'eventsNone')}</p>`}
${events.map(
  (event) => html`<section id="event-${event.id}"><p class="kicker">${sayCode(lang, `event_${event.kind}`)}</p><h2>${event.title[lang]}</h2>
${event.cancelled && html`<p class="notice">${say(lang, 'eventCancelled')}</p>`}
<p><strong>${whenOf(event, lang, timezone)}</strong><br>${event.venue}, ${event.place}</p><p>${event.about[lang]}</p>
${event.credits.length > 0 && html`<p class="small">${event.credits.map((credit) => credit[lang]).join(' ')}</p>`}
<p><a href="${paths.eventFile(event.id)}">${say(lang, 'eventFile')}</a></p></section>`,
)}
<p><a href="${paths.eventCalendar}">${say(lang, 'eventCalendar')}</a></p>`
  return layout(
    { site, title: say(lang, 'eventsTitle'), description: say(lang, 'eventsIntro'), otherLanguage: portalPaths(base, other(lang)).events, main },
    lang,
    base,
  )
}
