/**
 * Which area holds a point, for a million points at a time: the P-code behind every coordinate that a form, a facility list or an early-warning feed brings.
 * Method: a raster of cells; a cell without any border knows its area at once; a cell with borders tries its few areas by exact ray casting, reading only the
 * edges in its row of cells (a slab). The answer is the same as trying every area edge by edge, borders included (the lower code takes a shared border).
 */
import { type Area, type Box, boxOf, type Part, partsOf } from './geometry.ts'
import { castEdge, lowerFirst } from './rayCasting.ts'

export type PlaceIndex = {
  /** Codes in ascending order; everything below speaks of a code by its place in this list. */
  pcodes: string[]
  box: Box
  cell: number
  columns: number
  rows: number
  /** Per cell: an area (0 and up), `nowhere`, or `-2 - b` where b is a border cell. */
  cells: Int32Array
  /** Per cell: 1 where an edge is near enough to snap to. */
  near: Uint8Array
  /** Border cell b tries the pieces `pieceOf[start[b]] … pieceOf[start[b + 1] - 1]`; a piece without an edge there covers the cell. */
  start: Int32Array
  tries: Int32Array
  /** Edges by piece and row: those of (piece, row) stand in `edges` from slabStart[slab] on, four numbers each, lower end first. */
  areaOf: Int32Array
  firstRow: Int32Array
  firstSlab: Int32Array
  slabStart: Int32Array
  edges: Float64Array
}

export const nowhere = -1
export const snapLimitKm = 2
const kmPerDegree = 111.32

type Piece = { area: number; part: Part; box: Box }

export function buildIndex(areas: readonly Area[], cellDeg = 0.025): PlaceIndex {
  const pcodes = [...new Set(areas.map(({ pcode }) => pcode))].sort()
  const rank = new Map(pcodes.map((pcode, at) => [pcode, at]))
  const pieces: Piece[] = areas
    .flatMap(({ pcode, geometry }) => partsOf(geometry).map((part) => ({ area: rank.get(pcode)!, part, box: boxOf(part) })))
    .filter(({ box }) => box.every(Number.isFinite))
    .sort((a, b) => a.area - b.area)
  const cell = cellDeg > 0 ? cellDeg : 0.025
  const [west, south, east, north] = pieces.reduce<Box>(
    ([w, s, e, n], { box }) => [Math.min(w, box[0]), Math.min(s, box[1]), Math.max(e, box[2]), Math.max(n, box[3])],
    pieces.length > 0 ? pieces[0]!.box : [0, 0, 0, 0],
  )
  // A margin as wide as the snapping, so that a point off the coast still falls in a cell.
  const margin = Math.ceil(snapLimitKm / kmPerDegree / Math.max(0.2, Math.cos((Math.max(Math.abs(south), Math.abs(north)) * Math.PI) / 180)) / cell) * cell
  const box: Box = [west - margin, south - margin, east + margin, north + margin]
  const columns = Math.floor((box[2] - box[0]) / cell) + 1
  const rows = Math.floor((box[3] - box[1]) / cell) + 1
  const slabs = slabsOf(pieces, box, cell)
  const shape = { pcodes, box, cell, columns, rows, ...slabs, cells: new Int32Array(columns * rows).fill(nowhere), near: new Uint8Array(columns * rows) }
  const touching = touchingCells(shape, pieces.length)
  return fillCells({ ...shape, start: new Int32Array(0), tries: new Int32Array(0) }, pieces, touching)
}

export const rowOf = (y: number, south: number, cell: number): number => Math.floor((y - south) / cell)

/** Sorts every edge into the slabs of its piece: one slab per row of cells that the edge reaches. */
function slabsOf(pieces: Piece[], [, south]: Box, cell: number) {
  const [areaOf, firstRow, firstSlab] = [new Int32Array(pieces.length), new Int32Array(pieces.length), new Int32Array(pieces.length + 1)]
  pieces.forEach(({ area, box }, p) => {
    areaOf[p] = area
    firstRow[p] = rowOf(box[1], south, cell)
    firstSlab[p + 1] = firstSlab[p]! + rowOf(box[3], south, cell) - firstRow[p]! + 1
  })
  const slabStart = new Int32Array(firstSlab[pieces.length]! + 1)
  eachEdge(pieces, (p, _ax, ay, _bx, by) => {
    const base = firstSlab[p]! - firstRow[p]!
    for (let row = rowOf(ay, south, cell), end = rowOf(by, south, cell); row <= end; row++) slabStart[base + row + 1]!++
  })
  for (let s = 1; s < slabStart.length; s++) slabStart[s]! += slabStart[s - 1]!
  const next = slabStart.slice()
  const edges = new Float64Array(slabStart[slabStart.length - 1]! * 4)
  eachEdge(pieces, (p, ax, ay, bx, by) => {
    const base = firstSlab[p]! - firstRow[p]!
    for (let row = rowOf(ay, south, cell), end = rowOf(by, south, cell); row <= end; row++) {
      const at = next[base + row]!++ * 4
      edges[at] = ax
      edges[at + 1] = ay
      edges[at + 2] = bx
      edges[at + 3] = by
    }
  })
  return { areaOf, firstRow, firstSlab, slabStart, edges }
}

function eachEdge(pieces: Piece[], visit: (piece: number, ax: number, ay: number, bx: number, by: number) => void) {
  for (let p = 0; p < pieces.length; p++) {
    for (const ring of pieces[p]!.part) {
      for (let i = 0; i + 1 < ring.length; i++) {
        const a = ring[i]!
        const b = ring[i + 1]!
        if (lowerFirst(a[0]!, a[1]!, b[0]!, b[1]!)) visit(p, a[0]!, a[1]!, b[0]!, b[1]!)
        else visit(p, b[0]!, b[1]!, a[0]!, a[1]!)
      }
    }
  }
}

