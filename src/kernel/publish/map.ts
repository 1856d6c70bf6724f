/**
 * Maps as SVG text for page and paper: circles by area for counts, shades for rates (a shade for a count would make large districts look full).
 * At most five classes with their breaks printed; "no data" hatched; north, credit and the word "schematic" where the outline is ours. No point is finer
 * than the areas handed in. Strategy: focus area 15, activities C and G.
 */
import { type GeoStream, geoIdentity, geoPath } from 'd3-geo'
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson'
import { type Count, isKnown } from '../../engines/count.ts'
import { escapeXml, hatch } from './charts.ts'
import { accent, fontFamily, hairline, ink, land, muted, shades } from './palette.ts'

export type MapArea = { pcode: string; name: string; geometry: Polygon | MultiPolygon; value: Count }

export type MapWords = { legend: string; unknown: string; withheld: string; none: string; schematic: string; north: string; credit: string }

export type MapSettings = {
  kind: 'circles' | 'shades'
  areas: MapArea[]
  /** Neighbours drawn without a value, for orientation. */
  around?: (Polygon | MultiPolygon)[]
  /** Ascending inner breaks for shades, at most four; kept between rounds when they are compared. */
  breaks?: number[]
  schematic: boolean
  words: MapWords
  print: (value: number) => string
  width?: number
  height?: number
  /** How many of the largest areas carry their name and figure on the map. */
  labels?: number
}

type Placed = MapArea & { feature: Feature<MultiPolygon>; x: number; y: number; radius: number }

/** The whole map as one SVG. Areas without a known value are hatched, withheld ones all look the same whatever their value. */
export function areaMap(settings: MapSettings): string {
  const { areas, around = [], width = 680, words } = settings
  const legendWidth = 170
  const features = areas.map((area) => toFeature(area.geometry))
  const [mapWidth, mapHeight] = shapeOf(features)
  const height = settings.height ?? fittingHeight(mapHeight / mapWidth, width - legendWidth)
  const projection = geoIdentity()
    .reflectY(true)
    .fitExtent(
      [
        [10, 10],
        [width - legendWidth - 10, height - 34],
      ],
      { type: 'FeatureCollection', features },
    )
  const drawn = Math.min((width - legendWidth - 20) / mapWidth, (height - 44) / mapHeight)
  const scale = radiusScale(mapWidth * mapHeight * drawn * drawn, areas)
  projection.clipExtent([
    [0, 0],
    [width - legendWidth, height - 26],
  ])
  const path = geoPath({ stream: (out) => projection.stream(thinned(out)) }).digits(1)
  const placed = areas.map((area, index): Placed => {
    const [x, y] = path.centroid(features[index]!)
    return { ...area, feature: features[index]!, x, y, radius: radiusOf(area.value, scale) }
  })
  const parts = [
    `<defs>${hatch('no-data', hatching)}${hatch('held-back', hatching, -45)}</defs>`,
    ...around.map((geometry) => `<path d="${path(toFeature(geometry)) ?? ''}" fill="#fff" stroke="${hairline}" stroke-width="0.6"/>`),
    ...placed.map((area) => `<path d="${path(area.feature) ?? ''}" fill="${fillOf(area, settings)}" fill-rule="evenodd" stroke="#8d98a3" stroke-width="0.7"/>`),
    ...(settings.kind === 'circles' ? circles(placed) : []),
    ...labels(placed, settings),
    settings.kind === 'circles' ? circleLegend(settings, scale, width - legendWidth + 14) : shadeLegend(settings, width - legendWidth + 14),
    northArrow(width - 34, height - 84, words.north),
    `<text x="10" y="${height - 8}" font-size="10" fill="${muted}">${escapeXml(settings.schematic ? `${words.schematic} · ${words.credit}` : words.credit)}</text>`,
  ]
  const head = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${fontFamily}" font-size="12" fill="${ink}">`
  return `${head}${parts.join('')}</svg>`
}

const hatching = '#9aa5b0'

/** Width and height of the whole in the map's own measure, before it is fitted to the page. */
function shapeOf(features: Feature<MultiPolygon>[]): [width: number, height: number] {
  const [[left, top], [right, bottom]] = geoPath().bounds({ type: 'FeatureCollection', features })
  return [Math.max(1e-9, right - left), Math.max(1e-9, bottom - top)]
}

/** Half a page; a country that stands upright, such as Mozambique, gets the height that it asks for, up to most of a page. */
const fittingHeight = (upright: number, room: number): number => (upright > 1.5 ? Math.round(Math.min(620, room * upright)) : 430)

