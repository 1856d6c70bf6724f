/** The requests of projects: the list, one whole, and every change, each through the deed that holds it against the registers. */
import { sql } from 'kysely'
import { z } from 'zod'
import { type AnyRoute, act, type Policy, read, route, today } from '../../../kernel/index.ts'
import { hazards, modalities } from '../learning/lesson.ts'
import { answerLesson } from '../learning/lessonsFor.ts'
import { resultsOffice } from '../office.ts'
import { changeActivity, keepActivity, noteProgress } from './keepActivity.ts'
import { changeProject, keepProject, keepResult } from './keepProject.ts'
import { listProjects, readProject } from './readProjects.ts'

const managers: Policy = { who: ['monitoring'], class: 2 }
const field: Policy = { who: ['monitoring', 'coordinator'], class: 2 }
const byId = z.object({ id: z.string().max(60) })
const day = z.iso.date()
const both = (letters: number) => z.object({ pt: z.string().trim().min(1).max(letters), en: z.string().trim().min(1).max(letters) })
const words = (letters: number) =>
  z
    .string()
    .trim()
    .max(letters)
    .nullish()
    .transform((typed) => typed || null)
const version = z.number().int()

const project = z.object({
  code: z.string().trim().min(1).max(30),
  ...{ name: both(200), summary: both(2000) },
  donor: z.uuid(),
  agreement: words(200),
  agreedOn: day.nullish().transform((typed) => typed ?? null),
  budget: z.object({ minor: z.int().min(0), currency: z.string().length(3).toUpperCase() }),
  ...{ fromDay: day, toDay: day },
  iatiIdentifier: words(100),
})
const result = z.object({
  kind: z.enum(['outcome', 'output']),
  name: both(300),
  assumption: words(1000),
  indicators: z.array(z.string().max(10)).max(20).default([]),
})
const activity = z.object({
  result: z
    .uuid()
    .nullish()
    .transform((typed) => typed ?? null),
  activity: z.string().max(8),
  name: both(300),
  places: z.array(z.string().max(20)).max(100),
  partners: z.array(z.uuid()).max(50).default([]),
  ...{ fromDay: day, toDay: day },
  budgetLine: words(100),
  markers: z
    .array(z.object({ code: z.string().max(40), how: z.string().max(500) }))
    .max(20)
    .default([]),
  nexusPart: z
    .enum(['humanitarian', 'development', 'peace'])
    .nullish()
    .transform((typed) => typed ?? null),
  hazard: z
    .enum(hazards)
    .nullish()
    .transform((typed) => typed ?? null),
  modality: z
    .enum(modalities)
    .nullish()
    .transform((typed) => typed ?? null),
})

export const projectRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/api/results/projects',
    policy: resultsOffice,
    summary: 'Every project with its donor and how many of its activities are under way, late and done',
    answer: ({ house, actor }) => read(house.doors, actor, async (db) => ({ projects: await listProjects(db, today()) })),
  }),
  route({
    method: 'GET',
    url: '/api/results/projects/donors',
    policy: resultsOffice,
    summary: 'Organisations that a project may name as donor or partner',
    answer: ({ house, actor }) =>
      read(house.doors, actor, async (db) => ({
        organisations: await db.rows<{ id: string; name: string }>(sql`select id, name from organisations.organisation order by name`),
      })),
  }),
  route({
    method: 'GET',
    url: '/api/results/projects/:id',
    policy: resultsOffice,
    summary: 'One project: results, activities with their notes, and the lessons that speak to each',
    params: byId,
    answer: ({ house, actor, params }) => read(house.doors, actor, (db) => readProject(db, params.id, today())),
  }),
  route({
    method: 'POST',
    url: '/api/results/projects',
    policy: managers,
    summary: 'Begin a project',
    body: project,
    answer: ({ house, actor, body }) => act(house.doors, actor, (db) => keepProject(house, db, body)),
  }),
  route({
    method: 'POST',
    url: '/api/results/projects/:id',
    policy: managers,
    summary: 'Change a project; the version that the person saw comes along',
    params: byId,
    body: project.extend({ version }),
    answer: ({ house, actor, params, body: { version: seen, ...typed } }) => act(house.doors, actor, (db) => changeProject(db, params.id, typed, seen)),
  }),
  route({
    method: 'POST',
    url: '/api/results/projects/:id/results',
    policy: managers,
    summary: 'Add an outcome or output with its assumption and indicators',
    params: byId,
    body: result,
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => keepResult(house, db, params.id, body)),
  }),
  route({
    method: 'POST',
    url: '/api/results/projects/:id/activities',
    policy: managers,
    summary: 'Plan an activity under a letter of the strategy',
    params: byId,
    body: activity,
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => keepActivity(house, db, params.id, body)),
  }),
  route({
    method: 'POST',
    url: '/api/results/activities/:id',
    policy: managers,
    summary: 'Change a planned activity; the version that the person saw comes along',
    params: byId,
    body: activity.extend({ version }),
    answer: ({ house, actor, params, body: { version: seen, ...typed } }) => act(house.doors, actor, (db) => changeActivity(house, db, params.id, typed, seen)),
  }),
  route({
    method: 'POST',
    url: '/api/results/activities/:id/notes',
    policy: field,
    summary: 'Note what moved; a note is never rewritten',
    params: byId,
    body: z.object({ day, words: z.string().max(4000) }),
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => noteProgress(db, params.id, body)),
  }),
  route({
    method: 'POST',
    url: '/api/results/activities/:id/lessons/:lesson',
    policy: field,
    summary: 'Answer a lesson that speaks to this activity: applied, not applicable, or why not applied',
    params: byId.extend({ lesson: z.string().max(60) }),
    body: z.object({ answer: z.enum(['applied', 'notApplicable', 'notApplied']), words: z.string().max(1000) }),
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => answerLesson(db, params.id, params.lesson, body)),
  }),
]
