/** The files of a flow bulletin: the report in each language, its tables as CSV with HXL rows, and the set itself. */
import { type Language, type Refused, refused } from '../../../kernel/index.ts'
import { canonicalJson, collectBytes, countCell, countWord, personalDataIn } from '../../../kernel/publishing.ts'
import { type OutTable, writeCsv } from '../../../kernel/tables.ts'
import { cellColumns, interviewColumns, pointColumns, seasonColumns } from './flowColumns.ts'
import { flowReport } from './flowReport.ts'
import type { PublicFlows } from './publicFlows.ts'

type File = { name: string; format: 'pdf' | 'csv' | 'json'; language: Language | null; type: string; bytes: Uint8Array }

const cellsTable = ({ cells, from, to }: PublicFlows): OutTable => ({
  title: 'flows',
  language: 'en',
  columns: cellColumns,
  rows: cells.map((each) => [
    ...[each.from ?? '', each.fromName.en, each.to ?? '', each.toName.en, countCell(each.people), countWord(each.people), each.uncounted, from, to],
  ]),
})

const pointsTable = ({ points, from, to }: PublicFlows): OutTable => ({
  title: 'points',
  language: 'en',
  columns: pointColumns,
  rows: points.map((point) => [
    ...[point.code, point.name, point.sessions, point.hours, Math.round(point.coverage * 1000) / 1000, countCell(point.observed), countCell(point.perHour)],
    ...[countCell(point.estimate), countWord(point.observed), point.method, point.status ?? '', from, to],
  ]),
})

/** Without a figure there is no table: why is said on the page and in the report. */
const interviewsTable = ({ interviews, from, to }: PublicFlows): OutTable[] =>
  interviews && interviews.tables.length > 0
    ? [
        {
          title: 'interviews',
          language: 'en',
          columns: interviewColumns,
          rows: interviews.tables.flatMap(({ question, label, answers }) =>
            answers.map(({ code, label: answer, n }) => [
              ...[question, label.en, code ?? '', answer.en, countCell(n), countWord(n), countCell(interviews.n), from, to],
            ]),
          ),
        },
      ]
    : []

const seasonTable = ({ season, kind }: PublicFlows): OutTable[] =>
  season?.state === 'shown'
    ? [
        {
          title: 'season',
          language: 'en',
          columns: seasonColumns,
          rows: season.times.map(({ time, percent }) => [kind, time, percent, season.years, season.known]),
        },
      ]
    : []

export async function flowFiles(set: PublicFlows, hash: string): Promise<File[] | Refused> {
  const base = `${set.country.iso3}-flows-${set.kind}-${set.from}`
  const files: File[] = (['pt', 'en'] as const).map((language) => ({
    name: `${base}-${language}.pdf`,
    format: 'pdf',
    language,
    type: 'application/pdf',
    bytes: flowReport(set, language, hash),
  }))
  const tables = [cellsTable(set), pointsTable(set), ...interviewsTable(set), ...seasonTable(set)]
  for (const table of tables) {
    const name = table.title === 'flows' ? 'od' : table.title
    const bytes = await collectBytes((out) => writeCsv(table, out))
    const personal = await personalDataIn({ name: `${base}-${name}.csv`, bytes })
    if (personal.length > 0) return refused(...personal)
    files.push({ name: `${base}-${name}.csv`, format: 'csv', language: null, type: 'text/csv; charset=utf-8', bytes })
  }
  files.push({ name: `${base}.json`, format: 'json', language: null, type: 'application/json', bytes: new Uint8Array(Buffer.from(canonicalJson(set))) })
  return files
}
