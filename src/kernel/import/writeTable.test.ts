import { PassThrough, type Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { csvField, guarded } from './csvText.ts'
import { giveBack } from './giveBack.ts'
import { readTabular } from './readFile.ts'
import type { TabularFile } from './table.ts'
import { type OutTable, writeCsv, writeXlsx } from './writeTable.ts'
import { writeTemplate } from './writeTemplate.ts'

async function collected(write: (out: Writable) => Promise<number>): Promise<{ bytes: Buffer; rows: number }> {
  const out = new PassThrough()
  const chunks: Buffer[] = []
  out.on('data', (chunk: Buffer) => chunks.push(chunk))
  const rows = await write(out)
  return { bytes: Buffer.concat(chunks), rows }
}
async function readBack(bytes: Uint8Array, name = 'a.xlsx'): Promise<TabularFile> {
  const file = await readTabular({ name, bytes })
  if ('code' in file) throw new Error(file.code)
  return file
}

const table = (rows: OutTable['rows']): OutTable => ({
  title: 'Ronda 12: postos / postos',
  language: 'pt',
  columns: [
    { name: 'place', labels: { pt: 'Posto', en: 'Post' }, hxl: '#adm3+name', kind: 'text' },
    { name: 'latitude', labels: { pt: 'Latitude', en: 'Latitude' }, hxl: '#geo+lat', kind: 'decimal' },
    { name: 'date', labels: { pt: 'Data', en: 'Date' }, kind: 'date' },
  ],
  rows,
  readme: { title: 'Ronda 12', lines: [['Licença', 'CC BY 4.0']] },
})

describe('CSV that a spreadsheet opens', () => {
  it.each([
    ['-12.9731', '-12.9731'],
    ['+258841234567', '+258841234567'],
    ['=cmd()', "'=cmd()"],
    ['@SUM(1)', "'@SUM(1)"],
    ['-2+3+cmd', "'-2+3+cmd"],
    ['-', "'-"],
    ['+258 84 123 4567', "'+258 84 123 4567"],
    ['\tx', "'\tx"],
    ['\rx', "'\rx"],
    ['\0x', "'\0x"],
    ['＝1+1', "'＝1+1"],
    ['－5', "'－5"],
    ['Gilé', 'Gilé'],
    ['', ''],
  ])('writes %j as %j', (text, out) => {
    expect(guarded(text)).toBe(out)
  })

  it('quotes what needs it and leaves figures alone', () => {
    expect([csvField('a "b", c'), csvField(-12.5), csvField(null), csvField(false), csvField('=A1,2')]).toEqual([
      '"a ""b"", c"',
      '-12.5',
      '',
      'false',
      `"'=A1,2"`,
    ])
  })

  it('has a mark for Excel, the HXL row under the header, and comes back as it went', async () => {
    const { bytes, rows } = await collected((out) => writeCsv(table([['Mocímboa da Praia', -11.35, '2021-03-01']]), out))
    expect(rows).toBe(1)
    expect(bytes.toString()).toBe('\ufeffPosto,Latitude,Data\r\n#adm3+name,#geo+lat,\r\nMocímboa da Praia,-11.35,2021-03-01\r\n')
    expect((await readBack(bytes, 'a.csv')).sheets[0]).toMatchObject({
      headerLines: [1],
      hxlLine: 2,
      rows: [{ cells: ['Mocímboa da Praia', '-11.35', '2021-03-01'] }],
    })
  })
})

describe('a workbook that leaves the house', () => {
  it('says what it is on its first sheet, and keeps texts, figures and days apart', async () => {
    const { bytes } = await collected((out) =>
      writeXlsx(
        table([
          ['=HYPERLINK("x")', -12.9731, '2021-03-01'],
          ['Mieze', null, null],
        ]),
        out,
      ),
    )
    const file = await readBack(bytes)
    expect(file.findings).toEqual([])
    expect(file.sheets[0]).toMatchObject({ name: 'README', columns: [{ name: 'Licença' }, { name: 'CC BY 4.0' }] })
    expect(file.sheets[1]).toMatchObject({
      ...{ name: 'Ronda 12  postos   postos', headerLines: [1], hxlLine: 2 },
      rows: [{ cells: ['=HYPERLINK("x")', -12.9731, '2021-03-01'] }, { cells: ['Mieze'] }],
    })
  })
})

describe('the template', () => {
  const list = [
    { code: 'conflict', labels: { pt: 'Conflito', en: 'Conflict' } },
    { code: 'disaster', labels: { pt: 'Desastre natural', en: 'Natural disaster' } },
  ]

  it('is read back with the names of its fields in both languages', async () => {
    const bytes = await writeTemplate('Avaliação de sítios', [
      { name: 'place', labels: { pt: 'Posto', en: 'Post' }, hxl: '#adm3+code', kind: 'ref', required: true },
      { name: 'people', labels: { pt: 'Pessoas', en: 'People' }, hxl: '#affected+idps', kind: 'integer' },
      { name: 'reason', labels: { pt: 'Motivo', en: 'Reason' }, hxl: '#cause+type', kind: 'oneOf', list, hint: { pt: 'Um só', en: 'One only' } },
      { name: 'date', labels: { pt: 'Data', en: 'Date' }, kind: 'date' },
    ])
    const file = await readBack(bytes)
    expect(file.sheets.map(({ name }) => name)).toEqual(['Avaliação de sítios', 'Listas - Lists', 'Notas - Notes'])
    expect(file.sheets[0]).toMatchObject({ headerLines: [1, 2], hxlLine: 3, rows: [] })
    expect(file.sheets[0]!.columns.map(({ name }) => name)).toEqual(['Posto | Post', 'Pessoas | People', 'Motivo | Reason', 'Data | Date'])
    expect(file.sheets[1]!.rows.map(({ cells }) => cells[0])).toEqual(['Conflito', 'Desastre natural'])
  })
})

describe('rows given back', () => {
  it('keep their columns and line, and say what is wrong with them', async () => {
    const file = await readBack(Buffer.from('Posto,Pessoas\nMieze,5\nIle,x\nPalma,-3\n'), 'postos.csv')
    const about = (line: number, severity: 'error' | 'warning', code: string) => ({ code, severity, sheet: 'postos', line, column: 'Pessoas', facts: {} })
    const findings = [about(3, 'error', 'import.not-a-number'), about(3, 'warning', 'odd'), about(2, 'warning', 'odd'), about(4, 'error', 'negative')]
    const { bytes, rows } = await collected((out) => giveBack({ sheet: file.sheets[0]!, findings, language: 'pt', sentence: ({ code }) => `<${code}>` }, out))
    expect(rows).toBe(2)
    expect((await readBack(bytes)).sheets[0]).toMatchObject({
      columns: [{ name: 'Posto' }, { name: 'Pessoas' }, { name: 'Linha no seu ficheiro' }, { name: 'O que está errado' }],
      rows: [{ cells: ['Ile', 'x', 3, 'Pessoas: <import.not-a-number>\nPessoas: <odd>'] }, { cells: ['Palma', '-3', 4, 'Pessoas: <negative>'] }],
    })
  })
})
