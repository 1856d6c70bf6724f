import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { catalogueOf } from '../text/sentences.ts'
import { readTabular } from './readFile.ts'
import { readingSentences } from './readingSentences.ts'

const folder = fileURLToPath(new URL('.', import.meta.url))
/** The life of an import has its own sentences, and its deeds in the audit are no refusals. */
const aside = new Set([
  'imports.ts',
  'importer.ts',
  'importSentences.ts',
  'readingSentences.ts',
  'queued.ts',
  'importRow.ts',
  'carryOut.ts',
  'proposals.ts',
  'previews.ts',
])
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.ts$/.test(name) && !/\.test\.ts$/.test(name) && !aside.has(name))
const codes = [...new Set(sources.flatMap((name) => readFileSync(`${folder}${name}`, 'utf8').match(/'import\.[a-z-]+'/g) ?? []))].map((quoted) =>
  quoted.slice(1, -1),
)

describe('the sentences of the reader', () => {
  it('exist in both languages for every code that it can give', () => {
    expect(codes.length).toBeGreaterThan(30)
    expect(codes.filter((code) => !(code in readingSentences) && code !== 'import.empty-file')).toEqual([])
    expect(Object.keys(readingSentences).filter((code) => !codes.includes(code))).toEqual([])
    for (const { pt, en } of Object.values(readingSentences)) expect([pt.length > 20, en.length > 20]).toEqual([true, true])
  })

  it('name the file, and say in words what it is instead of a table', async () => {
    const refusal = await readTabular({ name: 'mapa.png', bytes: Buffer.from('\x89PNG\r\n\x1a\n', 'latin1') })
    if (!('code' in refusal)) throw new Error('a picture was read as a table')
    const { sentence } = catalogueOf([readingSentences])
    expect(sentence(refusal, 'pt')).toBe('«mapa.png» é uma imagem, não uma tabela. Envie os dados em .xlsx, .xls, .csv, .tsv, .json ou .geojson.')
    expect(sentence(refusal, 'en')).toBe('"mapa.png" is a picture, not a table. Send the data as .xlsx, .xls, .csv, .tsv, .json or .geojson.')
  })
})
