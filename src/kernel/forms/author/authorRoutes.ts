/** The author's requests: hand in a workbook, read its findings, mend it, translate it, publish it, and say who fills it. */
import { z } from 'zod'
import { refused } from '../../db/transaction.ts'
import { type AnyRoute, route } from '../../http/route.ts'
import { refuse } from '../../refusal.ts'
import { assign, unassign } from './assign.ts'
import { attachFile, attachList } from './attachments.ts'
import { takeWorkbook } from './draft.ts'
import { draftFromRecord } from './draftFromRecord.ts'
import { authorFileRoutes } from './fileRoutes.ts'
import { formsWithArrivals, oneForm } from './overview.ts'
import { moveForm, publishForm } from './publish.ts'
import { acceptRepairs } from './repairs.ts'
import { setForm } from './settings.ts'
import { translationRoutes } from './translationRoutes.ts'
import { tryDraft } from './trials.ts'

const office = { who: ['dataOfficer', 'reportOfficer', 'coordinator', 'chief', 'monitoring', 'registrar', 'admin'] as const, class: 2 as const }
const author = { who: ['dataOfficer'] as const, class: 2 as const }
const keepers = { who: ['dataOfficer', 'coordinator', 'admin'] as const, class: 2 as const }
const byForm = z.object({ form: z.string().max(60) })
const day = z.iso.date().nullish()

export const authorRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/api/forms/author',
    policy: office,
    summary: 'Forms, with what arrived and what waits',
    answer: ({ house, actor }) => formsWithArrivals(house, actor),
  }),
  route({
    method: 'POST',
    url: '/api/forms/author',
    policy: author,
    summary: 'Hand in a workbook (xlsx, xls, csv, md): it becomes the draft of its form',
    upload: true,
    body: z.object({ project: z.coerce.number().int().min(1).default(1), form: z.string().max(60).optional() }),
    answer: async ({ house, actor, files: [file], body: { project, form } }) =>
      file ? takeWorkbook(house, actor, form ? { form } : { project }, file) : refused(refuse('forms.no-file')),
  }),
  route({
    method: 'POST',
    url: '/api/forms/author/from-record',
    policy: author,
    summary: 'A draft made from the declaration of a record',
    body: z.object({ project: z.number().int().min(1).default(1), record: z.string().max(100), version: z.string().min(1).max(60) }),
    answer: ({ house, actor, body: { project, record, version } }) => draftFromRecord(house, actor, project, record, version),
  }),
  route({
    method: 'GET',
    url: '/api/forms/author/:form',
    policy: office,
    summary: 'One form: draft with findings and differences, versions, lists, assignments',
    params: byForm,
    answer: ({ house, actor, params }) => oneForm(house, actor, params.form),
  }),
  route({
    method: 'POST',
    url: '/api/forms/author/:form/repairs',
    policy: author,
    summary: 'Accept repairs that the compiler offers',
    params: byForm,
    body: z.object({ accepted: z.array(z.number().int().min(0)).min(1).max(2000), of: z.string().length(64) }),
    answer: ({ house, actor, params, body }) => acceptRepairs(house, actor, params.form, body),
  }),
  route({
    method: 'POST',
    url: '/api/forms/author/:form/publish',
    policy: author,
    summary: 'Publish the draft with a note; another version text is written into its workbook first',
    params: byForm,
    body: z.object({ note: z.string().max(2000), version: z.string().min(1).max(60).optional() }),
    answer: ({ house, actor, params, body }) => publishForm(house, actor, params.form, body),
  }),
  ...(['close', 'reopen', 'retire'] as const).map((move) =>
    route({
      method: 'POST',
      url: `/api/forms/author/:form/${move}`,
      policy: author,
      summary: { close: 'Give no more blanks of it', reopen: 'Give blanks again', retire: 'Put it away for good' }[move],
      params: byForm,
      answer: ({ house, actor, params }) => moveForm(house, actor, params.form, move),
    }),
  ),
  route({
    method: 'POST',
    url: '/api/forms/author/:form/settings',
    policy: author,
    summary: 'What it becomes, where and when its answers are true, who reviews',
    params: byForm,
    body: z.strictObject({
      titles: z.record(z.string().max(60), z.string().max(300)).optional(),
      taker: z.string().max(100).nullish(),
      placeQuestion: z.string().max(300).nullish(),
      dateQuestion: z.string().max(300).nullish(),
      listsAt: z.enum(['receipt', 'approval']).optional(),
      makerChecker: z.boolean().optional(),
      restricted: z.boolean().optional(),
      sealed: z.boolean().optional(),
      retentionMonths: z.number().int().min(1).max(1200).nullish(),
    }),
    answer: ({ house, actor, params, body }) => setForm(house, actor, params.form, body),
  }),
  route({
    method: 'POST',
    url: '/api/forms/author/:form/attachments',
    policy: author,
    summary: 'Attach a picture, a sound or a file of choices to the draft',
    params: byForm,
    upload: true,
    body: z.looseObject({}),
    answer: async ({ house, actor, params, files: [file] }) => (file ? attachFile(house, actor, params.form, file) : refused(refuse('forms.no-file'))),
  }),
  route({
    method: 'POST',
    url: '/api/forms/author/:form/lists',
    policy: author,
    summary: 'Attach a list of our registers under the file name that the form asks for',
    params: byForm,
    body: z.object({ fileName: z.string().min(1).max(200), list: z.string().min(1).max(100) }),
    answer: ({ house, actor, params, body }) => attachList(house, actor, params.form, body.fileName, body.list),
  }),
  route({
    method: 'POST',
    url: '/api/forms/author/assignments',
    policy: keepers,
    summary: 'Give a form, or all of a project, to a phone, a person or a role',
    body: z.object({
      project: z.number().int().min(1),
      form: z.string().max(60).nullish(),
      targetKind: z.enum(['device', 'person', 'role']),
      target: z.string().min(1).max(100),
      fromDay: day,
      untilDay: day,
    }),
    answer: ({ house, actor, body }) => assign(house, actor, body),
  }),
  route({
    method: 'DELETE',
    url: '/api/forms/author/assignments/:id',
    policy: keepers,
    summary: 'End an assignment',
    params: z.object({ id: z.string().max(60) }),
    answer: ({ house, actor, params }) => unassign(house, actor, params.id),
  }),
  route({
    method: 'POST',
    url: '/api/forms/author/:form/trials',
    policy: author,
    summary: 'Try the draft: what was filled in is typed like a submission, shown, and never meets real answers',
    params: byForm,
    body: z.object({ xml: z.string().min(1).max(10_000_000) }),
    answer: ({ house, actor, params, body }) => tryDraft(house, actor, params.form, body.xml),
  }),
  ...translationRoutes,
  ...authorFileRoutes,
]
