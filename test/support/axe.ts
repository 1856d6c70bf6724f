/** What axe finds serious on a page, and whether the page scrolls sideways. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
type Fault = { id: string; impact: string; help: string; nodes: { target: string[] }[] }

/** Through the browser's own tools, since the pages' policy lets no foreign script in. */
export async function seriousFaults(page: Page): Promise<string[]> {
  // Half a megabyte is read once a page, not once a look.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe)
  const found = await page.evaluate(async () => {
    const { axe: checker } = globalThis as unknown as { axe: { run(options: object): Promise<{ violations: Fault[] }> } }
    // Loading sheets and films of other hosts for it helps the rule of films alone, which is never serious; our pages ask no other host.
    return (await checker.run({ resultTypes: ['violations'], preload: false })).violations
  })
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ target }) => target.join(' ')).join('; ')})`)
}

export const sideways = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
