/** What a collection program fetches: the list of forms, the forms, what belongs to them, and whether items of a list are still there. */
import { z } from 'zod'
import { type Db, read, refused } from '../../db/transaction.ts'
import { escapeXml, languageOf } from '../../http/openRosaAnswer.ts'
import { type AnyRoute, type Asked, type Content, route } from '../../http/route.ts'
import { refuse } from '../../refusal.ts'
import { listCsv, listHash, listIntegrity } from '../lists/lists.ts'
import { xformOf } from '../versions.ts'
import { addressOf, type OfProject, ofProject, onEachBase, projectOf, xml } from './bases.ts'
import { filesOf, md5Of, type OfferedForm, offeredForms } from './formsOfPhone.ts'

const listQuery = z.looseObject({
  formID: z.string().max(200).optional(),
  verbose: z.string().max(10).optional(),
  listAllVersions: z.string().max(10).optional(),
})
const ofVersion = z.looseObject({ version: z.string().max(200).optional() })

const versionOf = ({ version }: OfferedForm) => (version === '' ? '' : `?version=${encodeURIComponent(version)}`)

type Read<P, Q> = Pick<Asked<P, Q, unknown>, 'house' | 'actor' | 'params' | 'query' | 'address' | 'headers'>

async function formList(asked: Read<OfProject, z.infer<typeof listQuery>>) {
  const { house, actor, params, query, headers } = asked
  const project = projectOf(actor, params)
  if (typeof project !== 'number') return refused(project)
  const offered = await read(house.doors, actor, (db) => offeredForms(db, { project, code: query.formID, everyVersion: query.listAllVersions === 'true' }))
  const base = addressOf(asked)
  const language = languageOf(headers['accept-language'])
  const lines = offered.map((form) => {
    const title = escapeXml(form.titles[language] ?? form.title)
    const address = `${base}/forms/${encodeURIComponent(form.code)}`
    const description = query.verbose === 'true' ? `<descriptionText>${title}</descriptionText>` : ''
    const manifest = form.attachments > 0 ? `<manifestUrl>${escapeXml(`${address}/manifest${versionOf(form)}`)}</manifestUrl>` : ''
    return `<xform><formID>${escapeXml(form.code)}</formID><name>${title}</name><version>${escapeXml(form.version)}</version><hash>md5:${form.md5}</hash>${description}<downloadUrl>${escapeXml(`${address}.xml${versionOf(form)}`)}</downloadUrl>${manifest}</xform>`
  })
  return xml(`<?xml version="1.0" encoding="UTF-8"?>\n<xforms xmlns="http://openrosa.org/xforms/xformsList">${lines.join('')}</xforms>`)
}

type Found = { form: OfferedForm; project: number }

/** One version of a form that this key may fill, and what is asked of it in the same reading. */
async function withForm<T>(asked: Read<OfProject, { version?: string }>, code: string, answer: (found: Found, db: Db) => Promise<T | null>) {
  const { house, actor, params, query } = asked
  const project = projectOf(actor, params)
  if (typeof project !== 'number') return refused(project)
  const found = await read(house.doors, actor, async (db) => {
    const [form] = await offeredForms(db, { project, code, version: query.version })
    return form ? answer({ form, project }, db) : null
  })
  return found ?? refused(refuse('forms.form-unknown', { form: code, project }))
}

const ofForm = ofProject.extend({ code: z.string().max(200) })
const ofFile = ofProject.extend({ file: z.string().max(204) })
const ofAttachment = ofForm.extend({ name: z.string().max(300) })
const ofList = ofProject.extend({ list: z.string().max(100) })

const xform = (asked: Read<z.infer<typeof ofFile>, { version?: string }>) =>
  withForm(asked, asked.params.file.replace(/\.xml$/, ''), async ({ form }): Promise<Content | null> => {
    const content = await xformOf(asked.house, form)
    return content && xml(content, { etag: `"${form.md5}"`, 'cache-control': 'no-cache' })
  })

