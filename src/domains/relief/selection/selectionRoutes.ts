/** The requests of a selection: criteria and their signature, the run, its list, its draw, what the community says, appeals, and the papers. */
import { z } from 'zod'
import {
  type AnyRoute,
  act,
  audit,
  both,
  byId,
  day,
  getRow,
  type Language,
  line,
  now,
  read,
  refuse,
  refused,
  route,
  today,
  updateRow,
} from '../../../kernel/index.ts'
import { decideAppeal, keepFindings, receiveAppeal } from './appeals.ts'
import { beginRun } from './beginRun.ts'
import { withAnswer } from './fairnessReport.ts'
import { appealGrounds } from './households.ts'
import { keepCriteria, signCriteria } from './keepCriteria.ts'
import { listFile } from './listFile.ts'
import { notePdf } from './note.ts'
import { looking, running, seeingHouseholds } from './office.ts'
import { fairnessFields } from './readList.ts'
import { appealsOf, compareSets, openRun, rankedWithReasons, runsNow, setsNow } from './readRuns.ts'
import { registerCandidates } from './register.ts'
import { SelectionRun, witnessRoles } from './run.ts'
import { drawSeed } from './seed.ts'

const count = z.int().min(0).max(100_000)
const household = line(60)
const lang = z.enum(['pt', 'en'])

const criterion = z.object({
  ...{ code: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/), question: both(300), kind: z.enum(['yes', 'each']), points: z.int().min(-100).max(100) },
  ...{
    atMost: z
      .int()
      .min(1)
      .max(50)
      .nullish()
      .transform((given) => given ?? null),
    evidence: line(300),
    about: z.array(line(60)).max(10).default([]),
  },
})
const criteria = z.object({
  ...{ code: line(40), name: both(200), place: line(60), validFrom: day, source: line(500), criteria: z.array(criterion).min(1).max(60) },
})
const minutes = z.object({ minutesOn: day, women: count, men: count, displacedPresent: count, clusterAgreedOn: day })
const begun = z.object({
  ...{ programme: line(120), place: line(60), criteriaSet: z.uuid(), cutKind: z.enum(['quota', 'threshold']), cut: z.int().min(1).max(1_000_000) },
  ...{ reserves: count, tiePolicy: z.enum(['strict_quota', 'include_all_ties']), tieBreaks: z.array(z.string().regex(/^[a-z][a-z0-9_]{0,39}$/)).max(5) },
})