type RadiusScale = { largest: number; radius: number }

/** The largest circle is as wide as an average area, so that a whole country does not vanish under its circles. */
function radiusScale(drawnArea: number, areas: MapArea[]): RadiusScale {
  const average = Math.sqrt(drawnArea / Math.max(1, areas.length))
  const largest = Math.max(1, ...areas.map((area) => (isKnown(area.value) ? area.value : 0)))
  return { largest, radius: Math.min(34, Math.max(18, average / 2)) }
}

/** Area, not radius, stands for the number. */
const radiusOf = (value: Count, { largest, radius }: RadiusScale): number =>
  isKnown(value) && value > 0 ? Math.max(1.5, radius * Math.sqrt(value / largest)) : 0

/** Boundaries come with more corners than paper can show; those closer than a pixel (a quarter of a millimetre) only make the file heavy. */
export function thinned(out: GeoStream): GeoStream {
  let last: [number, number] | null = null
  return {
    ...{ polygonStart: () => out.polygonStart(), polygonEnd: () => out.polygonEnd(), sphere: () => out.sphere?.() },
    lineStart() {
      last = null
      out.lineStart()
    },
    lineEnd: () => out.lineEnd(),
    point(x, y) {
      if (last && (x - last[0]) ** 2 + (y - last[1]) ** 2 < 1) return
      last = [x, y]
      out.point(x, y)
    },
  }
}

/** Mercator on the flat: true to angles, and a country is small enough to need no more. Which way a ring runs does not matter here. */
export function toFeature(geometry: Polygon | MultiPolygon): Feature<MultiPolygon> {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  const coordinates = polygons.filter((rings) => (rings[0]?.length ?? 0) >= 4).map((rings) => rings.map((ring) => ring.map(mercator)))
  return { type: 'Feature', properties: null, geometry: { type: 'MultiPolygon', coordinates } }
}

const radians = Math.PI / 180
export const mercator = ([longitude, latitude]: Position): Position => [longitude! * radians, Math.log(Math.tan(Math.PI / 4 + (latitude! * radians) / 2))]

function fillOf(area: MapArea, { kind, breaks = [] }: MapSettings): string {
  if (area.value === 'unknown') return 'url(#no-data)'
  if (area.value === 'withheld') return 'url(#held-back)'
  return kind === 'circles' ? land : shades[classOf(area.value, breaks)]!
}

export const classOf = (value: number, breaks: number[]): number => breaks.filter((edge) => value >= edge).length

const circles = (placed: Placed[]): string[] =>
  placed
    .filter((area) => area.radius > 0)
    .toSorted((a, b) => b.radius - a.radius)
    .map(
      ({ x, y, radius }) => `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${radius.toFixed(1)}" fill="${accent}" fill-opacity="0.72" stroke="#fff"/>`,
    )

type Box = { left: number; right: number; top: number; bottom: number }
const meet = (a: Box, b: Box): boolean => a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top

/** Names of the largest first, inside the circle or beside it; one that would cover another is left out, because the table holds every figure. */
function labels(placed: Placed[], { labels: wanted = 12, print, kind }: MapSettings): string[] {
  const known = placed.filter((area): area is Placed & { value: number } => isKnown(area.value) && area.value > 0).toSorted((a, b) => b.value - a.value)
  const circleBox = ({ x, y, radius }: Placed): Box => ({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius })
  const taken: Box[] = []
  const written: string[] = []
  for (const area of known) {
    if (written.length >= wanted) break
    const lines = [area.name, print(area.value)]
    const long = Math.max(...lines.map((text) => text.length)) * 5.6
    const others = kind === 'circles' ? known.filter((other) => other !== area).map(circleBox) : []
    const place = labelPlaces(area, long).find(({ box, inside }) => ![...taken, ...(inside ? [] : others)].some((other) => meet(box, other)))
    if (!place) continue
    taken.push(place.box)
    const { anchor, x, box } = place
    const ground = place.inside
      ? ''
      : `<rect x="${(box.left - 2).toFixed(1)}" y="${box.top.toFixed(1)}" width="${long.toFixed(1)}" height="26" rx="3" fill="#fff" fill-opacity="0.72"/>`
    const colour = place.inside ? ' fill="#fff"' : ''
    const text = (content: string, index: number) =>
      `<text x="${x.toFixed(1)}" y="${(box.top + 10 + index * 12).toFixed(1)}" text-anchor="${anchor}" font-size="11"${index === 0 ? ' font-weight="bold"' : ''}${colour}>${escapeXml(content)}</text>`
    written.push(ground + lines.map(text).join(''))
  }
  return written
}