const manifest = (asked: Read<z.infer<typeof ofForm>, { version?: string }>) =>
  withForm(asked, asked.params.code, async ({ form }, db) => {
    const base = addressOf(asked)
    const lines: string[] = []
    for (const file of await filesOf(db, form.id)) {
      const hash = file.list ? await listHash(asked.house, db, form.project, file.list) : file.sha256 && (await md5Of(asked.house, file.sha256))
      if (!hash) continue
      const download = `${base}/forms/${encodeURIComponent(form.code)}/attachments/${encodeURIComponent(file.fileName)}${versionOf(form)}`
      const integrity = file.list ? `<integrityUrl>${escapeXml(`${base}/datasets/${encodeURIComponent(file.list)}/integrity`)}</integrityUrl>` : ''
      lines.push(
        `<mediaFile${file.list ? ' type="entityList"' : ''}><filename>${escapeXml(file.fileName)}</filename><hash>md5:${hash}</hash><downloadUrl>${escapeXml(download)}</downloadUrl>${integrity}</mediaFile>`,
      )
    }
    return xml(`<?xml version="1.0" encoding="UTF-8"?>\n<manifest xmlns="http://openrosa.org/xforms/xformsManifest">${lines.join('')}</manifest>`)
  })

const attachment = (asked: Read<z.infer<typeof ofAttachment>, { version?: string }>) =>
  withForm(asked, asked.params.code, async ({ form }, db): Promise<Content | null> => {
    const file = (await filesOf(db, form.id)).find(({ fileName }) => fileName === asked.params.name)
    if (!file) return null
    const content = file.list ? await listCsv(asked.house, db, form.project, file.list) : file.sha256 && (await asked.house.files.get(file.sha256))
    return content === null || content === ''
      ? null
      : { content, type: file.list ? 'text/csv; charset=utf-8' : 'application/octet-stream', name: file.fileName }
  })

async function integrity({ house, actor, params, query }: Read<z.infer<typeof ofList>, { id?: string }>) {
  const project = projectOf(actor, params)
  if (typeof project !== 'number') return refused(project)
  const ids = (query.id ?? '')
    .split(',')
    .filter((id) => id !== '')
    .slice(0, 10_000)
  const found = await read(house.doors, actor, async (db) => {
    const [form] = await offeredForms(db, { project })
    return form ? listIntegrity(house, db, form.project, params.list, ids) : null
  })
  if (!found) return refused(refuse('access.not-found'))
  const lines = found.map(({ entity, deleted }) => `<entity id="${escapeXml(entity)}"><deleted>${deleted}</deleted></entity>`)
  return xml(`<?xml version="1.0" encoding="UTF-8"?>\n<data><entities>${lines.join('')}</entities></data>`)
}

const summary = (what: string) => `OpenRosa: ${what}`

export const formRoutes: AnyRoute[] = [
  ...onEachBase((prefix, policy) =>
    route({
      method: 'GET',
      url: `${prefix}/formList`,
      policy,
      dialect: 'openrosa',
      summary: summary('forms that this key may fill'),
      params: ofProject,
      query: listQuery,
      answer: formList,
    }),
  ),
  ...onEachBase((prefix, policy) =>
    route({
      method: 'GET',
      url: `${prefix}/forms/:file`,
      policy,
      dialect: 'openrosa',
      summary: summary('one form'),
      params: ofFile,
      query: ofVersion,
      answer: xform,
    }),
  ),
  ...onEachBase((prefix, policy) =>
    route({
      method: 'GET',
      url: `${prefix}/forms/:code/manifest`,
      policy,
      dialect: 'openrosa',
      summary: summary('files and lists of a form'),
      params: ofForm,
      query: ofVersion,
      answer: manifest,
    }),
  ),
  ...onEachBase((prefix, policy) =>
    route({
      method: 'GET',
      url: `${prefix}/forms/:code/attachments/:name`,
      policy,
      dialect: 'openrosa',
      summary: summary('one file or list'),
      params: ofAttachment,
      query: ofVersion,
      answer: attachment,
    }),
  ),
  ...onEachBase((prefix, policy) =>
    route({
      method: 'GET',
      url: `${prefix}/datasets/:list/integrity`,
      policy,
      dialect: 'openrosa',
      summary: summary('which items are gone'),
      params: ofList,
      query: z.looseObject({ id: z.string().max(400_000).optional() }),
      answer: integrity,
    }),
  ),
]
