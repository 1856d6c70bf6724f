/** The files of a flow bulletin: the report in each language, points and origin–destination table as CSV with HXL rows, and the set itself. */
import { type Language, type Refused, refused } from '../../../kernel/index.ts'
import { canonicalJson, collectBytes, personalDataIn } from '../../../kernel/publishing.ts'
import { type OutTable, writeCsv } from '../../../kernel/tables.ts'
import { countCell, countWord, outColumn } from '../exports/outColumn.ts'
import { flowReport } from './flowReport.ts'
import type { PublicFlows } from './publicFlows.ts'

type File = { name: string; format: 'pdf' | 'csv' | 'json'; language: Language | null; type: string; bytes: Uint8Array }

const cellsTable = ({ cells, from, to }: PublicFlows): OutTable => ({
  title: 'flows',
  language: 'en',
  columns: [
    outColumn('from_code', 'Código da origem', 'Code of origin', '#adm1+code+origin', 'text'),
    outColumn('from', 'Origem', 'Origin', '#adm1+name+origin', 'text'),
    outColumn('to_code', 'Código do destino', 'Code of destination', '#adm1+code+dest', 'text'),
    outColumn('to', 'Destino', 'Destination', '#adm1+name+dest', 'text'),
    outColumn('passages', 'Passagens', 'Passages', '#population+flow', 'integer'),
    outColumn('figure', 'Número', 'Figure', '#meta+figure', 'text'),
    outColumn('groups_without_number', 'Grupos sem número', 'Groups without a number', '#meta+uncounted', 'integer'),
    outColumn('from_day', 'De', 'From', '#date+start', 'date'),
    outColumn('to_day', 'Até', 'To', '#date+end', 'date'),
  ],
  rows: cells.map((each) => [
    ...[each.from ?? '', each.fromName.en, each.to ?? '', each.toName.en, countCell(each.people), countWord(each.people), each.uncounted, from, to],
  ]),
})

const pointsTable = ({ points, from, to }: PublicFlows): OutTable => ({
  title: 'points',
  language: 'en',
  columns: [
    outColumn('point_code', 'Código do ponto', 'Point code', '#loc+code', 'text'),
    outColumn('point', 'Ponto', 'Point', '#loc+name', 'text'),
    outColumn('sessions', 'Sessões', 'Sessions', '#meta+sessions', 'integer'),
    outColumn('hours', 'Horas observadas', 'Hours watched', '#meta+hours', 'decimal'),
    outColumn('coverage', 'Parte das horas abertas', 'Share of open hours', '#meta+coverage', 'decimal'),
    outColumn('passages', 'Passagens vistas', 'Passages seen', '#population+flow', 'integer'),
    outColumn('per_hour', 'Por hora', 'Per hour', '#population+flow+hour', 'decimal'),
    outColumn('estimate', 'Estimativa', 'Estimate', '#population+flow+estimate', 'integer'),
    outColumn('figure', 'Número', 'Figure', '#meta+figure', 'text'),
    outColumn('method', 'Método', 'Method', '#meta+method', 'text'),
    outColumn('status', 'Situação', 'Status', '#status', 'text'),
    outColumn('from_day', 'De', 'From', '#date+start', 'date'),
    outColumn('to_day', 'Até', 'To', '#date+end', 'date'),
  ],
  rows: points.map((point) => [
    ...[point.code, point.name, point.sessions, point.hours, Math.round(point.coverage * 1000) / 1000, countCell(point.observed), countCell(point.perHour)],
    ...[countCell(point.estimate), countWord(point.observed), point.method, point.status ?? '', from, to],
  ]),
})

export async function flowFiles(set: PublicFlows, hash: string): Promise<File[] | Refused> {
  const base = `${set.country.iso3}-flows-${set.kind}-${set.from}`
  const files: File[] = (['pt', 'en'] as const).map((language) => ({
    name: `${base}-${language}.pdf`,
    format: 'pdf',
    language,
    type: 'application/pdf',
    bytes: flowReport(set, language, hash),
  }))
  for (const [name, table] of [
    ['od', cellsTable(set)],
    ['points', pointsTable(set)],
  ] as const) {
    const bytes = await collectBytes((out) => writeCsv(table, out))
    const personal = await personalDataIn({ name: `${base}-${name}.csv`, bytes })
    if (personal.length > 0) return refused(...personal)
    files.push({ name: `${base}-${name}.csv`, format: 'csv', language: null, type: 'text/csv; charset=utf-8', bytes })
  }
  files.push({ name: `${base}.json`, format: 'json', language: null, type: 'application/json', bytes: new Uint8Array(Buffer.from(canonicalJson(set))) })
  return files
}