type LabelPlace = { box: Box; x: number; anchor: 'start' | 'middle' | 'end'; inside: boolean }

function labelPlaces({ x, y, radius }: Placed, long: number): LabelPlace[] {
  const box = (left: number, top: number): Box => ({ left, right: left + long, top, bottom: top + 26 })
  const beside = radius + 4
  const outside: LabelPlace[] = [
    { box: box(x + beside, y - 13), x: x + beside, anchor: 'start', inside: false },
    { box: box(x - beside - long, y - 13), x: x - beside, anchor: 'end', inside: false },
    { box: box(x - long / 2, y + beside - 2), x, anchor: 'middle', inside: false },
    { box: box(x - long / 2, y - beside - 24), x, anchor: 'middle', inside: false },
  ]
  return radius * 1.8 > long ? [{ box: box(x - long / 2, y - 13), x, anchor: 'middle', inside: true }, ...outside] : outside
}

function circleLegend({ words, print }: MapSettings, scale: RadiusScale, x: number): string {
  const { largest, radius: widest } = scale
  const steps = [...new Set([niceBelow(largest), niceBelow(largest / 4), niceBelow(largest / 20)])].filter((value, index, all) => {
    const above = index === 0 ? Number.POSITIVE_INFINITY : 2 * radiusOf(all[index - 1]!, scale)
    return value > 0 && above - 2 * radiusOf(value, scale) >= 9
  })
  const bottom = 60 + 2 * widest
  const rings = steps.map((value) => {
    const radius = radiusOf(value, scale)
    const top = bottom - 2 * radius
    return `<circle cx="${x + widest}" cy="${bottom - radius}" r="${radius.toFixed(1)}" fill="none" stroke="${accent}"/><line x1="${x + widest}" x2="${x + 2 * widest + 6}" y1="${top.toFixed(1)}" y2="${top.toFixed(1)}" stroke="${muted}" stroke-width="0.6"/><text x="${x + 2 * widest + 9}" y="${(top + 4).toFixed(1)}" font-size="11">${escapeXml(print(value))}</text>`
  })
  return `${legendTitle(words.legend, x)}${rings.join('')}${keys(words, x, bottom + 24, true)}`
}

function shadeLegend({ words, breaks = [], print }: MapSettings, x: number): string {
  const classes = Array.from({ length: breaks.length + 1 }, (_, index) => {
    const from = breaks[index - 1]
    const to = breaks[index]
    const range = from === undefined ? `< ${print(to ?? 0)}` : to === undefined ? `≥ ${print(from)}` : `${print(from)} – < ${print(to)}`
    return key(x, 52 + index * 22, shades[index]!, range)
  })
  return `${legendTitle(words.legend, x)}${classes.join('')}${keys(words, x, 60 + (breaks.length + 1) * 22, false)}`
}

const legendTitle = (title: string, x: number): string =>
  title
    .split('\n')
    .map((line, index) => `<text x="${x}" y="${22 + index * 14}" font-weight="bold">${escapeXml(line)}</text>`)
    .join('')

function keys(words: MapWords, x: number, y: number, withNone: boolean): string {
  const rows: [string, string][] = [
    ...(withNone ? [[land, words.none] as [string, string]] : []),
    ['url(#no-data)', words.unknown],
    ['url(#held-back)', words.withheld],
  ]
  return rows.map(([fill, word], index) => key(x, y + index * 22, fill, word)).join('')
}

const key = (x: number, y: number, fill: string, word: string): string =>
  `<rect x="${x}" y="${y}" width="18" height="13" fill="${fill}" stroke="#8d98a3" stroke-width="0.6"/><text x="${x + 25}" y="${y + 11}" font-size="11">${escapeXml(word)}</text>`

export const northArrow = (x: number, y: number, word: string): string =>
  `<g><path d="M${x},${y} l7,24 l-7,-6 l-7,6 z" fill="${ink}"/><text x="${x}" y="${y + 40}" text-anchor="middle" font-weight="bold">${escapeXml(word)}</text></g>`

/** The largest of 1, 2 or 5 times a power of ten that is not above the value. */
export function niceBelow(value: number): number {
  if (value < 1) return 0
  const power = 10 ** Math.floor(Math.log10(value))
  return [5, 2, 1].map((step) => step * power).find((candidate) => candidate <= value) ?? power
}
