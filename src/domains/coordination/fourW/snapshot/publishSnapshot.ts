/** A locked month becomes public: page, sheet, table and the set itself. Publishing the same month again is a new version with its note. */
import { audit, type Db, type House, isRefused, type Refused, refuse, refused, updateRow } from '../../../../kernel/index.ts'
import { canonicalJson, publishProduct, sha256, slugOf } from '../../../../kernel/publishing.ts'
import { Cycle } from '../cycle.ts'
import { oneCycle } from '../lifeOfCycle.ts'
import { snapshotOf } from './publicSnapshot.ts'
import { snapshotFiles } from './snapshotFiles.ts'
import { snapshotKind } from './snapshotProduct.ts'
import { snapshotWords } from './snapshotWords.ts'

type Terms = { licence: string; credit: string; changeNote?: { pt: string; en: string } }

export async function publishSnapshot(house: House, db: Db, id: string, terms: Terms): Promise<{ slug: string; hash: string } | Refused> {
  const cycle = await oneCycle(db, id)
  if (!cycle) return refused(refuse('access.not-found'))
  if (cycle.state !== 'locked' && cycle.state !== 'published')
    return refused(refuse('coordination.month-not-there', { month: cycle.month, state: cycle.state }))
  if (cycle.state === 'published' && !terms.changeNote) return refused(refuse('coordination.published-already', { month: cycle.month }))
  if (terms.licence.trim() === '' || terms.credit.trim() === '') return refused(refuse('coordination.terms-missing'))
  const set = await snapshotOf(house, db, cycle.month, { licence: terms.licence.trim(), credit: terms.credit.trim() })
  if (set.rows.length === 0) return refused(refuse('coordination.nothing-to-publish', { month: cycle.month }))
  const content = canonicalJson(set)
  const hash = sha256(content)
  const files = await snapshotFiles(db, set, hash)
  if (isRefused(files)) return files
  const slug = slugOf(`${set.country.iso3} 4w ${cycle.month.slice(0, 7)}`)
  const title = (lang: 'pt' | 'en') => `${snapshotWords[lang].title}: ${set.country.name[lang]}, ${cycle.month.slice(0, 7)}`
  const summary = (lang: 'pt' | 'en') => snapshotWords[lang].summary(String(set.organisations), String(set.districts))
  await publishProduct(db, house.files, {
    ...{ slug, kind: snapshotKind, title: { pt: title('pt'), en: title('en') }, summary: { pt: summary('pt'), en: summary('en') }, hash, content, files },
    places: [...new Set([set.country.iso3, ...set.rows.map(({ province }) => province.code), ...set.rows.flatMap(({ district }) => district?.code ?? [])])],
    ...{ periodFrom: set.month, periodTo: set.to, licence: set.licence, credit: set.credit, demonstration: false },
    ...{ subject: `${Cycle.name}:${id}`, changeNote: terms.changeNote ?? null },
  })
  await updateRow(db, Cycle, id, { state: 'published', slug })
  await audit(db, 'cycle.publish', Cycle.name, id, { slug })
  return { slug, hash }
}
