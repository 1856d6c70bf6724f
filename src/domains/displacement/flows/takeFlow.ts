/** An approved flow form becomes one session of watching with its groups and interviews; an edit approved later replaces them, never doubles them. */
import { sql } from 'kysely'
import {
  type AnswersTree,
  audit,
  type Db,
  type House,
  insertRow,
  type Pack,
  type Refused,
  refuse,
  refused,
  type TakenRecord,
  type TakenSubmission,
  type Taker,
} from '../../../kernel/index.ts'
import { codeIn, codesIn, countIn, textIn, turnsOf } from '../field/answers.ts'
import { FlowGroup, FlowInterview, flowDirections, ObservationSession } from './flow.ts'

type Lists = Pack['codeLists']
const stays = ['day', 'week', 'months', 'longer', 'for_good', 'unknown'] as const
const sexes = ['f', 'm', 'x', 'u'] as const
const answers = ['yes', 'no', 'no_answer'] as const

const minutesOf = (time: string | null): number | null => {
  const [, hours, minutes] = /^(\d{2}):(\d{2})/.exec(time ?? '') ?? []
  return hours ? Number(hours) * 60 + Number(minutes) : null
}
/** A country, or the province inside our own; "not known" is nothing. */
const endOf = (tree: AnswersTree, page: string): string | null => {
  const country = textIn(tree, `${page}_country`)
  return country === 'MOZ' ? (textIn(tree, `${page}_province`) ?? 'MOZ') : country === 'unknown' ? null : country
}

function sessionIn(tree: AnswersTree) {
  const [fromTime, toTime] = [textIn(tree, 'watch/from_time'), textIn(tree, 'watch/to_time')]
  const [from, to] = [minutesOf(fromTime), minutesOf(toTime)]
  return {
    point: textIn(tree, 'watch/point'),
    day: textIn(tree, 'watch/day'),
    fromTime: fromTime?.slice(0, 5) ?? '',
    toTime: toTime?.slice(0, 5) ?? '',
    /** Past midnight the watch ends on the next day. */
    observedMinutes: from === null || to === null || from === to ? null : to > from ? to - from : to + 1440 - from,
  }
}

const groupsIn = (tree: AnswersTree, lists: Lists) =>
  turnsOf(tree, 'group').map((turn) => {
    const parts = ['women', 'men', 'girls', 'boys'].map((who) => countIn(turn, `group_page/${who}`))
    const [womenAdult, menAdult, girls, boys] = parts as [number | null, number | null, number | null, number | null]
    const sum = parts.every((part) => part !== null) ? parts.reduce<number>((total, part) => total + part!, 0) : null
    return {
      direction: flowDirections.find((each) => each === textIn(turn, 'group_page/direction')) ?? ('internal' as const),
      origin: endOf(turn, 'group_page/origin'),
      destination: endOf(turn, 'group_page/destination'),
      nationality: textIn(turn, 'group_page/nationality'),
      transport: codeIn(lists, 'transport', turn, 'group_page/transport'),
      reason: codeIn(lists, 'flowReason', turn, 'group_page/reason'),
      ...{ womenAdult, menAdult, girls, boys },
      individuals: countIn(turn, 'group_page/individuals') ?? sum,
      vulnerable: codesIn(lists, 'vulnerability', turn, 'group_page/vulnerable'),
    }
  })

const interviewsIn = (tree: AnswersTree, lists: Lists) =>
  turnsOf(tree, 'interview')
    .filter((turn) => textIn(turn, 'interview_page/consent') === 'yes')
    .map((turn) => ({
      sex: sexes.find((each) => each === textIn(turn, 'interview_page/sex')) ?? ('u' as const),
      ageBand: codeIn(lists, 'ageBand', turn, 'interview_page/age'),
      nationality: textIn(turn, 'interview_page/nationality_of'),
      origin: endOf(turn, 'interview_page/left'),
      destination: endOf(turn, 'interview_page/heads'),
      reason: codeIn(lists, 'flowReason', turn, 'interview_page/why'),
      stay: stays.find((each) => each === textIn(turn, 'interview_page/stay')) ?? null,
      hasDocument: answers.find((each) => each === textIn(turn, 'interview_page/document')) ?? null,
      need: codeIn(lists, 'need', turn, 'interview_page/need'),
      trouble: answers.find((each) => each === textIn(turn, 'interview_page/trouble')) ?? null,
    }))

type Point = { id: string; scope: string }

async function take(db: Db, house: House, submission: TakenSubmission): Promise<TakenRecord[] | Refused> {
  const { root, id, effectiveAt } = submission
  const lists = house.pack.codeLists
  const { point: code, observedMinutes, day, ...times } = sessionIn(submission.answers)
  const point = await db.one<Point>(sql`
    select f.id, p.scope from displacement.flow_point f join places.place p on p.id = f.place where f.code = ${code ?? ''}`)
  if (!point) return refused(refuse('flow.point-unknown', { point: code ?? '' }))
  if (!day || observedMinutes === null) return refused(refuse('flow.hours-missing'))
  const other = await watchedMeanwhile(db, point.id, root, { day, fromTime: times.fromTime, observedMinutes })
  if (other) return refused(refuse('flow.session-overlaps', { point: code ?? '', day, from: other.fromTime, to: other.toTime }))
  await clear(db, root)
  const common = { scope: point.scope, importId: root, effectiveAt }
  const session = await insertRow(db, ObservationSession, { ...common, ...times, point: point.id, day, observedMinutes })
  for (const group of groupsIn(submission.answers, lists)) await insertRow(db, FlowGroup, { ...common, ...group, session: session.id })
  for (const interview of interviewsIn(submission.answers, lists))
    await insertRow(db, FlowInterview, { ...common, class: 3, ...interview, session: session.id })
  await audit(db, 'flow.taken', ObservationSession.name, session.id, { submission: id })
  return [{ record: ObservationSession.name, id: session.id, paths: { day: '/data/watch/day', observedMinutes: '/data/watch/from_time' } }]
}

type Watched = { day: string; fromTime: string; observedMinutes: number }

/** Another session of the same point at the same time would count whoever passed twice, and the hours too. */
const watchedMeanwhile = (db: Db, point: string, root: string, { day, fromTime, observedMinutes }: Watched) =>
  db.one<{ fromTime: string; toTime: string }>(sql`
    select s.from_time, s.to_time from displacement.observation_session s
    where s.point = ${point} and s.import_id is distinct from ${root}::uuid
      and tsrange(s.day + s.from_time::time, s.day + s.from_time::time + s.observed_minutes * interval '1 minute')
        && tsrange(${day}::date + ${fromTime}::time, ${day}::date + ${fromTime}::time + ${observedMinutes}::int * interval '1 minute')
    order by s.from_time limit 1`)

/** The form holds what it held; its facts are made anew from it. */
async function clear(db: Db, root: string): Promise<void> {
  for (const table of ['flow_interview', 'flow_group', 'observation_session'] as const)
    await db.run(sql`delete from ${sql.table(`displacement.${table}`)} where import_id = ${root}`)
}

async function takeBack(db: Db, _house: House, { root }: Pick<TakenSubmission, 'root'>): Promise<null> {
  await clear(db, root)
  await audit(db, 'flow.taken-back', ObservationSession.name, root)
  return null
}

export const flowTaker: Taker = {
  name: 'displacement.flow',
  about: { pt: 'Monitoria de fluxos: uma sessão num ponto', en: 'Flow monitoring: one session at a point' },
  take,
  takeBack,
}
