import { readdir, readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { chaptersOf, picturesOfGuide } from './guideRoutes.ts'

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

  it('has the same sections under each chapter, so that a reader of one language misses nothing', async () => {
    const [pt, en] = [await chaptersOf('pt'), await chaptersOf('en')]
    const sections = (markdown: string) => markdown.split('\n').filter((line) => line.startsWith('## ')).length
    for (const [at, chapter] of pt.entries()) expect([chapter.slug, sections(chapter.markdown)]).toEqual([en[at]!.slug, sections(en[at]!.markdown)])
  })
})

describe('the pictures of the guide', () => {
  const named = ({ markdown }: { markdown: string }) => [...markdown.matchAll(/^!\[[^\]]+\]\(([a-z0-9-]+)\)$/gm)].map(([, name]) => name!)

  it('stand in the same chapters of both languages, each in its own language', async () => {
    const [pt, en] = [await chaptersOf('pt'), await chaptersOf('en')]
    for (const [at, chapter] of pt.entries()) {
      expect([chapter.slug, named(chapter).length]).toEqual([en[at]!.slug, named(en[at]!).length])
      for (const name of named(chapter)) expect(name).toMatch(/-pt(-|$)/)
      for (const name of named(en[at]!)) expect(name).toMatch(/-en(-|$)/)
    }
    expect(pt.flatMap(named).length).toBeGreaterThanOrEqual(14)
  })

  it('are all there, none beside them, and each is one that a browser test takes', async () => {
    const wanted = [...(await chaptersOf('pt')), ...(await chaptersOf('en'))].flatMap(named)
    const there = (await readdir(picturesOfGuide)).map((file) => file.replace(/\.webp$/, ''))
    expect(there.toSorted()).toEqual([...new Set(wanted)].toSorted())
    const tests = new URL('../../../test/', import.meta.url)
    const files = (await readdir(tests, { recursive: true })).filter((file) => file.endsWith('.ts'))
    const text = (await Promise.all(files.map((file) => readFile(new URL(file, tests), 'utf8')))).join('\n')
    // The tests put width and language behind a name themselves.
    const screenOf = (name: string) => name.replace(/(-(pt|en|1280|390))+$/, '').replace(/^(desk|field|portal|import|guide)-(workbench-)?/, '')
    expect(wanted.filter((name) => !text.includes(screenOf(name)))).toEqual([])
  })
})
