/**
 * The model test of capture: phones and an office under random filling, editing, sending, cuts, kills, restores, upgrades, wrong clocks and revoked keys.
 * A schedule that breaks a promise is printed, made as short as it goes, with the seed that makes it again.
 *
 * CAPULANA_SCHEDULES and CAPULANA_SEED change how many and which; a gate (CI) always takes the same, everybody else new ones.
 */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sealChain, verifyAudit } from '../../src/kernel/index.ts'
import { openTestHouse, type TestHouse } from '../support/testHouse.ts'
import { type Office, openOffice } from './office.ts'
import { plantedFaults } from './planted.ts'
import { runSchedule } from './run.ts'
import { schedule } from './steps.ts'
import type { Planted } from './world.ts'

const schedules = Number(process.env.CAPULANA_SCHEDULES ?? 500)
const seed = Number(process.env.CAPULANA_SEED ?? (process.env.CI ? 20_000 : Date.now() % 2 ** 31))
/** Schedules that run side by side: each waits for the database most of its time. */
const lanes = 4

let test: TestHouse
let office: Office
beforeAll(async () => {
  test = await openTestHouse()
  office = await openOffice(test)
})
afterAll(async () => {
  await office?.close()
  await test?.close()
})

const keepsItsPromises = (planted?: Planted) => fc.asyncProperty(schedule, (given) => runSchedule(test, office, given, planted))

describe(`capture over ${schedules} random schedules (seed ${seed})`, () => {
  it(
    'accepts what has a receipt, keeps what has none on its phone, counts each once',
    async () => {
      const runs = Array.from({ length: lanes }, (_, lane) => ({ seed: seed + lane, numRuns: Math.ceil((schedules - lane) / lanes) }))
      await Promise.all(runs.filter(({ numRuns }) => numRuns > 0).map((run) => fc.assert(keepsItsPromises(), run)))
    },
    30 * 60_000,
  )

  it('leaves an audit that verifies', async () => {
    await sealChain(test.house.doors, test.house.keyring.sealKey, new Date())
    const verdict = await verifyAudit(test.house.doors, test.house.keyring.sealPublicKey)
    expect(verdict).toMatchObject({ ok: true, firstBadSeq: null })
    expect(verdict.lines).toBeGreaterThan(schedules)
  })
})

describe('the oracle', () => {
  for (const [name, planted] of Object.entries(plantedFaults))
    it(`finds a planted ${name}`, async () => {
      const found = await fc.check(keepsItsPromises(planted), { seed, numRuns: 500, endOnFailure: true })
      expect(found.failed).toBe(true)
      expect(String((found.errorInstance as Error | null)?.name)).toMatch(/Broken/)
    })
})
