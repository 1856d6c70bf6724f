import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fromGeoJson } from './fromGeoJson.ts'
import { fromTopoJson } from './fromTopoJson.ts'

const ring = [
  [40, -13],
  [41, -13],
  [41, -12],
  [40, -12],
  [40, -13],
]
const file = (properties: object, geometry: object = { type: 'Polygon', coordinates: [ring] }, crs?: object) =>
  JSON.stringify({ type: 'FeatureCollection', ...(crs ? { crs } : {}), features: [{ type: 'Feature', properties, geometry }] })
const known = { isKnown: (pcode: string) => pcode.startsWith('MZ'), country: 'MZ' }

describe('official boundaries from JSON', () => {
  it.each([
    [
      { ADM2_PCODE: 'MZ0109', ADM2_PT: 'Metuge', ADM2_EN: 'Metuge', ADM1_PCODE: 'MZ01', ADM0_PCODE: 'MZ' },
      { level: 2, parent: 'MZ01' },
    ],
    [
      { admin2Pcode: 'mz0109', admin2Name_pt: 'Metuge', admin1Pcode: 'MZ01' },
      { level: 2, parent: 'MZ01' },
    ],
    [{ adm2_pcode: 'MZ0109', adm2_name: 'Metuge' }, { level: 2 }],
    [{ pcode: 'MZ0109', name: 'Metuge' }, {}],
  ])('knows the columns %o', (properties, more) => {
    expect(fromGeoJson(file(properties), known)).toMatchObject({ features: [{ pcode: 'MZ0109', name: 'Metuge', ...more }], findings: [] })
  })
  it('sets the nesting of a mislabelled polygon right and closes rings', () => {
    const answer = fromGeoJson(file({ pcode: 'MZ01' }, { type: 'Polygon', coordinates: [[ring.slice(0, 4)]] }), known)
    expect(answer).toMatchObject({ features: [{ geometry: { type: 'Polygon', coordinates: [ring] } }] })
  })
  it.each([
    ['places.boundary-no-pcodes', file({ label: 'Metuge' })],
    ['places.boundary-other-country', file({ ADM1_PCODE: 'ZW01', ADM1_EN: 'Harare' })],
    ['places.boundary-not-wgs84', file({ pcode: 'MZ01' }, { type: 'Polygon', coordinates: [ring.map(([x, y]) => [x! * 1e4, y! * 1e4])] })],
    ['places.boundary-not-wgs84', file({ pcode: 'MZ01' }, undefined, { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::32737' } })],
    ['places.boundary-empty', '{"type":"FeatureCollection","features":[]}'],
    ['places.boundary-unreadable', '{"type":"FeatureColl'],
    ['places.boundary-unreadable', '[1,2]'],
    ['places.boundary-unreadable', 'null'],
  ])('refuses with %s', (code, text) => {
    expect(fromGeoJson(text, known)).toMatchObject({ code })
  })
  it('tells of unknown codes, codes twice and shapes without area, and keeps the rest', () => {
    const at = (pcode: string | null, geometry: object | null) => ({ type: 'Feature', properties: { pcode }, geometry })
    const square = { type: 'Polygon', coordinates: [ring] }
    const features = [at('MZ01', square), at('MZ01', square), at('XX01', square), at('MZ02', null), at(null, square)]
    const answer = fromGeoJson(JSON.stringify({ type: 'FeatureCollection', features }), known)
    expect(answer).toMatchObject({ features: [{ pcode: 'MZ01', geometry: { type: 'MultiPolygon' } }] })
    expect('findings' in answer && answer.findings.map(({ code }) => code).sort()).toEqual([
      'places.boundary-code-twice',
      'places.boundary-code-unknown',
      'places.boundary-without-area',
      'places.boundary-without-code',
    ])
  })
  it('unfolds the shared arcs of a TopoJSON file', () => {
    const topology = {
      type: 'Topology',
      transform: { scale: [1, 1], translate: [40, -13] },
      arcs: [
        [
          [1, 0],
          [0, 1],
        ],
        [
          [1, 1],
          [-1, 0],
          [0, -1],
          [1, 0],
        ],
        [
          [1, 0],
          [1, 0],
          [0, 1],
          [-1, 0],
        ],
      ],
      objects: {
        adm1: {
          type: 'GeometryCollection',
          geometries: [
            { type: 'Polygon', arcs: [[0, 1]], properties: { ADM1_PCODE: 'MZ01' } },
            { type: 'MultiPolygon', arcs: [[[2, -1]]], properties: { ADM1_PCODE: 'MZ02' } },
          ],
        },
      },
    }
    const answer = fromTopoJson(JSON.stringify(topology), known)
    expect(answer).toMatchObject({
      features: [
        {
          pcode: 'MZ01',
          geometry: {
            coordinates: [
              [
                [41, -13],
                [41, -12],
                [40, -12],
                [40, -13],
                [41, -13],
              ],
            ],
          },
        },
        {
          pcode: 'MZ02',
          geometry: {
            coordinates: [
              [
                [41, -13],
                [42, -13],
                [42, -12],
                [41, -12],
                [41, -13],
              ],
            ],
          },
        },
      ],
    })
    expect(fromTopoJson('{"type":"Topology"}', known)).toMatchObject({ code: 'places.boundary-unreadable' })
  })
})

const shared = new URL('../../../../../shared/data/places/', import.meta.url)
describe.skipIf(!existsSync(shared))('published boundary files (skipped when ../shared/data is missing)', () => {
  it.each([
    [1, 11],
    [2, 157],
    [3, 409],
  ])('reads level %i with %i areas', (level, count) => {
    const answer = fromGeoJson(readFileSync(new URL(`MOZ_adm${level}.json`, shared), 'utf8'), known)
    expect(answer).toMatchObject({ findings: [] })
    expect('features' in answer && answer.features.filter((one) => one.level === level && one.name !== '')).toHaveLength(count)
  })
  it('reads the TopoJSON of the provinces with their Portuguese names', () => {
    const answer = fromTopoJson(readFileSync(new URL('moz_adm1.viz.topojson.json', shared), 'utf8'), known)
    expect('features' in answer && answer.features).toHaveLength(11)
    expect(answer).toMatchObject({ features: expect.arrayContaining([expect.objectContaining({ pcode: 'MZ01', name: 'Cabo Delgado', level: 1 })]) })
  })
})
