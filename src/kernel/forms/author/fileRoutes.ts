/** The files of a version: the author's workbook, the XForm as phones get it, and what the preview shows. */
import { sql } from 'kysely'
import { z } from 'zod'
import type { Actor } from '../../access/actor.ts'
import { act, isRefused, type Refused, read, refused } from '../../db/transaction.ts'
import type { House } from '../../house.ts'
import { type AnyRoute, route } from '../../http/route.ts'
import { isId } from '../../record/record.ts'
import { refuse } from '../../refusal.ts'
import { listCsv } from '../lists/lists.ts'
import { attachmentsOf } from './attachments.ts'
import type { VersionRow } from './compiled.ts'
import { formById } from './find.ts'

const office = { who: ['dataOfficer', 'reportOfficer', 'coordinator', 'chief', 'monitoring', 'registrar', 'admin'] as const, class: 2 as const }
const byVersion = z.object({ form: z.string().max(60), version: z.string().max(60) })

const versionOf = (house: House, actor: Actor, { form, version }: z.infer<typeof byVersion>): Promise<VersionRow | Refused> =>
  act(house.doors, actor, async (db) => {
    const known = (await formById(db, form)) && isId(version)
    const row = known ? await db.one<VersionRow>(sql`select * from forms.form_version where id = ${version} and form = ${form}`) : null
    return row ?? refused(refuse('access.not-found'))
  })

const types: Record<string, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xls: 'application/vnd.ms-excel',
  csv: 'text/csv; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
}

export const authorFileRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/api/forms/author/:form/versions/:version/workbook',
    policy: office,
    summary: 'The workbook of a version, as its author handed it in',
    params: byVersion,
    answer: async ({ house, actor, params }) => {
      const version = await versionOf(house, actor, params)
      if (isRefused(version)) return version
      const content = version.workbook ? await house.files.get(version.workbook) : null
      const name = version.workbookName ?? 'form.xlsx'
      return content
        ? { content, type: types[name.split('.').at(-1)!.toLowerCase()] ?? 'application/octet-stream', name }
        : refused(refuse('forms.no-workbook'))
    },
  }),
  route({
    method: 'GET',
    url: '/api/forms/author/:form/versions/:version/xform',
    policy: office,
    summary: 'The XForm of a version',
    params: byVersion,
    answer: async ({ house, actor, params }) => {
      const version = await versionOf(house, actor, params)
      if (isRefused(version)) return version
      const content = version.xform ? await house.files.get(version.xform) : null
      return content ? { content, type: 'text/xml; charset=utf-8' } : refused(refuse('forms.draft-refused', { n: version.refusals }))
    },
  }),
  route({
    method: 'GET',
    url: '/api/forms/author/:form/versions/:version/files/:fileName',
    policy: office,
    summary: 'A file or list that a version shows, as the preview needs it',
    params: byVersion.extend({ fileName: z.string().max(200) }),
    answer: async ({ house, actor, params }) => {
      const version = await versionOf(house, actor, params)
      if (isRefused(version)) return version
      const found = await read(house.doors, actor, async (db) => {
        const file = (await attachmentsOf(db, version.id)).find(({ fileName }) => fileName === params.fileName)
        const form = file?.list ? await formById(db, params.form) : null
        return { sha256: file?.sha256 ?? null, csv: file?.list && form ? await listCsv(house, db, form.project, file.list) : null }
      })
      const content = found.csv ?? (found.sha256 ? await house.files.get(found.sha256) : null)
      return content === null
        ? refused(refuse('access.not-found'))
        : { content, type: found.csv === null ? 'application/octet-stream' : 'text/csv; charset=utf-8' }
    },
  }),
]
