/** Proves the cleaning of a survey: raw rows and log replayed against the clean rows. What the log does not explain is listed and ends with code 1. */
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import Papa from 'papaparse'
import { type DataTable, type LogLine, type Replayed, replay } from '../engines/cleaning/replay.ts'
import { isRefused, type Refused, refuse, refused } from '../kernel/index.ts'
import type { Arguments } from './arguments.ts'

type Read = { columns: string[]; rows: Record<string, string>[] }

async function readCsv(file: string): Promise<Read | Refused> {
  const text = await readFile(resolve(file), 'utf8').catch(() => null)
  if (text === null) return refused(refuse('command.file-not-found', { file }))
  const { data, meta } = Papa.parse<Record<string, string>>(text.replace(/^\ufeff/, ''), { header: true, skipEmptyLines: true })
  return { columns: meta.fields ?? [], rows: data }
}

/** Teams write `X_uuid`, `_uuid` or `uuid`; `question`, `questions` or `question.name`. */
const columnFor = (columns: readonly string[], ...names: RegExp[]): string | undefined => columns.find((column) => names.some((name) => name.test(column)))
const uuidIn = (columns: readonly string[]) => columnFor(columns, /^(x_|_)?uuid$/i)

function logOf({ columns, rows }: Read): LogLine[] | null {
  const uuid = uuidIn(columns)
  const question = columnFor(columns, /^question(s|[._]name)?$/i)
  const changeType = columnFor(columns, /^change[._]type$/i)
  if (!uuid || !question || !changeType) return null
  const value = (row: Record<string, string>, name: RegExp) => row[columnFor(columns, name) ?? ''] ?? ''
  return rows.map((row) => ({
    uuid: row[uuid] ?? '',
    question: row[question] ?? '',
    changeType: row[changeType] ?? '',
    issue: value(row, /^issue$/i),
    oldValue: value(row, /^old[._]value$/i),
    newValue: value(row, /^new[._]value$/i),
    reason: value(row, /^reason$/i),
  }))
}

function tableOf({ columns, rows }: Read): DataTable | null {
  const key = uuidIn(columns)
  return key ? { key, columns, rows } : null
}

const told = ({ explained, unexplained, removed, removedUnexplained, addedRows, addedColumns, rewritten, problems }: Replayed): string => {
  const byProblem = new Map<string, number[]>()
  for (const { problem, line } of problems) byProblem.set(problem, [...(byProblem.get(problem) ?? []), line])
  return [
    `✓ ${explained.length} células explicadas pelo registo; ${removed.length} linhas retiradas com razão. / ${explained.length} cells explained by the log; ${removed.length} rows removed with a reason.`,
    `· ${rewritten} células com o mesmo valor escrito de outra maneira. / ${rewritten} cells with the same value written in another way.`,
    ...(addedColumns.length > 0 ? [`· Colunas novas / New columns: ${addedColumns.join(', ')}`] : []),
    ...[...byProblem].map(([problem, lines]) => `! ${problem}: linhas / lines ${lines.join(', ')}`),
    ...addedRows.map((uuid) => `✗ linha nova sem origem / new row without origin: ${uuid}`),
    ...removedUnexplained.map((uuid) => `✗ linha retirada sem razão / row removed without a reason: ${uuid}`),
    ...unexplained.map(({ uuid, question, raw, clean }) => `✗ ${uuid} ${question}: «${raw}» → «${clean}»`),
  ].join('\n')
}

export async function replayCommand({ words: [, rawFile = '', logFile, cleanFile], options }: Arguments): Promise<unknown | Refused> {
  if (!logFile || !cleanFile) return refused(refuse('form.replay-three-files'))
  const [raw, log, clean] = [await readCsv(rawFile), await readCsv(logFile), await readCsv(cleanFile)]
  if (isRefused(raw)) return raw
  if (isRefused(log)) return log
  if (isRefused(clean)) return clean
  const [before, lines, after] = [tableOf(raw), logOf(log), tableOf(clean)]
  if (!before || !after) return refused(refuse('form.replay-no-uuid', { file: before ? cleanFile : rawFile }))
  if (!lines) return refused(refuse('form.replay-no-log', { file: logFile }))
  const found = replay(before, after, lines)
  const ok = found.unexplained.length === 0 && found.removedUnexplained.length === 0 && found.addedRows.length === 0
  if (!ok) process.exitCode = 1
  return options.json ? { ok, ...found } : told(found)
}
