/**
 * Files as they should not be, through the real importer: each gets a sentence in both languages that says what to do next, and nothing is half written. What can
 * be taken in is taken in; what cannot is held back by name.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fromData, fromText, hasData, type Preview, type PreviewFinding, rowCounts, wizardOf } from './support/importing.ts'
import { openTestHouse, type TestHouse } from './support/testHouse.ts'

const target = { operation: 'Cabo Delgado Conflict', round: '5', from: '2023-01-10', to: '2023-01-20', assessmentType: 'BA' }
const head = 'pcode,place,households,individuals,reason\n'
/** An Excel workbook begins like this; the rest was lost on the way. */
const halfWorkbook = { name: 'metade.xlsx', bytes: Buffer.from('504b0304140006000800000021', 'hex') }

describe('bad input through the importer', () => {
  let test: TestHouse
  let before: Record<string, number>
  beforeAll(async () => {
    test = await openTestHouse()
    before = await rowCounts(test)
  })
  afterAll(() => test?.close())

  const inBothLanguages = (said: { code: string; sentence: { pt: string; en: string } }) => {
    expect(said.sentence.pt).not.toBe(said.sentence.en)
    for (const sentence of [said.sentence.pt, said.sentence.en]) {
      expect(sentence.length).toBeGreaterThan(20)
      expect(sentence).not.toMatch(/undefined|NaN|\{\w+#?\}/)
    }
  }

  /** What the wizard shows; a refusal on the way counts as its answer. */
  async function shown(file: { name: string; bytes: Uint8Array }, more: Record<string, string> = {}) {
    const wizard = wizardOf(test)
    const { body } = await wizard.handIn(file, { ...target, ...more })
    if (body.refusals) return { id: null, preview: null, refusals: body.refusals }
    const { body: looked } = await wizard.look(body.import.id)
    return { id: body.import.id, preview: looked.preview ?? null, refusals: looked.refusals ?? [] }
  }
  const finding = (preview: Preview | null, code: string): PreviewFinding => {
    const found = preview?.findings.find((each) => each.code === code)
    if (!found) throw new Error(`${code} is not among ${preview?.findings.map((each) => each.code).join(', ')}`)
    return found
  }

  it.each<[string, { name: string; bytes: Uint8Array }, string]>([
    ['an empty file', fromText('vazio.csv', ''), 'import.empty-file'],
    ['half a workbook', halfWorkbook, 'import.'],
    ['a file of something else', fromText('frutas.csv', 'fruit,colour\nmango,green\n'), 'import.nothing-recognised'],
    ['a file of another country by its codes', fromText('malawi.csv', `${head}MW101,Chitipa,10,50,\nMW102,Karonga,20,90,\n`), 'import.other-country'],
    ['a file that names no round', fromText('sem-ronda.csv', `${head}MZ0102,Balama,10,50,\n`), 'import.round-missing'],
  ])('refuses %s, and writes nothing', async (_, file, code) => {
    const wizard = wizardOf(test)
    const given: Record<string, string> = code === 'import.round-missing' ? { round: '' } : {}
    const { id, preview, refusals } = await shown(file, given)
    const told = refusals[0] ?? finding(preview, preview!.findings.find((each) => each.severity === 'error')!.code)
    expect(told.code.startsWith(code)).toBe(true)
    inBothLanguages(told)
    if (id) {
      const { status, body } = await wizard.confirm(id)
      expect(status).toBeGreaterThanOrEqual(400)
      for (const refusal of body.refusals) inBothLanguages(refusal)
    }
    expect(await rowCounts(test)).toEqual(before)
  })

  it.each<[string, string, string, { quarantined?: number }]>([
    ['an unknown district', 'MZ0199,Nowhere,10,50,\nMZ0102,Balama,10,50,', 'import.place-unknown', { quarantined: 1 }],
    ['a name that is only like another (Ile is not Gilé)', ',Illé,10,50,\nMZ0102,Balama,10,50,', 'import.place-unknown', { quarantined: 1 }],
    ['a negative count', 'MZ0102,Balama,10,-50,', 'import.', {}],
    ['a missing count', 'MZ0102,Balama,10,,', 'import.count-missing', {}],
    ['half a person', 'MZ0102,Balama,10,50.5,', 'import.', {}],
    ['more households than people', 'MZ0102,Balama,50,10,', 'import.individuals-below-households', {}],
    ['a place twice with different figures', 'MZ0102,Balama,10,50,\nMZ0102,Balama,20,90,', 'import.place-twice-in-round', { quarantined: 2 }],
    [
      'a column copied over another',
      Array.from({ length: 12 }, (_, at) => `MZ01${String(at + 2).padStart(2, '0')},,${100 + at},${100 + at},`).join('\n'),
      'import.column-copied',
      {},
    ],
  ])('shows %s with what to do, before anything is written', async (name, rows, code, { quarantined }) => {
    const { preview } = await shown(fromText(`${name}.csv`, `${head}${rows}\n`))
    const told = preview!.findings.filter((each) => each.code.startsWith(code) && each.severity !== 'note')
    expect([code, told.length > 0, preview!.findings.map((each) => each.code)]).toEqual([code, true, expect.any(Array)])
    for (const each of told) inBothLanguages(each)
    if (quarantined !== undefined) expect(preview!.quarantined).toBe(quarantined)
    expect(await rowCounts(test)).toEqual(before)
  })

  it('places an exact name in its parent and no other: Ile and Gilé stay two districts', async () => {
    const both = 'Provincia,Distrito,Agregados,Pessoas\nZambézia,Ile,10,50\nZambézia,Gilé,20,90\nZambezia,ILE ,1,5\n'
    const { id, preview } = await shown(fromText('zambezia.csv', both), { round: '6' })
    // Ile stands twice with two figures and waits for a person; Gilé is counted.
    expect(preview!.details.rounds[0]).toMatchObject({ places: 1, individuals: 90 })
    expect(preview!.quarantined).toBe(2)
    expect(preview!.findings.map(({ code }) => code)).toContain('import.place-twice-in-round')
    expect(id).not.toBeNull()
  })

  it('names the posts that a round misses', async () => {
    const { preview } = await shown(fromText('faltam.csv', `${head}MZ010201,,10,50,Conflict\n`))
    const missing = finding(preview, 'import.places-missing')
    inBothLanguages(missing)
    expect(missing.sentence.pt).toContain('Impiri')
  })

  it('tells a file that was handed in before, and imports it once', async () => {
    const wizard = wizardOf(test)
    const file = fromText('uma-vez.csv', `${head}MZ010201,,10,50,Conflict\n`)
    const { id } = await wizard.takeIn(file, { ...target, round: '7' })
    const again = await wizard.handIn(file, { ...target, round: '7' })
    expect(again.body.earlier?.id).toBe(id)
    expect((await wizard.confirm(again.body.import.id)).body.summary.imported).toBe(0)
    // Pressing twice changes nothing either.
    inBothLanguages((await wizard.confirm(again.body.import.id)).body.refusals[0]!)
    expect((await wizard.takeBack(id)).status).toBe(200)
    expect(await rowCounts(test)).toEqual(before)
  })

  it('shows a figure that changed since, and keeps the earlier one until a person corrects it', async () => {
    const wizard = wizardOf(test)
    const { id } = await wizard.takeIn(fromText('a.csv', `${head}MZ010201,,10,50,Conflict\n`), { ...target, round: '8' })
    const { preview } = await shown(fromText('b.csv', `${head}MZ010201,,10,60,Conflict\n`), { round: '8' })
    inBothLanguages(finding(preview, 'import.figure-differs-from-earlier'))
    await wizard.takeBack(id)
    expect(await rowCounts(test)).toEqual(before)
  })

  describe.skipIf(!hasData('dtm/moz-idai/MasterIdai_quant.csv'))('the real panel (needs the shared data folder)', () => {
    it('holds two date orders and codes of two sites in one file, and says both', async () => {
      const { preview } = await shown(fromData('dtm/moz-idai/MasterIdai_quant.csv'), { operation: 'Cyclone Idai' })
      for (const code of ['import.date-order-day-first', 'import.date-order-month-first', 'import.code-reused', 'import.rows-of-another-country'])
        inBothLanguages(finding(preview, code))
    })

    it('holds the last row back when the file is cut in the middle of it', async () => {
      const { name, bytes } = fromData('dtm/moz-idai/MasterIdai_quant.csv')
      const { preview } = await shown({ name, bytes: bytes.subarray(0, bytes.byteLength - 9) }, { operation: 'Cyclone Idai' })
      inBothLanguages(finding(preview, 'import.last-record-cut'))
      expect(preview!.quarantined).toBe(67)
    })
  })
})
