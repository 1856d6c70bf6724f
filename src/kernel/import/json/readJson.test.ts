import { describe, expect, it } from 'vitest'
import { readTabular } from '../readFile.ts'

const answer = (value: unknown, name = 'ronda.json') => readTabular({ name, bytes: Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)) })
async function read(value: unknown, name?: string) {
  const file = await answer(value, name)
  if ('code' in file) throw new Error(`${file.code} ${JSON.stringify(file.facts)}`)
  const { columns, rows } = file.sheets[0]!
  return { file, names: columns.map((column) => column.name), rows: rows.map(({ cells }) => cells), lines: rows.map(({ line }) => line) }
}

describe('a JSON file as a table', () => {
  it('takes a list of objects, names in the order met, a missing or null value unknown and not zero', async () => {
    const { file, names, rows, lines } = await read([
      { pcode: 'MZ010101', people: 0 },
      { pcode: 'MZ010102', people: null, note: ' ' },
      { note: 'x', pcode: '007' },
    ])
    expect(file.understood).toMatchObject({ format: 'json', encoding: 'utf-8' })
    expect(names).toEqual(['pcode', 'people', 'note'])
    expect(rows).toEqual([
      ['MZ010101', 0],
      ['MZ010102', null, null],
      ['007', null, 'x'],
    ])
    expect(lines).toEqual([2, 3, 4])
  })

  it('finds the list inside an answer of a service, and one object a line', async () => {
    expect((await read({ count: 2, next: null, results: [{ a: 1 }, { a: 2 }] })).rows).toEqual([[1], [2]])
    expect((await read('{"a":1}\n{"a":2}\n')).rows).toEqual([[1], [2]])
  })

  it('names what is nested with a dot and joins lists of words', async () => {
    const { names, rows } = await read([{ place: { district: { name: 'Metuge' } }, reasons: ['conflict', 'flood'], parts: [{ n: 1 }] }])
    expect(names).toEqual(['place.district.name', 'reasons', 'parts'])
    expect(rows).toEqual([['Metuge', 'conflict; flood', '[{"n":1}]']])
  })

  it('takes lists of lists with their HXL row, as data services give them', async () => {
    const { file, rows } = await read([
      ['Posto', 'Pessoas'],
      ['#adm3+name', '#affected+idps'],
      ['Mieze', 5],
    ])
    expect(file.sheets[0]).toMatchObject({ headerLines: [1], hxlLine: 2 })
    expect(rows).toEqual([['Mieze', 5]])
  })

  it('says so when a number is too long to be kept', async () => {
    const { file } = await read('[{"id":12345678901234567890,"people":5}]')
    expect(file.findings).toMatchObject([{ code: 'import.long-numbers', severity: 'error', facts: { count: 1 } }])
  })
})

describe('a GeoJSON file as a table', () => {
  const feature = (geometry: unknown) => ({ type: 'Feature', properties: { site: 'Nicuapa' }, geometry })
  const collection = (features: unknown[], more = {}) => ({ type: 'FeatureCollection', features, ...more })

  it('gives the properties with latitude and longitude of points, and invents none for areas', async () => {
    const area = {
      type: 'Polygon',
      coordinates: [
        [
          [40, -13],
          [41, -13],
          [41, -12],
          [40, -13],
        ],
      ],
    }
    const { file, names, rows } = await read(collection([feature({ type: 'Point', coordinates: [40.5, -12.97] }), feature(area), feature(null)]), 'x.geojson')
    expect(file.understood.format).toBe('geojson')
    expect(names).toEqual(['site', 'latitude', 'longitude'])
    expect(rows).toEqual([['Nicuapa', -12.97, 40.5], ['Nicuapa'], ['Nicuapa']])
    expect(file.findings).toMatchObject([{ code: 'import.shapes-without-point', facts: { count: 1 } }])
  })

  it('is refused when its coordinates are not degrees', async () => {
    const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::32737' } }
    expect(await answer(collection([feature({ type: 'Point', coordinates: [500000, 8_600_000] })], { crs }))).toMatchObject({
      code: 'import.geojson-other-system',
    })
  })
})
