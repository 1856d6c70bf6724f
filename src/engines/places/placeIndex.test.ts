import { existsSync, readFileSync } from 'node:fs'
import { Delaunay } from 'd3-delaunay'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Area, AreaGeometry } from './geometry.ts'
import { buildIndex } from './placeIndex.ts'
import { foundBy, placeOf, placesOf } from './placeOf.ts'
import { placeByRayCasting } from './rayCasting.ts'

const boundaries = new URL('../../../../shared/data/places/MOZ_adm3.json', import.meta.url)
const square = (pcode: string, x: number, y: number, size = 1): Area => ({
  pcode,
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [x, y],
        [x + size, y],
        [x + size, y + size],
        [x, y + size],
        [x, y],
      ],
    ],
  },
})
/** A generator with a seed: the same points in every run. */
function numbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

function differences(areas: Area[], lonlat: Float64Array, cell?: number): number {
  const index = buildIndex(areas, cell)
  const { area, by } = placesOf(index, lonlat)
  let differing = 0
  for (let i = 0; i < area.length; i++) {
    const truth = placeByRayCasting(areas, lonlat[2 * i]!, lonlat[2 * i + 1]!)
    if (truth !== (by[i] === foundBy.inside ? index.pcodes[area[i]!] : undefined)) differing++
  }
  return differing
}

describe('the area of a point', () => {
  const areas = [square('B', 1, 0), square('A', 0, 0)]
  const index = buildIndex(areas)

  it('gives a point on a shared border to the lower code', () => {
    expect(placeOf(index, 1, 0.5)).toEqual({ pcode: 'A', by: 'inside' })
    expect(placeOf(index, 1, 1)).toEqual({ pcode: 'A', by: 'inside' })
    expect(placeOf(index, 1.5, 0)).toEqual({ pcode: 'B', by: 'inside' })
  })
  it('snaps a point up to 2 km outside, with the distance, and no farther', () => {
    const near = placeOf(index, 0.5, -0.01)
    expect(near).toMatchObject({ pcode: 'A', by: 'snapped' })
    expect(near.by === 'snapped' && near.km).toBeCloseTo(1.1132, 3)
    expect(placeOf(index, 0.5, -0.0179)).toMatchObject({ by: 'snapped' })
    expect(placeOf(index, 0.5, -0.0181)).toEqual({ pcode: null, by: 'none' })
    expect(placeOf(index, 30, 30)).toEqual({ pcode: null, by: 'none' })
  })
  it('answers none for a coordinate that is no number, and for an index without areas', () => {
    expect(placeOf(index, Number.NaN, 0)).toEqual({ pcode: null, by: 'none' })
    expect(placeOf(buildIndex([]), 0, 0)).toEqual({ pcode: null, by: 'none' })
  })
  it('leaves a hole outside and reads a Polygon that is nested like a MultiPolygon', () => {
    const ring = (a: number, b: number) => [
      [a, a],
      [b, a],
      [b, b],
      [a, b],
      [a, a],
    ]
    const geometry = { type: 'Polygon', coordinates: [[ring(0, 3), ring(1, 2)]] } as AreaGeometry
    const holed = buildIndex([{ pcode: 'A', geometry }])
    expect(placeOf(holed, 1.5, 1.5).by).toBe('none')
    expect(placeOf(holed, 0.5, 1.5)).toEqual({ pcode: 'A', by: 'inside' })
  })
  it('agrees with ray casting on generated areas, with points on their corners and edges too', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 2, max: 40 }), fc.constantFrom(0.025, 0.1, 1), (seed, count, cell) => {
        const next = numbers(seed)
        // A grid of half units makes shared corners, horizontal borders and points exactly on them common.
        const at = () => Math.round(next() * 20) / 2
        const cells = Delaunay.from(Array.from({ length: count }, () => [at(), at()] as [number, number])).voronoi([0, 0, 10, 10])
        const generated: Area[] = []
        for (let i = 0; i < count; i++) {
          const ring = cells.cellPolygon(i)
          if (ring) generated.push({ pcode: `P${String(count - i).padStart(3, '0')}`, geometry: { type: 'Polygon', coordinates: [ring] } })
        }
        generated.push(square('P000', at(), at(), 0.5 + next() * 3))
        const points = Float64Array.from({ length: 400 }, (_, i) => (i % 4 < 2 ? at() : next() * 11 - 0.5))
        return differences(generated, points, cell) === 0
      }),
      { numRuns: 60 },
    )
  })
})

describe.skipIf(!existsSync(boundaries))('on the administrative posts of Mozambique (skipped when ../shared/data is missing)', () => {
  it('differs from ray casting on none of 200,000 points, corners of the borders among them', () => {
    const { features } = JSON.parse(readFileSync(boundaries, 'utf8')) as { features: { properties: { ADM3_PCODE: string }; geometry: AreaGeometry }[] }
    const areas = features.map(({ properties, geometry }) => ({ pcode: properties.ADM3_PCODE, geometry }))
    const corners = areas.flatMap(({ geometry }) => (geometry.coordinates.flat(2) as number[][]).slice(0, 20))
    const next = numbers(7)
    const lonlat = new Float64Array(400_000)
    for (let i = 0; i < 200_000; i++) {
      const corner = i < 4000 ? corners[i % corners.length]! : [30.2 + next() * 10.7, -26.9 + next() * 16.5]
      lonlat.set([corner[0]!, corner[1]!], 2 * i)
    }
    expect(differencesByBox(areas, lonlat)).toBe(0)
  })
})

/** Ray casting against every area whose box holds the point: the same answer as against all, soon enough for a test. */
function differencesByBox(areas: Area[], lonlat: Float64Array): number {
  const boxed = areas.map((area) => {
    const flat = area.geometry.coordinates.flat(3).flat() as number[]
    const [xs, ys] = [flat.filter((_, i) => i % 2 === 0), flat.filter((_, i) => i % 2 === 1)]
    return { area, box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] }
  })
  const index = buildIndex(areas)
  const { area, by } = placesOf(index, lonlat)
  let differing = 0
  for (let i = 0; i < area.length; i++) {
    const [x, y] = [lonlat[2 * i]!, lonlat[2 * i + 1]!]
    const around = boxed.filter(({ box }) => x >= box[0]! && x <= box[2]! && y >= box[1]! && y <= box[3]!).map((one) => one.area)
    if (placeByRayCasting(around, x, y) !== (by[i] === foundBy.inside ? index.pcodes[area[i]!] : undefined)) differing++
  }
  return differing
}
