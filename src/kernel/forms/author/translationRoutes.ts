/** Translating a form: the table in the desk, and the sheet that goes to a translator and comes back. */
import { z } from 'zod'
import { isRefused, refused } from '../../db/transaction.ts'
import { type AnyRoute, route } from '../../http/route.ts'
import { refuse } from '../../refusal.ts'
import { changeDraft, openWorkbook } from './draft.ts'
import { takeTranslations, translationSheet } from './translationFile.ts'
import { coverage, textTable, withTexts } from './translations.ts'

const author = { who: ['dataOfficer'] as const, class: 2 as const }
const byForm = z.object({ form: z.string().max(60) })
const language = z.string().max(60)

export const translationRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/api/forms/author/:form/translations',
    policy: author,
    summary: 'Every text of the form in every language, and how complete each language is',
    params: byForm,
    answer: async ({ house, actor, params }) => {
      const opened = await openWorkbook(house, actor, params.form)
      if (isRefused(opened)) return opened
      const table = textTable(opened.workbook)
      return { ...table, coverage: coverage(table) }
    },
  }),
  route({
    method: 'POST',
    url: '/api/forms/author/:form/translations',
    policy: author,
    summary: 'Change texts; a new draft of the workbook is made',
    params: byForm,
    body: z.object({
      changes: z
        .array(
          z.object({ sheet: z.enum(['survey', 'choices']), row: z.number().int().min(1), field: z.string().max(40), language, text: z.string().max(5000) }),
        )
        .min(1)
        .max(5000),
    }),
    answer: ({ house, actor, params, body }) => changeDraft(house, actor, params.form, (workbook) => withTexts(workbook, body.changes)),
  }),
  route({
    method: 'GET',
    url: '/api/forms/author/:form/translations/sheet',
    policy: author,
    summary: 'The texts as a workbook for a translator',
    params: byForm,
    query: z.object({ lang: z.enum(['pt', 'en']).default('pt') }),
    answer: async ({ house, actor, params, query }) => {
      const content = await translationSheet(house, actor, params.form, query.lang)
      if (isRefused(content)) return content
      const name = query.lang === 'pt' ? 'traducoes.xlsx' : 'translations.xlsx'
      return { content, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', name }
    },
  }),
  route({
    method: 'POST',
    url: '/api/forms/author/:form/translations/sheet',
    policy: author,
    summary: 'Take a translated workbook in; only what differs is written',
    params: byForm,
    upload: true,
    body: z.looseObject({}),
    answer: async ({ house, actor, params, files: [file] }) => (file ? takeTranslations(house, actor, params.form, file) : refused(refuse('forms.no-file'))),
  }),
]
