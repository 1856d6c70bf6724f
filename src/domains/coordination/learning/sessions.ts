/** Courses and sessions: planned, filled with people, attended half day by half day, tested before and after. */
import { sql } from 'kysely'
import { audit, type Db, getRow, type House, insertRow, type Refused, type RowOf, refuse, refused, updateRow } from '../../../kernel/index.ts'
import { attendancePercent, type Learned, learnedBy, type Took } from './learned.ts'
import { keepLearner, type LearnerGiven, openLearner } from './learners.ts'
import { Curriculum, Learner, Participation, type ParticipationRow, TrainingSession } from './learning.ts'

export type CurriculumGiven = Pick<
  RowOf<typeof Curriculum>,
  'code' | 'topic' | 'focusArea' | 'hours' | 'language' | 'minimumAttendance' | 'passMark' | 'questionsVersion' | 'refresherMonths'
>

/** A course that is written again is its next edition: earlier sessions keep the one that they taught. */
export async function keepCurriculum(db: Db, house: House, given: CurriculumGiven): Promise<{ id: string; edition: number } | Refused> {
  const last = await db.one<{ n: number }>(sql`select coalesce(max(edition), 0)::int as n from coordination.curriculum where code = ${given.code}`)
  const made = await insertRow(db, Curriculum, { scope: house.pack.country.pcode, ...given, edition: last!.n + 1 })
  await audit(db, 'curriculum.create', Curriculum.name, made.id, { code: given.code, edition: made.edition })
  return { id: made.id, edition: made.edition }
}

export type SessionGiven = Pick<RowOf<typeof TrainingSession>, 'curriculum' | 'place' | 'venue' | 'fromDay' | 'toDay' | 'halfDays' | 'trainers' | 'cost'>

export async function keepSession(db: Db, given: SessionGiven): Promise<{ id: string } | Refused> {
  const place = await db.one(sql`select 1 from places.place where pcode = ${given.place}`)
  const trainers = await db.one<{ n: number }>(sql`select count(*)::int as n from coordination.learner where id = any (${given.trainers}::uuid[])`)
  const problems = [
    ...(place ? [] : [refuse('training.place-unknown', { place: given.place })]),
    ...(given.toDay < given.fromDay ? [refuse('training.ends-before-start')] : []),
    ...(trainers!.n === given.trainers.length ? [] : [refuse('training.trainer-unknown')]),
    ...((await getRow(db, Curriculum, given.curriculum)) ? [] : [refuse('access.not-found')]),
  ]
  if (problems.length > 0) return { refused: problems }
  const made = await insertRow(db, TrainingSession, { scope: given.place, ...given, countedOnly: [] })
  await audit(db, 'training.plan', TrainingSession.name, made.id)
  return { id: made.id }
}

/** Who comes: somebody known, somebody new who agreed to be registered, or somebody who did not and is only counted. */
export type Coming = { learner: string } | { person: LearnerGiven; another: boolean } | { refusedBy: { sex: string } }

export async function addParticipant(db: Db, house: House, id: string, coming: Coming): Promise<{ id: string | null } | Refused> {
  const session = await getRow(db, TrainingSession, id)
  if (!session) return refused(refuse('access.not-found'))
  if ('refusedBy' in coming) {
    const { sex } = coming.refusedBy
    const before = session.countedOnly.find((one) => one.sex === sex)?.people ?? 0
    await updateRow(db, TrainingSession, id, { countedOnly: [...session.countedOnly.filter((one) => one.sex !== sex), { sex, people: before + 1 }] })
    await audit(db, 'training.count-only', TrainingSession.name, id)
    return { id: null }
  }
  const kept = 'learner' in coming ? await getRow(db, Learner, coming.learner) : await keepLearner(db, house, coming.person, coming.another)
  if (!kept) return refused(refuse('access.not-found'))
  if ('refused' in kept) return kept
  if (await db.one(sql`select 1 from coordination.participation where session = ${id} and learner = ${kept.id}`))
    return refused(refuse('training.already-there'))
  const made = await insertRow(db, Participation, { scope: session.scope, class: 3, session: id, learner: kept.id, attendance: [] })
  await audit(db, 'training.add', Participation.name, made.id)
  return { id: made.id }
}

