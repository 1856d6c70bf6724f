/** The pack a mission starts with, and the packs that cannot be trusted. */
import { readFileSync } from 'node:fs'
import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { grantable } from '../access/roles.ts'
import { packSentences } from './packSentences.ts'
import { type Pack, readPack } from './readPack.ts'

const mozambique = fileURLToPath(new URL('../../../country/mozambique', import.meta.url))
const southSudan = fileURLToPath(new URL('../../../country/south-sudan/country.json', import.meta.url))

const copyWith = async (file: string, change: (json: never) => void) => {
  const folder = await mkdtemp(join(tmpdir(), 'pack-'))
  await cp(mozambique, folder, { recursive: true })
  const json = JSON.parse(await readFile(join(folder, file), 'utf8'))
  change(json as never)
  await writeFile(join(folder, file), JSON.stringify(json))
  return folder
}

describe('the pack of Mozambique', async () => {
  const pack = (await readPack(mozambique)) as Pack

  it('is read whole, with its own places, lists, limits and strategy', () => {
    expect(pack).not.toHaveProperty('code')
    expect(pack.borrowed).toEqual([])
    expect(pack.places.filter(({ level, validTo }) => level === 3 && !validTo)).toHaveLength(411)
    expect(pack.strategy).toMatchObject({ version: '2021-2023' })
  })

  it('is found by its name', async () => {
    expect(await readPack('mozambique')).toMatchObject({ country: { iso3: 'MOZ' }, folder: mozambique })
  })

  it('gives the limits as numbers and says which nobody has confirmed', () => {
    expect(pack.thresholds).toMatchObject({
      smallestHousehold: 1.5,
      largestHousehold: 10,
      copiedShare: 0.8,
      copiedRows: 10,
      disclosureMinimum: 5,
      surveyMinimum: 10,
    })
    expect(pack.thresholdEntries.disclosureMinimum.unconfirmed?.pt).toContain('INGD')
  })

  it('names every role a person can be given, in both languages', () => {
    expect(pack.roles.map((role) => role.code)).toEqual(expect.arrayContaining(grantable))
  })

  it('has the population groups of the HAPI enumeration and the five reasons of the DTM interface', () => {
    const codes = (list: string) => pack.codeLists.get(list)!.codes.map((each) => each.code)
    expect(codes('populationGroup').join(' ')).toBe('REF ROC ASY OIP IDP IOC STA OOC HST RET RST NAT RDP RRI all')
    expect(codes('reason')).toEqual(['Conflict', 'Natural disaster', 'Insecurity', 'Other reason', 'No reason for displacement reported'])
    expect(codes('placeOutcome')).toEqual(['assessed', 'not_assessed', 'carried_forward', 'closed', 'merged', 'empty'])
  })

  it('covers all ages with bands that do not overlap', () => {
    const bands = pack.codeLists.get('ageBand')!.codes.filter((band) => band.fromYears !== undefined)
    expect(bands[0]!.fromYears).toBe(0)
    expect(bands.slice(1).map((band) => band.fromYears)).toEqual(bands.slice(0, -1).map((band) => band.toYears! + 1))
    expect(bands.at(-1)!.toYears).toBeUndefined()
  })

  it('holds every point inside the country', () => {
    const [west, south, east, north] = pack.country.bbox
    for (const { point } of pack.places) if (point) expect(point[0] > west && point[0] < east && point[1] > south && point[1] < north).toBe(true)
  })
})

describe('a country given as one file', () => {
  it('has no places of its own, borrows the lists and says so', async () => {
    const pack = (await readPack(southSudan)) as Pack
    expect([pack.country.iso3, pack.places.length, pack.strategy, pack.placesCredit]).toEqual(['SSD', 0, null, null])
    expect(pack.borrowed).toEqual(['thresholds', 'codelists', 'roles'])
    expect(pack.codeLists.has('reason')).toBe(true)
  })

  it('may lie anywhere under any name', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'pack-')), 'elsewhere.json')
    await writeFile(file, await readFile(southSudan))
    expect(await readPack(file)).toMatchObject({ country: { iso3: 'SSD' }, places: [] })
  })
})

describe('a pack that cannot be trusted is refused', () => {
  it('when it is not there', async () => {
    expect(await readPack('atlantis')).toEqual({ code: 'pack.not-found', facts: { from: 'atlantis' } })
  })

  it('when a file is not JSON', async () => {
    const folder = await copyWith('country.json', () => {})
    await writeFile(join(folder, 'thresholds.json'), '{ "half": ')
    expect(await readPack(folder)).toMatchObject({ code: 'pack.unreadable', facts: { file: 'thresholds.json' } })
  })

  it('when a label lacks one of the two languages', async () => {
    const folder = await copyWith('codelists/reason.json', (list: { codes: { label: { pt?: string } }[] }) => delete list.codes[0]!.label.pt)
    expect(await readPack(folder)).toMatchObject({ code: 'pack.invalid', facts: { file: 'reason.json', place: 'codes.0.label.pt' } })
  })

  it('when a code stands twice, or a role is not one of the product', async () => {
    const twice = await copyWith('codelists/reason.json', (list: { codes: unknown[] }) => list.codes.push(list.codes[0]))
    expect(await readPack(twice)).toMatchObject({ code: 'pack.invalid', facts: { problem: 'a code stands twice' } })
    const emperor = await copyWith('roles.json', (list: { roles: { code: string }[] }) => (list.roles[0]!.code = 'emperor'))
    expect(await readPack(emperor)).toMatchObject({ code: 'pack.invalid', facts: { problem: 'not a role of the product' } })
  })

  it('when the box is turned round, or the time zone does not exist', async () => {
    expect(await readPack(await copyWith('country.json', (json: { bbox: number[] }) => json.bbox.reverse()))).toMatchObject({ code: 'pack.invalid' })
    expect(await readPack(await copyWith('country.json', (json: { timezone: string }) => (json.timezone = 'Africa/Nowhere')))).toMatchObject({
      code: 'pack.invalid',
    })
  })

  it('when a place has a parent that is not in the list', async () => {
    const folder = await copyWith('places/places.json', (json: { places: { pcode: string; parent: string | null }[] }) => {
      json.places.find(({ pcode }) => pcode === 'MZ010101')!.parent = 'MZ9999'
    })
    expect(await readPack(folder)).toEqual({ code: 'pack.parent-missing', facts: { places: ['MZ010101'] } })
  })
})

describe('every refusal of a pack', () => {
  it('has its sentence, and no sentence is left over', () => {
    const codes = readFileSync(new URL('./readPack.ts', import.meta.url), 'utf8').match(/refuse\('[a-z.-]+'/g)!
    expect([...new Set(codes.map((code) => code.slice(8, -1)))].sort()).toEqual(Object.keys(packSentences).sort())
  })
})
