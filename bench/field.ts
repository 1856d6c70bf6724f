/**
 * The field app on a cheap phone: CPU slowed six times, EDGE (240 kbit/s, 400 ms). How long the shell takes to come the first time, what "prepare for the
 * field" costs, then without network: opening the app, the first question of a form, the next page, a list of 5,000 places. Bars of the field worker.
 * Run: npx tsx bench/field.ts
 */
import type { CDPSession, Page } from 'playwright-core'
import { setup, teardown } from '../src/kernel/db/testing/globalSetup.ts'
import { beginForm, joinPhone, next, openAgain, prepareForField, takePhone } from '../test/support/fieldPhone.ts'
import { openFieldStage } from '../test/support/fieldStage.ts'
import { bar, machineLoad, say } from './support/measure.ts'

const slower = 6
const edge = { offline: false, latency: 400, downloadThroughput: 240_000 / 8, uploadThroughput: 200_000 / 8 }

async function cheapPhone(page: Page, network: typeof edge | null): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower })
  if (network) {
    await session.send('Network.enable')
    await session.send('Network.emulateNetworkConditions', network)
  }
  return session
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}

await setup()
const stage = await openFieldStage()
try {
  say(`machine: ${machineLoad()}`)
  const first = await takePhone(stage.browser)
  const cold = await first.newPage()
  await cheapPhone(cold, edge)
  const shell = await seconds(async () => {
    await cold.goto(`${stage.address}/field/`)
    await cold.getByRole('heading', { level: 1 }).waitFor()
  })
  bar('shell, first time, EDGE, CPU 6 times slower (4 s are pure transfer)', shell, 8, 's')
  await first.close()

  const context = await takePhone(stage.browser)
  const joined = await joinPhone(context, stage.link)
  const prepared = await seconds(() => prepareForField(joined))
  say(`prepared for the field on a fast line: ${prepared.toFixed(1)} s`)
  await context.setOffline(true)
  await joined.close()

  const page = await context.newPage()
  await cheapPhone(page, null)
  const opened = await seconds(async () => {
    await page.goto(`${stage.address}/field/`)
    await page.getByLabel('PIN').waitFor()
  })
  bar('app opened without network', opened, 1.5, 's')
  await page.close()

  const home = await openAgain(context, stage.address)
  await cheapPhone(home, null)
  const usable = await seconds(() => beginForm(home))
  bar('first form usable, engine loaded from the phone', usable, 5, 's')
  const turned = await seconds(async () => {
    await next(home)
    await home.getByRole('radio', { name: 'Nampula' }).waitFor()
  })
  say(`next page, the browser driver's own round trips included: ${turned.toFixed(2)} s`)
  const listed = await seconds(async () => {
    await home.goto(`${stage.address}/field/#/places`)
    await home.getByText('5 000 lugares').or(home.getByText('5.000 lugares')).first().waitFor()
  })
  say(`list of 5,000 places, driver included: ${listed.toFixed(2)} s`)
  say(`machine: ${machineLoad()}`)
} finally {
  await stage.close()
  await teardown()
}