export type ResultGiven = Partial<Pick<ParticipationRow, 'attendance' | 'preScore' | 'postScore'>>

/** What a certificate stands on does not change under it. */
export async function keepResult(db: Db, id: string, given: ResultGiven): Promise<{ id: string } | Refused> {
  const taken = await getRow(db, Participation, id)
  if (!taken) return refused(refuse('access.not-found'))
  if (taken.certificate) return refused(refuse('certificate.issued-already', { number: taken.certificate }))
  const session = (await getRow(db, TrainingSession, taken.session))!
  if (given.attendance && given.attendance.length !== session.halfDays) return refused(refuse('training.half-days', { n: session.halfDays }))
  await updateRow(db, Participation, id, given)
  await audit(db, 'training.result', Participation.name, id, { fields: Object.keys(given) })
  return { id }
}

type CurriculumLine = RowOf<typeof Curriculum>
export type SessionLine = RowOf<typeof TrainingSession> & {
  topic: { pt: string; en: string }
  code: string
  placeName: string | null
  learned: Learned
  certificates: number
  counted: number
}

type TookOf = Took & { session: string; curriculum: string; certificate: string | null }

/** Everything but names: what is taught, what was held, and what it did. Read by the house, because who learned stays closed to the office. */
export async function learningNow(db: Db, house: <T>(deed: (db: Db) => Promise<T>) => Promise<T>) {
  const curricula = await db.rows<CurriculumLine>(sql`select * from coordination.curriculum order by code, edition`)
  const sessions = await db.rows<Omit<SessionLine, 'learned' | 'certificates' | 'counted'>>(sql`
    select s.*, c.topic, c.code, (select p.name from places.place p where p.pcode = s.place) as place_name
    from coordination.training_session s join coordination.curriculum c on c.id = s.curriculum order by s.from_day desc, s.id`)
  const taken = await house((all) =>
    all.rows<TookOf>(sql`
      select p.learner, p.attendance, p.pre_score, p.post_score, p.session, s.curriculum, p.certificate
      from coordination.participation p join coordination.training_session s on s.id = p.session`),
  )
  return {
    all: learnedBy(taken),
    curricula: curricula.map((curriculum) => ({ ...curriculum, learned: learnedBy(taken.filter((one) => one.curriculum === curriculum.id)) })),
    sessions: sessions.map((session): SessionLine => {
      const own = taken.filter((one) => one.session === session.id)
      const counted = session.countedOnly.reduce((sum, { people }) => sum + people, 0)
      return { ...session, learned: learnedBy(own), certificates: own.filter(({ certificate }) => certificate).length, counted }
    }),
  }
}

export type ParticipantLine = ParticipationRow & {
  name: string | null
  organisation: string | null
  audience: string
  unit: string | null
  sex: string
  percent: number | null
  trainer: boolean
}

export type SessionPeople = {
  session: RowOf<typeof TrainingSession>
  curriculum: CurriculumLine
  participants: ParticipantLine[]
  placeName: string | null
  learned: Learned
}

/** The list of one session with its names open. */
export async function lookAtSession(db: Db, house: House, id: string): Promise<SessionPeople | Refused> {
  const session = await getRow(db, TrainingSession, id)
  if (!session) return refused(refuse('access.not-found'))
  const curriculum = (await getRow(db, Curriculum, session.curriculum))!
  const kept = await db.rows<ParticipationRow & { sealed: string | null; organisation: string | null; audience: string; unit: string | null; sex: string }>(sql`
    select p.*, l.sealed, o.name as organisation, l.audience, l.unit, l.sex from coordination.participation p join coordination.learner l on l.id = p.learner
    left join organisations.organisation o on o.id = l.organisation where p.session = ${id} order by p.recorded_at, p.id`)
  const participants = kept.map(({ sealed, ...line }): ParticipantLine => {
    const name = openLearner(house, { id: line.learner, sealed })?.name ?? null
    return { ...line, name, percent: attendancePercent(line.attendance, session.halfDays), trainer: session.trainers.includes(line.learner) }
  })
  const place = await db.one<{ name: string }>(sql`select name from places.place where pcode = ${session.place}`)
  await audit(db, 'training.look', TrainingSession.name, id, { people: participants.length })
  return { session, curriculum, participants, placeName: place?.name ?? null, learned: learnedBy(participants) }
}
