/** A week or a month of flow monitoring becomes a public product: page, report, table and the set itself; publishing the same period again is a new version. */
import { sql } from 'kysely'
import { lastDay, type Period, startOf } from '../../../engines/periods.ts'
import { asTheHouse, audit, type Db, type House, insertRow, isRefused, type Refused, refuse, refused, updateRow } from '../../../kernel/index.ts'
import { canonicalJson, printDateRange, publishProduct, sha256, slugOf } from '../../../kernel/publishing.ts'
import { treeOfCountry } from '../areas.ts'
import { FlowBulletin } from './flow.ts'
import { flowFiles } from './flowFiles.ts'
import { flowWords } from './flowWords.ts'
import { interviewsOf } from './interviews.ts'
import { pictureOf } from './picture.ts'
import { type PublicFlows, publicFlows } from './publicFlows.ts'
import { seasonOf } from './season.ts'

export const flowKind = 'flow-bulletin'

export type NewBulletin = { kind: Period; periodFrom: string; licence: string; credit: string; changeNote?: { pt: string; en: string } }

async function setOfPeriod(house: House, db: Db, given: NewBulletin): Promise<PublicFlows | Refused> {
  if (startOf(given.kind, given.periodFrom) !== given.periodFrom)
    return refused(refuse(given.kind === 'week' ? 'flow.week-begins-monday' : 'flow.month-begins-first', { day: given.periodFrom }))
  if (given.licence.trim() === '' || given.credit.trim() === '') return refused(refuse('round.licence-missing'))
  const picture = await pictureOf(db, given.periodFrom, lastDay(given.kind, given.periodFrom))
  if (isRefused(picture)) return picture
  const interviews = await interviewsOf(house, db, picture.from, picture.to)
  if (isRefused(interviews)) return interviews
  // Every year's sessions stand behind it, the publisher's own area or not.
  const season = await asTheHouse(db, (within) => seasonOf(within, given.kind, picture.to, picture.summed, house.pack.thresholds.disclosureMinimum))
  return publicFlows(house, await treeOfCountry(db, house.pack.country), picture, {
    ...{ kind: given.kind, interviews, season },
    licence: given.licence.trim(),
    credit: given.credit.trim(),
  })
}

export async function publishBulletin(house: House, db: Db, given: NewBulletin): Promise<{ id: string; slug: string; hash: string } | Refused> {
  const set = await setOfPeriod(house, db, given)
  if (isRefused(set)) return set
  const known = await db.one<{ id: string }>(sql`select id from displacement.flow_bulletin where kind = ${given.kind} and period_from = ${given.periodFrom}`)
  if (known && !given.changeNote) return refused(refuse('flow.published-already', { from: given.periodFrom }))
  const content = canonicalJson(set)
  const hash = sha256(content)
  const slug = slugOf(`${set.country.iso3} flows ${given.kind} ${given.periodFrom}`)
  const files = await flowFiles(set, hash)
  if (isRefused(files)) return files
  const title = (lang: 'pt' | 'en') => `${flowWords[lang].bulletin}: ${printDateRange(set.from, set.to, lang)}`
  const values = { periodTo: set.to, state: 'published' as const, publishedAt: new Date().toISOString(), slug, hash }
  const { id } = known
    ? (await updateRow(db, FlowBulletin, known.id, values))!
    : await insertRow(db, FlowBulletin, { scope: house.pack.country.pcode, kind: given.kind, periodFrom: given.periodFrom, ...values })
  await publishProduct(db, house.files, {
    ...{ slug, kind: flowKind, title: { pt: title('pt'), en: title('en') }, summary: set.narrative, hash, content, files },
    places: [...new Set([set.country.iso3, ...set.cells.flatMap(({ from, to }) => [from, to].filter((end) => end !== null))])],
    ...{ periodFrom: set.from, periodTo: set.to, licence: set.licence, credit: set.credit, demonstration: false },
    subject: `${FlowBulletin.name}:${id}`,
    changeNote: given.changeNote ?? null,
  })
  await audit(db, 'flow.publish', FlowBulletin.name, id, { slug })
  return { id, slug, hash }
}
