/**
 * The trend of published rounds: people by round on a true time axis and, below, the coverage band: what part of the list was visited, carried forward, or
 * not reached. Lines run only between neighbouring rounds. Strategy: focus area 15, key result 1.
 */
import { isKnown } from '../../../engines/count.ts'
import {
  accent,
  drawPlot,
  drawSwatches,
  hairline,
  ink,
  muted,
  pale,
  paper,
  printMonth,
  printNumber,
  printPercent,
  stackDrawings,
} from '../../../kernel/publishing.ts'
import type { Language } from '../../../kernel/shared.ts'
import type { TrendPoint } from '../publicRound.ts'
import { reportWords } from './words.ts'

const width = 640
const sides = { marginLeft: 62, marginRight: 30 }
const day = 86_400_000

type Placed = TrendPoint & { at: number; named: boolean }

export async function trendChart(trend: TrendPoint[], lang: Language): Promise<string> {
  const words = reportWords[lang]
  const points = placeInTime(trend)
  const domain = timeDomain(points)
  const x = { type: 'utc', domain, axis: null } as const
  const known = points.flatMap((point) => (isKnown(point.individuals) ? [{ ...point, people: point.individuals }] : []))
  const stretches = unbrokenStretches(known)
  const people = await drawPlot((plot) => ({
    width,
    height: 190,
    ...sides,
    marginBottom: 6,
    marginTop: 18,
    x,
    y: {
      domain: [0, niceTop(Math.max(1, ...known.map((point) => point.people)))],
      label: null,
      ticks: 4,
      tickFormat: (value: number) => printNumber(value, lang),
      tickSize: 0,
    },
    marks: [
      plot.gridY({ stroke: hairline, strokeOpacity: 1, ticks: 4 }),
      plot.ruleY([0], { stroke: muted }),
      plot.line(known, { x: 'at', y: 'people', z: stretches, stroke: accent, strokeWidth: 2.4 }),
      plot.dot(known, { x: 'at', y: 'people', fill: accent, stroke: paper, r: 4.5 }),
      plot.text(known, {
        x: 'at',
        y: 'people',
        filter: 'named',
        text: (point) => printNumber(point.people, lang),
        dy: -13,
        fontWeight: 'bold',
        fontSize: 12,
        stroke: paper,
        strokeWidth: 3,
        fill: ink,
      }),
      plot.text(
        points.filter((point) => !isKnown(point.individuals)),
        { x: 'at', frameAnchor: 'bottom', dy: -6, text: () => words.unknown, fill: muted },
      ),
    ],
  }))
  const swatches = drawSwatches(
    [
      [accent, words.visited],
      [pale, words.carried],
      [paper, words.notVisited],
    ],
    width,
  )
  return stackDrawings([people, await coverageBand(points, domain, lang), swatches], 2)
}

function coverageBand(points: Placed[], domain: [number, number], lang: Language): Promise<string> {
  const counted = points.filter((point) => point.expected > 0)
  const half = barHalfWidth(points, domain)
  const bars = counted.flatMap((point) => {
    const visited = (100 * point.assessed) / point.expected
    const carried = visited + (100 * point.carriedForward) / point.expected
    const sides = { x1: point.at - half, x2: point.at + half }
    return [
      { ...sides, from: 0, to: visited, fill: accent },
      { ...sides, from: visited, to: carried, fill: pale },
      { ...sides, from: carried, to: 100, fill: paper },
    ]
  })
  const named = points.filter((point) => point.named)
  return drawPlot((plot) => ({
    width,
    height: 80,
    ...sides,
    marginTop: 4,
    marginBottom: 34,
    x: { type: 'utc', domain, axis: null },
    y: {
      domain: [0, 100],
      label: null,
      ticks: [0, 100],
      tickFormat: (value: number) => printNumber(value, lang) + (lang === 'pt' ? '\u00a0%' : '%'),
      tickSize: 0,
    },
    marks: [
      plot.rect(bars, { x1: 'x1', x2: 'x2', y1: 'from', y2: 'to', fill: 'fill', stroke: muted, strokeWidth: 0.6 }),
      plot.text(counted, {
        x: 'at',
        y: 20,
        filter: 'named',
        text: (point) => printPercent((100 * point.assessed) / point.expected, lang),
        fill: paper,
        stroke: accent,
        strokeWidth: 3,
        fontSize: 11,
        fontWeight: 'bold',
      }),
      plot.text(named, {
        x: 'at',
        frameAnchor: 'bottom',
        dy: 30,
        lineHeight: 1.1,
        text: (point) => `R${point.round}\n${printMonth(point.reportingDate, lang)}`,
        fontSize: 11,
      }),
    ],
  }))
}

/** Labels that would overlap are left out from the newest backwards; every round stands in the table of the page. */
function placeInTime(trend: TrendPoint[]): Placed[] {
  const points = trend.toSorted((a, b) => a.round - b.round).map((point) => ({ ...point, at: Date.parse(point.reportingDate.slice(0, 10)), named: false }))
  const [from, to] = timeDomain(points)
  const room = ((to - from) * 62) / (width - sides.marginLeft - sides.marginRight)
  let next = Number.POSITIVE_INFINITY
  for (const point of points.toReversed()) {
    if (next - point.at < room) continue
    point.named = true
    next = point.at
  }
  return points
}

function timeDomain(points: { at: number }[]): [number, number] {
  const times = points.map((point) => point.at)
  const from = Math.min(...times)
  const to = Math.max(...times)
  const margin = Math.max(20 * day, (to - from) * 0.12)
  return [from - margin, to + margin]
}

function barHalfWidth(points: Placed[], [from, to]: [number, number]): number {
  const gaps = points.slice(1).map((point, index) => Math.abs(point.at - points[index]!.at))
  const widest = (to - from) * 0.055
  return Math.max(day, Math.min(widest, ...gaps.map((gap) => gap * 0.42)))
}

/** A missing round number, or an unknown figure, ends the stretch: no line is drawn through what nobody counted. */
export function unbrokenStretches(known: { round: number }[]): string[] {
  let stretch = 0
  return known.map((point, index) => {
    if (index > 0 && point.round !== known[index - 1]!.round + 1) stretch++
    return String(stretch)
  })
}

function niceTop(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value))
  return [1.2, 1.6, 2, 3, 4, 6, 8, 10, 12].map((step) => step * power).find((top) => top >= value * 1.08) ?? value * 1.1
}
