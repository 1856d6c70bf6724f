/** The command line's contract with scripts, on a data folder of its own: what import, list, export and publish answer, what they refuse, and what they leave. */
import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { everyDomain } from '../src/domains.ts'
import { type House, isRefused, openHouse } from '../src/kernel/index.ts'
import { answerOf, inOwnProcess } from './support/commandLine.ts'
import { dataPath, hasData } from './support/importing.ts'

const panel = 'dtm/moz-idai/MasterIdai_quant.csv'
type Round = { id: string; number: number; from: string; to: string; places: number; households: number | null; individuals: number | null }
type Imported = { rows: number; inScope: number; imported: number; quarantined: number; outOfScope: number; rounds: Round[]; findings: { code: string }[] }

describe.skipIf(!hasData(panel))('capulana for scripts (needs the shared data folder)', () => {
  let folder: string
  let data: string
  let house: House
  // A house that runs meanwhile, as in real life; the commands work beside it.
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'capulana-command-'))
    data = join(folder, 'data')
    const opened = await openHouse({ dataFolder: data, country: 'mozambique', domains: everyDomain, durability: 'test' })
    if (isRefused(opened)) throw new Error(JSON.stringify(opened))
    house = opened
  })
  afterAll(async () => {
    await house?.close()
    await rm(folder, { recursive: true, force: true })
  })
  const importing = (...more: string[]) => answerOf<Imported>(data, 'import', 'displacement', dataPath(panel), '--operation', 'Cyclone Idai', ...more)
  const listed = () => answerOf<Round[]>(data, 'list', 'rounds')

  it('shows with --dry-run what it would write, and writes nothing', async () => {
    const json = await importing('--dry-run')
    expect(json).toMatchObject({ rows: 3847, inScope: 1348, imported: 0, quarantined: 66, outOfScope: 2499 })
    expect(json.rounds).toHaveLength(19)
    expect(await listed()).toEqual([])
  })

  it('imports 1,282 rows in 19 rounds, and the second time nothing', async () => {
    const first = await importing()
    expect(first).toMatchObject({ rows: 3847, inScope: 1348, imported: 1282, quarantined: 66, outOfScope: 2499, newPlaces: 212 })
    expect(first.rounds.find(({ number }) => number === 19)).toMatchObject({
      from: '2021-03-15',
      to: '2021-04-14',
      places: 80,
      households: 18_875,
      individuals: 80_579,
    })
    // Batch 4 has a people column that copies its households: unknown is null for a script, never a word and never zero.
    expect(first.rounds.find(({ number }) => number === 4)).toMatchObject({ places: 51, households: 10_293, individuals: null })
    const rounds = await listed()
    expect(rounds.map(({ id }) => id)).toEqual(first.rounds.map(({ id }) => id))

    const second = await importing()
    expect(second).toMatchObject({ imported: 0, newPlaces: 0, rounds: first.rounds })
    expect(second.findings.map(({ code }) => code)).toContain('import.already-imported')
    expect(await listed()).toEqual(rounds)
  })

  it('imports who does what where, and tells what a later version changes', async () => {
    const version = async (name: string, ...rows: string[]) => {
      await writeFile(join(folder, name), ['#activity+code,#org,#sector,#adm2+code,#reached,#status', ...rows].join('\n'))
      return join(folder, name)
    }
    const matrix = (file: string, ...more: string[]) => answerOf<Imported & { new: number; changed: number }>(data, 'import', '4w', file, ...more)
    const first = await version('july.csv', 'A1,Oxfam,WASH,MZ0109,100,ongoing', 'A2,Oxfam,WASH,MZ0103,50,ongoing')
    expect(await matrix(first, '--dry-run')).toMatchObject({ rows: 2, new: 2, imported: 0 })
    expect(await matrix(first)).toMatchObject({ imported: 2 })
    expect(await matrix(await version('august.csv', 'A1,Oxfam,WASH,MZ0109,180,ongoing'), '--dry-run')).toMatchObject({
      rows: 1,
      new: 0,
      changed: 1,
      imported: 0,
    })
  })

  it('exports a round that is still a draft as its working figures, with the HXL row', async () => {
    const round = (await listed()).find(({ number }) => number === 19)!
    const out = join(folder, 'march.csv')
    const json = await answerOf<{ sha256: string; published: boolean }>(data, 'export', 'round', round.id, '--format', 'csv', '--out', out, '--lang', 'en')
    const bytes = await readFile(out)
    expect(json.published).toBe(false)
    expect(json.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
    const [header, hxl, ...rows] = bytes.toString('utf8').replace(/^﻿/, '').trim().split('\r\n')
    expect([header!.split(',')[0], hxl!.split(',')[0]]).toEqual(['P-code', '#loc+code'])
    expect(rows).toHaveLength(80)
    const refused = await answerOf(data, 'export', 'round', round.id, '--format', 'geojson', '--out', out)
    expect(refused).toMatchObject({ code: 'round.format-needs-publication' })
  })

  it('refuses with a code and its facts', async () => {
    const round = (await listed()).find(({ number }) => number === 19)!
    const wrong = join(folder, 'wrong.csv')
    await writeFile(wrong, 'fruit,colour\nmango,green\n')
    expect(await answerOf(data, 'import', 'displacement', wrong, '--operation', 'X')).toMatchObject({
      code: 'import.nothing-recognised',
      facts: { name: 'wrong.csv' },
    })
    expect(await answerOf(data, 'publish', 'round', round.id)).toMatchObject({ code: 'round.not-endorsed', facts: {} })
  })
})

describe('capulana as a process', () => {
  it('prints one JSON object and ends with 1 when it refuses; a misspelt --dry-run is refused, never ignored', async () => {
    const given = ['import', 'displacement', '/nowhere/at-all.csv']
    const [refused, misspelt] = await Promise.all([inOwnProcess(...given, '--json'), inOwnProcess(...given, '--dryrun')])
    expect([refused.code, JSON.parse(refused.output)]).toEqual([1, { code: 'command.file-not-found', facts: { file: '/nowhere/at-all.csv' } }])
    expect([misspelt.code, misspelt.errors]).toEqual([2, expect.stringContaining('--dryrun')])
  })
})
