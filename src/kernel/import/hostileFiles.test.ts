import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readTabular } from './readFile.ts'
import { compound } from './xls/handmadeOldWorkbook.ts'
import { grid, handmadeWorkbook, sheetXml } from './xlsx/handmadeWorkbook.ts'

const read = (bytes: Uint8Array, name = 'ficheiro.xlsx') => readTabular({ name, bytes })
const codeOf = async (bytes: Uint8Array, name?: string) => {
  const answer = await read(bytes, name)
  return 'code' in answer ? answer : 'accepted'
}
const honest = () =>
  handmadeWorkbook({
    sheets: [
      {
        name: 'Dados',
        xml: sheetXml(
          grid([
            ['Posto', 'Pessoas'],
            ['Mieze', 5],
            ['Metuge', 7],
          ]),
        ),
      },
    ],
  })

describe('a file made to exhaust the machine', () => {
  it('is refused within a moment when 300 kB would unpack to 300 MB', async () => {
    const bomb = handmadeWorkbook({
      sheets: [{ name: 'Dados', xml: sheetXml(grid([['a'], [1]])) }],
      extra: { 'xl/worksheets/sheet9.xml': new Uint8Array(300_000_000).fill(32) },
    })
    expect(bomb.length).toBeLessThan(400_000)
    const before = performance.now()
    expect(await read(bomb)).toMatchObject({ code: 'import.zip-bomb', facts: { reason: 'ratio', limit: 100 } })
    expect(performance.now() - before).toBeLessThan(500)
  })

  it('is stopped by the byte counter when it lies about its sizes', async () => {
    const lie = handmadeWorkbook({ sheets: [{ name: 'Dados', xml: sheetXml(`${grid([['a'], [1]])}${' '.repeat(3_000_000)}`) }] })
    // The declared size stands at byte 24 of the entry in the table at the end of the file.
    const table = Buffer.from(lie.buffer, lie.byteOffset, lie.length)
    for (let at = table.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0; at = table.indexOf('PK\x01\x02', at + 4, 'latin1')) {
      if (table.readUInt32LE(at + 24) > 1_000_000) table.writeUInt32LE(900, at + 24)
    }
    expect(await read(lie)).toMatchObject({ code: 'import.zip-bomb', facts: { reason: 'declared' } })
  })

  it('is refused when it has more than 2,000 parts', async () => {
    const parts = Object.fromEntries(Array.from({ length: 2_001 }, (_, at) => [`p${at}`, new Uint8Array(1)]))
    expect(await read(zipSync(parts))).toMatchObject({ code: 'import.zip-bomb', facts: { reason: 'entries', found: 2_001 } })
  })

  it('is refused when any part has a DOCTYPE', async () => {
    const xml = sheetXml(grid([['a'], ['b']])).replace('?>', '?><!DOCTYPE x [<!ENTITY e "eeee">]>')
    expect(await read(handmadeWorkbook({ sheets: [{ name: 'Dados', xml }] }))).toMatchObject({ code: 'import.doctype' })
  })

  it('is refused when its XML goes deeper or has more attributes than any workbook', async () => {
    const deep = `<worksheet>${'<a>'.repeat(200)}${'</a>'.repeat(200)}</worksheet>`
    expect(await read(handmadeWorkbook({ sheets: [{ name: 'Dados', xml: deep }] }))).toMatchObject({ code: 'import.broken-workbook' })
    const wide = `<worksheet><row ${Array.from({ length: 300 }, (_, at) => `a${at}="1"`).join(' ')}/></worksheet>`
    expect(await read(handmadeWorkbook({ sheets: [{ name: 'Dados', xml: wide }] }))).toMatchObject({ code: 'import.broken-workbook' })
  })

  it('is refused when few rows spread over thousands of columns would fill the memory', async () => {
    const rows = Array.from({ length: 800 }, (_, at) => `<row r="${at + 1}"><c r="XFD${at + 1}"><v>1</v></c></row>`).join('')
    expect(await read(handmadeWorkbook({ sheets: [{ name: 'Dados', xml: sheetXml(rows) }] }))).toMatchObject({ code: 'import.too-large' })
  })

  it('is refused when it is nothing but brackets within brackets', async () => {
    expect(await read(Buffer.from(`[[${'['.repeat(200_000)}1${']'.repeat(200_000)}]]`), 'a.json')).toMatchObject({ code: 'import.broken-json' })
  })

  it('is refused when a quotation mark swallows megabytes', async () => {
    expect(await read(Buffer.from(`a,b\n"${'x'.repeat(5_000_000)}`), 'a.csv')).toMatchObject({ code: 'import.unclosed-quote', facts: { line: 2 } })
  })
})