type Shape = Omit<PlaceIndex, 'start' | 'tries'>

/** Piece and cell of every meeting of an edge with a cell, each pair once, packed as piece * cells + cell, ascending. */
function touchingCells({ box, cell, columns, cells, firstRow, firstSlab, slabStart, edges }: Shape, pieces: number): Float64Array {
  const packed: number[] = []
  const last = new Int32Array(cells.length).fill(-1)
  for (let p = 0; p < pieces; p++) {
    for (let slab = firstSlab[p]!; slab < firstSlab[p + 1]!; slab++) {
      const row = firstRow[p]! + slab - firstSlab[p]!
      const [low, high] = [box[1] + row * cell, box[1] + (row + 1) * cell]
      for (let e = slabStart[slab]! * 4; e < slabStart[slab + 1]! * 4; e += 4) {
        const [ax, ay, bx, by] = [edges[e]!, edges[e + 1]!, edges[e + 2]!, edges[e + 3]!]
        // The stretch of the edge inside this row; a hair wider, because a cell too many costs nothing and one too few an answer.
        const from = by > ay ? ax + ((bx - ax) * Math.max(0, low - ay)) / (by - ay) : ax
        const to = by > ay ? bx - ((bx - ax) * Math.max(0, by - high)) / (by - ay) : bx
        const hair = cell * 1e-6
        const firstColumn = Math.floor((Math.min(from, to) - box[0] - hair) / cell)
        const lastColumn = Math.floor((Math.max(from, to) - box[0] + hair) / cell)
        for (let column = firstColumn; column <= lastColumn; column++) {
          const c = row * columns + column
          if (last[c] === p) continue
          last[c] = p
          packed.push(p * cells.length + c)
        }
      }
    }
  }
  return Float64Array.from(packed)
}

/** Does piece p hold the point? Exact, by the edges of the point's row only. */
export function isInPiece({ firstRow, firstSlab, slabStart, edges }: Shape, p: number, row: number, x: number, y: number): boolean {
  const slab = firstSlab[p]! + row - firstRow[p]!
  if (slab < firstSlab[p]! || slab >= firstSlab[p + 1]!) return false
  let inside = false
  for (let e = slabStart[slab]! * 4, end = slabStart[slab + 1]! * 4; e < end; e += 4) {
    const ay = edges[e + 1]!
    const by = edges[e + 3]!
    if (y < ay || y > by) continue
    const met = castEdge(edges[e]!, ay, edges[e + 2]!, by, x, y)
    if (met === 2) return true
    if (met === 1) inside = !inside
  }
  return inside
}

function fillCells(index: PlaceIndex, pieces: Piece[], touching: Float64Array): PlaceIndex {
  const { box, cell, columns, rows, cells, near, areaOf } = index
  const borders: number[][] = []
  for (const pair of touching) {
    const c = pair % cells.length
    const p = (pair - c) / cells.length
    if (cells[c] === nowhere) cells[c] = -2 - (borders.push([]) - 1)
    borders[-2 - cells[c]!]!.push(p)
  }
  // Between two border cells of a row nothing changes, so one test serves the run; a border cell also needs the pieces that cover it whole.
  for (let row = 0; row < rows; row++) {
    const y = box[1] + (row + 0.5) * cell
    const inRow = pieces.flatMap((piece, p) => (piece.box[1] <= y + cell && piece.box[3] >= y - cell ? [p] : []))
    let run = nowhere
    let isRunKnown = false
    for (let column = 0; column < columns; column++) {
      const c = row * columns + column
      const x = box[0] + (column + 0.5) * cell
      if (cells[c]! <= -2) {
        const edged = borders[-2 - cells[c]!]!
        const covering = inRow.filter((p) => pieces[p]!.box[0] <= x && pieces[p]!.box[2] >= x && !edged.includes(p) && isInPiece(index, p, row, x, y))
        if (covering.length > 0) edged.push(...covering)
        edged.sort((a, b) => areaOf[a]! - areaOf[b]! || a - b)
        isRunKnown = false
        continue
      }
      if (!isRunKnown) {
        const first = inRow.find((p) => pieces[p]!.box[0] <= x && pieces[p]!.box[2] >= x && isInPiece(index, p, row, x, y))
        run = first === undefined ? nowhere : areaOf[first]!
        isRunKnown = true
      }
      cells[c] = run
    }
  }
  const start = new Int32Array(borders.length + 1)
  borders.forEach((list, b) => {
    start[b + 1] = start[b]! + list.length
  })
  markNear(near, cells, columns, rows, reachIn(index))
  return { ...index, start, tries: Int32Array.from(borders.flat()) }
}

/** How many columns and rows around a cell the snapping can reach. */
export function reachIn({ box, cell }: Pick<PlaceIndex, 'box' | 'cell'>): { columns: number; rows: number } {
  const lat = (Math.max(Math.abs(box[1]), Math.abs(box[3])) * Math.PI) / 180
  return { columns: Math.ceil(snapLimitKm / kmPerDegree / Math.max(0.01, Math.cos(lat)) / cell), rows: Math.ceil(snapLimitKm / kmPerDegree / cell) }
}

function markNear(near: Uint8Array, cells: Int32Array, columns: number, rows: number, reach: { columns: number; rows: number }) {
  for (let c = 0; c < cells.length; c++) {
    if (cells[c]! > -2) continue
    const [row, column] = [Math.floor(c / columns), c % columns]
    for (let r = Math.max(0, row - reach.rows); r <= Math.min(rows - 1, row + reach.rows); r++) {
      near.fill(1, r * columns + Math.max(0, column - reach.columns), r * columns + Math.min(columns - 1, column + reach.columns) + 1)
    }
  }
}
