/**
 * Who goes from where to where, as SVG text: a line for each flow from its origin to its destination, as wide as its count; at an end that nobody knows a question mark
 * with its number. What is not handed in is not drawn, so a withheld flow leaves no trace. Ends outside the country stand at the edge, in their direction.
 */
import { geoIdentity, geoPath } from 'd3-geo'
import type { MultiPolygon, Polygon } from 'geojson'
import { escapeXml } from './charts.ts'
import { mercator, toFeature } from './map.ts'
import { accent, fontFamily, hairline, ink, land, muted } from './palette.ts'

export type FlowLine = { from: string | null; to: string | null; people: number }
export type FlowMapSettings = {
  areas: readonly { code: string; name: string; outlines: readonly (Polygon | MultiPolygon)[] }[]
  /** Ends outside, with a point that gives their direction. */
  beyond: readonly { code: string; name: string; at: readonly [lon: number, lat: number] }[]
  lines: readonly FlowLine[]
  schematic: boolean
  words: { title: string; schematic: string; credit: string; unknown: string }
  print: (value: number) => string
}
/** `outside`: flows with an end that the map has no place for; the reader is told of them beside it. */
export type FlowMap = { svg: string; outside: FlowLine[] }

const [width, margin, foot] = [640, 92, 44]
const labelled = 12

type Point = { x: number; y: number }
type End = Point & { name: string; isArea: boolean }