describe('a file that is not whole', () => {
  it('is refused when a workbook was cut anywhere', async () => {
    const whole = honest()
    expect(await codeOf(whole)).toBe('accepted')
    for (const part of [0.2, 0.5, 0.8, 0.99]) {
      expect(await read(whole.slice(0, Math.floor(whole.length * part)))).toMatchObject({ code: 'import.half-file', facts: { name: 'ficheiro.xlsx' } })
    }
  })

  it('is refused when a part inside the workbook is damaged', async () => {
    const damaged = handmadeWorkbook({ sheets: [{ name: 'Dados', xml: sheetXml(grid([['a'], [1]])).slice(0, -30) }] })
    expect(await read(damaged)).toMatchObject({ code: 'import.broken-workbook' })
  })

  it('is flagged when the last record of a text file has fewer fields than every other', async () => {
    const file = await read(Buffer.from('site,households,people\nA,1,5\nB,2,9\nC,3'), 'a.csv')
    expect(file).toMatchObject({ findings: [{ code: 'import.last-record-cut', severity: 'error', line: 4, facts: { fields: 2, usual: 3 } }] })
  })

  it('only raises a question when other records are as short', async () => {
    const file = await read(Buffer.from('site,households,people\nA,1\nB,2,9\nD,2,9\nC,3'), 'a.csv')
    expect(file).toMatchObject({ findings: [{ code: 'import.last-record-cut', severity: 'warning' }] })
  })

  it('is refused when it ends inside a quoted text', async () => {
    expect(await read(Buffer.from('site,note\nA,ok\nB,"cut in the mid'), 'a.csv')).toMatchObject({ code: 'import.unclosed-quote', facts: { line: 3 } })
  })

  it('is flagged when its last letter is cut in two', async () => {
    const file = await read(Buffer.from('sítio,nome\nA,São José\nB,Gilé\n').subarray(0, -2), 'a.csv')
    expect(file).toMatchObject({ understood: { encoding: 'utf-8' }, findings: [{ code: 'import.last-record-cut', severity: 'error' }] })
  })
})

describe('a file that is no table', () => {
  const cases: [string, Uint8Array, string][] = [
    ['an empty file', Buffer.alloc(0), 'import.empty-file'],
    ['a PDF', Buffer.from('%PDF-1.7\n…'), 'import.not-a-table'],
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'import.not-a-table'],
    ['a web page', Buffer.from('<!DOCTYPE html><html></html>'), 'import.not-a-table'],
    ['JSON that was cut', Buffer.from('[{"a":1},{"a"'), 'import.broken-json'],
    ['JSON without records', Buffer.from('{"a":[1,2]}'), 'import.json-without-rows'],
    ['bytes of no meaning', Buffer.from(Array.from({ length: 500 }, (_, at) => (at * 7) % 31)), 'import.not-a-table'],
    ['an old workbook without its tables', Buffer.from('d0cf11e0a1b11ae1'.padEnd(1200, '0'), 'hex'), 'import.broken-workbook'],
    ['a workbook under a password', compound(Buffer.alloc(100), ['EncryptedPackage']), 'import.encrypted-workbook'],
    ['an archive of something else', zipSync({ 'a.csv': Buffer.from('a,b') }), 'import.not-a-workbook'],
    ['a workbook without a row', handmadeWorkbook({ sheets: [{ name: 'Dados', xml: sheetXml('') }] }), 'import.no-rows'],
    ['a text without a row', Buffer.from('\n\n  \n'), 'import.no-rows'],
  ]
  it.each(cases)('%s is refused by its content, whatever its name', async (_, bytes, code) => {
    expect(await read(bytes, 'dados.csv')).toMatchObject({ code })
  })
})
