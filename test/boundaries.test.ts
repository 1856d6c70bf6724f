/** Boundaries: the register's own schematic areas until official ones come in by one step, and then those, with their credit, everywhere. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { multipart } from './support/importing.ts'
import { openTestHouse, type TestHouse } from './support/testHouse.ts'

type Areas = { boundaries: { kind: string; credit: string }; features: { properties: { pcode: string } }[] }

const square = (pcode: string, west: number) => ({
  type: 'Feature',
  properties: { ADM1_PCODE: pcode, ADM1_EN: pcode },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [west, -13],
        [west + 1, -13],
        [west + 1, -12],
        [west, -12],
        [west, -13],
      ],
    ],
  },
})
const geoJson = (codes: string[]) => ({
  name: 'provinces.geojson',
  bytes: Buffer.from(JSON.stringify({ type: 'FeatureCollection', features: codes.map((code, at) => square(code, 35 + at)) })),
})

describe('boundaries', () => {
  let test: TestHouse
  beforeAll(async () => {
    test = await openTestHouse()
  })
  afterAll(() => test?.close())

  const provinces = async () => (await test.ask('public', { url: '/api/places/areas?level=1' })).body as Areas
  const bring = (codes: string[], credit: string) =>
    test.ask('bento', { method: 'POST', url: '/api/places/boundaries', ...multipart(geoJson(codes), { credit }) })

  it('are drawn as schematic areas while nobody has brought official ones', async () => {
    const { boundaries, features } = await provinces()
    expect([boundaries.kind, features.length]).toEqual(['schematic', 11])
    expect(boundaries.credit).toContain('Natural Earth')
  })

  it('say which district a point lies in, and that a swapped one lies nowhere', async () => {
    const at = async (lon: number, lat: number) =>
      (await test.ask('public', { url: `/api/places/at?lon=${lon}&lat=${lat}` })).body as { pcode: string | null; by: string; findings: { code: string }[] }
    expect(await at(40.2663, -12.8848)).toMatchObject({ pcode: 'MZ0109', by: 'inside', name: 'Metuge', findings: [], boundaries: { kind: 'schematic' } })
    expect(await at(-12.8848, 40.2663)).toMatchObject({ pcode: null, by: 'none', findings: [{ code: 'places.point-swapped' }] })
  })

  it('of another country are refused whole, and without a credit line too', async () => {
    const foreign = await bring(['SS01', 'SS02'], 'Somebody')
    expect([foreign.status, (foreign.body as { refusals: { code: string }[] }).refusals[0]!.code]).toEqual([422, 'places.boundary-codes-unknown'])
    expect((await bring(['MZ01'], ' ')).text).toContain('places.credit-missing')
    expect((await provinces()).boundaries.kind).toBe('schematic')
  })

  it('come in by one step and replace the schematic ones with their credit line', async () => {
    const { status, body } = await bring(['MZ01', 'MZ07'], 'INE / OCHA, CC BY-IGO')
    expect([status, body]).toMatchObject([200, { areas: 2, levels: { 1: 2 }, unknown: [] }])
    const { boundaries, features } = await provinces()
    expect(boundaries).toEqual({ kind: 'official', credit: 'INE / OCHA, CC BY-IGO' })
    expect(features.map(({ properties }) => properties.pcode)).toEqual(['MZ01', 'MZ07'])
  })
})
