/**
 * The browser's driver looks again after 20, 50, 100, 100 and then every 500 ms for what is not there yet, so that a screen that is ready after 300 ms was
 * waited for until 770. Here it looks every 50 ms at the latest; how long it waits at most stays as it was. The two methods are the driver's own, of the exact
 * version in package.json: where they are gone, the tests are slower and this throws, so that somebody notices.
 */
import type { Browser } from 'playwright-core'

const often = 50

type Looking = { retryWithProgressAndTimeouts(progress: object, timeouts: readonly number[], action: unknown): Promise<unknown> }
type Progress = { wait(ms: number): Promise<void> }
type Acting = { _retryAction(progress: Progress, ...more: unknown[]): Promise<unknown> }
type Driven = { _connection: { toImpl(thing: unknown): object } }

/** The method where it is declared, for all that inherit it. */
function declaring<Shape extends object>(thing: object, name: keyof Shape & string): Shape {
  let at: object | null = thing
  while (at && !Object.hasOwn(at, name)) at = Object.getPrototypeOf(at)
  if (!at) throw new Error(`the browser's driver has no ${name} any more: see test/support/looksOften.ts`)
  return at as Shape
}

let isDone = false

export async function lookOften(browser: Browser): Promise<void> {
  if (isDone) return
  const page = await browser.newPage()
  const { toImpl } = (page as unknown as Driven)._connection
  const frames = declaring<Looking>(toImpl(page.mainFrame()), 'retryWithProgressAndTimeouts')
  const looks = frames.retryWithProgressAndTimeouts
  frames.retryWithProgressAndTimeouts = function (progress, timeouts, action) {
    const soon = timeouts.map((ms) => Math.min(ms, often))
    return looks.call(this, progress, soon, action)
  }
  const handles = declaring<Acting>(toImpl(await page.$('html')), '_retryAction')
  const acts = handles._retryAction
  handles._retryAction = function (progress, ...more) {
    return acts.call(this, { ...progress, wait: (ms) => progress.wait(Math.min(ms, often)) }, ...more)
  }
  await page.close()
  isDone = true
}
