/** Baselines and targets: each change is a new mark that names the one it replaces and why; what a figure is judged by is never rewritten in silence. */
import { sql } from 'kysely'
import { type Achievement, achievement } from '../../engines/indicators/index.ts'
import { audit, type Db, insertRow, type Refused, refuse, refused } from '../../kernel/index.ts'
import { IndicatorMark, type MarkRow } from './value.ts'

export type Mark = { kind: 'baseline' | 'target'; day: string; value?: number | null; source: string; reason?: string | null }

export const marksOf = (db: Db, indicator: string) =>
  db.rows<MarkRow>(sql`select * from results.indicator_mark where indicator = ${indicator} order by recorded_at, id`)

/** Those that nothing replaced. */
export const standing = (marks: readonly MarkRow[]) => {
  const replaced = new Set(marks.map(({ replaces }) => replaces))
  const last = (kind: MarkRow['kind']) => marks.filter((mark) => mark.kind === kind && !replaced.has(mark.id)).at(-1) ?? null
  return { baseline: last('baseline'), target: last('target') }
}

export async function setMark(db: Db, indicator: string, place: string, mark: Mark): Promise<MarkRow | Refused> {
  const before = standing(await marksOf(db, indicator))[mark.kind]
  if (before && !mark.reason?.trim()) return refused(refuse('results.target-without-reason', { day: before.day, value: before.value }))
  const kept = await insertRow(db, IndicatorMark, { ...mark, scope: place, indicator, replaces: before?.id ?? null })
  await audit(db, 'results.mark', IndicatorMark.name, kept.id, { indicator, kind: mark.kind })
  return kept
}

export const reachedBy = (marks: readonly MarkRow[], actual: number | null): Achievement => {
  const { baseline, target } = standing(marks)
  return achievement({ baseline: baseline?.value ?? null, target: target?.value ?? null, actual })
}
