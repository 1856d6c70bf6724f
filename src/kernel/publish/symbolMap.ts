/**
 * Things at their points on a map, each told by shape and colour together, so that a photocopy and a colour-blind reader lose nothing, and by the number under which the list beside it
 * has them. Several at one point stand beside each other; what would cover another moves aside and keeps a line to where it is.
 */
import { geoIdentity, geoPath } from 'd3-geo'
import type { MultiPolygon, Polygon } from 'geojson'
import type { Sign } from '../../engines/signs.ts'
import { escapeXml } from './charts.ts'
import { mercator, northArrow, thinned, toFeature } from './map.ts'
import { fontFamily, hairline, ink, land, muted } from './palette.ts'

export type Look = { sign: Sign; tone: number }
/** `at`: its point, or the outline in whose middle it stands for want of one. `filled`: as it should be; hollow: less than that. */
export type MapSymbol = { number: number; at: [lon: number, lat: number] | Polygon | MultiPolygon; look: Look; filled: boolean; place: string }
export type SymbolMap = {
  areas: (Polygon | MultiPolygon)[]
  around: (Polygon | MultiPolygon)[]
  symbols: readonly MapSymbol[]
  schematic: boolean
  kinds: readonly { name: string; look: Look }[]
  words: { legend: string; filled: string; hollow: string; schematic: string; north: string; credit: string }
}

const [width, height, legendWidth] = [900, 540, 230]
const radius = 8
const step = 2 * radius + 6
/** Dark enough for white paper and for a photocopy; the same tones as on the screen. */
const colours = ['#1f4e79', '#b4441b', '#1f6043', '#6a3d9a', '#8a6100', '#a5004f', '#00707a', '#3a3a3a']

/** Corners of each sign around its middle, in units of its radius; a circle has none. */
const turned = (corners: number, from: number, inner = 1): [number, number][] =>
  Array.from({ length: corners }, (_, at) => {
    const angle = ((from + (360 / corners) * at) * Math.PI) / 180
    const far = at % 2 === 1 ? inner : 1
    return [far * Math.cos(angle), far * Math.sin(angle)]
  })
const third = 0.36
const corners: Record<Exclude<Sign, '●'>, [number, number][]> = {
  '■': turned(4, 45).map(([x, y]) => [x * 1.2, y * 1.2]),
  '▲': turned(3, -90).map(([x, y]) => [x * 1.2, y * 1.2]),
  '▼': turned(3, 90).map(([x, y]) => [x * 1.2, y * 1.2]),
  '◆': turned(4, 0).map(([x, y]) => [x * 1.15, y * 1.15]),
  '★': turned(10, -90, 0.45).map(([x, y]) => [x * 1.25, y * 1.25]),
  '⬟': turned(5, -90).map(([x, y]) => [x * 1.1, y * 1.1]),
  '✚': [
    [-third, -1],
    [third, -1],
    [third, -third],
    [1, -third],
    [1, third],
    [third, third],
    [third, 1],
    [-third, 1],
    [-third, third],
    [-1, third],
    [-1, -third],
    [-third, -third],
  ],
}

function drawn({ sign, tone }: Look, filled: boolean, x: number, y: number): string {
  const colour = colours[tone % colours.length]!
  const paint = `fill="${filled ? colour : '#fff'}" stroke="${colour}" stroke-width="1.6"`
  if (sign === '●') return `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${radius}" ${paint}/>`
  return `<polygon points="${corners[sign].map(([dx, dy]) => `${(x + dx * radius).toFixed(1)},${(y + dy * radius).toFixed(1)}`).join(' ')}" ${paint}/>`
}

type Group = { x: number; y: number; place: string; symbols: MapSymbol[] }
type Box = { left: number; right: number; top: number; bottom: number }
const meet = (a: Box, b: Box): boolean => a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top

const atMostInLine = 6
const boxOf = ({ symbols, place }: Group, x: number, y: number): Box => {
  const wide = Math.max(Math.min(symbols.length, atMostInLine) * step, place.length * 6.4) / 2
  return { left: x - wide, right: x + wide, top: y - radius - 16, bottom: y + Math.ceil(symbols.length / atMostInLine) * (step + 12) }
}
const moves = [
  [0, 0],
  ...[1, 2, 3, 4, 5].flatMap((far) => [
    [0, 34 * far],
    [0, -34 * far],
    [70 * far, 0],
    [-70 * far, 0],
  ]),
] as [number, number][]

