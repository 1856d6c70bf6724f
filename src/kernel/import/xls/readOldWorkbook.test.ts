import { describe, expect, it } from 'vitest'
import { readTabular } from '../readFile.ts'
import type { TabularFile } from '../table.ts'
import * as make from './handmadeOldWorkbook.ts'
import { recordId } from './records.ts'

const answer = (bytes: Buffer) => readTabular({ name: 'ronda.xls', bytes })
async function read(bytes: Buffer): Promise<TabularFile> {
  const file = await answer(bytes)
  if ('code' in file) throw new Error(`${file.code} ${JSON.stringify(file.facts)}`)
  return file
}
const header = ['Posto', 'Pessoas', 'c', 'd', 'e'].map((name, at) => make.textCell(0, at, name))
const oneSheet = (records: Buffer[], globals: Buffer[] = []) =>
  make.handmadeOldWorkbook({ sheets: [{ name: 'Dados', records: [...header, ...records] }], globals })
const cellsOf = async (records: Buffer[], globals: Buffer[] = []) => (await read(oneSheet(records, globals))).sheets[0]!.rows.map(({ cells }) => cells)

describe('cells of an old workbook', () => {
  it('reads whole, long and shortened numbers, many in one record too', async () => {
    const many = make.biff(recordId.manyNumbers, make.u16(2, 1, 0), make.u32((7 << 2) | 2), make.u16(0), make.u32((1234 << 2) | 3), make.u16(2))
    const short = (value: number) => (value << 2) | 2
    expect(
      await cellsOf([
        make.textCell(1, 0, 'Mieze'),
        make.numberCell(1, 1, 0.1),
        make.shortNumberCell(1, 2, short(-5)),
        make.shortNumberCell(1, 3, 0x40290000),
        make.textCell(2, 0, 'Metuge'),
        many,
      ]),
    ).toEqual([
      ['Mieze', 0.1, -5, 12.5],
      ['Metuge', 7, 12.34],
    ])
  })

  it('reads dates by their number format, built in or own, and counts from 1904 where the workbook says so', async () => {
    const style = (format: number) => make.biff(recordId.style, make.u16(0, format, 0, 0, 0, 0, 0, 0, 0, 0))
    const own = make.biff(recordId.formatCode, make.u16(164), make.narrow('yyyy\\-mm\\-dd'))
    const styles = [own, style(0), style(14), style(164), style(20)]
    const row = [make.textCell(1, 0, 'a'), make.numberCell(1, 1, 43551, 1), make.numberCell(1, 2, 43551.5, 2), make.numberCell(1, 3, 0.25, 3)]
    expect(await cellsOf([...row, make.numberCell(1, 4, 43551, 0)], styles)).toEqual([['a', '2019-03-27', '2019-03-27T12:00:00', '06:00:00', 43551]])
    const old = [make.biff(recordId.dateSystem, make.u16(1)), ...styles]
    expect(await cellsOf([make.textCell(1, 0, 'a'), make.numberCell(1, 1, 42089, 1)], old)).toEqual([['a', '2019-03-27']])
  })

  it('reads formulas by their last value: number, text, yes or no, error, nothing', async () => {
    const special = (kind: number, value: number) => Buffer.from([kind, 0, value, 0, 0, 0, 0xff, 0xff])
    const error = make.biff(recordId.yesNoOrError, make.u16(2, 1, 0), Buffer.from([42, 1]))
    const yes = make.biff(recordId.yesNoOrError, make.u16(2, 2, 0), Buffer.from([1, 0]))
    const rows = await cellsOf([
      make.formulaCell(1, 0, special(0, 0)),
      make.biff(recordId.formulaText, make.wide('Nacala-à-Velha')),
      make.formulaCell(1, 1, make.formulaNumber(12)),
      make.formulaCell(1, 2, special(1, 1)),
      make.formulaCell(1, 3, special(2, 7)),
      make.formulaCell(1, 4, special(3, 0)),
      make.textCell(2, 0, 'x'),
      error,
      yes,
    ])
    expect(rows).toEqual([
      ['Nacala-à-Velha', 12, true, { error: '#DIV/0!' }],
      ['x', { error: '#N/A' }, true],
    ])
  })

  it('reads shared texts that break off at the end of a record and go on in the other width, formats and reading aids passed over', async () => {
    const formatted = Buffer.concat([make.u16(4), Buffer.from([8]), make.u16(1), Buffer.from('Gilé', 'latin1'), Buffer.alloc(4)])
    const aided = Buffer.concat([make.u16(2), Buffer.from([5]), make.u32(6), Buffer.from('مخ', 'utf16le'), Buffer.alloc(6)])
    const begun = Buffer.concat([make.u16(8), Buffer.from([0]), Buffer.from('Moc', 'latin1')])
    const strings = Buffer.concat([
      make.biff(recordId.sharedStrings, make.u32(4), make.u32(4), formatted, aided, begun),
      make.biff(recordId.continued, Buffer.from([1]), Buffer.from('ímboa', 'utf16le'), make.narrow('fim')),
    ])
    const cells = [0, 1, 2, 3].map((at) => make.sharedCell(1, at, at))
    expect(await cellsOf(cells, [strings])).toEqual([['Gilé', 'مخ', 'Mocímboa', 'fim']])
  })
})

