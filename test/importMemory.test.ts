/** What the wizard learns from one file of a source it knows for the next; and refused rows go back as a workbook that says what is wrong. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { carryOut, isRefused, openSession, previewImport, takeFile } from '../src/kernel/index.ts'
import { readTabular } from '../src/kernel/tables.ts'
import { openTestHouse, type TestHouse } from './support/testHouse.ts'

const file = (round: number, place: string, code: string) => ({
  name: `ronda-${round}.csv`,
  bytes: Buffer.from(
    `aldeia,codigo,posto,ronda,dia,familias,gente\n${place},${code},MZ010902,${round},2021-0${round}-28,10,50\nSem posto,X9,MZ019999,${round},2021-0${round}-28,4,20\n`,
  ),
})
const columns = {
  siteName: 'aldeia',
  siteCode: 'codigo',
  adm3Code: 'posto',
  round: 'ronda',
  reportingDate: 'dia',
  households: 'familias',
  individuals: 'gente',
}
const target = { operation: 'Cheias', assessmentType: 'BA', round: '1', from: '2021-01-01', to: '2021-12-31' }

describe('the import wizard', () => {
  let test: TestHouse
  beforeAll(async () => {
    test = await openTestHouse()
  })
  afterAll(() => test?.close())

  it('maps the next file of a source as the last one was mapped', async () => {
    const bento = test.actor('bento')
    const first = await takeFile(test.house, bento, 'displacement', file(1, 'Nova Vida', 'L1'), { columns, target })
    if (isRefused(first)) throw new Error(JSON.stringify(first.refused))
    expect(await carryOut(test.house, bento, first.import.id)).toMatchObject({ state: 'imported', summary: { imported: 1 } })
    const second = await takeFile(test.house, bento, 'displacement', file(2, 'Nova Vida', 'L1'), { target: { ...target, round: '2' } })
    if (isRefused(second)) throw new Error(JSON.stringify(second.refused))
    expect(second.import.choices.columns).toEqual(columns)
    expect(await previewImport(test.house, bento, second.import.id)).toMatchObject({ preview: { quarantined: 1, details: { new: 1 } } })
  })

  it('keeps both clocks of a fact: the day it was true, and the moment it was learned', async () => {
    const { body } = await test.ask('bento', { url: '/api/displacement/presence-cell?limit=1' })
    const [cell] = (body as { rows: { effectiveAt: string; recordedAt: string }[] }).rows
    expect(cell!.effectiveAt).toBe('2021-01-28T00:00:00.000Z')
    expect(Date.parse(cell!.recordedAt)).toBeGreaterThan(Date.parse('2026-01-01'))
  })

  it('gives the refused rows back in the words of the file, with what is wrong', async () => {
    const bento = test.actor('bento')
    const taken = await takeFile(test.house, bento, 'displacement', file(3, 'Nova Vida', 'L1'), { target: { ...target, round: '3' } })
    if (isRefused(taken)) throw new Error(JSON.stringify(taken.refused))
    const { status, headers } = await test.ask('bento', { url: `/api/imports/${taken.import.id}/give-back?lang=pt` })
    expect([status, String(headers['content-disposition'])]).toEqual([200, expect.stringContaining('linhas-por-corrigir.xlsx')])
    const answered = await test.server.inject({
      url: `/api/imports/${taken.import.id}/give-back?lang=pt`,
      cookies: { capulana_session: await openSession(test.house.doors, test.people.bento.id) },
    })
    const book = await readTabular({ name: 'back.xlsx', bytes: answered.rawPayload })
    if ('code' in book) throw new Error(book.code)
    const [sheet] = book.sheets
    expect(sheet!.columns.map(({ name }) => name)).toEqual([
      'aldeia',
      'codigo',
      'posto',
      'ronda',
      'dia',
      'familias',
      'gente',
      'Linha no seu ficheiro',
      'O que está errado',
    ])
    expect(sheet!.rows).toHaveLength(1)
    expect(String(sheet!.rows[0]!.cells.at(-1))).toContain('MZ019999')
  })
})
