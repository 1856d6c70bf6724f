/** What a workbook says about its round outside the table: the number in sheet names and title cells, the months of data collection. */
import { type Finding, monthByName, type TabularFile, textOf } from '../../../kernel/tables.ts'

export type AboutRound = { number: number; from: string | null; to: string | null; findings: Finding[] }

/** `newestSource` is the highest source round in the rows: the round itself, unless every figure was carried forward. */
export function aboutRound({ sheets, name }: TabularFile, newestSource: number): AboutRound {
  const titles = sheets.flatMap((sheet) => [
    ...sheet.columns.map((column) => column.name),
    ...sheet.rows.slice(0, 10).flatMap(({ cells }) => cells.map(textOf)),
  ])
  const said = [...sheets.map((sheet) => sheet.name), ...titles, name.replaceAll('_', ' ')].flatMap((text) => {
    const number = /\b(?:r|round|ronda)\s?(\d{1,3})\b/i.exec(text)?.[1]
    return number ? [Number(number)] : []
  })
  const number = said[0] ?? newestSource
  const findings: Finding[] =
    said.length === 0 || number !== newestSource
      ? [{ code: 'import.round-number-uncertain', severity: 'warning', facts: { number, newestSource, said: [...new Set(said)] } }]
      : []
  const period = titles.map(monthsIn).find((months) => months !== null) ?? null
  if (!period) findings.push({ code: 'import.period-unknown', severity: 'warning', facts: { number } })
  return { number, from: period?.from ?? null, to: period?.to ?? null, findings }
}

/** "Data collection: July - September 2021" covers whole months. */
function monthsIn(text: string): { from: string; to: string } | null {
  const parts = /(?:collection|recolha|coleta)\D*?:?\s*(\p{L}{3,})\s*(\d{4})?\s*(?:[-–—a]|to|and|e)\s*(\p{L}{3,})\s+(\d{4})/iu.exec(text)
  if (!parts) return null
  const [first, last] = [monthByName(parts[1]!), monthByName(parts[3]!)]
  if (first === null || last === null) return null
  const day = (year: number, month: number, date: number): string => new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10)
  return { from: day(Number(parts[2] ?? parts[4]), first - 1, 1), to: day(Number(parts[4]), last, 0) }
}
