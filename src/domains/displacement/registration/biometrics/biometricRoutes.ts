/** The requests about fingerprints in an exercise: the switch, and what stands. */
import { z } from 'zod'
import { type AnyRoute, act, destroyBuried, isRefused, type Policy, read, refuse, refused, route } from '../../../../kernel/index.ts'
import { askForBiometrics, endBiometrics, grantBiometrics } from './biometricSwitch.ts'
import { biometricsOf } from './biometricsOf.ts'
import { comparePairs } from './comparePairs.ts'
import { enrolFinger } from './enrol.ts'
import { verifyFinger } from './verifyFinger.ts'

const registrars: Policy = { who: ['registrar'], class: 3 }
const granters: Policy = { who: ['registrar', 'chief'], class: 2 }
const office: Policy = { who: ['registrar', 'duplicateReviewer', 'dataOfficer', 'coordinator', 'chief', 'monitoring'], class: 2 }
const byExercise = z.object({ id: z.uuid() })
const words = (most: number) => z.string().trim().min(1).max(most)

/** The words that were read out for the finger alone, and their version. */
const consent = z.object({ wordingVersion: words(60), language: words(20), words: words(4000) })
const template = z.base64().min(1).max(20_000)

export const biometricRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/api/registration/exercises/:id/biometrics',
    policy: office,
    summary: 'Whether fingerprints are on in an exercise, who asked and granted, until when, and what came before',
    params: byExercise,
    answer: ({ house, actor, params }) => read(house.doors, actor, (db) => biometricsOf(db, house, params.id)),
  }),
  route({
    method: 'POST',
    url: '/api/registration/exercises/:id/biometrics',
    policy: registrars,
    summary: 'Ask for fingerprints in an exercise, with impact assessment, purpose, last day and minimum age; somebody else grants',
    params: byExercise,
    body: z.object({ assessment: words(300), purpose: words(1000), sunset: z.iso.date(), minimumAge: z.number().int().min(0).max(120) }),
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => askForBiometrics(db, house, params.id, body)),
  }),
  route({
    method: 'POST',
    url: '/api/registration/exercises/:id/biometrics/grant',
    policy: granters,
    summary: 'Grant the fingerprints that somebody else asked for',
    params: byExercise,
    answer: ({ house, actor, params }) => act(house.doors, actor, (db) => grantBiometrics(db, params.id)),
  }),
  route({
    method: 'POST',
    url: '/api/registration/exercises/:id/biometrics/end',
    policy: granters,
    summary: 'End fingerprints in an exercise, or take the request back',
    params: byExercise,
    answer: async ({ house, actor, params }) => {
      const done = await act(house.doors, actor, async (db) => (await endBiometrics(db, params.id, 'person')) ?? refused(refuse('biometrics.off')))
      if (!isRefused(done)) await destroyBuried(house)
      return done
    },
  }),
  route({
    method: 'POST',
    url: '/api/registration/exercises/:id/fingers',
    policy: registrars,
    summary: 'Keep a fingerprint template (ISO/IEC 19794-2) of a person who agreed to it apart; never an image, two fingers at most',
    params: byExercise,
    body: z.object({ person: z.uuid(), template, consent: consent.optional() }),
    answer: async ({ house, actor, params, body }) => {
      const done = await act(house.doors, actor, (db) => enrolFinger(db, house, params.id, body))
      if (!isRefused(done) && done.replaced) await destroyBuried(house)
      return done
    },
  }),
  route({
    method: 'POST',
    url: '/api/registration/exercises/:id/fingers/verify',
    policy: registrars,
    summary: 'Hold one finger against those of one registered person, through an outside provider; nothing is kept of it but a line in the audit',
    params: byExercise,
    body: z.object({ person: z.uuid(), template }),
    answer: ({ house, actor, params, body }) => verifyFinger(house, actor, params.id, body),
  }),
  route({
    method: 'POST',
    url: '/api/registration/exercises/:id/fingers/compare',
    policy: registrars,
    summary: 'Compare the fingers of pairs already suspected to be one person; adds evidence to the pairs and decides nothing',
    params: byExercise,
    body: z.object({ person: z.uuid().optional() }),
    answer: ({ house, actor, params, body }) => comparePairs(house, actor, params.id, body.person ?? null),
  }),
]
