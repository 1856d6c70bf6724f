import { describe, expect, it } from 'vitest'
import { compile } from '../../engines/xlsform/index.ts'
import { readTabular } from '../import/readFile.ts'
import { grid, handmadeWorkbook, number, row, sheetXml, stylesXml } from '../import/xlsx/handmadeWorkbook.ts'
import { readForm } from './readForm.ts'

const dayAndTime = 2

/** The version is a date cell, as `=NOW()` leaves it. */
const formOfVersion = (serial: number) =>
  handmadeWorkbook({
    styles: stylesXml,
    sheets: [
      {
        name: 'survey',
        xml: sheetXml(
          grid([
            ['type', 'name', 'label'],
            ['text', 'a', 'A'],
          ]),
        ),
      },
      { name: 'settings', xml: sheetXml(grid([['version']]) + row(2, number('A2', serial, dayAndTime))) },
    ],
  })

async function versionOf(serial: number): Promise<string> {
  const workbook = await readForm({ name: 'form.xlsx', bytes: formOfVersion(serial) })
  if ('code' in workbook) throw new Error(workbook.code)
  return compile(workbook).version
}

describe('the version in a date cell', () => {
  it('is written to the millisecond, as the reference converter does, and without a part of a second where there is none', async () => {
    expect(await versionOf(44662.6850575292)).toBe('2022-04-11 16:26:28.971000')
    expect(await versionOf(44662.6850578704)).toBe('2022-04-11 16:26:29')
    expect(await versionOf(44662)).toBe('2022-04-11 00:00:00')
  })

  it('leaves tables of figures at the second', async () => {
    const file = await readTabular({ name: 'form.xlsx', bytes: formOfVersion(44662.6850575292) })
    if ('code' in file) throw new Error(file.code)
    expect(file.sheets.at(-1)!.rows[0]!.cells).toEqual(['2022-04-11T16:26:29'])
  })
})
