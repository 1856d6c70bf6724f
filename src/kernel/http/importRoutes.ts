/** The wizard's requests: hand in a file, see what was understood, answer, confirm, undo. */
import { z } from 'zod'
import { isRefused, refused } from '../db/transaction.ts'
import { getImport, listImports } from '../import/importRow.ts'
import { chooseForImport, giveBackRows, takeFile, undoImport } from '../import/imports.ts'
import { inWords } from '../import/inWords.ts'
import { previewAgain, showPreview } from '../import/previews.ts'
import { confirmImport, progressOf, reopenImport } from '../import/queued.ts'
import { decideSpelling, listSpellings } from '../import/spellings.ts'
import { refuse } from '../refusal.ts'
import { type AnyRoute, route } from './route.ts'

/** Which kinds of file each may handle, the importer says. */
const officers = { who: ['dataOfficer', 'clusterCoordinator', 'partner'] as const, class: 2 as const }
const byId = z.object({ id: z.string().max(60) })

export const importRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/api/imports',
    policy: { who: ['dataOfficer', 'clusterCoordinator', 'partner', 'admin'], class: 2 },
    summary: 'Imports, newest first',
    answer: ({ house, actor }) => listImports(house, actor),
  }),
  route({
    method: 'POST',
    url: '/api/imports',
    policy: officers,
    summary: 'Hand in a file; nothing is written yet',
    upload: true,
    body: z.looseObject({ kind: z.string().max(60), operation: z.string().max(200).optional(), country: z.string().max(3).optional() }),
    answer: async ({ house, actor, files, body: { kind, ...target } }) => {
      const file = files[0]
      if (!file) return refused(refuse('import.no-file'))
      return takeFile(house, actor, kind, file, { target: target as Record<string, string> })
    },
  }),
  route({
    method: 'GET',
    url: '/api/imports/:id',
    policy: officers,
    summary: 'One import',
    params: byId,
    answer: ({ house, actor, params }) => getImport(house, actor, params.id),
  }),
  route({
    method: 'GET',
    url: '/api/imports/:id/preview',
    policy: officers,
    summary: 'What was understood: counts, findings by cause, questions, what would be written; of a large file, how far the reading is',
    params: byId,
    answer: async ({ house, actor, params }) => {
      const shown = await showPreview(house, actor, params.id)
      return isRefused(shown) ? shown : inWords(house, shown)
    },
  }),
  route({
    method: 'POST',
    url: '/api/imports/:id/preview',
    policy: officers,
    summary: 'Have a large file read again whose reading was interrupted',
    params: byId,
    answer: async ({ house, actor, params }) => {
      const shown = await previewAgain(house, actor, params.id)
      return isRefused(shown) ? shown : inWords(house, shown)
    },
  }),
  route({
    method: 'POST',
    url: '/api/imports/:id/choices',
    policy: officers,
    summary: 'Correct the mapping, answer questions',
    params: byId,
    body: z.object({
      columns: z.record(z.string(), z.string()).optional(),
      answers: z.record(z.string(), z.string()).optional(),
      target: z.record(z.string(), z.string()).optional(),
    }),
    answer: ({ house, actor, params, body }) => chooseForImport(house, actor, params.id, body),
  }),
  route({
    method: 'POST',
    url: '/api/imports/:id/confirm',
    policy: officers,
    summary: 'Write all rows, or none; of a large file the answer says that it is being written',
    params: byId,
    answer: ({ house, actor, params }) => confirmImport(house, actor, params.id),
  }),
  route({
    method: 'GET',
    url: '/api/imports/:id/progress',
    policy: officers,
    summary: 'How far the writing is, or why nothing was written',
    params: byId,
    answer: async ({ house, actor, params }) => {
      const progress = await progressOf(house, actor, params.id)
      if (isRefused(progress)) return progress
      return { ...progress, failure: progress.failure && house.catalogue.worded(progress.failure) }
    },
  }),
  route({
    method: 'POST',
    url: '/api/imports/:id/reopen',
    policy: officers,
    summary: 'Open the preview again after the writing failed',
    params: byId,
    answer: ({ house, actor, params }) => reopenImport(house, actor, params.id),
  }),
  route({
    method: 'GET',
    url: '/api/imports/:id/give-back',
    policy: officers,
    summary: 'The refused rows as a workbook, each with what is wrong',
    params: byId,
    query: z.object({ lang: z.enum(['pt', 'en']).default('pt') }),
    answer: async ({ house, actor, params, query }) => {
      const content = await giveBackRows(house, actor, params.id, query.lang)
      if (isRefused(content)) return content
      return {
        content,
        type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        name: query.lang === 'pt' ? 'linhas-por-corrigir.xlsx' : 'rows-to-correct.xlsx',
      }
    },
  }),
  route({
    method: 'POST',
    url: '/api/imports/:id/undo',
    policy: officers,
    summary: 'Take the whole import back, within 30 days',
    params: byId,
    answer: ({ house, actor, params }) => undoImport(house, actor, params.id),
  }),
  route({
    method: 'GET',
    url: '/api/spellings',
    policy: { who: ['dataOfficer', 'admin'], class: 2 },
    summary: 'Spellings that files brought for code lists: those that wait first',
    answer: ({ house, actor }) => listSpellings(house, actor),
  }),
  route({
    method: 'POST',
    url: '/api/spellings/:id/decision',
    policy: { who: ['dataOfficer'], class: 2 },
    summary: 'Map a spelling to a code of its list, or refuse it with no code',
    params: byId,
    body: z.object({ code: z.string().max(100).nullable() }),
    answer: ({ house, actor, params, body }) => decideSpelling(house, actor, params.id, body.code),
  }),
]
