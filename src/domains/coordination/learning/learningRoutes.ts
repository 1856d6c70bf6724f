/** The requests of learning. Names are opened by a deed, never by a page that loads by itself. */
import { z } from 'zod'
import {
  type AnyRoute,
  act,
  asTheHouse,
  destroyBuried,
  type House,
  isRefused,
  type Policy,
  type Refused,
  read,
  refuse,
  refused,
  route,
  theSystem,
  today,
} from '../../../kernel/index.ts'
import { certificatePdf } from './certificatePdf.ts'
import { type Certificate, certificateOf, issueCertificate } from './certificates.ts'
import { coach, forgetLearner, keepLearner, searchLearners } from './learners.ts'
import { audiences, learningReaders } from './learning.ts'
import { ownCertificate, ownLearning } from './ownLearning.ts'
import { publicTrainings } from './publicTrainings.ts'
import { addParticipant, keepCurriculum, keepResult, keepSession, learningNow, lookAtSession } from './sessions.ts'

const readers: Policy = { who: learningReaders, class: 2 }
const editors: Policy = { who: ['clusterCoordinator'], class: 2 }
const organisers: Policy = { who: ['clusterCoordinator'], class: 3 }
const oneself: Policy = { who: 'signedIn', class: 2 }
const byId = z.object({ id: z.uuid() })
const inLanguage = z.object({ lang: z.enum(['pt', 'en']).default('pt') })
const line = (letters: number) => z.string().trim().min(1).max(letters)
const maybe = (letters: number) => z.string().trim().max(letters).nullable().default(null)
const percent = z.number().min(0).max(100).nullable()

const person = z.object({
  ...{ name: line(200), phone: maybe(40), email: maybe(200), organisation: z.uuid().nullable().default(null), role: maybe(120) },
  ...{
    audience: z.enum(audiences),
    unit: maybe(120),
    sex: line(20),
    ageBand: maybe(20),
    disability: z.boolean().nullable().default(null),
    province: maybe(20),
  },
  /** Which wording of the consent was read out; without one nobody is registered. */
  consentWording: z.string().max(60),
})
const another = z.boolean().default(false)

async function onPaper(house: House, certificate: Certificate | Refused, lang: 'pt' | 'en', address: string) {
  if (isRefused(certificate)) return certificate
  const content = await certificatePdf(certificate, lang, { mission: house.settings.missionName ?? house.pack.country.names[lang], address })
  return { content, type: 'application/pdf', name: `${lang === 'pt' ? 'certificado' : 'certificate'}-${certificate.number}.pdf` }
}