describe('what travels unseen in an old workbook', () => {
  it('keeps hidden and very hidden sheets marked, and counts their telephone numbers', async () => {
    const contacts = [make.textCell(0, 0, 'Nome'), make.textCell(0, 1, 'Tel'), make.textCell(1, 0, 'A'), make.textCell(1, 1, '84 123 4567')]
    const file = await read(
      make.handmadeOldWorkbook({
        sheets: [
          { name: 'Dados', records: [...header, make.textCell(1, 0, 'Mieze'), make.numberCell(1, 1, 5)] },
          { name: 'Contactos', state: 1, records: contacts },
          { name: 'Listas', state: 2, records: contacts },
        ],
      }),
    )
    expect(file.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['Dados', false],
      ['Contactos', true],
      ['Listas', true],
    ])
    expect(file.findings.filter(({ code }) => code === 'import.hidden-sheet').map(({ sheet, facts }) => [sheet, facts.phones])).toEqual([
      ['Contactos', 1],
      ['Listas', 1],
    ])
  })

  it('names hidden rows, hidden columns, comments and macros', async () => {
    const row = make.biff(recordId.row, make.u16(1, 0, 5, 0, 0, 0, 0x20, 0))
    const column = make.biff(recordId.columnInfo, make.u16(1, 1, 0, 0, 1))
    const comment = [
      make.biff(recordId.textOfNote, make.u16(0, 0, 0, 0, 0, 9, 0, 0, 0)),
      make.biff(recordId.continued, Buffer.from([0]), Buffer.from('841234567', 'latin1')),
      make.biff(recordId.note, make.u16(1, 0, 0, 1)),
    ]
    const records = [column, row, ...header, make.textCell(1, 0, 'Mieze'), make.numberCell(1, 1, 5), ...comment]
    const file = await read(make.handmadeOldWorkbook({ sheets: [{ name: 'Dados', records }], otherStreams: ['_VBA_PROJECT_CUR'] }))
    expect(file.understood.format).toBe('xls')
    expect(file.findings.map(({ code, facts }) => [code, facts.count ?? null, facts.phones ?? null])).toEqual([
      ['import.macros', null, null],
      ['import.hidden-rows', 1, null],
      ['import.comments', 1, 1],
      ['import.hidden-columns', 1, null],
    ])
  })
})

describe('a workbook of Excel 95', () => {
  const workbook = (codePage: number, letters: number[]) => {
    const texts = [Buffer.from('Posto'), Buffer.from('Pessoas'), Buffer.from(letters), Buffer.from('cinco')]
    return make.handmadeExcel95(
      'Dados',
      texts.map((text, at) => [at >> 1, at & 1, text]),
      codePage,
    )
  }
  const below = async (bytes: Buffer) => (await read(bytes)).sheets[0]!.rows.map(({ cells }) => cells)

  it('reads texts in the code page that it names', async () => {
    expect((await read(workbook(1252, [0x4d]))).sheets[0]!.name).toBe('Dados')
    expect(await below(workbook(1252, [0x4d, 0xfa, 0x61]))).toEqual([['Múa', 'cinco']])
    expect(await below(workbook(1251, [0xcf]))).toEqual([['П', 'cinco']])
  })
  it('leaves a text out that says it is longer than its record, and reads nothing beyond', async () => {
    const bytes = workbook(1252, [0x4d, 0x4d])
    bytes.writeUInt16LE(900, bytes.lastIndexOf(Buffer.from([2, 0, 0x4d, 0x4d])))
    expect(await below(bytes)).toEqual([[null, 'cinco']])
  })
})

describe('an old workbook that cannot be read', () => {
  const code = async (bytes: Buffer) => {
    const file = await answer(bytes)
    return 'code' in file ? file.code : 'read'
  }
  const whole = () => oneSheet([make.textCell(1, 0, 'Mieze'), make.numberCell(1, 1, 5)])

  it('is refused when it was cut anywhere', async () => {
    expect(await code(whole())).toBe('read')
    for (const part of [0.05, 0.3, 0.6, 0.7]) expect(await code(whole().subarray(0, Math.floor(whole().length * part)))).toBe('import.half-file')
  })

  it('is refused under a password, and when it is of a version that nobody writes', async () => {
    expect(await code(oneSheet([], [make.biff(recordId.password, make.u16(1, 1, 1))]))).toBe('import.encrypted-workbook')
    expect(await code(make.handmadeOldWorkbook({ sheets: [{ name: 'Dados', records: header }], version: 0x0400 }))).toBe('import.old-workbook')
    expect(await code(make.handmadeOldWorkbook({ sheets: [], streamName: 'WordDocument' }))).toBe('import.not-a-table')
  })

  it('is refused when a chain of sectors bites its own tail', async () => {
    const bytes = whole()
    bytes.writeUInt32LE(2, 4096 + 2 * 4)
    expect(await code(bytes)).toBe('import.broken-workbook')
  })

  it('is refused when a record is shorter than its kind, or two sheets claim one place', async () => {
    expect(await code(oneSheet([make.biff(recordId.number, make.u16(1, 1, 0))]))).toBe('import.broken-workbook')
    const twice = make.handmadeOldWorkbook({
      sheets: [
        { name: 'A', records: header },
        { name: 'B', records: [] },
      ],
    })
    const first = twice.indexOf(make.u16(recordId.sheet))
    const second = twice.indexOf(make.u16(recordId.sheet), first + 4)
    twice.copy(twice, second + 4, first + 4, first + 8)
    expect(await code(twice)).toBe('import.broken-workbook')
  })

  it('never ends in an exception, whatever byte is damaged', async () => {
    const bytes = oneSheet([make.textCell(1, 0, 'Mieze'), make.shortNumberCell(1, 1, 22), make.formulaCell(1, 2, make.formulaNumber(1))])
    const places = [...Array(80).keys(), ...Array.from({ length: 12 }, (_, at) => 4096 + at), ...Array.from({ length: 560 }, (_, at) => 8192 + at)]
    for (const place of places) {
      const damaged = Buffer.from(bytes)
      damaged[place] = damaged[place]! ^ 0xff
      await answer(damaged)
    }
  })
})