function laid(groups: readonly Group[]): string[] {
  const taken: Box[] = []
  return groups.map((group) => {
    const inside = ({ left, right, top, bottom }: Box) => left >= 0 && right <= width - legendWidth && top >= 0 && bottom <= height - 24
    const move = moves.find(([dx, dy]) => {
      const box = boxOf(group, group.x + dx, group.y + dy)
      return inside(box) && !taken.some((other) => meet(box, other))
    }) ?? [0, 0]
    const [x, y] = [group.x + move[0], group.y + move[1]]
    taken.push(boxOf(group, x, y))
    const line =
      move[0] === 0 && move[1] === 0
        ? ''
        : `<line x1="${group.x.toFixed(1)}" y1="${group.y.toFixed(1)}" x2="${x.toFixed(1)}" y2="${y.toFixed(1)}" stroke="${muted}" stroke-width="0.8"/><circle cx="${group.x.toFixed(1)}" cy="${group.y.toFixed(1)}" r="2" fill="${muted}"/>`
    const perLine = Math.min(group.symbols.length, atMostInLine)
    const signs = group.symbols.map(({ look, filled, number }, at) => {
      const [sx, sy] = [x + ((at % atMostInLine) - (perLine - 1) / 2) * step, y + Math.floor(at / atMostInLine) * (step + 12)]
      return `${drawn(look, filled, sx, sy)}<text x="${sx.toFixed(1)}" y="${(sy + radius + 12).toFixed(1)}" text-anchor="middle" font-size="12">${number}</text>`
    })
    const name = `<text x="${x.toFixed(1)}" y="${(y - radius - 4).toFixed(1)}" text-anchor="middle" font-size="12" font-weight="bold" paint-order="stroke" stroke="#fff" stroke-width="2">${escapeXml(group.place)}</text>`
    return `${line}${name}${signs.join('')}`
  })
}

/** More kinds than this stand in the list alone. */
const atMostInLegend = 16
const shortened = (said: string) => (said.length > 36 ? `${said.slice(0, 35)}…` : said)

export function symbolMap({ areas, around, symbols, kinds, schematic, words }: SymbolMap): string {
  const features = areas.map(toFeature)
  const projection = geoIdentity()
    .reflectY(true)
    .fitExtent(
      [
        [24, 24],
        [width - legendWidth - 24, height - 54],
      ],
      { type: 'FeatureCollection', features },
    )
    .clipExtent([
      [0, 0],
      [width - legendWidth, height - 26],
    ])
  const path = geoPath({ stream: (out) => projection.stream(thinned(out)) }).digits(1)
  const groups = new Map<string, Group>()
  for (const symbol of symbols) {
    const [x, y] = Array.isArray(symbol.at) ? projection(mercator(symbol.at) as [number, number])! : path.centroid(toFeature(symbol.at))
    const key = `${x.toFixed(0)} ${y.toFixed(0)}`
    const group = groups.get(key) ?? { x, y, place: symbol.place, symbols: [] }
    group.symbols.push(symbol)
    groups.set(key, group)
  }
  const left = width - legendWidth + 14
  const line = (at: number, look: Look, filled: boolean, said: string) =>
    `${drawn(look, filled, left + radius, 44 + at * 21)}<text x="${left + 24}" y="${48 + at * 21}" font-size="12">${escapeXml(shortened(said))}</text>`
  const plain: Look = { sign: '●', tone: 0 }
  const keys = [
    ...kinds.slice(0, atMostInLegend).map(({ name, look }, at) => line(at, look, true, name)),
    line(Math.min(kinds.length, atMostInLegend) + 0.6, plain, true, words.filled),
    line(Math.min(kinds.length, atMostInLegend) + 1.6, plain, false, words.hollow),
  ]
  const outline = (fill: string, stroke: string) => (geometry: Polygon | MultiPolygon) =>
    `<path d="${path(toFeature(geometry)) ?? ''}" fill="${fill}" fill-rule="evenodd" stroke="${stroke}" stroke-width="0.7"/>`
  const parts = [
    ...around.map(outline('#fff', hairline)),
    ...areas.map(outline(land, '#8d98a3')),
    ...laid([...groups.values()].sort((one, two) => one.y - two.y)),
    `<text x="${left}" y="22" font-weight="bold">${escapeXml(words.legend)}</text>`,
    ...keys,
    northArrow(width - 34, height - 84, words.north),
    `<text x="10" y="${height - 8}" font-size="10" fill="${muted}">${escapeXml(schematic ? `${words.schematic} · ${words.credit}` : words.credit)}</text>`,
  ]
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${fontFamily}" font-size="12" fill="${ink}">${parts.join('')}</svg>`
}
