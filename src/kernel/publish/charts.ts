/**
 * Charts as SVG text, drawn on the server by Observable Plot, the same for page and paper. The rules of the house (experience, section 5): bars from zero,
 * lines only over time and broken where a round is missing, labels on the thing itself, readable in black and white.
 */
import type * as Plot from '@observablehq/plot'
import { fontFamily, ink, muted } from './palette.ts'

/**
 * One drawing from a description in Plot's words. Width and height are in CSS pixels; the SVG scales. No style element or attribute: the portal's policy forbids
 * them. The libraries are loaded with the first drawing.
 */
export async function drawPlot(describe: (plot: typeof Plot) => Plot.PlotOptions): Promise<string> {
  const [plot, { parseHTML }] = await Promise.all([import('@observablehq/plot'), import('linkedom')])
  const { document } = parseHTML('<html><body></body></html>')
  const drawn = plot.plot({ document, ...describe(plot) })
  drawn.querySelector('style')?.remove()
  drawn.removeAttribute('style')
  drawn.removeAttribute('class')
  const attributes = { xmlns: 'http://www.w3.org/2000/svg', 'font-family': fontFamily, 'font-size': '12', color: ink }
  for (const [name, value] of Object.entries(attributes)) drawn.setAttribute(name, value)
  return String(drawn.outerHTML)
}

/** Drawings one under the other in one picture, so that they share one alternative text and one place in the file. */
export function stackDrawings(drawings: string[], gap = 6): string {
  const sizes = drawings.map(drawingSize)
  const width = Math.max(...sizes.map((size) => size.width))
  let top = 0
  const parts = drawings.map((drawing, index) => {
    const placed = drawing.replace('<svg', `<svg y="${top}"`)
    top += sizes[index]!.height + gap
    return placed
  })
  const height = top - gap
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${parts.join('')}</svg>`
}

function drawingSize(svg: string): { width: number; height: number } {
  const [, width, height] = /^<svg[^>]*viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? []
  return { width: Number(width), height: Number(height) }
}

/** A line of colour and word pairs, centred, for what cannot be labelled on the thing itself. */
export function drawSwatches(entries: [fill: string, word: string][], width: number, step = 130): string {
  const left = (width - step * entries.length) / 2
  const drawn = entries.map(([fill, word], index) => {
    const x = left + index * step
    return `<rect x="${x}" y="3" width="14" height="11" fill="${fill}" stroke="${muted}" stroke-width="0.6"/><text x="${x + 20}" y="13">${escapeXml(word)}</text>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="20" viewBox="0 0 ${width} 20" font-family="${fontFamily}" font-size="11" fill="${ink}">${drawn.join('')}</svg>`
}

/** Slanted lines for "no data" and "carried forward": a meaning that survives the photocopier. */
export function hatch(id: string, stroke: string, angle = 45): string {
  return `<pattern id="${id}" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(${angle})"><rect width="5" height="5" fill="#fff"/><line x1="0" y1="0" x2="0" y2="5" stroke="${stroke}" stroke-width="1.6"/></pattern>`
}

export const escapeXml = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
