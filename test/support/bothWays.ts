/** One page of the desk as it is looked at: wide in Portuguese and narrow in English, a picture of each, nothing hanging over the edge, no serious fault of access. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { seriousFaults, sideways } from './axe.ts'
import { settled, takePicture } from './browser.ts'

/** `words`: what must be read there before it is looked at. */
export async function seenBothWays(page: Page, { address, name, words }: { address: string; name: string; words?: string | RegExp }): Promise<void> {
  for (const [width, lang] of [
    [1280, 'pt'],
    [390, 'en'],
  ] as const) {
    await page.setViewportSize({ width, height: 900 })
    await page.evaluate((language) => localStorage.setItem('capulana.language', language), lang)
    await page.goto(address)
    if (words) await page.getByText(words).first().waitFor()
    await settled(page)
    await takePicture(page, `${name}-${width}-${lang}`)
    expect(await sideways(page), `${name} ${width}`).toBeLessThanOrEqual(0)
    if (width === 1280) expect(await seriousFaults(page), name).toEqual([])
  }
}

/** The same of a page of the portal, whose language stands in its address. */
export async function portalBothWays(page: Page, given: { origin: string; path: string; name: string; heading: RegExp }): Promise<void> {
  const { origin, path, name, heading } = given
  for (const [width, lang] of [
    [1280, 'pt'],
    [390, 'en'],
  ] as const) {
    await page.setViewportSize({ width, height: 900 })
    await page.goto(`${origin}/${lang}/${path}`)
    await page.getByRole('heading', { name: heading }).waitFor()
    await takePicture(page, `${name}-${width}-${lang}`)
    expect(await sideways(page), `${name} ${width}`).toBeLessThanOrEqual(0)
    expect(await seriousFaults(page), name).toEqual([])
  }
}
