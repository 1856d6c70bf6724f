/** A real survey's cleaning, replayed: every changed cell is explained by the log or named as unexplained; and planted faults are found. */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { type DataTable, type LogLine, replay } from './replay.ts'

const path = (name: string) => fileURLToPath(new URL(`../../../../shared/data/forms/cleaningtools/cleaningtools_${name}.csv`, import.meta.url))
const read = (name: string) => Papa.parse<Record<string, string>>(readFileSync(path(name), 'utf8'), { header: true, skipEmptyLines: true })
const tableOf = (name: string): DataTable => {
  const { data, meta } = read(name)
  return { key: 'X_uuid', columns: meta.fields!, rows: data }
}
const logOf = (): LogLine[] =>
  read('cleaning_log').data.map((line) => ({
    uuid: line.X_uuid!,
    question: line.questions!,
    issue: line.issue!,
    oldValue: line.old_value!,
    newValue: line.new_value!,
    changeType: line.change_type!,
    reason: line.reason!,
  }))

describe.skipIf(!existsSync(path('cleaning_log')))('a survey of 632 households, its log of 726 lines and its 578 clean rows', () => {
  it('explains every row that is gone and every changed cell, or names the cell', () => {
    const [raw, clean, log] = [tableOf('raw_data'), tableOf('clean_data'), logOf()]
    expect([raw.rows.length, clean.rows.length, log.length]).toEqual([632, 578, 726])
    const found = replay(raw, clean, log)
    expect(found.removed.length).toBe(54)
    expect(found.removedUnexplained).toEqual([])
    expect(found.addedRows).toEqual([])
    expect(found.addedColumns).toEqual(['socio_eco_division', 'water_sector'])
    expect(found.explained.length).toBe(47)
    expect(found.unexplained).toEqual([])
    expect(found.rewritten).toBe(329)
    const counts = new Map<string, number>()
    for (const { problem } of found.problems) counts.set(problem, (counts.get(problem) ?? 0) + 1)
    expect(Object.fromEntries(counts)).toEqual({ 'old-value-missing': 38, 'old-value-differs': 2, 'undone-later': 2 })
  })
})

describe('a log that does not fit', () => {
  const raw: DataTable = {
    key: 'id',
    columns: ['id', 'age'],
    rows: [
      { id: 'a', age: '7' },
      { id: 'b', age: '8' },
    ],
  }
  const line = (values: Partial<LogLine>): LogLine => ({
    uuid: 'a',
    question: 'age',
    issue: '',
    oldValue: '7',
    newValue: '70',
    changeType: 'change_response',
    reason: 'typing',
    ...values,
  })
  const clean = (a: string): DataTable => ({
    ...raw,
    rows: [
      { id: 'a', age: a },
      { id: 'b', age: '8' },
    ],
  })

  it('names a changed cell that no line mentions', () => {
    expect(replay(raw, clean('9'), []).unexplained).toEqual([{ uuid: 'a', question: 'age', raw: '7', clean: '9' }])
  })
  it('names a row that is gone without a line, and one that stayed in spite of it', () => {
    expect(replay(raw, { ...raw, rows: [raw.rows[1]!] }, []).removedUnexplained).toEqual(['a'])
    expect(replay(raw, raw, [line({ changeType: 'remove_survey' })]).problems).toEqual([{ line: 1, problem: 'row-still-there' }])
  })
  it('names a line that nobody followed, and the cell with it when it changed otherwise', () => {
    const found = replay(raw, clean('71'), [line({})])
    expect(found.problems).toEqual([{ line: 1, problem: 'not-followed' }])
    expect(found.unexplained.length).toBe(1)
  })
  it('names an old value that was never there, an unknown row, question and change type', () => {
    const found = replay(raw, clean('70'), [line({ oldValue: '6' }), line({ uuid: 'z' }), line({ question: 'height' }), line({ changeType: 'guess' })])
    expect(found.problems.map(({ problem }) => problem)).toEqual(['old-value-differs', 'row-unknown', 'question-unknown', 'change-type-unknown'])
    expect(found.explained.length).toBe(1)
  })
  it('takes the last of two lines about one cell', () => {
    expect(replay(raw, clean('71'), [line({}), line({ oldValue: '70', newValue: '71' })]).explained.map(({ line: at }) => at)).toEqual([2])
  })
  it('takes two ways of writing one figure for no change, and a blank for one', () => {
    const table = (age: string): DataTable => ({ ...raw, rows: [{ id: 'a', age }] })
    expect(replay(table('5e+05'), table('500000'), []).rewritten).toBe(1)
    expect(replay(table('5'), table(''), [line({ changeType: 'blank_response', oldValue: '5', newValue: '' })]).explained.length).toBe(1)
    expect(replay(table(''), table('0'), []).unexplained.length).toBe(1)
  })
})
