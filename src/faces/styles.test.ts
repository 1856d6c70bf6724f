/** Stylesheets close what they open: a browser takes a rule that was left open without a word, and all that follows it in the file for its inside. */
import { readdir, readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'

it('leaves no rule of a stylesheet open', async () => {
  const folder = new URL('./', import.meta.url)
  const sheets = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.css'))
  expect(sheets.length).toBeGreaterThan(10)
  const faulty: string[] = []
  for (const name of sheets) {
    // A rule begins at the left edge; only inside @media and the like it may stand further in.
    let depth = 0
    let nests = 0
    for (const line of (await readFile(new URL(name, folder), 'utf8')).split('\n')) {
      if (/^[.#a-z:*[@][^{}]*\{/i.test(line) && depth > nests) faulty.push(`${name}: ${line.trim()}`)
      if (/^@(media|supports|container|layer|keyframes)/.test(line) && depth === 0) nests = 1
      depth += (line.match(/\{/g) ?? []).length - (line.match(/\}/g) ?? []).length
      if (depth === 0) nests = 0
    }
    if (depth !== 0) faulty.push(`${name}: ends ${depth} rules deep`)
  }
  expect(faulty).toEqual([])
})
