/**
 * What a submission says today. Every value is one of three: original (as first sent), edited (the phone or a person sent another document), corrected (a
 * reviewer changed it, with a reason). The documents themselves never change.
 */
import { sql } from 'kysely'
import type { Db } from '../../db/transaction.ts'
import type { House } from '../../house.ts'
import { type Kept, openContent } from '../sealedContent.ts'
import type { AnswersTree } from '../taker.ts'

export type AnswerRow = { repeat: string; turn: number; parentTurn: number; answers: Record<string, unknown>; corrected: Record<string, unknown> | null }
export type Provenance = 'original' | 'edited' | 'corrected'
export type CurrentRow = {
  repeat: string
  turn: number
  parentTurn: number
  answers: Record<string, unknown>
  differs: Record<string, Exclude<Provenance, 'original'>>
}

export async function rowsOfInstance(house: House, db: Db, instance: string): Promise<AnswerRow[]> {
  const kept = await db.one<Kept>(sql`select id, xml, sealed from forms.submission where id = ${instance}`)
  if (kept?.sealed) return (openContent(house, db.actor, kept)?.rows ?? []).map((row) => ({ ...row, corrected: null }))
  return db.rows<AnswerRow>(sql`select repeat, turn, parent_turn, answers, corrected from forms.answers where submission = ${instance} order by repeat, turn`)
}

const sameAnswer = (one: unknown, other: unknown): boolean => JSON.stringify(one ?? null) === JSON.stringify(other ?? null)

const at = ({ repeat, turn }: { repeat: string; turn: number }) => `${turn} ${repeat}`

/** `first` holds the rows of the first instance; the same rows when there was no edit. */
export function currentRows(rows: readonly AnswerRow[], first: readonly AnswerRow[]): CurrentRow[] {
  const original = new Map(first.map((row) => [at(row), row.answers]))
  return rows.map(({ repeat, turn, parentTurn, answers, corrected }) => {
    const now = corrected ?? answers
    const then = original.get(at({ repeat, turn })) ?? {}
    const differs: CurrentRow['differs'] = {}
    for (const key of new Set([...Object.keys(now), ...Object.keys(then)])) {
      if (!sameAnswer(now[key], answers[key])) differs[key] = 'corrected'
      else if (!sameAnswer(now[key], then[key])) differs[key] = 'edited'
    }
    return { repeat, turn, parentTurn, answers: now, differs }
  })
}

/** The path of the repeat around another, among those that have turns. */
const around = (repeat: string, repeats: readonly string[]): string =>
  repeats.filter((other) => other !== repeat && repeat.startsWith(`${other}/`)).sort((a, b) => b.length - a.length)[0] ?? ''

/** The rows as they lie within each other. */
export function treeOf(rows: readonly { repeat: string; turn: number; parentTurn: number; answers: Record<string, unknown> }[]): AnswersTree {
  const repeats = [...new Set(rows.map(({ repeat }) => repeat))].filter((repeat) => repeat !== '')
  const nodes = new Map<string, AnswersTree>(rows.map((row) => [at(row), { answers: row.answers, repeats: {} }]))
  const top = nodes.get(at({ repeat: '', turn: rows.find(({ repeat }) => repeat === '')?.turn ?? 0 })) ?? { answers: {}, repeats: {} }
  for (const row of rows) {
    if (row.repeat === '') continue
    const outer = around(row.repeat, repeats)
    const home = (outer === '' ? top : nodes.get(at({ repeat: outer, turn: row.parentTurn }))) ?? top
    ;(home.repeats[row.repeat] ??= []).push(nodes.get(at(row))!)
  }
  return top
}
