/** Every refusal and finding that the code can give has a sentence in both languages, which reads well with any number in it and leaves no gap. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { everyDomain } from '../src/domains.ts'
import { sentencesOf } from '../src/kernel/house.ts'
import { catalogueOf, type Facts, type Sentences } from '../src/kernel/index.ts'

const sets = sentencesOf(everyDomain)
const all: Sentences = Object.assign({}, ...sets)
const catalogue = catalogueOf(sets)

const root = fileURLToPath(new URL('../src/', import.meta.url))
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter(
    (file) =>
      /\.tsx?$/.test(file) && !/\.test\.|fixture|test-support|\/testing\/|testContext|testDatabase|[sS]entences\.ts$/.test(file) && !file.startsWith('faces/'),
  )
  .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }))

/** A code is `subject.what-is-wrong`; other `code:` fields hold places and list entries. */
const shape = /^[a-z]+(-[a-z]+)*\.[a-z0-9-]+$/
const makers = [/\brefuse\(\s*'([^']+)'/g, /\bcode: '([^']+)'/g, /'([a-z.-]+)' as code\b/g, /\b(?:refusal|finding|note|warning|error)\(\s*'([^']+)'/g]
const used = new Map<string, string>()
for (const { file, text } of sources) for (const maker of makers) for (const [, code] of text.matchAll(maker)) if (shape.test(code!)) used.set(code!, file)

const placeholders = (sentence: string) => [...sentence.matchAll(/\{(\w+)#?\}/g)].map(([, name]) => name!)

describe('the sentences', () => {
  it('exist for every code that the source can give', () => {
    expect(used.size).toBeGreaterThan(100)
    expect([...used].filter(([code]) => !catalogue.has(code)).map(([code, file]) => `${code} (${file})`)).toEqual([])
  })

  it('ask for the same facts in both languages', () => {
    const differing = Object.entries(all).filter(
      ([, { pt, en }]) => [...new Set(placeholders(pt))].toSorted().join() !== [...new Set(placeholders(en))].toSorted().join(),
    )
    expect(differing.map(([code]) => code)).toEqual([])
  })

  it('ask only for facts that the refusal brings', () => {
    const missing: string[] = []
    for (const { file, text } of sources)
      for (const [, code, , facts] of text.matchAll(/\brefuse\(\s*'([^']+)'(,\s*\{([^{}]*)\})?\s*\)/g)) {
        if (!all[code!] || facts?.includes('...')) continue
        const brought = (facts ?? '').split(',').map((fact) => fact.split(':')[0]!.trim())
        const asked = placeholders(`${all[code!]!.pt} ${all[code!]!.en}`).filter((name) => name !== 'code')
        // The name of the workbook is added to whatever its parts refuse, in readWorkbook.ts and readOldWorkbook.ts.
        if (/^kernel\/import\/xlsx?\//.test(file)) brought.push('name')
        for (const name of new Set(asked)) if (!brought.includes(name)) missing.push(`${code} in ${file} brings no ${name}`)
      }
    expect(missing).toEqual([])
  })

  it('say something in both languages, end as sentences do, and differ', () => {
    for (const [code, { pt, en }] of Object.entries(all)) {
      expect(pt.length, code).toBeGreaterThan(3)
      expect(en.length, code).toBeGreaterThan(3)
    }
    const same = Object.entries(all).filter(([, { pt, en }]) => pt === en && / /.test(pt))
    expect(same.map(([code]) => code)).toEqual([])
  })

  it('leave no gap with 0, 1, 2 or 1,000, with a name, a list, nothing', () => {
    for (const [code, { pt, en }] of Object.entries(all))
      for (const value of [0, 1, 2, 1000, 'Ile', ['a', 'b'], [], true, null] as const) {
        const facts = Object.fromEntries([...new Set(placeholders(`${pt} ${en}`))].map((name) => [name, value])) as Facts
        for (const lang of ['pt', 'en'] as const)
          expect(catalogue.sentence({ code, facts }, lang), `${code} ${lang}`).not.toMatch(/[{}]|undefined|NaN|\[object|null/)
      }
  })

  it('group thousands as each language does', () => {
    const counted = catalogueOf([{ 'x.y': { pt: '{n}', en: '{n}' } }])
    expect(counted.sentence({ code: 'x.y', facts: { n: 12_345 } }, 'en')).toBe('12,345')
    expect(counted.sentence({ code: 'x.y', facts: { n: 12_345 } }, 'pt')).toMatch(/^12[. \u00a0\u202f]345$/)
  })
})
