import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { catalogueOf } from '../text/sentences.ts'
import { personalDataIn } from './personalData.ts'
import { publishSentences } from './publishSentences.ts'

type Rows = (string | number | null)[][]

async function workbook(rows: Rows, change: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void = () => {}) {
  const book = new ExcelJS.Workbook()
  book.creator = ''
  const sheet = book.addWorksheet('Dados')
  sheet.addRows(rows)
  change(sheet, book)
  return personalDataIn({ name: 'ronda.xlsx', bytes: new Uint8Array(await book.xlsx.writeBuffer()) })
}

const clean: Rows = [
  ['Distrito', 'admin2Pcode', 'Site Name', 'Pessoas', 'Hash'],
  ['#adm2+name', '#adm2+code', '#loc+name', '#affected', '#meta'],
  ['Metuge', 'MZ0109', 'Nicavaco', 125452, 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  ['Mueda', 'MZ0112', 'Eduardo Mondlane', -91776, '2021-09-23T00:00:00'],
]
const withColumn = (title: string, ...values: (string | number | null)[]): Rows => clean.map((row, index) => [...row, [title, null, ...values][index] ?? null])

describe('personal data in a file that is about to be published', () => {
  it('lets a table of places and figures go', async () => {
    expect(await workbook(clean)).toEqual([])
  })

  it.each([
    ['Observações', 'ligar para 84 123 4567', 'telephone numbers'],
    ['Observações', '+258841234567', 'telephone numbers'],
    ['Código', 841234567, 'telephone numbers'],
    ['Observações', 'ana@example.org', 'e-mail addresses'],
    ['Número', '110100123456A', 'identity card numbers'],
  ])('finds in column %s the value %s as %s', async (title, value, what) => {
    const found = await workbook(withColumn(title, value))
    expect(found).toEqual([{ code: 'publish.personal-data', facts: expect.objectContaining({ sheet: 'Dados', column: title, what, rows: 1 }) }])
  })

  it.each([
    'Nome',
    'Name',
    'Nome do informante',
    'Full name',
    'Household head name',
    'Telefone',
    'Phone number',
    'E-mail',
    'Data de nascimento',
    '#contact+phone',
  ])('refuses the column %s by its title alone', async (title) => {
    expect(await workbook(withColumn(title, 'x'))).toEqual([{ code: 'publish.personal-data', facts: expect.objectContaining({ column: title }) }])
  })

  it.each(['Nome do distrito', 'admin1Name', 'Site name', 'Nome da localidade', 'operation', 'Contagem'])('lets the column %s pass', async (title) => {
    expect(await workbook(withColumn(title, 'x'))).toEqual([])
  })

  it('reads the lines above the header too', async () => {
    const found = await workbook([['Ronda 13; dúvidas: 86 555 1234'], ...clean])
    expect(found.map((one) => one.facts.what)).toEqual(['telephone numbers'])
  })

  it('finds hidden sheets, columns, rows and comments', async () => {
    const found = await workbook(clean, (sheet, book) => {
      sheet.getColumn(3).hidden = true
      sheet.getRow(4).hidden = true
      sheet.getCell('A3').note = 'falar com o chefe'
      const other = book.addWorksheet('Contactos', { state: 'veryHidden' })
      other.addRows([['Telefone'], [841234567]])
    })
    const hidden = found.filter((one) => one.code === 'publish.hidden-part').map((one) => `${one.facts.sheet}: ${one.facts.what}`)
    expect(hidden.sort()).toEqual(['Contactos: a hidden sheet', 'Dados: comments', 'Dados: hidden columns', 'Dados: hidden rows'])
    expect(found.some((one) => one.code === 'publish.personal-data' && one.facts.sheet === 'Contactos')).toBe(true)
  })

  it('finds who made the file in its properties, without repeating the name', async () => {
    const found = await workbook(clean, (_, book) => {
      book.creator = 'Ana Macuacua'
      book.company = 'X'
    })
    expect(found).toEqual([{ code: 'publish.document-properties', facts: { properties: ['Company', 'creator'] } }])
  })

  it('reads a CSV as well', async () => {
    const bytes = new TextEncoder().encode('Distrito,Telefone\r\nMetuge,841234567\r\n')
    expect((await personalDataIn({ name: 'ronda.csv', bytes })).map((one) => one.facts.column)).toEqual(['Telefone'])
  })

  it('hands back the refusal of a file that cannot be read', async () => {
    expect((await personalDataIn({ name: 'ronda.xlsx', bytes: new TextEncoder().encode('PK\u0003\u0004 broken') }))[0]?.code).toMatch(/^import\./)
  })

  it('says what to do, in both languages', async () => {
    const [refusal] = await workbook(withColumn('Telefone', 'x'))
    const { sentence } = catalogueOf([publishSentences])
    expect(sentence(refusal!, 'pt')).toBe(
      'Folha «Dados», coluna «Telefone»: contém dados de pessoas, segundo o seu título (2 linhas). Retire a coluna, ou publique só os totais.',
    )
    expect(sentence(refusal!, 'en')).toContain('Take the column out')
  })
})
