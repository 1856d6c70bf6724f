/** Events as an iCalendar file (RFC 5545), so that they stand in everybody's own calendar. */
export type CalendarEntry = {
  id: string
  version: number
  startsAt: string
  endsAt: string
  title: string
  place: string
  /** Null: nothing more to say. */
  about: string | null
  cancelled: boolean
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

/** `maker`: which part of the house made it. */
export function iCalendar(maker: string, entries: readonly CalendarEntry[], stampedAt: string): string {
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', `PRODID:-//Capulana//${maker}//EN`, 'METHOD:PUBLISH'],
    ...entries.flatMap(({ id, version, startsAt, endsAt, title, place, about, cancelled }) => [
      ...[
        'BEGIN:VEVENT',
        `UID:${id}@capulana`,
        `SEQUENCE:${version}`,
        `DTSTAMP:${moment(stampedAt)}`,
        `DTSTART:${moment(startsAt)}`,
        `DTEND:${moment(endsAt)}`,
      ],
      ...[`SUMMARY:${escaped(title)}`, `LOCATION:${escaped(place)}`, ...(about ? [`DESCRIPTION:${escaped(about)}`] : [])],
      ...[`STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`, 'END:VEVENT'],
    ]),
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}
