/** Boundaries: the register's own schematic areas until official ones come in by one step, and then those, with their credit, everywhere. */

import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publicMap } from '../src/domains/displacement/index.ts'
import { officeMap } from '../src/domains/displacement/maps/placeMaps.ts'
import { MasterListLine } from '../src/domains/displacement/presence.ts'
import { Operation, Round } from '../src/domains/displacement/round.ts'
import { toUtm } from '../src/engines/places/utm.ts'
import { asOwner, insertRow } from '../src/kernel/index.ts'
import { putBoundaries } from '../src/registry/places/boundaries.ts'
import { Place } from '../src/registry/places/index.ts'
import { multipart } from './support/importing.ts'
import { pdfText } from './support/pdfText.ts'
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

  it('are printed as a map in A4, A3 and A0, with title, scale, projection, sources and an index', async () => {
    const sizes: number[][] = []
    for (const paper of ['a4', 'a3', 'a0']) {
      const { status, bytes, headers } = await test.ask('celia', { url: `/api/displacement/maps/MZ0109?paper=${paper}` })
      expect([status, headers['content-type']]).toEqual([200, 'application/pdf'])
      const box = bytes.toString('latin1').match(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/)!
      sizes.push(
        box
          .slice(1)
          .map((points) => Math.round((Number(points) * 25.4) / 72))
          .sort((a, b) => a - b),
      )
      const { text, pages } = await pdfText(bytes)
      if (text === null) continue
      expect(pages, paper).toBe(1)
      const said = text.replace(/\s+/g, ' ')
      for (const words of ['Mapa de Metuge', 'Cabo Delgado · MZ0109', 'Escala 1:', 'Projecção UTM, zona 37S, WGS 84', 'não são fronteiras', 'Natural Earth'])
        expect(said, paper).toContain(words)
    }
    expect(sizes).toEqual([
      [210, 297],
      [297, 420],
      [841, 1189],
    ])
  })

  it('give each place of a printed map the square that its coordinates fall into', async () => {
    const printed = await publicMap(test.house, { pcode: 'MZ0109', paper: 'a4', lang: 'en', day: '2026-11-27' })
    if ('refused' in printed) throw new Error(printed.refused[0]!.code)
    const { grid, zone } = printed.map.laid
    const mieze = printed.map.content.places.find(({ name }) => name === 'Mieze')!
    const [east, north] = toUtm(zone, mieze.lon, mieze.lat)
    const squares = (metres: number) => Math.floor(metres / grid.squareMetres)
    const square = `${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[squares(east) - squares(grid.extent[0])]}${squares(grid.extent[3]) - squares(north) + 1}`
    expect(printed.map.laid.index.find(({ name }) => name === 'Mieze')?.square).toBe(square)
    const { text } = await pdfText(printed.pdf)
    if (text !== null) expect(text.replace(/\s+/g, ' ')).toMatch(new RegExp(`Mieze.* ${square}\\b`))
  })

  it('show a site to the office of its area, and to the public only when every operation that lists it publishes sites', async () => {
    const owner = asOwner(test.house.doors)
    const district = (await owner.one<{ id: string }>(sql`select id from places.place where pcode = 'MZ0109'`))!.id
    const site = await insertRow(owner, Place, {
      ...{ scope: 'MZ0109', pcode: 'MZ0109-S1', name: 'Centro Escondido', kind: 'site', level: 5, parent: district, country: 'MOZ' },
      ...{ predecessors: [], lon: 40.2663, lat: -12.8848 },
    })
    const onPublic = async () => {
      const printed = await publicMap(test.house, { pcode: 'MZ0109', paper: 'a4', lang: 'pt', day: '2026-11-27' })
      if ('refused' in printed) throw new Error(printed.refused[0]!.code)
      const { text } = await pdfText(printed.pdf)
      const shown = printed.map.content.places.some(({ kind }) => kind === 'site')
      if (text !== null) expect(/Centro Escondido/.test(text)).toBe(shown)
      return shown
    }
    expect(await onPublic()).toBe(false)
    const finds = async (who: 'public' | 'bento', url: string) => (await test.ask(who, { url })).body as { rows?: unknown[] } & unknown[]
    for (const who of ['public', 'bento'] as const) {
      const seen = who === 'public' ? 0 : 1
      expect(await finds(who, '/api/places/search?q=Escondido')).toHaveLength(seen)
      expect((await finds(who, '/api/places/place?pcode=MZ0109-S1')).rows).toHaveLength(seen)
      expect((await finds(who, '/api/places/place?pcode=MZ0109')).rows).toHaveLength(1)
    }
    expect((await test.ask('public', { url: `/api/places/place/${site.id}` })).status).toBe(404)
    const list = async (name: string, sensitivity: 'sites' | 'districts', state: 'published' | 'draft') => {
      const operation = await insertRow(owner, Operation, {
        ...{ scope: 'MZ', name, countryIso3: 'MOZ', countryPcode: 'MZ', countryName: { pt: 'Moçambique', en: 'Mozambique' }, cause: 'conflict' },
        ...{ status: 'Active', sensitivity, demonstration: false },
      })
      const round = await insertRow(owner, Round, {
        ...{ scope: 'MZ', operation: operation.id, assessmentType: 'BA', number: 1, edition: 1, unitLevel: 'site', state },
      } as never)
      await insertRow(owner, MasterListLine, { scope: 'MZ0109', round: round.id, place: site.id })
      return round.id
    }
    const open = await list('Open', 'sites', 'draft')
    expect(await onPublic()).toBe(false)
    await owner.run(sql`update displacement.round set state = 'published' where id = ${open}`)
    expect(await onPublic()).toBe(true)
    await list('Quiet', 'districts', 'draft')
    expect(await onPublic()).toBe(false)
    const { bytes } = await test.ask('celia', { url: '/api/displacement/maps/MZ0109' })
    const { text } = await pdfText(bytes)
    if (text !== null) expect(text).toMatch(/(?=[\s\S]*Centro Escondido)(?=[\s\S]*USO INTERNO)/)
    for (const who of ['david', 'ana', 'public'] as const) expect([401, 403]).toContain((await test.ask(who, { url: '/api/displacement/maps/MZ0109' })).status)
    const open200 = await test.ask('public', { url: '/pt/places/MZ0109/map/a4' })
    expect([open200.status, open200.headers['content-type']]).toEqual([200, 'application/pdf'])
    expect((await test.ask('public', { url: '/pt/places/MZ01/map/a4' })).text).toContain('places.map-level')
  })

  it('carry border posts, flow points and services to who may read them, count them, and say which layer is empty', async () => {
    const owner = asOwner(test.house.doors)
    const metuge = (await owner.one<{ id: string }>(sql`select id from places.place where pcode = 'MZ0109'`))!.id
    const point = { place: metuge, openHours: 12, corridor: undefined }
    for (const given of [
      { ...point, name: 'Ponte de Metuge', code: 'PM', kind: 'internal', longitude: 40.35, latitude: -12.95 },
      { ...point, name: 'Cais de Bandar', code: 'CB', kind: 'border' },
    ])
      expect((await test.ask('bento', { method: 'POST', url: '/api/displacement/flow-point', payload: JSON.parse(JSON.stringify(given)) })).status).toBe(200)
    const provider = (await owner.one<{ id: string }>(
      sql`insert into organisations.organisation (scope, name, acronym, kind) values ('MZ', 'Saúde Aqui', 'SA', 'national_ngo') returning id`,
    ))!.id
    await owner.run(sql`
      insert into coordination.service (scope, provider, kind, place, status, sensitive, channel) values
        ('MZ010902', ${provider}, 'Posto de saúde', 'MZ010902', 'unknown', false, null), ('MZ010902', ${provider}, 'Casa segura', 'MZ010902', 'unknown', true, 'x')`)
    const printed = async (who: 'celia' | 'gilda', pcode = 'MZ0109') => {
      const found = await officeMap(test.house, test.actor(who), { pcode, paper: 'a4', lang: 'pt', day: '2026-11-27' })
      if ('refused' in found) throw new Error(found.refused[0]!.code)
      const { text } = await pdfText(found.pdf)
      return { layers: found.map.layers.map(({ kind, points }) => [kind, points.map(({ name }) => name)]), said: text?.replace(/\s+/g, ' ') ?? null }
    }
    const chief = await printed('celia')
    expect(chief.layers).toEqual([
      ['border', ['Cais de Bandar']],
      ['flowPoint', ['Ponte de Metuge']],
      ['service', ['Posto de saúde']],
    ])
    for (const words of ['Ponte de Metuge (fluxo)', 'Posto de saúde (serviço)', 'Posições dos postos: aproximadas', 'USO INTERNO'])
      if (chief.said !== null) expect(chief.said).toContain(words)
    expect((await printed('gilda')).layers).toEqual([])
    const { said } = await printed('celia', 'MZ0104')
    if (said !== null) expect(said).toContain('Sem registo nesta área: posto fronteiriço, outro ponto de fluxo, serviço.')
    const open = await publicMap(test.house, { pcode: 'MZ0109', paper: 'a4', lang: 'pt', day: '2026-11-27' })
    if ('refused' in open) throw new Error(open.refused[0]!.code)
    expect(open.map.content.places.some(({ name }) => /Cais|Ponte|Posto de saúde/.test(name))).toBe(false)
  })

  it('let the point of a place be moved, held against country and district, and set again as it was', async () => {
    const mieze = (await asOwner(test.house.doors).one<{ id: string; lon: number; lat: number }>(
      sql`select id, lon, lat from places.place where name = 'Mieze' and level = 3`,
    ))!
    const move = (payload: object, who: 'bento' | 'celia' = 'bento') =>
      test.ask(who, { method: 'POST', url: `/api/places/geometry/${mieze.id}/point`, payload: { reason: 'Medido no lugar', ...payload } })
    const point = async () => (await test.ask('bento', { url: `/api/places/place/${mieze.id}` })).body as { lon: number; lat: number }
    expect((await move({ lon: '40.4', lat: '-13.1' }, 'celia')).status).toBe(403)
    expect((await move({ lon: '-13.1', lat: '40.4' })).text).toContain('places.point-swapped')
    expect((await move({ lon: '39.27', lat: '-15.12' })).text).toContain('places.point-other-district')
    expect((await move({ lon: "40° 24' E", lat: "13° 6' S" })).body).toEqual({ lon: 40.4, lat: -13.1 })
    expect((await move({ lon: '39.27', lat: '-15.12', evenSo: true, reason: 'Nampula' })).status).toBe(200)
    expect(await point()).toMatchObject({ lon: 39.27, lat: -15.12 })
    const earlier = async () =>
      ((await test.ask('bento', { url: `/api/places/geometry/${mieze.id}` })).body as { earlier: { id: string; lon: number; reason: string; by: string }[] })
        .earlier
    const [second, first] = await earlier()
    expect([second, first]).toMatchObject([
      { what: 'point', lon: 40.4, lat: -13.1, reason: 'Nampula', by: 'bento' },
      { what: 'point', lon: mieze.lon, lat: mieze.lat, reason: 'Medido no lugar' },
    ])
    expect(
      (await test.ask('bento', { method: 'POST', url: `/api/places/geometry/earlier/${first!.id}/set-again`, payload: { reason: 'Engano' } })).status,
    ).toBe(200)
    expect(await point()).toMatchObject({ lon: mieze.lon, lat: mieze.lat })
    expect(await earlier()).toHaveLength(3)
    const change = { version: ((await test.ask('bento', { url: `/api/places/place/${mieze.id}` })).body as { version: number }).version, lon: 1 }
    expect((await test.ask('bento', { method: 'PATCH', url: `/api/places/place/${mieze.id}`, payload: change })).text).toContain('places.point-own-deed')
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

  it('are replaced for one area by a GeoJSON that is closed, crosses nothing and lies inside the one around it; the earlier one can be set again', async () => {
    const { id } = (await asOwner(test.house.doors).one<{ id: string }>(sql`select id from places.place where pcode = 'MZ0109'`))!
    const bringOne = (ring: [number, number][], more: object = {}, place = id) => {
      const file = { name: 'metuge.geojson', bytes: Buffer.from(JSON.stringify({ type: 'Polygon', coordinates: [ring] })) }
      const sent = multipart(file, { credit: 'INE 2026', reason: 'Novo decreto', ...more })
      return test.ask('bento', { method: 'POST', url: `/api/places/geometry/${place}/boundary`, ...sent })
    }
    const around = (await provinces()).features.find(({ properties }) => properties.pcode === 'MZ01') as unknown as {
      geometry: { coordinates: [number, number][][] }
    }
    const [west, south] = around.geometry.coordinates[0]![0]!
    const box = (from: number, to: number): [number, number][] => [
      [west + from, south + from],
      [west + to, south + from],
      [west + to, south + to],
      [west + from, south + to],
      [west + from, south + from],
    ]
    // One official area alone would take the others off the map.
    expect((await bringOne(box(0.2, 0.8))).text).toContain('places.outline-schematic')
    await putBoundaries(asOwner(test.house.doors), 'MOZ', 'official', 'INE', [{ pcode: 'MZ0109', geometry: { type: 'Polygon', coordinates: [box(0.1, 0.9)] } }])
    expect((await bringOne(box(0.2, 0.8).slice(0, 4))).text).toContain('places.outline-open')
    const [a, b, c, d] = box(0.2, 0.8) as [[number, number], [number, number], [number, number], [number, number]]
    expect((await bringOne([a, c, b, d, a])).text).toContain('places.outline-crosses')
    expect((await bringOne(box(0.2, 3))).text).toContain('places.outline-outside')
    expect((await bringOne(box(0.2, 0.8), { credit: '' })).text).toContain('places.credit-missing')
    expect((await bringOne(box(0.2, 0.8))).body).toMatchObject({ pcode: 'MZ0109', heldAgainst: 'Cabo Delgado' })
    expect((await bringOne(box(0.3, 0.6), { reason: 'Correcção' })).status).toBe(200)
    const outline = async () =>
      (
        (await test.ask('public', { url: '/api/places/areas?level=2' })).body as unknown as {
          features: { properties: { pcode: string }; geometry: { coordinates: number[][][] } }[]
        }
      ).features.find(({ properties }) => properties.pcode === 'MZ0109')!.geometry.coordinates[0]
    expect(await outline()).toEqual(box(0.3, 0.6))
    const at = await test.ask('public', { url: `/api/places/at?lon=${west + 0.25}&lat=${south + 0.25}` })
    expect((at.body as { by: string }).by).toBe('none')
    const { earlier } = (await test.ask('bento', { url: `/api/places/geometry/${id}` })).body as {
      earlier: { id: string; hasOutline: boolean; credit: string }[]
    }
    expect(earlier).toMatchObject([
      { what: 'boundary', hasOutline: true, credit: 'INE 2026', reason: 'Correcção' },
      { what: 'boundary', hasOutline: true, credit: 'INE', reason: 'Novo decreto' },
    ])
    const setAgain = (version: string) =>
      test.ask('bento', { method: 'POST', url: `/api/places/geometry/earlier/${version}/set-again`, payload: { reason: 'Era este' } })
    const other = (await asOwner(test.house.doors).one<{ id: string }>(sql`select id from places.place where pcode = 'MZ0103'`))!.id
    expect((await bringOne(box(0.05, 0.15), {}, other)).status).toBe(200)
    const [none] = ((await test.ask('bento', { url: `/api/places/geometry/${other}` })).body as { earlier: { id: string; hasOutline: boolean }[] }).earlier
    expect(none!.hasOutline).toBe(false)
    expect((await setAgain(none!.id)).text).toContain('places.nothing-stood')
    expect((await setAgain(earlier[0]!.id)).status).toBe(200)
    expect(await outline()).toEqual(box(0.2, 0.8))
    expect((await test.ask('public', { url: `/api/places/at?lon=${west + 0.25}&lat=${south + 0.25}` })).body).toMatchObject({ pcode: 'MZ0109', by: 'inside' })
  })
})
