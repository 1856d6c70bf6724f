/**
 * A certificate says that somebody was there and learned. It is refused without both, and nobody gives one to himself: no trainer of the session, no owner of the
 * account that issues. The paper carries the name; its code does not.
 */
import { sql } from 'kysely'
import { certificateText, signedCode } from '../../../engines/cards/index.ts'
import { audit, type Db, getRow, type House, type Refusal, type Refused, refuse, refused, signText, updateRow } from '../../../kernel/index.ts'
import { attendancePercent, monthsAfter } from './learned.ts'
import { openLearner } from './learners.ts'
import { Curriculum, type CurriculumRow, Learner, Participation, type ParticipationRow, TrainingSession } from './learning.ts'

async function whole(db: Db, id: string) {
  const taken = await getRow(db, Participation, id)
  const session = taken && (await getRow(db, TrainingSession, taken.session))
  const learner = taken && (await getRow(db, Learner, taken.learner))
  const curriculum = session && (await getRow(db, Curriculum, session.curriculum))
  return taken && session && learner && curriculum ? { taken, session, learner, curriculum } : null
}

function notEarned({ attendance, postScore }: ParticipationRow, { minimumAttendance, passMark }: CurriculumRow, halfDays: number): Refusal[] {
  const percent = attendancePercent(attendance, halfDays)
  const rounded = percent === null ? null : Math.floor(percent)
  const attended = percent !== null && percent >= minimumAttendance
  if (passMark === null) return attended ? [] : [refuse('certificate.attendance-short', { attendance: rounded, needed: minimumAttendance })]
  const passed = postScore !== null && postScore >= passMark
  return attended && passed ? [] : [refuse('certificate.not-earned', { attendance: rounded, needed: minimumAttendance, score: postScore, passMark })]
}

export async function issueCertificate(db: Db, id: string, today: string): Promise<{ number: string; refresherDue: string | null } | Refused> {
  // Two who issue at the same moment would use up two numbers.
  await db.rows(sql`select 1 from coordination.participation where id = ${id} for update`)
  const found = await whole(db, id)
  if (!found) return refused(refuse('access.not-found'))
  const { taken, session, learner, curriculum } = found
  if (taken.certificate) return refused(refuse('certificate.issued-already', { number: taken.certificate }))
  const self = session.trainers.includes(learner.id) || (learner.account !== null && learner.account === db.actor.userId)
  const problems = [...(self ? [refuse('certificate.to-oneself')] : []), ...notEarned(taken, curriculum, session.halfDays)]
  if (problems.length > 0) return { refused: problems }
  const next = await db.one<{ n: number }>(sql`select nextval('coordination.certificate_number')::int as n`)
  const certificate = `F${today.slice(2, 4)}-${String(next!.n).padStart(6, '0')}`
  const refresherDue = curriculum.refresherMonths === null ? null : monthsAfter(today, curriculum.refresherMonths)
  await updateRow(db, Participation, id, { certificate, issuedOn: today, issuedBy: db.actor.userId, refresherDue })
  await audit(db, 'certificate.issue', Participation.name, id, { number: certificate })
  return { number: certificate, refresherDue }
}

export type Certificate = {
  name: string
  number: string
  token: string
  topic: { pt: string; en: string }
  hours: number
  issuedOn: string
  validUntil: string | null
  from: string
  to: string
  placeName: string | null
}

/** What stands on the paper. Refused where there is none, or where the person asked to be erased. */
export async function certificateOf(db: Db, house: House, id: string): Promise<Certificate | Refused> {
  const found = await whole(db, id)
  if (!found) return refused(refuse('access.not-found'))
  const { taken, session, learner, curriculum } = found
  if (!taken.certificate) return refused(refuse('certificate.none-yet'))
  const named = openLearner(house, learner)
  if (!named) return refused(refuse('learner.erased'))
  const facts = { number: taken.certificate, course: `${curriculum.code}-${curriculum.edition}`, issuedOn: taken.issuedOn!, validUntil: taken.refresherDue }
  const text = certificateText({ mission: house.pack.country.iso3, keyId: house.keyring.receiptKey.id, ...facts })
  if (!text) return refused(refuse('certificate.number-too-long', { number: taken.certificate }))
  const place = await db.one<{ name: string }>(sql`select name from places.place where pcode = ${session.place}`)
  return {
    ...{ name: named.name, number: facts.number, token: signedCode(text, signText(house.keyring, text)) },
    ...{ topic: curriculum.topic, hours: curriculum.hours, issuedOn: facts.issuedOn, validUntil: facts.validUntil },
    ...{ from: session.fromDay, to: session.toDay, placeName: place?.name ?? null },
  }
}