export const learningRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/api/coordination/learning',
    policy: readers,
    summary: 'Courses and sessions with what they reached and taught; no names',
    answer: ({ house, actor }) => read(house.doors, actor, (db) => learningNow(db, (deed) => asTheHouse(db, deed))),
  }),
  route({
    method: 'GET',
    url: '/api/coordination/trainings',
    policy: { who: 'everyone', class: 1 },
    summary: 'People trained, by course and year that is over; small counts withheld, border and police officers by unit',
    answer: ({ house }) => read(house.doors, theSystem, (db) => publicTrainings(db, house.pack.thresholds.disclosureMinimum, new Date().getUTCFullYear())),
  }),
  route({
    method: 'POST',
    url: '/api/coordination/curricula',
    policy: editors,
    summary: 'Write a course, or its next edition',
    body: z.object({
      code: z.string().regex(/^[A-Z][A-Z\d-]{1,11}$/),
      topic: z.object({ pt: line(200), en: line(200) }),
      focusArea: z.number().int().min(1).max(15),
      hours: z.number().int().min(1).max(1000),
      language: line(60),
      minimumAttendance: z.number().int().min(0).max(100),
      passMark: z.number().int().min(0).max(100).nullable().default(null),
      questionsVersion: maybe(60),
      refresherMonths: z.number().int().min(1).max(120).nullable().default(null),
    }),
    answer: ({ house, actor, body }) => act(house.doors, actor, (db) => keepCurriculum(db, house, body)),
  }),
  route({
    method: 'POST',
    url: '/api/coordination/sessions',
    policy: editors,
    summary: 'Plan a session of a course',
    body: z.object({
      ...{ curriculum: z.uuid(), place: line(60), venue: maybe(200), fromDay: z.iso.date(), toDay: z.iso.date(), halfDays: z.number().int().min(1).max(60) },
      ...{ trainers: z.array(z.uuid()).max(20).default([]), cost: z.number().int().min(0).nullable().default(null) },
    }),
    answer: ({ house, actor, body }) => act(house.doors, actor, (db) => keepSession(db, body)),
  }),
  route({
    method: 'POST',
    url: '/api/coordination/sessions/:id/look',
    policy: organisers,
    summary: 'Open the list of a session with its names',
    params: byId,
    answer: ({ house, actor, params }) => act(house.doors, actor, (db) => lookAtSession(db, house, params.id)),
  }),
  route({
    method: 'POST',
    url: '/api/coordination/sessions/:id/participants',
    policy: organisers,
    summary: 'Add somebody: known, new with consent, or only counted',
    params: byId,
    body: z.union([z.object({ learner: z.uuid() }), z.object({ person, another }), z.object({ refusedBy: z.object({ sex: line(20) }) })]),
    answer: ({ house, actor, params, body }) =>
      'person' in body && body.person.consentWording === ''
        ? Promise.resolve(refused(refuse('learner.consent-missing')))
        : act(house.doors, actor, (db) => addParticipant(db, house, params.id, body)),
  }),
  route({
    method: 'POST',
    url: '/api/coordination/learners',
    policy: organisers,
    summary: 'Register somebody who teaches',
    body: z.object({ person, another }),
    answer: ({ house, actor, body }) =>
      body.person.consentWording === ''
        ? Promise.resolve(refused(refuse('learner.consent-missing')))
        : act(house.doors, actor, (db) => keepLearner(db, house, body.person, body.another)),
  }),
  route({
    method: 'POST',
    url: '/api/coordination/learners/search',
    policy: organisers,
    summary: 'People of the training register by name',
    body: z.object({ name: line(100) }),
    answer: async ({ house, actor, body }) => {
      const found = await act(house.doors, actor, (db) => searchLearners(db, house, body.name))
      return isRefused(found) ? found : { found }
    },
  }),
  route({
    method: 'POST',
    url: '/api/coordination/learners/:id/forget',
    policy: organisers,
    summary: 'Erase who somebody is; that a person took part stays counted',
    params: byId,
    body: z.object({ reason: line(300) }),
    answer: async ({ house, actor, params, body }) => {
      const done = await act(house.doors, actor, (db) => forgetLearner(db, params.id, body.reason))
      if (!isRefused(done)) await destroyBuried(house)
      return done
    },
  }),
  route({
    method: 'POST',
    url: '/api/coordination/learners/:id/coaching',
    policy: organisers,
    summary: 'Keep a coaching visit',
    params: byId,
    body: z.object({ day: z.iso.date(), task: line(300), score: z.number().int().min(0).max(100).nullable().default(null), advice: line(2000) }),
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => coach(db, params.id, body)),
  }),
  route({
    method: 'POST',
    url: '/api/coordination/participations/:id',
    policy: organisers,
    summary: 'Attendance by half day and the scores of both tests',
    params: byId,
    body: z.object({ attendance: z.array(z.boolean()).max(60).optional(), preScore: percent.optional(), postScore: percent.optional() }),
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => keepResult(db, params.id, body)),
  }),
  route({
    method: 'POST',
    url: '/api/coordination/participations/:id/certificate',
    policy: organisers,
    summary: 'Issue a certificate',
    params: byId,
    answer: ({ house, actor, params }) => act(house.doors, actor, (db) => issueCertificate(db, params.id, today())),
  }),
  route({
    method: 'GET',
    url: '/api/coordination/participations/:id/certificate.pdf',
    policy: organisers,
    summary: 'A certificate on paper',
    params: byId,
    query: inLanguage,
    answer: async ({ house, actor, params, query, address }) =>
      onPaper(house, await read(house.doors, actor, (db) => certificateOf(db, house, params.id)), query.lang, address),
  }),
  route({
    method: 'GET',
    url: '/api/coordination/my-learning',
    policy: oneself,
    summary: 'What whoever asks has learned',
    answer: async ({ house, actor }) => ({ learning: await read(house.doors, actor, ownLearning) }),
  }),
  route({
    method: 'GET',
    url: '/api/coordination/my-learning/:id/certificate.pdf',
    policy: oneself,
    summary: 'The own certificate on paper',
    params: byId,
    query: inLanguage,
    answer: async ({ house, actor, params, query, address }) =>
      onPaper(house, await read(house.doors, actor, (db) => ownCertificate(db, house, params.id)), query.lang, address),
  }),
]
