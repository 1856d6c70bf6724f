/**
 * A table packed: the cells of a column as letters side by side, so that it is handed to a thread without being written out and read again. `room` gives the
 * memory, which is shared between threads or not. `atOnce` rows are packed in one go; between, the caller may let others have their turn.
 */
import type { LetterArray, Letters } from './interned.ts'
import type { Packed, Table } from './table.ts'

type Room = (bytes: number) => ArrayBufferLike

export function* packing({ size, columns }: Table, room: Room, atOnce = 20_000): Generator<undefined, Packed> {
  const packed: Record<string, Letters> = {}
  for (const [name, cells] of Object.entries(columns))
    packed[name] = (yield* packColumn(cells, size, atOnce, room, 1)) ?? (yield* packColumn(cells, size, atOnce, room, 2))!
  return { size, columns: packed }
}

/** With so many bytes for a letter; null where a letter needs more. */
function* packColumn(cells: readonly (string | null)[], size: number, atOnce: number, room: Room, width: 1 | 2): Generator<undefined, Letters | null> {
  const starts = new Uint32Array(room(4 * (size + 1)))
  for (let from = 0; from < size; from += atOnce, yield) measure(cells, starts, from, Math.min(size, from + atOnce))
  const letters = width === 1 ? new Uint8Array(room(starts[size]!)) : new Uint16Array(room(2 * starts[size]!))
  for (let from = 0; from < size; from += atOnce, yield)
    if (spell(cells, letters, starts[from]!, from, Math.min(size, from + atOnce)) >= 256 ** width) return null
  return { letters, starts }
}

function measure(cells: readonly (string | null)[], starts: Uint32Array, from: number, to: number) {
  let end = starts[from]!
  for (let row = from; row < to; row++) {
    const cell = cells[row]
    if (cell) end += cell.length
    starts[row + 1] = end
  }
}

/** All bits of all letters are returned, by which it is seen whether they had room. */
function spell(cells: readonly (string | null)[], letters: LetterArray, start: number, from: number, to: number): number {
  let [at, bits] = [start, 0]
  for (let row = from; row < to; row++) {
    const cell = cells[row]
    if (!cell) continue
    for (let i = 0; i < cell.length; i++) {
      const letter = cell.charCodeAt(i)
      bits |= letter
      letters[at++] = letter
    }
  }
  return bits
}
