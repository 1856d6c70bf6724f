/** The gaps as a table and on paper: what is unknown says so in its cell, on every one of them. */
import { readFileSync } from 'node:fs'
import { isKnown } from '../../../engines/count.ts'
import type { Content, Db, House, Language } from '../../../kernel/index.ts'
import { areaMap, compilePdf, countCell, countWord, printCount, printDate, printNumber } from '../../../kernel/publishing.ts'
import { areasOfLevel } from '../../../registry/places/index.ts'
import { column, type TableToWrite } from '../tableFile.ts'
import type { GapRow, Gaps } from './gapsNow.ts'
import { gapWords } from './gapWords.ts'

const columns = [
  column('district_code', 'Código do distrito', 'District code', '#adm2+code'),
  column('district', 'Distrito', 'District', '#adm2+name'),
  column('item', 'Artigo ou kit', 'Item or kit', '#item+code'),
  column('present', 'Agregados presentes', 'Households present', '#affected+hh+present', 'integer'),
  column('present_figure', 'Presentes: se se conhece', 'Present: whether known', '#meta+present'),
  column('present_source', 'Presentes: fonte', 'Present: source', '#meta+source+present'),
  column('present_date', 'Presentes: data', 'Present: date', '#date+present', 'date'),
  column('reached', 'Agregados alcançados', 'Households reached', '#reached+hh', 'integer'),
  column('reached_date', 'Alcançados: data', 'Reached: date', '#date+reached', 'date'),
  column('on_the_way', 'Agregados que o que vem pode servir', 'Households that what is coming can serve', '#output+hh+pipeline', 'integer'),
  column('on_the_way_date', 'A caminho: data', 'On the way: date', '#date+pipeline', 'date'),
  column('gap', 'Lacuna (agregados)', 'Gap (households)', '#inneed+hh+gap', 'integer'),
  column('gap_figure', 'Lacuna: se se conhece', 'Gap: whether known', '#meta+gap'),
  column('over', 'Alcançados a mais', 'Reached above those present', '#reached+hh+over', 'integer'),
]

const sourceOf = ({ presentFrom }: GapRow, lang: Language) =>
  presentFrom ? gapWords[lang].round(presentFrom.operation, presentFrom.round, presentFrom.ageDays) : gapWords[lang].noRound

export const gapTable = ({ code, rows, populationDays, itemLifeDays }: Gaps, language: Language): TableToWrite => ({
  ...{ name: `relief-gaps-${code}`, title: `${gapWords[language].title}: ${code}`, columns, language },
  notes: [[gapWords[language].source, gapWords[language].rule(populationDays, itemLifeDays)]],
  rows: rows.map((row) => [
    ...[row.district, row.name, code, countCell(row.present), countWord(row.present), sourceOf(row, language), row.presentFrom?.asOf ?? null],
    ...[row.reached, row.reachedFrom?.newest ?? null, row.onTheWay, row.onTheWayFrom?.newest ?? null],
    ...[countCell(row.gap), countWord(row.gap), row.over],
  ]),
})

async function gapMap(db: Db, iso3: string, { rows }: Gaps, lang: Language): Promise<string | null> {
  const outlines = await areasOfLevel(db, iso3, 2)
  if (outlines.features.length === 0 || rows.length === 0) return null
  const words = gapWords[lang]
  const { none, unknown, withheld, schematic } = words
  const gaps = new Map(rows.map(({ district, gap }) => [district, gap]))
  return areaMap({
    ...{ kind: 'circles', schematic: outlines.boundaries.kind === 'schematic', labels: 5, width: 640, height: 520 },
    // A district without a row has no known gap, which is not a gap of nothing.
    areas: outlines.features.map(({ properties, geometry }) => ({ ...properties, geometry, value: gaps.get(properties.pcode) ?? ('unknown' as const) })),
    words: { legend: words.gap, none, unknown, withheld, schematic, north: 'N', credit: outlines.boundaries.credit },
    print: (value) => printNumber(value, lang),
  })
}

let template: string | undefined

export async function gapSheet(db: Db, { pack }: House, gaps: Gaps, lang: Language): Promise<Content> {
  template ??= readFileSync(new URL('./gapSheet.typ', import.meta.url), 'utf8')
  const { over, rule, round: _, ...words } = gapWords[lang]
  const lines = gaps.rows.map((row) => [
    ...[row.name, printCount(row.present, lang), printNumber(row.reached, lang), printNumber(row.onTheWay, lang)],
    row.over > 0 && isKnown(row.gap) ? `${printCount(row.gap, lang)} (${over(printNumber(row.over, lang))})` : printCount(row.gap, lang),
    sourceOf(row, lang),
  ])
  const content = compilePdf({
    template,
    data: {
      ...{ lang, region: lang === 'pt' ? 'MZ' : 'GB', words, day: gaps.today, when: printDate(gaps.today, lang), title: `${words.title}: ${gaps.code}` },
      ...{ rule: rule(gaps.populationDays, gaps.itemLifeDays), map: await gapMap(db, pack.country.iso3, gaps, lang), rows: lines },
    },
  })
  return { content, type: 'application/pdf', name: `relief-gaps-${gaps.code}-${lang}.pdf` }
}
