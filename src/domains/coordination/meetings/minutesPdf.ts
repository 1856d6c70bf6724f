/** The minutes on paper, in either language, before people leave the room. */
import { readFileSync } from 'node:fs'
import type { Language } from '../../../kernel/index.ts'
import { compilePdf } from '../../../kernel/publishing.ts'
import { printDay } from '../printDay.ts'
import { minutesWords } from './meetingWords.ts'
import type { OpenMeeting } from './minutes.ts'

let template: string | undefined

export function minutesPdf(meeting: OpenMeeting, lang: Language, timeZone: string): Uint8Array {
  template ??= readFileSync(new URL('./minutes.typ', import.meta.url), 'utf8')
  const clock = (at: string) => new Intl.DateTimeFormat(['en-GB'], { timeStyle: 'short', timeZone }).format(new Date(at))
  return compilePdf({
    template,
    data: {
      lang,
      region: lang === 'pt' ? 'MZ' : 'GB',
      words: minutesWords[lang],
      group: meeting.group.name[lang],
      day: meeting.startsAt.slice(0, 10),
      when: `${printDay(meeting.startsAt, lang)}, ${clock(meeting.startsAt)}–${clock(meeting.endsAt)}`,
      venue: meeting.venue,
      chair: meeting.group.chairName,
      present: meeting.presentNames.map(({ name, people }) => `${name} (${people})`),
      people: String(meeting.presentNames.reduce((sum, { people }) => sum + people, 0)),
      items: (meeting.minutes ?? []).map(({ topic, said, decision }) => ({ topic, said: said ?? '', decision: decision ?? '' })),
      actions: meeting.actions.map(({ words, ownerName, person, firstDue }) => [words, `${ownerName} (${person})`, printDay(firstDue, lang)]),
    },
  })
}
