import { readFileSync } from 'node:fs'
import { feature } from 'topojson-client'
import { describe, expect, it } from 'vitest'
import type { Area, AreaGeometry } from './geometry.ts'
import { partsOf, ringArea } from './geometry.ts'
import type { Place } from './place.ts'
import { buildIndex } from './placeIndex.ts'
import { placeOf } from './placeOf.ts'
import { type SchematicCollection, schematicAreas } from './schematicAreas.ts'

const places = (JSON.parse(readFileSync(new URL('../../../country/mozambique/places/places.json', import.meta.url), 'utf8')) as { places: Place[] }).places
const world = JSON.parse(readFileSync(new URL('../../../node_modules/world-atlas/countries-10m.json', import.meta.url), 'utf8'))
const outline = feature(
  world,
  world.objects.countries.geometries.find(({ id }: { id: string }) => id === '508'),
).geometry as unknown as AreaGeometry
const sizeOf = (geometry: AreaGeometry) => partsOf(geometry).reduce((sum, part) => sum + part.reduce((all, ring) => all + ringArea(ring), 0), 0)
const areasOf = ({ features }: SchematicCollection): Area[] =>
  features.map(({ properties, geometry }) => ({ pcode: properties.pcode, geometry: geometry as AreaGeometry }))

const place = (pcode: string, level: number, parent: string | null, point: [number, number] | null): Place => ({
  pcode,
  name: pcode,
  level,
  parent,
  validFrom: null,
  aliases: [],
  point,
})
const box: AreaGeometry = {
  type: 'Polygon',
  coordinates: [
    [
      [0, 0],
      [4, 0],
      [4, 2],
      [0, 2],
      [0, 0],
    ],
  ],
}

describe('schematic areas', () => {
  it('gives each post the land nearest to its point, and joins posts into districts', () => {
    const list = [place('A', 1, null, null), place('A1', 2, 'A', [1, 1]), place('A2', 2, 'A', [3, 1])]
    const { byLevel, withoutArea } = schematicAreas(box, list)
    expect(withoutArea).toEqual([])
    expect(byLevel[2]!.features.map(({ geometry }) => sizeOf(geometry as AreaGeometry))).toEqual([4, 4])
    expect(sizeOf(byLevel[1]!.features[0]!.geometry as AreaGeometry)).toBe(8)
    expect(byLevel[1]!.features[0]!.properties).toMatchObject({ pcode: 'A', schematic: true })
  })
  it('draws a district inside another as a hole in it', () => {
    const around = [
      [1, 0.4],
      [3, 0.4],
      [1, 1.6],
      [3, 1.6],
      [0.5, 1],
      [3.5, 1],
    ].map(([x, y], i) => place(`B${i}`, 2, 'B', [x!, y!]))
    const { byLevel } = schematicAreas(box, [place('A', 1, null, null), place('B', 1, null, null), place('A1', 2, 'A', [2, 1]), ...around])
    const [a, b] = byLevel[1]!.features
    expect(sizeOf(a!.geometry as AreaGeometry) + sizeOf(b!.geometry as AreaGeometry)).toBeCloseTo(8, 6)
  })
  it('names the places that have no land or no point, and draws nothing of an empty list', () => {
    expect(schematicAreas(box, [place('A', 1, null, [1, 1]), place('B', 1, null, null)]).withoutArea).toEqual(['B'])
    expect(schematicAreas(box, [])).toEqual({ byLevel: {}, withoutArea: [] })
  })

  const { byLevel, withoutArea } = schematicAreas(outline, places)
  it('covers Mozambique once on every level, with the same land', () => {
    const sizes = [1, 2, 3].map((level) => areasOf(byLevel[level]!).reduce((sum, { geometry }) => sum + sizeOf(geometry), 0))
    const bytes = [1, 2, 3].map((level) => JSON.stringify(byLevel[level]).length)
    console.log(
      'areas',
      [1, 2, 3].map((level) => byLevel[level]!.features.length),
      'square degrees',
      sizes,
      'bytes',
      bytes,
      'without area',
      withoutArea,
    )
    expect(byLevel[1]!.features).toHaveLength(11)
    expect(byLevel[2]!.features.length).toBeGreaterThanOrEqual(155)
    expect(sizes[0]).toBeCloseTo(Math.abs(sizeOf(outline)), 1)
    expect(sizes[1]).toBeCloseTo(sizes[0]!, 6)
    expect(sizes[2]).toBeCloseTo(sizes[0]!, 6)
  })
  it('puts the point of each post in its own area, on every level', () => {
    for (const level of [1, 2, 3]) {
      const index = buildIndex(areasOf(byLevel[level]!))
      const drawn = new Set(byLevel[level]!.features.map(({ properties }) => properties.pcode))
      const wrong = places.filter((one) => {
        if (one.level !== 3 || one.validTo || !one.point || !drawn.has(one.pcode.slice(0, 2 + level * 2))) return false
        const found = placeOf(index, ...one.point)
        return found.by === 'inside' && found.pcode !== one.pcode.slice(0, 2 + level * 2)
      })
      expect(wrong.map(({ pcode }) => pcode)).toEqual([])
    }
  })
})
