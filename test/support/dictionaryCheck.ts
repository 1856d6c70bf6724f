/** Holds the real files of a published product against its data dictionary: each column of each file, in its order, with its tag; and nothing in the dictionary that no file has. */
import { expect } from 'vitest'
import { type Product, productAt, tablesOfFile } from '../../src/kernel/publishing.ts'
import { readTabular } from '../../src/kernel/tables.ts'
import type { TestHouse } from './testHouse.ts'

export async function expectDictionary(test: TestHouse, slug: string): Promise<number> {
  const product = (await productAt(test.house.doors, slug)) as Product
  let held = 0
  for (const { name, sha256, format, language } of product.files) {
    const tables = tablesOfFile(test.house, product.kind, name)
    const bytes = (await test.house.files.get(sha256))!
    if (format === 'geojson') {
      const known = new Set(tables[0]!.columns.map((column) => column.name))
      const found = new Set(
        (JSON.parse(bytes.toString('utf8')) as { features: { properties: object }[] }).features.flatMap(({ properties }) => Object.keys(properties)),
      )
      expect([...found].filter((property) => !known.has(property))).toEqual([])
      expect([...known].filter((property) => !found.has(property) && !property.endsWith('Status'))).toEqual([])
    } else if (format === 'csv' || format === 'xlsx') {
      const read = await readTabular({ name, bytes })
      if ('code' in read) throw new Error(read.code)
      const sheets = read.sheets.filter((sheet) => sheet.name !== 'README')
      expect([name, sheets.map(({ columns }) => columns.map((column) => column.name))]).toEqual([
        name,
        tables.slice(0, sheets.length).map(({ columns }) => columns.map((column) => column.labels[format === 'csv' ? 'en' : language!])),
      ])
    } else continue
    held++
  }
  const page = await test.ask('public', { method: 'GET', url: `/pt/publications/${slug}/v${product.version}/dictionary` })
  expect(page.status).toBe(200)
  for (const { name } of product.files.filter(({ format }) => ['csv', 'xlsx', 'geojson'].includes(format))) expect(page.text).toContain(name)
  return held
}
