/** What stands on each paper of coordination: who came to a session, whom to ask, what exists where. */
import type { House, Language } from '../../../kernel/index.ts'
import { type Paper, printDate } from '../../../kernel/publishing.ts'
import type { AreaCollection } from '../../../registry/places/index.ts'
import type { ContactLine } from '../contacts/contact.ts'
import type { ParticipantLine, SessionPeople } from '../learning/sessions.ts'
import type { ServiceChannel, ServiceLine } from '../services/service.ts'
import { paperWords } from './paperWords.ts'
import { servicesMap } from './servicesMap.ts'

/** People come whom nobody expected: so many empty lines are printed below the list. */
const emptyLines = 8
/** More half days than this do not fit beside a signature; the desk keeps them all. */
const halfDaysOnPaper = 6

export function attendancePaper({ codeLists }: House['pack'], { session, curriculum, participants, placeName }: SessionPeople, lang: Language): Paper {
  const w = paperWords[lang]
  const halfDays = Array.from({ length: Math.min(session.halfDays, halfDaysOnPaper) }, (_, at) => at)
  const sexOf = (code: string) => codeLists.get('sex')?.codes.find((one) => one.code === code)?.label[lang] ?? code
  const nameOf = ({ name, trainer }: ParticipantLine) => `${name ?? w.erased}${trainer ? ` (${w.trainer})` : ''}`
  const came = (row: ParticipantLine, at: number) => (row.attendance.length === 0 ? '' : row.attendance[at] ? w.there : w.notThere)
  const rows = participants.map((row) => [nameOf(row), row.organisation ?? row.unit ?? w.unsaid, sexOf(row.sex), ...halfDays.map((at) => came(row, at)), ''])
  const empty = Array.from({ length: emptyLines }, () => ['', '', '', ...halfDays.map(() => ''), ''])
  return {
    ...{ title: w.attendance, number: curriculum.topic[lang], flipped: true },
    facts: [
      [w.course, `${curriculum.code} ${curriculum.edition}`],
      [w.place, [session.venue, placeName ?? session.place].filter(Boolean).join(', ')],
      [w.days, [...new Set([session.fromDay, session.toDay])].map((day) => printDate(day, lang)).join(' – ')],
    ],
    columns: [
      { title: w.name, wide: true },
      { title: w.organisation, wide: true },
      { title: w.sex },
      ...halfDays.map((at) => ({ title: w.halfDay.replace('{n}', String(at + 1)) })),
      { title: w.signature, write: true },
    ],
    rows: [...rows, ...empty],
    notes: [w.attendanceNote],
    signatures: [w.signTrainer],
  }
}

export function contactsPaper(contacts: readonly ContactLine[], lang: Language, today: string): Paper {
  const w = paperWords[lang]
  const shown = contacts.filter(({ active, consent }) => active && consent !== 'refused')
  return {
    ...{ title: w.contacts, number: printDate(today, lang), facts: [], flipped: true },
    columns: [
      { title: w.organisation, wide: true },
      { title: w.name, wide: true },
      { title: w.role, wide: true },
      { title: w.cluster },
      { title: w.phone },
      { title: w.email },
    ],
    rows: shown.map((one) => [one.organisationName, one.name, one.role ?? '', one.cluster ?? '', one.phone ?? '', one.email ?? '']),
    notes: [w.contactsNote],
  }
}

type Services = { services: ServiceLine[]; byChannel: ServiceChannel[] }

/** `areas`: districts of the country; null where it has no outlines. */
export function servicesPaper({ services, byChannel, areas }: Services & { areas: AreaCollection | null }, lang: Language, today: string): Paper {
  const w = paperWords[lang]
  const verified = (day: string | null) => (day ? printDate(day, lang) : w.never)
  const open = services.filter(({ sensitive }) => !sensitive)
  const map = areas && servicesMap(open, areas, lang)
  const channels = byChannel.map(({ kind, province, channel, status, verifiedOn }) =>
    [[kind, province].filter(Boolean).join(', '), channel, w[status as 'full'], verified(verifiedOn)].join(' · '),
  )
  return {
    ...{ title: w.services, number: printDate(today, lang), facts: [], flipped: true },
    map: map && { svg: map.svg, alt: w.mapAlt },
    columns: [
      { title: w.line, number: true },
      { title: w.service, wide: true },
      { title: w.place },
      { title: w.provider, wide: true },
      { title: w.hours, wide: true },
      { title: w.forWhom, wide: true },
      { title: w.cost },
      { title: w.status },
      { title: w.verified },
    ],
    rows: open.map((one, at) => [
      String(at + 1),
      ...[one.kind, one.placeName ?? one.place, one.providerName, one.hours ?? w.unsaid, one.forWhom ?? w.unsaid, one.cost ?? w.unsaid],
      ...[w[one.status], verified(one.verifiedOn)],
    ]),
    notes: [
      ...(map && map.without > 0 ? [w.pointless.replace('{n}', String(map.without))] : []),
      ...(channels.length > 0 ? [w.channelsNote, ...channels] : []),
    ],
  }
}
