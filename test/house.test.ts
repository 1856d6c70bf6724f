/** The house stands: the demonstration mission comes out with every published figure, and the portal shows it to everybody. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listRounds, loadDemonstration } from '../src/domains/displacement/index.ts'
import { openTestHouse, type TestHouse } from './support/testHouse.ts'

describe('the demonstration mission', () => {
  let test: TestHouse
  beforeAll(async () => {
    test = await openTestHouse()
    expect(await loadDemonstration(test.house, () => {})).toEqual({ rounds: [11, 12, 13] })
  })
  afterAll(() => test?.close())

  it('publishes the three northern rounds with the published totals', async () => {
    const rounds = await listRounds(test.house, test.actor('bento'))
    expect(rounds.map(({ number, individuals, households, state }) => [number, individuals, households, state])).toEqual([
      [11, 697_538, 150_335, 'published'],
      [12, 732_227, 155_494, 'published'],
      [13, 744_949, expect.any(Number), 'published'],
    ])
  })

  it('shows the latest figure to everybody, without an account and without a script', async () => {
    const { status, text } = await test.ask('public', { url: '/pt' })
    expect(status).toBe(200)
    expect(text).toContain('744')
    expect(text).not.toContain('<script')
  })

  it('answers the DTM API with the published figures of each province', async () => {
    const { body } = await test.ask('public', { url: '/dtm/v3/displacement/admin1?FromRoundNumber=13' })
    const { result } = body as { result: { admin1Pcode: string; numPresentIdpInd: number }[] }
    const nampula = result.filter(({ admin1Pcode }) => admin1Pcode === 'MZ07').reduce((sum, row) => sum + row.numPresentIdpInd, 0)
    expect(nampula).toBe(99_448)
  })
})
