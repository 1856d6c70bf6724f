import { describe, expect, it } from 'vitest'
import { readTabular } from './readFile.ts'
import type { TabularFile } from './table.ts'
import { grid, handmadeWorkbook, number, row, sheetXml, stylesXml, text, type WorkbookParts } from './xlsx/handmadeWorkbook.ts'

async function read(parts: WorkbookParts): Promise<TabularFile> {
  const file = await readTabular({ name: 'ronda.xlsx', bytes: handmadeWorkbook(parts) })
  if ('code' in file) throw new Error(`${file.code} ${JSON.stringify(file.facts)}`)
  return file
}
const one = async (rows: string, around?: { before?: string; after?: string }, more: Partial<WorkbookParts> = {}) => {
  const file = await read({ sheets: [{ name: 'Dados', xml: sheetXml(rows, around) }], ...more })
  return { file, sheet: file.sheets[0]! }
}
const merges = (...blocks: string[]) => ({ after: `<mergeCells>${blocks.map((block) => `<mergeCell ref="${block}"/>`).join('')}</mergeCells>` })

describe('cells of a workbook', () => {
  it('reads dates, times and durations by their number format', async () => {
    const cells = [
      number('A2', 43551, 1),
      number('B2', 43551.5, 2),
      number('C2', 0.25, 3),
      number('D2', 1.25, 4),
      number('E2', 43551, 5),
      number('F2', 43551, 6),
      number('G2', 43551),
    ]
    const { sheet } = await one(grid([['a', 'b', 'c', 'd', 'e', 'f', 'g']]) + row(2, cells.join('')), {}, { styles: stylesXml })
    expect(sheet.rows[0]!.cells).toEqual(['2019-03-27', '2019-03-27T12:00:00', '06:00:00', 1.25, 43551, '2019-03-27', 43551])
  })

  it('counts from 1904 where the workbook says so, and skips the day of 1900 that never was', async () => {
    const cells = number('A2', 42089, 1) + number('B2', 60, 1) + number('C2', 0, 1)
    const old = await one(grid([['a', 'b', 'c']]) + row(2, cells), {}, { styles: stylesXml, date1904: true })
    expect(old.sheet.rows[0]!.cells).toEqual(['2019-03-27', '1904-03-01', '1904-01-01'])
    const usual = await one(grid([['a', 'b', 'c']]) + row(2, number('A2', 59, 1) + number('B2', 60, 1) + number('C2', 61, 1)), {}, { styles: stylesXml })
    expect(usual.sheet.rows[0]!.cells).toEqual(['1900-02-28', 60, '1900-03-01'])
  })

  it('reads shared, formatted and inline texts, booleans, and formulas by their last value', async () => {
    const strings = `<sst><si><t>Mieze</t></si><si><r><t>Metuge </t></r><r><t>Sede</t></r><rPh><t>x</t></rPh></si><si><t>a_x000D_b_x005F_x</t></si></sst>`
    const cells = `<c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" t="s"><v>2</v></c><c r="D2" t="b"><v>1</v></c><c r="E2"><f>1+1</f><v>2</v></c><c r="F2" t="str"><f>A2</f><v>Mieze</v></c>`
    const { sheet } = await one(grid([['a', 'b', 'c', 'd', 'e', 'f']]) + row(2, cells), {}, { strings })
    expect(sheet.rows[0]!.cells).toEqual(['Mieze', 'Metuge Sede', 'a\rb_x', true, 2, 'Mieze'])
  })

  it('keeps latitudes as numbers and strange names exactly', async () => {
    const names = ['🏕️ Nicuapa', 'مخيم', 'Gile\u0301', "N'kwame", 'x'.repeat(10_000), '=HYPERLINK("http://x")', 'null', '0']
    const asXml = (name: string) => name.replaceAll('"', '&quot;')
    const { sheet } = await one(grid([['lat', 'name'], ...names.map((name, at) => [-10.5 - at, asXml(name)])]))
    expect(sheet.rows.map(({ cells }) => cells[1])).toEqual(names)
    expect(sheet.rows.map(({ cells }) => cells[0])).toEqual(names.map((_, at) => -10.5 - at))
  })

  it('refuses the letter NUL by name and place', async () => {
    const { file, sheet } = await one(
      grid([
        ['Site', 'People'],
        ['A', 1],
        ['B_x0000_C', 2],
      ]),
    )
    expect(sheet.rows[1]!.cells[0]).toEqual({ error: '#NUL' })
    expect(file.findings).toMatchObject([{ code: 'import.nul-letter', severity: 'error', sheet: 'Dados', line: 3, column: 'Site' }])
  })

  it('reports formula errors by column, with their lines, and formulas without a value', async () => {
    const error = (reference: string, kind: string) => `<c r="${reference}" t="e"><f>X</f><v>${kind}</v></c>`
    const rows = grid([['Site', 'People']]) + [2, 3, 4].map((line) => row(line, text(`A${line}`, 's') + error(`B${line}`, '#REF!'))).join('')
    const { file, sheet } = await one(rows + row(5, `${text('A5', 's')}<c r="B5"><f>SUM(B2:B4)</f></c>`))
    expect(sheet.rows[0]!.cells[1]).toEqual({ error: '#REF!' })
    expect(file.findings).toMatchObject([
      { code: 'import.formula-error', column: 'People', line: 2, facts: { count: 3, errors: ['#REF!'], lines: ['2–4'] } },
      { code: 'import.formula-without-value', column: 'People', line: 5, facts: { count: 1 } },
    ])
  })
})

