import { describe, expect, it } from 'vitest'
import { groupFindings } from './findings.ts'
import { lineRanges } from './lineRanges.ts'
import { reconcileSubtotals } from './subtotals.ts'
import type { Cell, Finding, Sheet } from './table.ts'

describe('lines in words', () => {
  it('joins neighbours and says how many more there are', () => {
    expect(lineRanges([9, 3, 4, 5, 4])).toEqual(['3–5', '9'])
    expect(lineRanges([1, 3, 5, 7, 8], 2)).toEqual(['1', '3', '+3'])
  })
})

describe('findings by cause', () => {
  const wrongDate = (line: number, value: string): Finding => ({
    code: 'import.not-a-date',
    severity: 'error',
    sheet: 'Dados',
    line,
    column: 'Data',
    facts: { value },
  })

  it('makes one question of 600 wrong dates, errors first', () => {
    const note: Finding = { code: 'import.macros', severity: 'note', facts: {} }
    const groups = groupFindings([note, ...Array.from({ length: 600 }, (_, at) => wrongDate(at + 2, `x${at % 3}`))])
    expect(groups).toMatchObject([
      { code: 'import.not-a-date', sheet: 'Dados', column: 'Data', count: 600, lines: ['2–601'], facts: {}, examples: ['x0', 'x1', 'x2'] },
      { code: 'import.macros', count: 1, sheet: null, column: null },
    ])
  })

  it('keeps facts that all share, and the count of findings that were counted already', () => {
    expect(groupFindings([wrongDate(2, 'TBC'), wrongDate(9, 'TBC')])).toMatchObject([{ count: 2, facts: { value: 'TBC' }, examples: [] }])
    const counted: Finding = { code: 'import.formula-error', severity: 'error', sheet: 'S', column: 'A', line: 4, facts: { count: 7, lines: ['4–10'] } }
    expect(groupFindings([counted])).toMatchObject([{ count: 7, lines: ['4–10'] }])
  })
})

describe('subtotals on other sheets', () => {
  const sheet = (name: string, ...lines: Cell[][]): Sheet => ({
    ...{ name, hidden: false, columns: [], headerLines: [1], hxlLine: null },
    rows: lines.map((cells, at) => ({ line: at + 2, cells })),
  })
  const detail = sheet('Locations', ['SS01', 'a', 10], ['SS01', 'b', 5], ['SS02', 'c', null], ['SS02', 'd', 7], ['SS04', 'e', 1])
  const against = (subtotal: Sheet) =>
    reconcileSubtotals({ detail, subtotal, key: { detail: 0, subtotal: 0 }, measures: [{ name: 'Individuals', detail: 2, subtotal: 1 }] })

  it('agree or differ with both figures shown', () => {
    const result = against(sheet('States', ['ss01 ', 15], ['SS02', 8], ['SS03', 4], ['Grand Total', 23]))
    expect(result).toMatchObject({ compared: 3, agreeing: 2 })
    expect(result.findings).toEqual([
      {
        code: 'import.subtotal-differs',
        severity: 'warning',
        sheet: 'States',
        line: 3,
        column: 'Individuals',
        facts: { sheet: 'States', line: '3', place: 'SS02', column: 'Individuals', written: '8', computed: 7 },
      },
      { code: 'import.subtotal-without-rows', severity: 'warning', sheet: 'States', line: 4, facts: { sheet: 'States', line: '4', place: 'SS03' } },
      { code: 'import.rows-without-subtotal', severity: 'warning', sheet: 'States', facts: { sheet: 'States', places: ['SS04'], count: 1 } },
    ])
  })

  it('do not compare what is unknown', () => {
    const broken = sheet('Locations', ['SS01', 'a', { error: '#REF!' }], ['SS01', 'b', 5])
    const subtotal = sheet('States', ['SS01', 15])
    expect(reconcileSubtotals({ detail: broken, subtotal, key: { detail: 0, subtotal: 0 }, measures: [{ name: 'I', detail: 2, subtotal: 1 }] })).toMatchObject({
      compared: 0,
      findings: [],
    })
  })
})
