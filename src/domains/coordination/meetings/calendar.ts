/** A meeting as an iCalendar file (RFC 5545), so that it stands in everybody's own calendar. It names organisations, no person and no address. */
import type { Language } from '../../../kernel/index.ts'

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

const escaped = (text: string) => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n')
const moment = (at: string) => `${new Date(at).toISOString().replace(/[-:]/g, '').slice(0, 15)}Z`

/** A line holds 75 bytes; what follows begins with a blank. A letter is never cut in two. */
function folded(line: string): string {
  const parts: string[] = []
  let [part, size] = ['', 0]
  for (const letter of line) {
    const bytes = Buffer.byteLength(letter)
    if (size + bytes > 75) {
      parts.push(part)
      part = ' '
      size = 1
    }
    part += letter
    size += bytes
  }
  return [...parts, part].join('\r\n')
}

export function calendarFile({ id, version, startsAt, endsAt, venue, state, group, agenda }: CalendarMeeting, lang: Language, stampedAt: string): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Capulana//Coordination//EN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${id}@capulana`,
    `SEQUENCE:${version}`,
    `DTSTAMP:${moment(stampedAt)}`,
    `DTSTART:${moment(startsAt)}`,
    `DTEND:${moment(endsAt)}`,
    `SUMMARY:${escaped(group.name[lang])}`,
    `LOCATION:${escaped(venue)}`,
    ...(agenda.length > 0 ? [`DESCRIPTION:${escaped(agenda.map(({ text }, at) => `${at + 1}. ${text}`).join('\n'))}`] : []),
    `STATUS:${state === 'cancelled' ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}
