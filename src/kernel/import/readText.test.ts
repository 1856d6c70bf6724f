import { describe, expect, it } from 'vitest'
import { type ReadOptions, readTabular } from './readFile.ts'
import type { TabularFile } from './table.ts'

async function read(bytes: Uint8Array | string, options?: ReadOptions): Promise<TabularFile> {
  const file = await readTabular({ name: 'postos.csv', bytes: typeof bytes === 'string' ? Buffer.from(bytes) : bytes }, options)
  if ('code' in file) throw new Error(`${file.code} ${JSON.stringify(file.facts)}`)
  return file
}
const cellsOf = (file: TabularFile) => file.sheets[0]!.rows.map(({ cells }) => cells)
const swapped = (text: string) => Buffer.from(text, 'utf16le').swap16()

describe('letters of a text file', () => {
  const text = 'Posto;Pessoas\r\nGilé;5\r\nMocímboa da Praia;7\r\n'
  const cases: [string, Uint8Array][] = [
    ['utf-8', Buffer.from(text)],
    ['utf-8', Buffer.from(`\ufeff${text}`)],
    ['windows-1252', Buffer.from(text, 'latin1')],
    ['utf-16le', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['utf-16le', Buffer.from(text, 'utf16le')],
    ['utf-16be', swapped(`\ufeff${text}`)],
    ['utf-16be', swapped(text)],
  ]
  it.each(cases)('reads %s', async (encoding, bytes) => {
    const file = await read(bytes)
    expect(file.understood).toMatchObject({ encoding, delimiter: ';', lineEnding: 'crlf', bytes: bytes.length })
    expect(file.sheets[0]!.columns.map(({ name }) => name)).toEqual(['Posto', 'Pessoas'])
    expect(cellsOf(file)).toEqual([
      ['Gilé', '5'],
      ['Mocímboa da Praia', '7'],
    ])
  })

  it('reads the quotes and the euro sign that only Windows-1252 has', async () => {
    const file = await read(Buffer.concat([Buffer.from('a,b\nx,'), Buffer.from([0x80, 0x93, 0xe9, 0x94]), Buffer.from('\n')]))
    expect(cellsOf(file)).toEqual([['x', '€“é”']])
  })

  it('takes one accent at the very end for Windows-1252, not for half a letter', async () => {
    const file = await read(Buffer.from('a,b\nx,y\nx,Gilé', 'latin1'))
    expect(file).toMatchObject({ understood: { encoding: 'windows-1252' }, findings: [] })
  })

  it('obeys the encoding and the separator that a person names', async () => {
    const file = await read('a;b,c\nd;e,f\n', { delimiter: ',', encoding: 'windows-1252' })
    expect(cellsOf(file)).toEqual([['d;e', 'f']])
  })
})

describe('records of a text file', () => {
  it.each([',', ';', '\t', '|'] as const)('finds the separator %j, also among decimal commas', async (delimiter) => {
    const line = (...fields: string[]) => fields.join(delimiter)
    const quoted = delimiter === ',' ? '"12.500,75"' : '12.500,75'
    const file = await read([line('site', 'people', 'share'), line('A', quoted, '3'), line('B', quoted, '4')].join('\n'))
    expect(file.understood.delimiter).toBe(delimiter)
    expect(cellsOf(file)[0]).toEqual(['A', '12.500,75', '3'])
  })

  it('keeps line breaks, separators and quotes inside quotes, and counts lines as a text editor does', async () => {
    const file = await read('site,note\nA,"one\ntwo, ""three"""\nB,x\n')
    expect(file.sheets[0]!.rows).toEqual([
      { line: 2, cells: ['A', 'one\ntwo, "three"'] },
      { line: 4, cells: ['B', 'x'] },
    ])
  })

  it('passes over blank rows and rows of commas, and keeps the lines of the others', async () => {
    const file = await read('site,people\n\nA,1\n,,,\n  , \nB,2\n')
    expect(file.sheets[0]!.rows.map(({ line }) => line)).toEqual([3, 6])
    expect(file.sheets[0]!.columns).toHaveLength(2)
  })

  it('reads lines that end as on old Macs, and a first line that names the separator', async () => {
    expect(cellsOf(await read('site,people\rA,1\rB,2\r'))).toHaveLength(2)
    expect(cellsOf(await read('sep=;\nsite;people\nA,1;2\n'))).toEqual([['A,1', '2']])
  })

  it('gives the same records however the file is cut into pieces while it is read', async () => {
    const lines = Array.from({ length: 30_000 }, (_, at) => `site ${at},"a ""b"",\r\n${at}",${at}`)
    const file = await read(`name,note,people\r\n${lines.join('\r\n')}\r\n`)
    expect(file.sheets[0]!.rows).toHaveLength(30_000)
    expect(file.sheets[0]!.rows.every(({ cells }, at) => cells[0] === `site ${at}` && cells[1] === `a "b",\r\n${at}` && cells[2] === String(at))).toBe(true)
    expect(file.sheets[0]!.rows.at(-1)!.line).toBe(2 + 2 * 29_999)
  })

  it('joins two header rows without merged cells', async () => {
    const file = await read('Posto,Total,,Site\n,Homens,Mulheres,\nMieze,1,2,x\nMetuge,3,4,y\n')
    expect(file.sheets[0]!.columns.map(({ name }) => name)).toEqual(['Posto', 'Total | Homens', 'Total | Mulheres', 'Site'])
  })

  it('keeps every text exactly, and refuses NUL by name', async () => {
    const name = `${'ã'.repeat(10_000)} 🏕️`
    const file = await read(`name,code\n${name},null\n  blanks ,0\na\0b,1\n`)
    expect(cellsOf(file)).toEqual([
      [name, 'null'],
      ['  blanks ', '0'],
      [{ error: '#NUL' }, '1'],
    ])
    expect(file.findings).toMatchObject([{ code: 'import.nul-letter', line: 4, column: 'name' }])
  })

  it('tells how far it has come', async () => {
    const seen: number[] = []
    const text = `a,b\n${'x,1\n'.repeat(200_000)}`
    await read(text, { onProgress: ({ bytes, of }) => seen.push(bytes / of) })
    expect(seen.length).toBeGreaterThan(2)
    expect(seen.at(-1)).toBe(1)
    expect(seen).toEqual(seen.toSorted((a, b) => a - b))
  })
})
