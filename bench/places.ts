/**
 * P-coding of a million points: our index against flatbush (boxes) with ray casting and against which-polygon, on the same areas in the same run, after
 * proving 0 differences from exact ray casting. Run: npx tsx bench/places.ts
 */
import { existsSync, readFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { Delaunay } from 'd3-delaunay'
import Flatbush from 'flatbush'
// @ts-expect-error: the package ships no types
import whichPolygon from 'which-polygon'
import { type Area, type AreaGeometry, boxOf, type Part, partsOf } from '../src/engines/places/geometry.ts'
import { buildIndex, type PlaceIndex } from '../src/engines/places/placeIndex.ts'
import { foundBy, placesOf } from '../src/engines/places/placeOf.ts'
import { isInPart, placeByRayCasting } from '../src/engines/places/rayCasting.ts'

const source = new URL('../../shared/data/places/MOZ_adm3.json', import.meta.url)
const count = 1_000_000

/** Always the same numbers, so that two runs measure the same work. */
function numbers(seed: number): () => number {
  let state = seed >>> 0
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32
}

/** 400 cells over Mozambique's extent with wavy borders that neighbours share: about 164,000 vertices. */
function generatedAreas(): Area[] {
  const next = numbers(11)
  const cells = Delaunay.from(Array.from({ length: 400 }, () => [30.2 + next() * 10.7, -26.9 + next() * 16.5] as [number, number])).voronoi([
    30.2, -26.9, 40.9, -10.4,
  ])
  const wavy = ([ax, ay]: number[], [bx, by]: number[]) => {
    const isForward = ax! < bx! || (ax === bx && ay! < by!)
    const [x0, y0, x1, y1] = isForward ? [ax!, ay!, bx!, by!] : [bx!, by!, ax!, ay!]
    const steps = 71
    const points = Array.from({ length: steps }, (_, i) => {
      const t = i / steps
      const wave = Math.sin(t * 40) * Math.sin(t * Math.PI) * 0.01
      return [x0 + t * (x1 - x0) - wave * (y1 - y0), y0 + t * (y1 - y0) + wave * (x1 - x0)]
    })
    return isForward ? points : [[x1, y1], ...points.slice(1).reverse()]
  }
  return Array.from({ length: 400 }, (_, i) => {
    const ring = cells.cellPolygon(i)!
    const border = ring.slice(1).flatMap((to, k) => wavy(ring[k]!, to))
    return { pcode: `G${String(i).padStart(4, '0')}`, geometry: { type: 'Polygon', coordinates: [[...border, border[0]]] } }
  })
}

function sharedAreas(): Area[] {
  const { features } = JSON.parse(readFileSync(source, 'utf8')) as { features: { properties: { ADM3_PCODE: string }; geometry: AreaGeometry }[] }
  return features.map(({ properties, geometry }) => ({ pcode: properties.ADM3_PCODE, geometry }))
}

function timed<T>(work: () => T): { ms: number; answer: T } {
  const start = performance.now()
  const answer = work()
  return { ms: performance.now() - start, answer }
}

/** The usual reference: a tree of boxes, then ray casting in each box that holds the point; lowest code first, as ours. */
function flatbushLookup(areas: Area[], points: Float64Array) {
  const pieces = areas
    .flatMap(({ pcode, geometry }) => partsOf(geometry).map((part) => ({ pcode, part, box: boxOf(part) })))
    .sort((a, b) => (a.pcode < b.pcode ? -1 : 1))
  const built = timed(() => {
    const tree = new Flatbush(pieces.length)
    for (const { box } of pieces) tree.add(...(box as [number, number, number, number]))
    tree.finish()
    return tree
  })
  const looked = timed(() => {
    let found = 0
    for (let i = 0; i < points.length; i += 2) {
      const [x, y] = [points[i]!, points[i + 1]!]
      const hits = built.answer.search(x, y, x, y).sort((a, b) => a - b)
      if (hits.some((hit) => isInPart(pieces[hit]!.part as Part, x, y))) found++
    }
    return found
  })
  return { build: built.ms, look: looked.ms, found: looked.answer }
}

function whichPolygonLookup(areas: Area[], points: Float64Array) {
  const features = areas.map(({ pcode, geometry }) => ({
    type: 'Feature' as const,
    properties: { pcode },
    geometry: { type: 'MultiPolygon' as const, coordinates: partsOf(geometry) as unknown as number[][][][] },
  }))
  const built = timed(() => whichPolygon({ type: 'FeatureCollection', features } as never))
  const looked = timed(() => {
    let found = 0
    for (let i = 0; i < points.length; i += 2) if (built.answer([points[i]!, points[i + 1]!])) found++
    return found
  })
  return { build: built.ms, look: looked.ms, found: looked.answer }
}

function differences(index: PlaceIndex, areas: Area[], points: Float64Array, checked: number): number {
  const boxed = areas.map((area) => ({ area, box: boxOf(partsOf(area.geometry).flat()) }))
  const { area, by } = placesOf(index, points.subarray(0, checked * 2))
  let differing = 0
  for (let i = 0; i < checked; i++) {
    const [x, y] = [points[2 * i]!, points[2 * i + 1]!]
    const around = boxed.filter(({ box }) => x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3]).map((one) => one.area)
    if (placeByRayCasting(around, x, y) !== (by[i] === foundBy.inside ? index.pcodes[area[i]!] : undefined)) differing++
  }
  return differing
}

function measure(title: string, areas: Area[]): boolean {
  const next = numbers(3)
  const points = Float64Array.from({ length: count * 2 }, (_, i) => (i % 2 === 0 ? 30.2 + next() * 10.7 : -26.9 + next() * 16.5))
  const vertices = areas.reduce(
    (sum, { geometry }) =>
      sum +
      partsOf(geometry)
        .flat()
        .reduce((all, ring) => all + ring.length, 0),
    0,
  )
  buildIndex(areas.slice(0, 40))
  const built = timed(() => buildIndex(areas))
  placesOf(built.answer, points.subarray(0, 200_000))
  const looked = timed(() => placesOf(built.answer, points))
  const differing = differences(built.answer, areas, points, 200_000)
  // A tenth of the points: this reference takes most of a minute for all of them on detailed areas.
  const boxes = flatbushLookup(areas, points.subarray(0, points.length / 10))
  const which = whichPolygonLookup(areas, points)
  const round = (n: number) => Math.round(n * 10) / 10
  console.log(`${title}: ${areas.length} areas, ${vertices} vertices, ${count} points`)
  console.log(`  ours           build ${round(built.ms)} ms, points ${round(looked.ms)} ms, differences from ray casting on 200,000 points: ${differing}`)
  console.log(
    `  flatbush       build ${round(boxes.build)} ms, a tenth of the points ${round(boxes.look)} ms: ${round((boxes.look * 10) / looked.ms)} times ours per point`,
  )
  console.log(`  which-polygon  build ${round(which.build)} ms, points ${round(which.look)} ms: ${round(which.look / looked.ms)} times ours`)
  console.log(`  bars: points <= 200 ms ${looked.ms <= 200 ? 'met' : 'missed'}, build <= 300 ms ${built.ms <= 300 ? 'met' : 'missed'}`)
  return differing === 0
}

const generated = measure('generated areas', generatedAreas())
const isShared = existsSync(source)
if (!isShared) console.log('skipped: administrative posts of Mozambique (no ../shared/data/places)')
const real = !isShared || measure('administrative posts of Mozambique', sharedAreas())
console.log(`peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB, load ${loadavg()[0]!.toFixed(1)}`)
process.exitCode = generated && real ? 0 : 1