describe('header rows', () => {
  it('passes over titles and joins two rows under merged groups', async () => {
    const rows = grid([
      ['Ronda 12: Cabo Delgado', null, null, null, null],
      ['Posto', 'Total', null, 'Crianças', null],
      [null, 'Homens', 'Mulheres', 'Rapazes', 'Raparigas'],
      ['Mieze', 1, 2, 3, 4],
      ['Metuge', 5, 6, 7, 8],
    ])
    const { sheet } = await one(rows, merges('A1:E1', 'A2:A3', 'B2:C2', 'D2:E2'))
    expect(sheet.headerLines).toEqual([2, 3])
    expect(sheet.columns.map(({ name }) => name)).toEqual(['Posto', 'Total | Homens', 'Total | Mulheres', 'Crianças | Rapazes', 'Crianças | Raparigas'])
    expect(sheet.rows.map(({ line }) => line)).toEqual([4, 5])
  })

  it('takes the second language and the HXL row, with blanks and capitals in its tags', async () => {
    const { sheet } = await one(
      grid([
        ['Legend', null],
        ['Posto', 'Pessoas'],
        ['Post', 'People'],
        ['#adm3 +Name', '#affected + idps'],
        ['Mieze', 5],
      ]),
    )
    expect(sheet).toMatchObject({ headerLines: [2, 3], hxlLine: 4 })
    expect(sheet.columns).toMatchObject([
      { name: 'Posto | Post', hxl: '#adm3+name' },
      { name: 'Pessoas | People', hxl: '#affected+idps' },
    ])
  })

  it('numbers repeated names, letters unnamed columns, and says so', async () => {
    const { file, sheet } = await one(
      grid([
        ['Name', 'Name', null, 'Empty'],
        ['a', 'b', 3, null],
        ['c', 'd', 4, null],
      ]),
    )
    expect(sheet.columns.map(({ name }) => name)).toEqual(['Name', 'Name (2)', 'C', 'Empty'])
    expect(file.findings.map(({ code }) => code)).toEqual(['import.column-without-name', 'import.repeated-column-name'])
  })

  it('does not take figures for a header', async () => {
    const { file, sheet } = await one(
      grid([
        ['Mieze', 1, 2],
        ['Metuge', 3, 4],
      ]),
    )
    expect(sheet).toMatchObject({ headerLines: [], rows: [{ line: 1 }, { line: 2 }] })
    expect(file.findings).toMatchObject([{ code: 'import.no-header' }])
  })

  it('obeys the lines that a person names', async () => {
    const bytes = handmadeWorkbook({
      sheets: [
        {
          name: 'Dados',
          xml: sheetXml(
            grid([
              ['Nota', 'x'],
              ['Posto', 'Pessoas'],
              ['Mieze', 5],
            ]),
          ),
        },
      ],
    })
    const file = await readTabular({ name: 'a.xlsx', bytes }, { headerLines: { Dados: [2] } })
    expect(file).toMatchObject({ sheets: [{ headerLines: [2], columns: [{ name: 'Posto' }, { name: 'Pessoas' }], rows: [{ line: 3 }] }] })
  })
})

describe('what travels unseen in a workbook', () => {
  it('names hidden sheets with how many telephone numbers they seem to hold', async () => {
    const file = await read({
      sheets: [
        {
          name: 'Dados',
          xml: sheetXml(
            grid([
              ['a', 'b'],
              ['x', 1],
            ]),
          ),
        },
        {
          name: 'Contactos',
          state: 'veryHidden',
          xml: sheetXml(
            grid([
              ['Nome', 'Tel'],
              ['A', '84 123 4567'],
              ['B', '+258 82 765 4321'],
              ['C', 'c@example.org'],
            ]),
          ),
        },
      ],
    })
    expect(file.sheets[1]!.hidden).toBe(true)
    expect(file.findings).toMatchObject([{ code: 'import.hidden-sheet', severity: 'warning', sheet: 'Contactos', facts: { phones: 2, emails: 1 } }])
  })

  it('names hidden columns, hidden rows, comments, macros and links', async () => {
    const rows =
      grid([
        ['a', 'b', 'c'],
        ['x', 1, 2],
      ]) +
      row(3, number('B3', 4), ' hidden="1"') +
      row(9, '', ' hidden="1"')
    const file = await read({
      sheets: [
        {
          name: 'Dados',
          xml: sheetXml(rows, { before: '<cols><col min="2" max="2" hidden="1"/></cols>' }),
          comments: '<comments><commentList><comment ref="A1"><text><r><t>Ligar a 841234567</t></r></text></comment></commentList></comments>',
        },
      ],
      extra: { 'xl/vbaProject.bin': 'x', 'xl/externalLinks/externalLink1.xml': '<a/>' },
    })
    expect(file.sheets[0]!.columns[1]).toMatchObject({ name: 'b', hidden: true })
    expect(Object.fromEntries(file.findings.map(({ code, facts }) => [code, facts]))).toEqual({
      'import.macros': {},
      'import.external-links': { count: 1 },
      'import.hidden-rows': { count: 1, lines: ['3'] },
      'import.comments': { count: 1, phones: 1, emails: 0 },
      'import.hidden-columns': { columns: ['b'], count: 1 },
    })
  })

  it('says where cells are merged among the data', async () => {
    const { file } = await one(
      grid([
        ['Posto', 'Pessoas'],
        ['Mieze', 1],
        [null, 2],
      ]),
      merges('A2:A3'),
    )
    expect(file.findings).toMatchObject([{ code: 'import.merged-cells', line: 2 }])
  })
})
