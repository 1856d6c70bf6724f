/** The files of a quarter's report: the report in each language, one line for each indicator as CSV with an HXL row, and the set itself. */
import { readFileSync } from 'node:fs'
import type { Language } from '../../../kernel/index.ts'
import { canonicalJson, collectBytes, compilePdf, printDateRange } from '../../../kernel/publishing.ts'
import { writeCsv } from '../../../kernel/tables.ts'
import { indicatorColumns } from './indicatorColumns.ts'
import type { PublicQuarter } from './publicQuarter.ts'
import { linksInWords, rowsOf, titleOfQuarter } from './quarterRows.ts'
import { quarterWords } from './quarterWords.ts'

let template: string | undefined

function quarterPdf(set: PublicQuarter, lang: Language, hash: string): Uint8Array {
  template ??= readFileSync(new URL('./quarterReport.typ', import.meta.url), 'utf8')
  const { quarter: _, coverage, targetOf, changed, why, methods, frameworks, notes, ...words } = quarterWords[lang]
  return compilePdf({
    template,
    data: {
      ...{ lang, region: lang === 'pt' ? 'MZ' : 'GB', words, notes, title: `${words.report}: ${set.country.name[lang]}` },
      ...{ when: `${titleOfQuarter(set.from, lang)}: ${printDateRange(set.from, set.to, lang)}`, day: set.to, opening: set.texts[lang].opening },
      areas: set.areas.map((area) => ({
        name: area.key === 'X' ? area.name[lang] : `${area.key}. ${area.name[lang]}`,
        ...{ links: linksInWords(area, lang), text: set.texts[lang].areas[area.key] ?? '', rows: rowsOf(area, lang) },
      })),
      ...{ citation: set.strategy.citation, credit: set.credit, licence: set.licence, hash },
    },
  })
}

export async function quarterFiles(set: PublicQuarter, hash: string) {
  const base = `${set.country.iso3}-strategy-${set.from}`
  const rows = set.areas.flatMap(({ key, lines }) =>
    lines.map(({ code, name, now, unit, why, before, target, method, recordsHash }) => [
      ...[key, code, name.en, now?.value ?? '', now?.numerator ?? '', now?.denominator ?? '', unit.many.en, why ?? '', before?.value ?? ''],
      ...[target?.value ?? '', method ?? '', recordsHash ?? '', set.from, set.to],
    ]),
  )
  const csv = await collectBytes((out) => writeCsv({ title: 'indicators', language: 'en', columns: indicatorColumns, rows }, out))
  const pdf = (language: Language) => ({
    ...{ name: `${base}-${language}.pdf`, format: 'pdf' as const, language, type: 'application/pdf', bytes: quarterPdf(set, language, hash) },
  })
  return [
    pdf('pt'),
    pdf('en'),
    { name: `${base}-indicators.csv`, format: 'csv' as const, language: null, type: 'text/csv; charset=utf-8', bytes: csv },
    { name: `${base}.json`, format: 'json' as const, language: null, type: 'application/json', bytes: new Uint8Array(Buffer.from(canonicalJson(set))) },
  ]
}
