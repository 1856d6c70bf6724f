/** From areas and their figures to what the map draws: shapes with a shade, circles at a point well inside each area, and the box that holds all that matters. */
import type { Feature, FeatureCollection, MultiPolygon, Point, Polygon } from 'geojson'
import type { Count } from '../../engines/count.ts'
import { interiorPoint } from '../../engines/places/interiorPoint.ts'
import { radiusOf, shadeOf } from './mapScale.ts'
import { colours } from './tokens.ts'

type AreaGeometry = Polygon | MultiPolygon
type AreaProperties = { pcode: string; name: string; level: number; parent: string | null }
export type MapAreas = FeatureCollection<AreaGeometry, AreaProperties> & { boundaries?: { kind: 'official' | 'schematic'; credit: string } }
export type MapArea<V> = { pcode: string; name: string; value: V }
/** Areas that stand for something other than a figure, with its words for the legend. */
export type MapTone = { tone: 'grey' | 'hatched'; words: string; pcodes: readonly string[] }
type Box = [number, number, number, number]

const points = new WeakMap<object, [number, number] | undefined>()

function pointOf(geometry: AreaGeometry): [number, number] | undefined {
  if (!points.has(geometry)) points.set(geometry, interiorPoint(geometry, 0.03))
  return points.get(geometry)
}

function widen(box: Box | null, geometry: AreaGeometry): Box | null {
  let widened = box
  for (const part of geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates)
    for (const [lon, lat] of part[0] ?? [])
      widened = widened
        ? [Math.min(widened[0], lon!), Math.min(widened[1], lat!), Math.max(widened[2], lon!), Math.max(widened[3], lat!)]
        : [lon!, lat!, lon!, lat!]
  return widened
}

export function shadedAreas(
  areas: MapAreas,
  shares: readonly MapArea<number | null>[] | undefined,
  circles: readonly MapArea<Count>[] | undefined,
  tones: readonly MapTone[],
) {
  const shareOf = new Map(shares?.map(({ pcode, value }) => [pcode, value]))
  const spoken = new Set([...(shares ?? []), ...(circles ?? [])].map(({ pcode }) => pcode))
  const toneOf = new Map(tones.flatMap(({ tone, pcodes }) => pcodes.map((pcode) => [pcode, tone])))
  let box: Box | null = null
  let everything: Box | null = null
  const features = areas.features.map((feature) => {
    const { pcode } = feature.properties
    everything = widen(everything, feature.geometry)
    if (spoken.has(pcode)) box = widen(box, feature.geometry)
    const share = shareOf.get(pcode)
    const unknown = shares !== undefined && (share === undefined || share === null)
    const ground = toneOf.get(pcode) === 'grey' ? colours.silent : colours.land
    const nothing = unknown || toneOf.get(pcode) === 'hatched'
    return { ...feature, properties: { ...feature.properties, shade: shares && !unknown ? shadeOf(share ?? null) : ground, nothing } }
  })
  return { features: { type: 'FeatureCollection', features } as FeatureCollection, box: (box ?? everything) as Box | null }
}

/** Larger circles first, so that small ones stay visible and in reach. */
export function circleFeatures(areas: MapAreas, circles: readonly MapArea<Count>[], top: number, tones: readonly MapTone[]): FeatureCollection {
  const grey = new Set(tones.flatMap(({ tone, pcodes }) => (tone === 'grey' ? pcodes : [])))
  const shapes = new Map(areas.features.map((feature) => [feature.properties.pcode, feature.geometry]))
  const features = [...circles]
    .sort((a, b) => Number(b.value) - Number(a.value))
    .flatMap(({ pcode, name, value }): Feature<Point>[] => {
      const shape = shapes.get(pcode)
      const at = shape && typeof value === 'number' && value > 0 ? pointOf(shape) : undefined
      return at
        ? [
            {
              type: 'Feature',
              geometry: { type: 'Point', coordinates: at },
              properties: { pcode, name, radius: radiusOf(value as number, top), colour: grey.has(pcode) ? colours.quiet : colours.accent },
            },
          ]
        : []
    })
  return { type: 'FeatureCollection', features }
}

export const pointFeatures = (points: readonly [number, number][]): FeatureCollection => ({
  type: 'FeatureCollection',
  features: points.map((coordinates) => ({ type: 'Feature', geometry: { type: 'Point', coordinates }, properties: {} })),
})

/** `symbols`: instead of words, each with a shape and a colour of its own. `at`: its own point where one is known; otherwise it stands well inside its area. */
export type MapMark = {
  pcode: string
  area: string | null
  at: [number, number] | null
  words: string
  tone: string
  symbols?: readonly { sign: string; tone: string }[]
}

export function markPoint(areas: MapAreas, { area, at }: MapMark): [number, number] | undefined {
  if (at) return at
  const shape = areas.features.find(({ properties }) => properties.pcode === area)
  return shape && pointOf(shape.geometry)
}
