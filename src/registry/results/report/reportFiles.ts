/** The files of a report: the report in each language, one line for each figure as CSV with an HXL row, and the set itself. */
import { readFileSync } from 'node:fs'
import type { Language } from '../../../kernel/index.ts'
import { canonicalJson, collectBytes, compilePdf } from '../../../kernel/publishing.ts'
import { csvRecord, writeCsv } from '../../../kernel/tables.ts'
import { figureColumns } from './figureColumns.ts'
import { type PublicReport, slugOfReport } from './publicReport.ts'
import { kindOf, type ReportFigures } from './reportFigures.ts'
import { shownParts } from './reportRows.ts'
import { headings, nameOfReport, reportWords, whenOfReport } from './reportWords.ts'
import type { ReportRow, ReportTexts } from './strategyReport.ts'

let template: string | undefined

function reportPdf(set: PublicReport, lang: Language, hash: string): Uint8Array {
  template ??= readFileSync(new URL('./report.typ', import.meta.url), 'utf8')
  const { about, notes, source, licence, hash: fingerprint, strategy } = reportWords[lang]
  return compilePdf({
    template,
    data: {
      ...{ lang, region: lang === 'pt' ? 'MZ' : 'GB', words: { ...headings(set, lang), about, source, licence, hash: fingerprint, strategy }, notes },
      ...{ title: `${nameOfReport(set, lang)}: ${set.country.name[lang]}`, when: whenOfReport(set, lang), day: set.to, opening: set.texts[lang].opening },
      parts: shownParts(set, set.texts[lang], lang),
      ...{ citation: set.strategy.citation, credit: set.credit, licence: set.licence, hash },
    },
  })
}

/** Everything in words, for the last look at it. */
export function wordsOf({ areas }: ReportFigures, texts: ReportTexts): Uint8Array {
  const told = areas.flatMap(({ entries = [] }) =>
    entries.flatMap(({ title, details }) => [title, ...details].flatMap(({ pt, en }) => (pt === en ? [pt] : [pt, en]))),
  )
  const written = (['pt', 'en'] as const).flatMap((lang) => [texts[lang].opening, ...Object.values(texts[lang].areas)])
  return new Uint8Array(Buffer.from(['text', ...told, ...written].map((text) => csvRecord([text])).join('')))
}

export async function reportFiles(set: PublicReport, report: ReportRow, hash: string) {
  // The quarter's files had their names before there were other kinds.
  const base = kindOf(set) === 'quarter' ? `${set.country.iso3}-strategy-${set.from}` : slugOfReport(set, report)
  const rows = set.areas.flatMap(({ key, lines }) =>
    lines.map(({ code, name, now, unit, why, before, target, method, recordsHash, of = set }) => [
      ...[key, code, name.en, now?.value ?? '', now?.numerator ?? '', now?.denominator ?? '', unit.many.en, why ?? '', before?.value ?? ''],
      ...[target?.value ?? '', method ?? '', recordsHash ?? '', of.from, of.to],
    ]),
  )
  const csv = await collectBytes((out) => writeCsv({ title: 'indicators', language: 'en', columns: figureColumns, rows }, out))
  const pdf = (language: Language) => ({
    ...{ name: `${base}-${language}.pdf`, format: 'pdf' as const, language, type: 'application/pdf', bytes: reportPdf(set, language, hash) },
  })
  return [
    pdf('pt'),
    pdf('en'),
    { name: `${base}-indicators.csv`, format: 'csv' as const, language: null, type: 'text/csv; charset=utf-8', bytes: csv },
    { name: `${base}.json`, format: 'json' as const, language: null, type: 'application/json', bytes: new Uint8Array(Buffer.from(canonicalJson(set))) },
  ]
}
