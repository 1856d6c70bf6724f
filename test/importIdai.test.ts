/**
 * The Cyclone Idai panel through the wizard's own requests: every count that the file is known to hold, nothing twice, and one step back. The figures expected
 * here are those measured on the file: March 2021 has 18,875 households and 80,579 people.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fromData, hasData, rowCounts, wizardOf } from './support/importing.ts'
import { openTestHouse, type TestHouse } from './support/testHouse.ts'

const path = 'dtm/moz-idai/MasterIdai_quant.csv'
const target = { operation: 'Cyclone Idai' }

/** Number, places, households, individuals; batch 9 repeats the dates and codes of batch 7 and stays in quarantine. */
const rounds: [number, number, number, number | 'unknown'][] = [
  [1, 32, 5_139, 22_346],
  [2, 118, 26_694, 124_383],
  [3, 35, 5_802, 23_053],
  [4, 51, 10_293, 'unknown'],
  [5, 50, 12_458, 53_653],
  [6, 66, 15_851, 74_359],
  [7, 66, 16_665, 80_190],
  [8, 66, 16_889, 83_557],
  [10, 66, 17_839, 88_905],
  [11, 71, 18_556, 93_013],
  [12, 71, 19_660, 95_338],
  [13, 73, 19_628, 94_220],
  [14, 73, 16_953, 81_734],
  [15, 73, 16_869, 81_251],
  [16, 73, 16_982, 81_643],
  [17, 73, 16_874, 81_387],
  [18, 73, 16_930, 81_397],
  [19, 80, 18_875, 80_579],
  [20, 72, 14_821, 73_276],
]

describe.skipIf(!hasData(path))('the Idai panel through the wizard (needs the shared data folder)', () => {
  let test: TestHouse
  beforeAll(async () => {
    test = await openTestHouse()
  })
  afterAll(() => test?.close())

  it('shows everything before anything is written, in both languages', async () => {
    const wizard = wizardOf(test)
    const before = await rowCounts(test)
    const { body } = await wizard.handIn(fromData(path), target)
    const {
      body: { preview },
    } = await wizard.look(body.import.id)
    expect([preview.rows, preview.inScope, preview.quarantined, preview.outOfScope]).toEqual([3847, 1348, 66, 2499])
    expect(preview.details.rounds.map(({ number, places, households, individuals }) => [number, places, households, individuals])).toEqual(rounds)
    const counts = Object.fromEntries(preview.findings.map(({ code, count }) => [code, count]))
    expect(counts).toMatchObject({
      'import.code-reused': 28,
      'import.date-odd': 6,
      'import.zero-kept': 41,
      'import.individuals-below-households': 2,
      'import.column-copied': 1,
    })
    for (const { sentence } of [...preview.findings, ...preview.questions]) {
      expect(sentence.pt).toMatch(/\p{L}{3}/u)
      expect(sentence.en).toMatch(/\p{L}{3}/u)
      expect(`${sentence.pt}${sentence.en}`).not.toMatch(/undefined|NaN|\{\w+#?\}/)
    }
    expect(await rowCounts(test)).toEqual(before)
  })

  it('writes 1,282 rows in 19 rounds, once, and takes all of them back in one step', async () => {
    const wizard = wizardOf(test)
    const before = await rowCounts(test)
    const { id, summary } = await wizard.takeIn(fromData(path), target)
    expect(summary.imported).toBe(1282)
    expect(summary.rounds.map(({ number }) => number)).toEqual(rounds.map(([number]) => number))
    const written = await rowCounts(test)
    expect(written['displacement.presence_cell']).toBe(1282)

    const { body: listed } = await test.ask('bento', { url: '/api/displacement/rounds' })
    expect((listed as Record<string, unknown>[]).map(({ number, places, households, individuals }) => [number, places, households, individuals])).toEqual(
      rounds.map(([number, places, households, individuals]) => [number, places, households, individuals === 'unknown' ? null : individuals]),
    )
    const march = (listed as { number: number; from: string; to: string }[]).find(({ number }) => number === 19)!
    expect([march.from, march.to]).toEqual(['2021-03-15', '2021-04-14'])

    const again = await wizard.takeIn(fromData(path), target)
    expect(again.summary).toMatchObject({ imported: 0, newPlaces: 0 })
    expect(again.summary.rounds).toEqual(summary.rounds)
    expect(await rowCounts(test)).toEqual(written)

    expect((await wizard.takeBack(id)).status).toBe(200)
    expect(await rowCounts(test)).toEqual(before)
    expect((await wizard.takeBack(id)).body.refusals[0]!.code).toBe('import.not-imported')
  })

  it('takes a person’s answers: an undated block gets its days and is counted', async () => {
    const wizard = wizardOf(test)
    const { body } = await wizard.handIn(fromData(path), target)
    const { body: shown } = await wizard.look(body.import.id)
    const question = shown.preview.questions.find(({ code }) => code === 'import.block-repeats-keys')!
    expect(question.proposed).toBe('keep-in-quarantine')
    await wizard.choose(body.import.id, { answers: { [question.items[0]!.key]: 'date||2019-10-01|2019-10-08' } })
    const { body: after } = await wizard.look(body.import.id)
    expect(after.preview.quarantined).toBeLessThan(66)
    expect(after.preview.details.rounds.map(({ number }) => number)).toContain(9)
    expect(after.preview.details.rounds.find(({ number }) => number === 9)).toMatchObject({ from: '2019-10-01', to: '2019-10-08' })
  })
})

describe.skipIf(!hasData(path))('taking an import back (needs the shared data folder)', () => {
  let test: TestHouse
  beforeAll(async () => {
    test = await openTestHouse()
  })
  afterAll(() => test?.close())

  it('leaves what another import wrote exactly as it was, byte for byte', async () => {
    const wizard = wizardOf(test)
    const [head, ...lines] = Buffer.from(fromData(path).bytes).toString('latin1').split('\r\n')
    const part = (from: number, to: number, name: string) => ({ name, bytes: Buffer.from([head, ...lines.slice(from - 2, to - 1), ''].join('\r\n'), 'latin1') })
    const { summary } = await wizard.takeIn(part(3117, 3776, 'first.csv'), target)
    const round = summary.rounds[0]!
    const exported = async () => {
      const { exportRound } = await import('../src/domains/displacement/index.ts')
      const file = await exportRound(test.house, test.actor('bento'), round.id, 'json', 'pt')
      if ('refused' in file) throw new Error(JSON.stringify(file))
      return Buffer.from(file.bytes).toString('utf8')
    }
    const before = await exported()
    const counts = await rowCounts(test)
    const { id } = await wizard.takeIn(part(3117, 3848, 'second.csv'), target)
    expect(await rowCounts(test)).not.toEqual(counts)
    expect((await wizard.takeBack(id)).status).toBe(200)
    expect(await exported()).toBe(before)
    expect(await rowCounts(test)).toEqual(counts)
  })
})
