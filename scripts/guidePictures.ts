/**
 * Puts the pictures that the browser tests took into the guide, as WebP: `npm test`, then `npx tsx scripts/guidePictures.ts`. Which ones is said by the guide itself. Needs an
 * installed Chromium, which draws them smaller.
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { chromium } from 'playwright-core'
import { chaptersOf, picturesOfGuide } from '../src/kernel/http/guideRoutes.ts'

const taken = new URL('../test/pictures/', import.meta.url)
/** What fits a reader's screen; a longer page is cut below. */
const tallest = 1100

const chapters = [...(await chaptersOf('pt')), ...(await chaptersOf('en'))]
const wanted = new Set(chapters.flatMap(({ markdown }) => [...markdown.matchAll(/^!\[[^\]]+\]\(([a-z0-9-]+)\)$/gm)].map(([, name]) => name!)))
await mkdir(picturesOfGuide, { recursive: true })
for (const old of await readdir(picturesOfGuide)) if (!wanted.has(old.replace(/\.webp$/, ''))) await rm(new URL(old, picturesOfGuide))

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] })
const page = await browser.newPage()
for (const name of wanted) {
  const png = (await readFile(new URL(`${name}.png`, taken))).toString('base64')
  const webp = await page.evaluate(
    async ({ source, most }) => {
      const image = new Image()
      image.src = `data:image/png;base64,${source}`
      await image.decode()
      const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: Math.min(image.height, most) })
      canvas.getContext('2d')!.drawImage(image, 0, 0)
      return canvas.toDataURL('image/webp', 0.72).replace(/^.*,/, '')
    },
    { source: png, most: tallest },
  )
  await writeFile(new URL(`${name}.webp`, picturesOfGuide), Buffer.from(webp, 'base64'))
}
await browser.close()
console.log(`${wanted.size} pictures`)
