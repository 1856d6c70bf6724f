/** The snapshot on paper: the map, then every district with its sectors and organisations. */
import { readFileSync } from 'node:fs'
import type { Db, Language } from '../../../../kernel/index.ts'
import { areaMap, compilePdf, printDateRange, printNumber } from '../../../../kernel/publishing.ts'
import { areasOfLevel } from '../../../../registry/places/index.ts'
import { type PublicPresence, type PublicSnapshot, presenceNamed } from './publicSnapshot.ts'
import { snapshotWords } from './snapshotWords.ts'

let template: string | undefined

/** Distinct organisations of each district that is published as one; null without outlines. */
export async function snapshotMap(db: Db, { rows, country }: PublicSnapshot, lang: Language): Promise<string | null> {
  const outlines = await areasOfLevel(db, country.iso3, 2)
  const byDistrict = new Map<string, Set<string>>()
  for (const row of rows) if (row.district) byDistrict.set(row.district.code, (byDistrict.get(row.district.code) ?? new Set()).add(presenceNamed(row)))
  if (outlines.features.length === 0 || byDistrict.size === 0) return null
  const words = snapshotWords[lang]
  const { none, unknown, withheld, schematic } = words
  return areaMap({
    ...{ kind: 'circles', schematic: outlines.boundaries.kind === 'schematic', labels: 5, width: 640, height: 520 },
    areas: outlines.features.map(({ properties, geometry }) => ({ ...properties, geometry, value: byDistrict.get(properties.pcode)?.size ?? 0 })),
    words: { legend: words.organisations, none, unknown, withheld, schematic, north: 'N', credit: outlines.boundaries.credit },
    print: (value) => printNumber(value, lang),
  })
}

/** One line for each place and sector, with its organisations. */
export function linesOf(rows: readonly PublicPresence[], lang: Language): { place: [string, string]; sector: string; organisations: string[] }[] {
  const lines = new Map<string, { place: [string, string]; sector: string; organisations: string[] }>()
  for (const { province, district, sector, organisation } of rows) {
    const key = `${province.code} ${district?.code ?? ''} ${sector.code}`
    const line = lines.get(key) ?? { place: [province.name, district?.name ?? snapshotWords[lang].provinceOnly], sector: sector.name[lang], organisations: [] }
    line.organisations.push(organisation.acronym || organisation.name)
    lines.set(key, line)
  }
  return [...lines.values()]
}

export async function snapshotSheet(db: Db, set: PublicSnapshot, lang: Language, hash: string): Promise<Uint8Array> {
  template ??= readFileSync(new URL('./snapshotSheet.typ', import.meta.url), 'utf8')
  const { range, summary, ...words } = snapshotWords[lang]
  return compilePdf({
    template,
    data: {
      ...{ lang, region: lang === 'pt' ? 'MZ' : 'GB', words, day: set.to, credit: set.credit, licence: set.licence, hash },
      title: `${words.title}: ${set.country.name[lang]}`,
      when: printDateRange(set.month, set.to, lang),
      summary: summary(printNumber(set.organisations, lang), printNumber(set.districts, lang)),
      reach: set.reach && `${words.reach}: ${range(printNumber(set.reach.lower, lang), printNumber(set.reach.upper, lang))}. ${set.reach.rule[lang]}`,
      map: await snapshotMap(db, set, lang),
      rows: linesOf(set.rows, lang).map(({ place, sector, organisations }) => [...place, sector, `${organisations.length}: ${organisations.join(', ')}`]),
      limits: set.limitations.map((one) => one[lang]),
    },
  })
}
