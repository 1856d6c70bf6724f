import { stat } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { chaptersOf } from './guideRoutes.ts'

describe('the user guide', () => {
  it('has the same chapters in Portuguese and English, each with its title', async () => {
    const [pt, en] = [await chaptersOf('pt'), await chaptersOf('en')]
    expect(pt.map(({ slug }) => slug)).toEqual(en.map(({ slug }) => slug))
    expect(pt.length).toBeGreaterThanOrEqual(8)
    for (const { title, markdown } of [...pt, ...en]) {
      expect(title).toMatch(/^\p{L}/u)
      expect(markdown.length).toBeGreaterThan(300)
    }
  })

  it('has every picture that it names, the same ones in both languages', async () => {
    const named = async (lang: 'pt' | 'en') =>
      (await chaptersOf(lang)).flatMap(({ slug, markdown }) => [...markdown.matchAll(/\]\(pictures\/([^)]+)\)/g)].map(([, name]) => `${slug} ${name}`))
    const [pt, en] = [await named('pt'), await named('en')]
    expect(pt.length).toBeGreaterThan(0)
    expect(pt).toEqual(en)
    for (const lang of ['pt', 'en'])
      for (const each of pt)
        expect((await stat(new URL(`../../../docs/guide/${lang}/pictures/${each.split(' ')[1]}`, import.meta.url))).size, each).toBeLessThan(200_000)
  })

  it('has the same sections under each chapter, so that a reader of one language misses nothing', async () => {
    const [pt, en] = [await chaptersOf('pt'), await chaptersOf('en')]
    const sections = (markdown: string) => markdown.split('\n').filter((line) => line.startsWith('## ')).length
    for (const [at, chapter] of pt.entries()) expect([chapter.slug, sections(chapter.markdown)]).toEqual([en[at]!.slug, sections(en[at]!.markdown)])
  })
})