export const selectionRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/api/relief/selections',
    policy: looking,
    summary: 'Selections with where they stand, and the criteria sets',
    answer: ({ house, actor }) => read(house.doors, actor, async (db) => ({ runs: await runsNow(db), sets: await setsNow(db) })),
  }),
  route({
    method: 'POST',
    url: '/api/relief/criteria-sets',
    policy: running,
    summary: 'Write a criteria set, or the next edition of one',
    body: criteria,
    answer: ({ house, actor, body }) => act(house.doors, actor, (db) => keepCriteria(db, body)),
  }),
  route({
    method: 'POST',
    url: '/api/relief/criteria-sets/:id/sign',
    policy: running,
    summary: 'Sign a criteria set with the minutes of the community and the agreement of the cluster',
    params: byId,
    body: minutes,
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => signCriteria(db, params.id, body, today())),
  }),
  route({
    method: 'POST',
    url: '/api/relief/selections',
    policy: running,
    summary: 'Begin a selection with signed criteria',
    body: begun,
    answer: ({ house, actor, body }) => act(house.doors, actor, (db) => beginRun(db, body)),
  }),
  route({
    method: 'GET',
    url: '/api/relief/selections/:id',
    policy: looking,
    summary: 'One selection: counts, outcomes by code, fairness, targeting error, hashes taken again',
    params: byId,
    answer: ({ house, actor, params }) => read(house.doors, actor, (db) => openRun(db, house, params.id)),
  }),
  route({
    method: 'POST',
    url: '/api/relief/selections/:id/candidates',
    policy: running,
    summary: 'Bring the list of candidates: codes and answers, no names',
    params: byId,
    upload: true,
    answer: async ({ house, actor, params, files: [file] }) =>
      file ? act(house.doors, actor, (db) => registerCandidates(db, params.id, file)) : refused(refuse('selection.file-missing')),
  }),
  route({
    method: 'POST',
    url: '/api/relief/selections/:id/seed',
    policy: running,
    summary: 'Keep the digits that were read aloud, with two witnesses',
    params: byId,
    body: z.object({ digits: z.string().regex(/^\d{4,20}$/), witnesses: z.array(z.enum(witnessRoles)).min(1).max(6) }),
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => drawSeed(db, params.id, { ...body, now: now() })),
  }),
  route({
    method: 'GET',
    url: '/api/relief/selections/:id/ranked',
    policy: seeingHouseholds,
    summary: 'The ranked list with points and reasons',
    params: byId,
    answer: ({ house, actor, params }) => read(house.doors, actor, (db) => rankedWithReasons(db, params.id)),
  }),
  route({
    method: 'GET',
    url: '/api/relief/selections/:id/compare',
    policy: seeingHouseholds,
    summary: 'Who enters and who leaves if other criteria took the place of these',
    params: byId,
    query: z.object({ other: z.uuid() }),
    answer: ({ house, actor, params, query }) => read(house.doors, actor, (db) => compareSets(db, params.id, query.other)),
  }),
  route({
    method: 'POST',
    url: '/api/relief/selections/:id/fairness',
    policy: running,
    summary: 'Answer in writing why a group was chosen far less than another',
    params: byId,
    body: z.object({ field: z.enum(fairnessFields), group: line(60), answer: line(1000) }),
    answer: ({ house, actor, params, body }) =>
      act(house.doors, actor, async (db) => {
        const run = await getRow(db, SelectionRun, params.id)
        if (!run) return refused(refuse('access.not-found'))
        await updateRow(db, SelectionRun, params.id, { fairnessAnswers: withAnswer(run, body) })
        await audit(db, 'selection.fairness', SelectionRun.name, params.id, { field: body.field, group: body.group })
        return { id: params.id }
      }),
  }),
  route({
    method: 'POST',
    url: '/api/relief/selections/:id/findings',
    policy: running,
    summary: 'Write down what the community says of households on the list',
    params: byId,
    body: z.object({
      findings: z
        .array(z.object({ household, says: z.enum(['include', 'exclude']) }))
        .min(1)
        .max(1000),
    }),
    answer: ({ house, actor, params, body }) =>
      act(house.doors, actor, (db) => keepFindings(db, params.id, body.findings, { day: today(), days: house.pack.thresholds.appealAnswerDays })),
  }),
  route({
    method: 'POST',
    url: '/api/relief/selections/:id/appeals',
    policy: running,
    summary: 'Receive an appeal of a household',
    params: byId,
    body: z.object({
      ...{ household, ground: z.enum(appealGrounds), receivedOn: day },
      feedbackCase: line(60)
        .nullish()
        .transform((given) => given ?? null),
    }),
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => receiveAppeal(db, params.id, body, house.pack.thresholds.appealAnswerDays)),
  }),
  route({
    method: 'GET',
    url: '/api/relief/selections/:id/appeals',
    policy: seeingHouseholds,
    summary: 'Appeals of a selection with what was decided and why',
    params: byId,
    answer: ({ house, actor, params }) => read(house.doors, actor, async (db) => ({ appeals: await appealsOf(db, params.id) })),
  }),
  route({
    method: 'POST',
    url: '/api/relief/selection-appeals/:id/decide',
    policy: seeingHouseholds,
    summary: 'Decide an appeal, with the reason that the household is told',
    params: byId,
    body: z.object({ decision: z.enum(['include', 'exclude', 'unchanged']), reason: line(1000), language: line(10) }),
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => decideAppeal(db, params.id, body, now())),
  }),
  route({
    method: 'GET',
    url: '/api/relief/selections/:id/note/:lang',
    policy: looking,
    summary: 'The selection note as PDF: criteria, digits, hashes, method, and the outcome by code once published',
    params: byId.extend({ lang }),
    answer: ({ house, actor, params }) =>
      read(house.doors, actor, async (db) => {
        const run = await openRun(db, house, params.id)
        if ('refused' in run) return run
        return { content: notePdf(run, params.lang as Language), type: 'application/pdf', name: `selection-${run.place}-${run.number}-${params.lang}.pdf` }
      }),
  }),
  route({
    method: 'GET',
    url: '/api/relief/selections/:id/list.csv',
    policy: looking,
    summary: 'The published list: codes and outcome only',
    params: byId,
    answer: ({ house, actor, params }) =>
      read(house.doors, actor, async (db) => {
        const run = await openRun(db, house, params.id)
        if ('refused' in run) return run
        if (run.state !== 'published') return refused(refuse('selection.not-published'))
        return { content: await listFile(run), type: 'text/csv; charset=utf-8', name: `selection-${run.place}-${run.number}.csv` }
      }),
  }),
]
