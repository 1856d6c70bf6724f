/** A second person lets the file out: made once more from the approved answers, held against what was proposed and against the limit of that day. */
import { sql } from 'kysely'
import { audit, type Db, getRow, type House, type Refused, refuse, refused, updateRow } from '../../../../kernel/index.ts'
import { canonicalJson, publishProduct, sha256 } from '../../../../kernel/publishing.ts'
import type { SurveyRow } from '../survey.ts'
import { offeredColumns } from './columns.ts'
import { type MicrodataRow, SurveyMicrodata } from './microdata.ts'
import { microdataFiles } from './microdataFiles.ts'
import { makeMicrodata, newestMicrodata } from './proposeMicrodata.ts'
import { microdataKind, publicMicrodata } from './publicMicrodata.ts'

const slugOfMicrodata = ({ slug }: Pick<SurveyRow, 'slug'>) => `${slug}-microdata`

async function ready(db: Db, house: House, survey: SurveyRow, id: string) {
  const row: MicrodataRow | null = await getRow(db, SurveyMicrodata, id)
  if (!row || row.survey !== survey.id) return refused(refuse('access.not-found'))
  const newest = await newestMicrodata(db, survey.id)
  if (row.state !== 'proposed' || newest?.id !== row.id) return refused(refuse('microdata.not-waiting'))
  if (row.recordedBy === db.actor.userId) return refused(refuse('microdata.same-person'))
  const made = await makeMicrodata(db, house, survey, row)
  if ('refused' in made) return made
  return made.tableHash === row.tableHash ? { row: { ...row, risk: made.risk }, table: made.table } : refused(refuse('microdata.answers-changed'))
}

export async function publishMicrodata(db: Db, house: House, survey: SurveyRow, id: string): Promise<{ slug: string; version: number } | Refused> {
  const found = await ready(db, house, survey, id)
  if ('refused' in found) return found
  const set = publicMicrodata(house, survey, found.row, await offeredColumns(db, house, survey))
  const content = canonicalJson(set)
  const files = await microdataFiles(set, found.table)
  if ('refused' in files) return files
  const { version, slug } = await publishProduct(db, house.files, {
    ...{ slug: slugOfMicrodata(survey), kind: microdataKind, hash: sha256(content), content, files },
    title: { pt: `${survey.title.pt}: microdados`, en: `${survey.title.en}: microdata` },
    summary: {
      pt: `Respostas de ${set.records} agregados, sem nada que diga quem são; risco global abaixo de ${set.limitPercent} %.`,
      en: `Answers of ${set.records} households, with nothing that says who they are; global risk below ${set.limitPercent} %.`,
    },
    ...{ places: [set.country.iso3], periodFrom: set.from, periodTo: set.to, licence: set.licence, credit: set.credit, demonstration: false },
    ...{ subject: `${SurveyMicrodata.name}:${id}`, changeNote: survey.changeNote },
  })
  await updateRow(db, SurveyMicrodata, id, { state: 'published', publishedBy: db.actor.userId, publishedAt: new Date().toISOString() })
  await audit(db, 'microdata.publish', SurveyMicrodata.name, id, { survey: survey.code, slug, version, risk: found.row.risk.global })
  return { slug, version }
}

/** With the figures, or before them when they are corrected. */
export const withdrawMicrodata = (db: Db, survey: Pick<SurveyRow, 'slug'>, reason: string) =>
  db.run(sql`update kernel.product set withdrawn_at = now(), withdrawn_reason = ${reason} where slug = ${slugOfMicrodata(survey)} and withdrawn_at is null`)
