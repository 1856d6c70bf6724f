/**
 * The portal's own small drawings, as SVG inside the page: figures through the rounds with the share of places visited, and bars that stand in table cells, so
 * that chart and table are one. Lines break where a round is missing; bars begin at zero; everything has its words beside it.
 */
import type { TrendPoint } from '../../domains/displacement/publicRound.ts'
import type { Language } from '../../kernel/shared.ts'
import { type Html, html } from './html.ts'
import { figureText, monthAndYear, number } from './numbers.ts'
import { say } from './words.ts'

const size = { width: 640, left: 12, right: 628, top: 34, bottom: 196, band: 260, bandHeight: 22, height: 312 }

export function trendChart(points: TrendPoint[], title: string, lang: Language): Html {
  const known = points.flatMap(({ individuals }) => (typeof individuals === 'number' ? [individuals] : []))
  if (known.length === 0) return html``
  const top = niceAbove(Math.max(...known))
  const step = (size.right - size.left) / Math.max(points.length, 1)
  const x = (i: number) => size.left + step * (i + 0.5)
  const y = (value: number) => size.bottom - (value / top) * (size.bottom - size.top)
  const at = (i: number) => `${x(i).toFixed(1)},${y(points[i]!.individuals as number).toFixed(1)}`
  const drawn = (i: number) => typeof points[i]?.individuals === 'number'
  const isNext = (i: number) => drawn(i) && drawn(i - 1) && points[i]!.round === points[i - 1]!.round + 1
  // Many rounds: only the first, the last and the highest carry their figure, and names shrink to the number.
  const isDense = points.length > 6
  const highest = Math.max(...known)
  const hasLabel = (i: number) => !isDense || i === 0 || i === points.length - 1 || points[i]!.individuals === highest
  const lines = points.map(
    (_, i) =>
      i > 0 &&
      isNext(i) &&
      html`<path class="under" d="M${at(i - 1)} L${at(i)} V${size.bottom} H${x(i - 1).toFixed(1)} Z"/><path class="line" d="M${at(i - 1)} L${at(i)}"/>`,
  )
  const marks = points.map((point, i) => {
    const value = point.individuals
    if (typeof value !== 'number') return html`<text class="quiet" x="${x(i)}" y="${size.bottom - 10}" text-anchor="middle">${figureText(value, lang)}</text>`
    return html`<circle class="dot" cx="${x(i)}" cy="${y(value)}" r="${isDense ? 4 : 5}"/>${hasLabel(i) && html`<text class="value" x="${x(i)}" y="${y(value) - 13}" text-anchor="middle">${number(value, lang)}</text>`}`
  })
  const names = points.map(
    (point, i) =>
      html`<text x="${x(i)}" y="${size.bottom + 24}" text-anchor="middle">${isDense ? String(point.round) : say(lang, 'round', { round: String(point.round) })}</text>${!isDense && html`<text class="quiet" x="${x(i)}" y="${size.bottom + 45}" text-anchor="middle">${monthAndYear(point.reportingDate, lang)}</text>`}`,
  )
  return html`<svg class="chart" viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="${title}">
<defs><pattern id="carried" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="ground" width="6" height="6"/><rect class="stripe" width="2.5" height="6"/></pattern></defs>
<line class="base" x1="${size.left}" x2="${size.right}" y1="${size.bottom}" y2="${size.bottom}"/>
${lines.filter((line) => line !== false)}${marks}${names}${points.map((point, i) => coverageBar(point, x(i), Math.min(step * 0.9, 150), isDense, lang))}
</svg>`
}

/** One round's list of places: visited filled, carried forward striped, the rest left open; the share in words under it. */
function coverageBar({ expected, assessed, carriedForward }: TrendPoint, middle: number, width: number, isDense: boolean, lang: Language): Html {
  const label = (text: string) => html`<text class="quiet" x="${middle}" y="${size.band + size.bandHeight + 21}" text-anchor="middle">${text}</text>`
  if (expected === 0) return label(say(lang, 'unknown'))
  const left = middle - width / 2
  const visited = (assessed / expected) * width
  const carried = (carriedForward / expected) * width
  return html`<rect class="expected" x="${left}" y="${size.band}" width="${width}" height="${size.bandHeight}"/><rect class="visited" x="${left}" y="${size.band}" width="${visited}" height="${size.bandHeight}"/><rect class="carried" x="${left + visited}" y="${size.band}" width="${carried}" height="${size.bandHeight}"/>${label(`${Math.floor((100 * assessed) / expected)}\u00a0%${isDense ? '' : ` ${say(lang, 'shareVisited')}`}`)}`
}

/** A bar from zero inside a table cell; `largest` is the scale of the whole column. */
export function bar(value: number | null, largest: number, look: 'full' | 'pale' = 'full'): Html {
  if (value === null || largest === 0) return html``
  const width = Math.max(0.6, (100 * Math.abs(value)) / largest)
  return html`<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect class="${look}" width="${width.toFixed(1)}" height="10"/></svg>`
}

/** A bar to the right for more, to the left for less, around the middle of the cell. */
export function changeBar(value: number, largest: number, look: 'full' | 'pale' = 'full'): Html {
  if (largest === 0) return html``
  const width = Math.max(0.4, (50 * Math.abs(value)) / largest)
  return html`<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect class="${look}" x="${(value < 0 ? 50 - width : 50).toFixed(1)}" width="${width.toFixed(1)}" height="10"/><rect class="middle" x="49.8" width="0.4" height="10"/></svg>`
}

function niceAbove(value: number): number {
  const scale = 10 ** Math.floor(Math.log10(Math.max(value, 1)))
  return (([1, 1.5, 2, 3, 4, 5, 7.5, 10].find((one) => one * scale >= value) ?? 10) as number) * scale
}
