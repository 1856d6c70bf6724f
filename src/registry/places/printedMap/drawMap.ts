/**
 * The drawing of a printed map as SVG in millimetres: our own layers alone, no tile from outside. Black on white and by shape as well as by shade, so that a photocopy
 * says the same.
 */
import { partsOf } from '../../../engines/places/geometry.ts'
import { columnName, roundUp } from '../../../engines/places/mapGrid.ts'
import { escapeXml, fontFamily, hairline, ink, land, muted } from '../../../kernel/publishing.ts'
import type { Outline } from '../boundaries.ts'
import { type LaidMap, type MapContent, type MappedKind, type MappedPlace, mappedKinds } from './layMap.ts'
import { symbol } from './symbols.ts'

export type DrawingWords = { north: string; kinds: Record<MappedKind, string>; area: string }

const short = (value: number) => Number(value.toFixed(2))

export function drawMap(content: MapContent, laid: LaidMap, words: DrawingWords): string {
  const { frame, grid, scale, project } = laid
  const [west, south, east, north] = grid.extent
  const size = laid.paper.letters
  const perMetre = 1000 / scale
  const at = (lon: number, lat: number): [number, number] => {
    const [x, y] = project(lon, lat)
    return [(x - west) * perMetre, (north - y) * perMetre]
  }
  const path = (outline: Outline) =>
    partsOf(outline)
      .flat()
      .map(
        (ring) =>
          `M${thinned(ring.map(([lon, lat]) => at(lon!, lat!)))
            .map(([x, y]) => `${short(x)} ${short(y)}`)
            .join('L')}Z`,
      )
      .join('')
  const shape = (outline: Outline, fill: string, stroke: string, width: number, more = '') =>
    `<path d="${path(outline)}" fill="${fill}" fill-rule="evenodd" stroke="${stroke}" stroke-width="${short(width * size)}" stroke-linejoin="round"${more}/>`
  const text = (x: number, y: number, content: string, points: number, more = '') =>
    `<text x="${short(x)}" y="${short(y)}" font-size="${short(points * 0.353 * size)}" ${more}>${escapeXml(content)}</text>`
  const lines = [...gridLines(west, east, grid.squareMetres)].map((x) => (x - west) * perMetre)
  const rows = [...gridLines(south, north, grid.squareMetres)].map((y) => (north - y) * perMetre).reverse()
  const ruled = [
    ...lines.map((x) => `<path d="M${short(x)} 0V${short(frame.height)}" stroke="${muted}" stroke-opacity=".45" stroke-width="${0.12 * size}"/>`),
    ...rows.map((y) => `<path d="M0 ${short(y)}H${short(frame.width)}" stroke="${muted}" stroke-opacity=".45" stroke-width="${0.12 * size}"/>`),
  ]
  const bold = (anchor: string) => `text-anchor="${anchor}" font-weight="bold"`
  const named = [
    ...strips(lines, frame.width, 4 * size).flatMap(({ middle, at: i }) =>
      [4.4 * size, frame.height - 1.6 * size].map((y) => text(middle, y, columnName(i), 8, bold('middle'))),
    ),
    ...strips(rows, frame.height, 4 * size).flatMap(({ middle, at: i }) => [
      text(1.2 * size, middle + size, String(i + 1), 8, bold('start')),
      text(frame.width - 1.2 * size, middle + size, String(i + 1), 8, bold('end')),
    ]),
  ]
  const parts = [
    `<rect width="${frame.width}" height="${frame.height}" fill="#eef3f6"/>`,
    ...content.around.map((outline) => shape(outline, '#ffffff', hairline, 0.25)),
    shape(content.focus, land, 'none', 0),
    ...content.inner.map((outline) => shape(outline, 'none', muted, 0.2, ` stroke-dasharray="${size} ${size}"`)),
    shape(content.focus, 'none', ink, 0.5),
    ...ruled,
    ...content.places.map((place) => symbol(place.kind, ...at(place.lon, place.lat), size)),
    ...labels(content.places, at, laid).map(({ x, y, name, anchor, kind }) =>
      text(
        x,
        y,
        name,
        kind === 'posto' ? 8.5 : 7,
        `text-anchor="${anchor}"${kind === 'posto' ? ' font-weight="bold"' : ''} paint-order="stroke" stroke="#ffffff" stroke-width="${0.5 * size}" stroke-opacity=".85"`,
      ),
    ),
    ...named,
    legend(content, laid, words, text),
    `<rect width="${frame.width}" height="${frame.height}" fill="none" stroke="${ink}" stroke-width="${0.4 * size}"/>`,
  ]
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${frame.width}mm" height="${frame.height}mm" viewBox="0 0 ${frame.width} ${frame.height}" font-family="${fontFamily}" fill="${ink}"><clipPath id="frame"><rect width="${frame.width}" height="${frame.height}"/></clipPath><g clip-path="url(#frame)">${parts.join('')}</g></svg>`
}

function* gridLines(low: number, high: number, step: number) {
  for (let at = Math.ceil(low / step) * step; at <= high; at += step) yield at
}

/** The strips that the lines cut, the first and the last up to the frame; one that is too narrow for its name goes without. */
function strips(lines: readonly number[], length: number, narrowest: number): { middle: number; at: number }[] {
  const edges = [0, ...lines, length]
  return edges.slice(1).flatMap((edge, at) => (edge - edges[at]! < narrowest ? [] : [{ middle: (edge + edges[at]!) / 2, at }]))
}

/** Corners closer than a tenth of a millimetre only make the file heavy. */
function thinned(points: readonly [number, number][]): [number, number][] {
  const kept: [number, number][] = []
  for (const [x, y] of points) {
    const last = kept.at(-1)
    if (!last || (x - last[0]) ** 2 + (y - last[1]) ** 2 >= 0.01) kept.push([x, y])
  }
  return kept
}

type Label = { x: number; y: number; name: string; anchor: 'start' | 'end'; kind: MappedKind }

/** Posts first, localities last; a name that would cover another is left to the index. */
function labels(places: readonly MappedPlace[], at: (lon: number, lat: number) => [number, number], { frame, paper: { letters } }: LaidMap): Label[] {
  const order: Record<MappedKind, number> = { posto: 0, border: 1, site: 2, flowPoint: 3, service: 4, locality: 5 }
  const taken: { left: number; right: number; top: number; bottom: number }[] = []
  return [...places]
    .sort((a, b) => order[a.kind] - order[b.kind])
    .flatMap(({ name, kind, lon, lat }): Label[] => {
      const [x, y] = at(lon, lat)
      const [wide, high] = [name.length * 1.35 * letters, 3 * letters]
      for (const [dx, anchor] of [
        [1.8, 'start'],
        [-1.8, 'end'],
      ] as const)
        for (const dy of [0.9, -0.8, 2.6]) {
          const from = x + dx * letters - (anchor === 'end' ? wide : 0)
          const box = { left: from, right: from + wide, top: y + dy * letters - high, bottom: y + dy * letters }
          const free =
            box.left > 0 && box.right < frame.width && !taken.some((o) => o.left < box.right && o.right > box.left && o.top < box.bottom && o.bottom > box.top)
          if (!free) continue
          taken.push(box)
          return [{ x: x + dx * letters, y: y + dy * letters, name, anchor, kind }]
        }
      return []
    })
}

function legend(
  { places }: MapContent,
  { frame, scale, paper: { letters } }: LaidMap,
  words: DrawingWords,
  text: (x: number, y: number, content: string, points: number, more?: string) => string,
): string {
  const kinds = mappedKinds.map((kind) => ({ kind, n: places.filter((place) => place.kind === kind).length })).filter(({ n }) => n > 0)
  const barMetres = roundUp((frame.width * scale) / 1000 / 6, [1, 2, 5, 10])
  const bar = (barMetres * 1000) / scale
  const [wide, high] = [Math.max(bar + 16 * letters, 46 * letters), (kinds.length * 4.4 + 17) * letters]
  const [left, top] = [5 * letters, frame.height - high - 6 * letters]
  const line = (i: number) => top + (4.5 + i * 4.4) * letters
  const rule = top + high - 5.4 * letters
  const far = barMetres >= 1000 ? `${barMetres / 1000} km` : `${barMetres} m`
  return [
    `<rect x="${left}" y="${short(top)}" width="${short(wide)}" height="${short(high)}" fill="#fff" fill-opacity=".93" stroke="${hairline}" stroke-width="${0.2 * letters}"/>`,
    ...kinds.flatMap(({ kind, n }, i) => [
      symbol(kind, left + 4 * letters, line(i) - letters, letters),
      text(left + 8 * letters, line(i), `${words.kinds[kind]} (${n})`, 7.5),
    ]),
    `<path d="M${short(left + 2 * letters)} ${short(line(kinds.length) - letters)}h${4 * letters}" stroke="${ink}" stroke-width="${0.5 * letters}"/>`,
    text(left + 8 * letters, line(kinds.length), words.area, 7.5),
    `<path d="M${short(left + 3 * letters)} ${short(rule)}v${-1.5 * letters}M${short(left + 3 * letters)} ${short(rule)}h${short(bar)}v${-1.5 * letters}M${short(left + 3 * letters + bar / 2)} ${short(rule)}v${-letters}" fill="none" stroke="${ink}" stroke-width="${0.35 * letters}"/>`,
    text(left + 3 * letters, rule + 3.6 * letters, '0', 7, 'text-anchor="middle"'),
    text(left + 3 * letters + bar, rule + 3.6 * letters, far, 7, 'text-anchor="middle"'),
    `<path d="M${short(frame.width - 10 * letters)} ${5 * letters}l${2.6 * letters} ${8 * letters}l${-2.6 * letters} ${-2 * letters}l${-2.6 * letters} ${2 * letters}z" fill="${ink}"/>`,
    text(frame.width - 10 * letters, 17 * letters, words.north, 9, 'text-anchor="middle" font-weight="bold"'),
  ].join('')
}
