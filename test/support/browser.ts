/**
 * A real browser for the stories: an installed Chromium first, else the one that ships inside an npm package, so that the test command needs nothing that
 * was installed by hand. The desk is built once, served by a real house on a real port.
 */
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { type Browser, chromium, type Locator, type Page } from 'playwright-core'
import { buildFaces } from '../../src/command/faces.ts'
import { oneAfterAnother } from '../../src/kernel/db/testDatabase.ts'
import { type HouseOptions, openSession } from '../../src/kernel/index.ts'
import { lookOften } from './looksOften.ts'
import { type Name, openTestHouse, type TestHouse } from './testHouse.ts'

// The shell draws the same pages without a window system around them: a quarter less work for the same test (85 s of processor for 115 s).
const installed = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  process.env.CHROMIUM_PATH ?? '',
]
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--enable-unsafe-swiftshader',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

async function launched(more: readonly string[]): Promise<Browser> {
  const path = installed.find((known) => known !== '' && existsSync(known))
  if (path) return chromium.launch({ executablePath: path, args: [...quiet, ...more] })
  const { default: packaged } = await import('@sparticuz/chromium')
  return chromium.launch({ executablePath: await packaged.executablePath(), args: [...packaged.args, ...quiet, ...more] })
}

/** `more`: for a camera that shows what a test holds before it. */
export async function openBrowser(more: readonly string[] = []): Promise<Browser> {
  const browser = await launched(more)
  await lookOften(browser)
  return browser
}

export type Stage = {
  test: TestHouse
  browser: Browser
  address: string
  enter(who: Name, options?: { width?: number; lang?: 'pt' | 'en' }): Promise<Page>
  close(): Promise<void>
}

/**
 * The desk as one of the cast meets it, already signed in; the way through a link is walked in secondFactor.test.ts. The page stands on the house's smallest
 * file, so that nothing is loaded twice: each story goes first where it begins.
 */
export async function openStage(options: Partial<HouseOptions> = {}, ofBrowser: readonly string[] = []): Promise<Stage> {
  await oneAfterAnother(buildFaces)
  const test = await openTestHouse(options)
  const browser = await openBrowser(ofBrowser)
  const address = await test.server.listen({ port: 0, host: '127.0.0.1' })
  return {
    test,
    browser,
    address,
    async enter(who, { width = 1280, lang = 'pt' } = {}) {
      const context = await browser.newContext({ viewport: { width, height: 900 }, locale: lang === 'pt' ? 'pt-MZ' : 'en-GB', reducedMotion: 'reduce' })
      // What does not appear is told by its name, before the test's own time is up.
      context.setDefaultTimeout(20_000)
      const page = await context.newPage()
      const value = await openSession(test.house.doors, test.people[who].id)
      await context.addCookies([{ name: 'capulana_session', value, url: address, httpOnly: true, sameSite: 'Strict' }])
      await page.goto(`${address}/field/mark.svg`)
      return page
    },
    async close() {
      await browser.close()
      await test.close()
    },
  }
}

/** On a computer where the language was chosen before. */
export async function enterWithSession(stage: Stage, who: Name, given: { lang?: 'pt' | 'en'; width?: number } = {}): Promise<Page> {
  const page = await stage.enter(who, given)
  await page.evaluate((language) => localStorage.setItem('capulana.language', language), given.lang ?? 'pt')
  return page
}

/** What a person would call loaded: a heading is there and nothing is waiting in grey. Asked without `eval`, which the pages' policy forbids. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor({ state: 'attached' })
  await page.locator('div.waiting, [data-loading], .mantine-Skeleton-root').first().waitFor({ state: 'detached', timeout: 45_000 })
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
}

/** Kept out of the repository; the last run's pictures are for the eye. Where nobody looks (CI) the page is waited for and not drawn again. */
const drawn = !process.env.CI || Boolean(process.env.CAPULANA_PICTURES)
const pictures = new URL('../pictures/', import.meta.url).pathname

export async function takePicture(page: Page, name: string): Promise<void> {
  if (drawn) await mkdir(pictures, { recursive: true })
  await settled(page)
  // From the top, so that the head of the page stands where it belongs.
  await page.evaluate(() => window.scrollTo(0, 0))
  if (drawn) await page.screenshot({ path: `${pictures}${name}.png`, fullPage: true })
}

/** What stands on the screen at one glance, from its top or from a part of it on, for a page of the guide. */
export async function takeGuidePicture(page: Page, lang: 'pt' | 'en', name: string, from?: Locator): Promise<void> {
  if (!drawn) return
  await mkdir(pictures, { recursive: true })
  await settled(page)
  await page.evaluate(() => window.scrollTo(0, 0))
  // Below the line that always stands above.
  await from?.evaluate((part) => window.scrollTo(0, part.getBoundingClientRect().top - 65))
  await page.screenshot({ path: `${pictures}guide-${name}-${lang}.png` })
}
