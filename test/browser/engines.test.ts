/** The engines of relief and of durable solutions give in a browser what they give in Node, and both what was published; without network a token stands by its signature. */
import { build } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { goldens, type tokens } from '../support/engineGoldens.ts'

type InPage = { engines: { goldens: typeof goldens; tokens: typeof tokens } }

let browser: Browser
let page: Page
beforeAll(async () => {
  const entry = new URL('../support/engineGoldens.ts', import.meta.url).pathname
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, write: false, format: 'iife', globalName: 'engines', platform: 'browser' })
  browser = await openBrowser()
  const context = await browser.newContext()
  page = await context.newPage()
  // Signatures are checked on secure pages alone; nothing is asked of any network.
  await page.route('https://engines.test/', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>engines</title>' }))
  await page.goto('https://engines.test/')
  await page.addScriptTag({ content: outputFiles[0]!.text })
  await context.setOffline(true)
}, 60_000)
afterAll(() => browser?.close())

it('gives the published figures, the same in Node and in a browser', async () => {
  const here = await goldens()
  expect(here).toMatchObject({
    stock: {
      ...{ balance: 190, countAtItsMoment: 0, issuedBeforeReceipt: '2021-03-02', kits: { kits: 205, limitedBy: ['tarpaulin'] } },
      missingFor240: { tarpaulin: 70, kitchen: 9, jerrycan: 52, bucket: 10, blanket: 30, net: 20 },
      ...{ load: [780, 2, 2.248], onTheGround: 5 },
    },
    pipeline: {
      ...{ confirmed: [600, 100, 600, -100, -300], firstWeekWithout: 4, withUnconfirmed: [600, 100, 600, 400, 200], promise: 0 },
      ...{ board: [[600, 100, 600, -100, -300], 4], withoutInWeek5: expect.closeTo(0.25, 2), cover: [3, null], shared: [200, 300, 501] },
    },
    people: {
      ...{ keys: ['1d6070851f52f02d', 'ee0b2c0f383a2d5e'], ranked: ['H-0001', 'H-0004', 'H-0003', 'H-0002'], chosen: [2, 4] },
      ...{
        monitored: [74, 4.22],
        wilson: [
          [82.6, 90.6],
          [77.2, 100],
        ],
      },
      ...{ sizes: { n: 295, otherOrder: 352 }, assisted: true },
      gap: [
        { gap: 82, over: 0 },
        { gap: 0, over: 10 },
        { gap: 'unknown', over: 0 },
      ],
    },
    solutions: {
      ...{ progress: 65, firstPass: 0.75, behind: [-0.3, -0.373, -0.222], composite: 0.5 },
      ...{ ladder: { emergency: 89, transitional: 9, permanent: 2, unknown: 0 }, yearAfter: [10, 6, 4] },
      modality: { proposed: 'in_kind', ask: [], because: ['priceRise', 'roadOpen'] },
    },
  })
  expect(await page.evaluate(() => (globalThis as unknown as InPage).engines.goldens())).toEqual(here)
})

it('believes a token without network, and none of those with one bit turned over', async () => {
  const found = await page.evaluate(() => (globalThis as unknown as InPage).engines.tokens())
  expect(found).toEqual({ valid: true, bits: found.bits, believed: 0 })
  expect(found.bits).toBeGreaterThan(1000)
})