export function flowMap(settings: FlowMapSettings): FlowMap {
  const { areas, lines, words, print } = settings
  const outlines = areas.map(({ outlines: parts }) => parts.map(toFeature))
  const all = { type: 'FeatureCollection' as const, features: outlines.flat() }
  const [[west, south], [east, north]] = geoPath(geoIdentity()).bounds(all)
  const height = Math.round(Math.min(760, Math.max(340, ((north - south) / Math.max(1e-9, east - west)) * (width - 2 * margin) + 2 * 40 + foot)))
  const extent: [[number, number], [number, number]] = [
    [margin, 40],
    [width - margin, height - 40 - foot],
  ]
  const projection = geoIdentity().reflectY(true).fitExtent(extent, all)
  const path = geoPath(projection).digits(1)
  const ends = new Map<string, End>(
    areas.map(({ code, name }, i) => {
      const [x, y] = path.centroid({ type: 'FeatureCollection', features: outlines[i]! })
      return [code, { x, y, name, isArea: true }]
    }),
  )
  const middle = { x: width / 2, y: (height - foot) / 2 }
  for (const { code, name, at } of settings.beyond) {
    const [x, y] = projection(mercator([...at]) as [number, number])!
    ends.set(code, { ...atEdge({ x, y }, middle, height), name, isArea: false })
  }
  const [drawn, outside] = [lines.filter((line) => isPlaced(line, ends)), lines.filter((line) => !isPlaced(line, ends))]
  const largest = Math.max(1, ...drawn.filter(({ from, to }) => from !== null && to !== null).map(({ people }) => people))
  const used = new Set(drawn.flatMap(({ from, to }) => [from, to]))
  const ground = all.features.map((feature) => `<path d="${path(feature) ?? ''}" fill="${land}" stroke="${hairline}" stroke-width="0.6"/>`)
  const whole = drawn.filter((line) => line.from !== null && line.to !== null).sort((a, b) => b.people - a.people)
  const curves = whole.map((line) => curve(ends.get(line.from!)!, ends.get(line.to!)!, 1.5 + (9 * line.people) / largest))
  const numbers = whole.slice(0, labelled).map((line, i) => haloed(curves[i]!.middle, print(line.people), { weight: 600 }))
  const places = [...ends].filter(([code]) => used.has(code)).map(([, end]) => placeMark(end))
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escapeXml(words.title)}" font-family="${fontFamily}" font-size="13">
<defs><marker id="flow-end" viewBox="0 0 10 10" refX="8" refY="5" markerWidth="9" markerHeight="9" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0L10 5L0 10Z" fill="${accent}"/></marker></defs>
${ground.join('')}
${curves.map(({ drawing }) => drawing).join('')}
${places.join('')}
${numbers.join('')}
${unknownEnds(drawn, ends, print, height).join('')}
<text x="8" y="${height - 8}" fill="${muted}" font-size="11">${escapeXml([settings.schematic ? words.schematic : '', words.credit, words.unknown].filter(Boolean).join(' · '))}</text></svg>`
  return { svg, outside }
}

const isPlaced = ({ from, to }: FlowLine, ends: ReadonlyMap<string, End>) => (from === null || ends.has(from)) && (to === null || ends.has(to))

/** On the frame, where the ray from the middle of the country leaves it. */
function atEdge({ x, y }: Point, middle: Point, height: number): Point {
  const [dx, dy] = [x - middle.x, y - middle.y]
  const reach = Math.min(dx === 0 ? Infinity : (width / 2 - 44) / Math.abs(dx), dy === 0 ? Infinity : ((height - foot) / 2 - 22) / Math.abs(dy))
  return { x: middle.x + dx * reach, y: middle.y + dy * reach }
}

/** Bent to the right of its way, so that there and back do not lie on each other. A flow inside one area is a ring. */
function curve(from: End, to: End, stroke: number): { drawing: string; middle: Point } {
  const style = `fill="none" stroke="${accent}" stroke-opacity="0.75" stroke-width="${stroke.toFixed(1)}"`
  const at = (value: number) => value.toFixed(1)
  if (from === to) return { drawing: `<circle cx="${at(from.x)}" cy="${at(from.y - 13)}" r="11" ${style}/>`, middle: { x: from.x, y: from.y - 30 } }
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const bend = { x: (from.x + to.x) / 2 - dy * 0.18, y: (from.y + to.y) / 2 + dx * 0.18 }
  const length = Math.hypot(to.x - bend.x, to.y - bend.y)
  const short = Math.min(8, length / 2)
  const tip = { x: to.x - ((to.x - bend.x) / length) * short, y: to.y - ((to.y - bend.y) / length) * short }
  return {
    drawing: `<path d="M${at(from.x)} ${at(from.y)}Q${at(bend.x)} ${at(bend.y)} ${at(tip.x)} ${at(tip.y)}" ${style} marker-end="url(#flow-end)"/>`,
    middle: { x: (from.x + 2 * bend.x + to.x) / 4, y: (from.y + 2 * bend.y + to.y) / 4 },
  }
}

const haloed = ({ x, y }: Point, text: string, { weight = 400, anchor = 'middle' }: { weight?: number; anchor?: string } = {}) =>
  `<text x="${x.toFixed(1)}" y="${(y + 4).toFixed(1)}" text-anchor="${anchor}" font-weight="${weight}" fill="${ink}" stroke="#fff" stroke-width="3" paint-order="stroke">${escapeXml(text)}</text>`

function placeMark(end: End): string {
  const { x, y, name, isArea } = end
  const dot = `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="3.5" fill="#fff" stroke="${accent}" stroke-width="1.8"/>`
  if (isArea) return dot + haloed({ x: x + 7, y: y + 11 }, name, { anchor: 'start' })
  const anchor = x < width / 3 ? 'start' : x > (2 * width) / 3 ? 'end' : 'middle'
  return dot + haloed({ x: anchor === 'start' ? x - 34 : anchor === 'end' ? x + 34 : x, y: y + (y > 60 ? 13 : -13) }, name, { anchor })
}

/** `? → 40` beside the place where people whom nobody asked arrived; `40 → ?` where they left from. */
function unknownEnds(lines: readonly FlowLine[], ends: ReadonlyMap<string, End>, print: (value: number) => string, height: number): string[] {
  const stacked = new Map<string, number>()
  return lines
    .filter(({ from, to }) => from === null || to === null)
    .map(({ from, to, people }) => {
      const text = from === null && to === null ? `? → ? ${print(people)}` : from === null ? `? → ${print(people)}` : `${print(people)} → ?`
      const code = from ?? to ?? ''
      const end = ends.get(code) ?? { x: 50, y: height - foot - 26 }
      const turn = stacked.get(code) ?? 0
      stacked.set(code, turn + 1)
      // To the left, since the name stands to the right of its point.
      const [w, y] = [text.length * 7 + 12, end.y + 22 * turn]
      const x = Math.min(Math.max(end.x - w / 2 - 9, w / 2 + 4), width - w / 2 - 4)
      return `<rect x="${(x - w / 2).toFixed(1)}" y="${(y - 10).toFixed(1)}" width="${w}" height="20" rx="4" fill="#fff" stroke="${muted}" stroke-dasharray="3 2"/>${haloed({ x, y }, text)}`
    })
}
