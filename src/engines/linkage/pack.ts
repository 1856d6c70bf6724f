/**
 * A table packed: the cells of a column as letters side by side, so that it is handed to a thread without being written out and read again. `room` gives the
 * memory, which is shared between threads or not. `atOnce` rows are packed in one go; between, the caller may let others have their turn.
 */
import type { Letters } from './interned.ts'
import type { Packed, Table } from './table.ts'

export function* packing({ size, columns }: Table, room: (bytes: number) => ArrayBufferLike, atOnce = 20_000): Generator<undefined, Packed> {
  const packed: Record<string, Letters> = {}
  for (const [name, cells] of Object.entries(columns)) {
    const starts = new Uint32Array(room(4 * (size + 1)))
    for (let row = 0; row < size; row++) {
      starts[row + 1] = starts[row]! + (cells[row]?.length ?? 0)
      if (row % atOnce === atOnce - 1) yield
    }
    const letters = new Uint16Array(room(2 * starts[size]!))
    for (let row = 0, to = 0; row < size; row++) {
      const cell = cells[row] ?? ''
      for (let i = 0; i < cell.length; i++) letters[to++] = cell.charCodeAt(i)
      if (row % atOnce === atOnce - 1) yield
    }
    packed[name] = { letters, starts }
  }
  return { size, columns: packed }
}
