import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { dateOrdersByGroup } from './dates.ts'
import { readTabular } from './readFile.ts'
import { reconcileSubtotals } from './subtotals.ts'
import type { Sheet, TabularFile } from './table.ts'

const data = fileURLToPath(new URL('../../../../shared/data/', import.meta.url))
const missing = !existsSync(data)

async function read(path: string): Promise<TabularFile> {
  const file = await readTabular({ name: path, path: `${data}${path}` })
  if ('code' in file) throw new Error(`${path}: ${file.code}`)
  return file
}
const columnNamed = (sheet: Sheet, name: string) => sheet.columns.find((column) => column.name === name)!.index

describe.skipIf(missing)('real files (skipped where the folder shared/data is missing)', () => {
  it('reads the South Sudan baseline: every sheet, and the broken formulas of its note', async () => {
    const file = await read('dtm/hdx-baselines/iom_dtm_dtm_south_sudan_baseline_assessment_round_11.xlsx')
    expect(file.sheets.map(({ rows, hxlLine }) => [rows.length, hxlLine]).slice(1)).toEqual([
      [11, 2],
      [79, null],
      [509, null],
      [80, null],
      [3335, null],
    ])
    expect(file.findings.filter(({ code }) => code === 'import.formula-error').every(({ sheet }) => sheet === 'Note')).toBe(true)
    const [, states, counties, payams, , locations] = file.sheets as [Sheet, Sheet, Sheet, Sheet, Sheet, Sheet]
    const names = ['Estimated # of IDP households (total)', 'Estimated # of IDP individuals (total)']
    const totals = names.map((name) => locations.rows.reduce((sum, { cells }) => sum + Number(cells[columnNamed(locations, name)] ?? 0), 0))
    expect(totals).toEqual([369_545, 2_017_236])
    for (const [subtotal, key, keys] of [
      [states, 'state_pcode', 10],
      [counties, 'county_pcode', 78],
      [payams, 'payam_pcode', 508],
    ] as const) {
      const result = reconcileSubtotals({
        ...{ detail: locations, subtotal, key: { detail: columnNamed(locations, key), subtotal: columnNamed(subtotal, key) } },
        measures: names.map((name) => ({ name, detail: columnNamed(locations, name), subtotal: columnNamed(subtotal, name) })),
      })
      expect(result.agreeing).toBe(result.compared)
      expect(result.agreeing).toBeGreaterThanOrEqual(keys * 2)
    }
  })

  it('reads the Idai panel as it is, and proves two date orders in it', async () => {
    const file = await read('dtm/moz-idai/MasterIdai_quant.csv')
    expect(file.understood).toMatchObject({ format: 'tsv', encoding: 'windows-1252', delimiter: '\t', lineEnding: 'crlf' })
    const { rows, columns } = file.sheets[0]!
    expect([rows.length, columns.length, rows[0]!.line, rows.at(-1)!.line]).toEqual([3847, 8, 2, 3848])
    const evidence = dateOrdersByGroup(rows.map(({ cells }) => ({ group: String(cells[0]), value: cells[1] ?? null })))
    expect(evidence.get('Mozambique')).toMatchObject({ dayFirst: 0, monthFirst: 771, ambiguous: 577, order: 'month-first' })
    expect(evidence.get('Zimbabwe')).toMatchObject({ dayFirst: 1289, monthFirst: 0, order: 'day-first' })
  })

  it('finds the three header rows of the Mozambican 4W and its 8,391 activities', async () => {
    const file = await read('coordination/3w/whowhatwhere_20190731_ocha_moz_response_tracking_matrix_consolidated_20190909.xlsx')
    const sheet = file.sheets.find(({ name }) => name === 'Data_Entry')!
    expect(sheet).toMatchObject({ headerLines: [6, 7], hxlLine: 8 })
    expect([sheet.rows.length, sheet.rows[0]!.line, sheet.rows.at(-1)!.line]).toEqual([8391, 9, 8399])
    const posto = sheet.columns.find(({ hxl }) => hxl === '#adm3+code')!
    expect(file.findings).toContainEqual(
      expect.objectContaining({
        code: 'import.formula-error',
        column: posto.name,
        facts: { errors: ['#N/A'], count: 4, lines: ['4756', '4813', '6075', '6090'] },
      }),
    )
    const event = sheet.columns.find(({ hxl }) => hxl === '#event')!.index
    expect(sheet.rows.filter(({ cells }) => cells[event] === 'Cyclone Idai')).toHaveLength(7263)
  })

  it('reads the HDX export with its HXL row', async () => {
    const file = await read('dtm/dtm-api/global-iom-dtm-from-api-admin-0-to-2.csv')
    expect(file.sheets[0]).toMatchObject({ headerLines: [1], hxlLine: 2 })
    expect([file.sheets[0]!.rows.length, file.sheets[0]!.columns.length, file.findings.length]).toEqual([13_367, 21, 0])
  })

  it('ends in sheets or in a named refusal for every other file of the field', async () => {
    const folders = ['coordination/3w/', 'coordination/hxl-showcase/', 'coordination/hxl/libhxl-test_io/', 'dtm/dtm-api/']
    const names = folders.flatMap((folder) => readdirSync(`${data}${folder}`).map((name) => `${folder}${name}`))
    const answers = new Map<string, string>()
    for (const name of names) {
      const answer = await readTabular({ name, path: `${data}${name}` })
      answers.set(name, 'code' in answer ? answer.code : 'read')
    }
    const tables = names.filter((name) => /\.(xlsx|xls|csv|tsv|ssv|NOEXT)$/.test(name))
    expect(tables.filter((name) => answers.get(name) !== 'read')).toEqual([])
    expect(answers.get('coordination/hxl/libhxl-test_io/input-valid-csv.zip')).toBe('import.not-a-workbook')
  })
  it('reads every old workbook among the forms of the field, the one of Excel 95 too', async () => {
    const folder = 'forms/xlsx/'
    const names = readdirSync(`${data}${folder}`).filter((name) => name.endsWith('.xls'))
    const refused: [string, string][] = []
    for (const name of names) {
      const answer = await readTabular({ name, path: `${data}${folder}${name}` })
      if ('code' in answer) refused.push([name, answer.code])
    }
    expect(names.length).toBeGreaterThan(80)
    expect(refused).toEqual([])
  })

  it('reads the same form alike from its old and from its new workbook', async () => {
    for (const form of ['case_insensitivity', 'group', 'include', 'loop', 'specify_other', 'text_and_integer', 'yes_or_no_question']) {
      const [old, recent] = await Promise.all([read(`forms/xlsx/XLSForm__pyxform__${form}.xls`), read(`forms/xlsx/XLSForm__pyxform__${form}.xlsx`)])
      expect(old.sheets).toEqual(recent.sheets)
    }
  })
})
