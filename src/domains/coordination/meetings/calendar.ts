/** A meeting as a file for everybody's own calendar. It names organisations, no person and no address. */
import { iCalendar, type Language } from '../../../kernel/index.ts'

export type CalendarMeeting = {
  id: string
  version: number
  startsAt: string
  endsAt: string
  venue: string
  state: string
  group: { name: { pt: string; en: string } }
  agenda: { text: string }[]
}

export function calendarFile({ id, version, startsAt, endsAt, venue, state, group, agenda }: CalendarMeeting, lang: Language, stampedAt: string): string {
  const about = agenda.length > 0 ? agenda.map(({ text }, at) => `${at + 1}. ${text}`).join('\n') : null
  const entry = { id, version, startsAt, endsAt, title: group.name[lang], place: venue, about, cancelled: state === 'cancelled' }
  return iCalendar('Coordination', [entry], stampedAt)
}
