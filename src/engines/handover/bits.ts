/** Numbers written bit by bit, so that a day's service fits into few pictures. Small numbers that have no upper end are written in Elias' gamma code (1975). */
export function bitWriter() {
  const bytes: number[] = []
  let [held, free] = [0, 8]
  const bit = (one: number) => {
    free--
    held |= one << free
    if (free > 0) return
    bytes.push(held)
    held = 0
    free = 8
  }
  const writer = {
    number(value: number, bits: number) {
      for (let at = bits - 1; at >= 0; at--) bit(Math.floor(value / 2 ** at) % 2)
    },
    /** From 1. */
    gamma(value: number) {
      const bits = Math.floor(Math.log2(value)) + 1
      writer.number(0, bits - 1)
      writer.number(value, bits)
    },
    bytes(some: Uint8Array) {
      for (const byte of some) writer.number(byte, 8)
    },
    done: (): Uint8Array<ArrayBuffer> => new Uint8Array(free < 8 ? [...bytes, held] : bytes),
  }
  return writer
}

/** Past the end it reads nothing but zeros, and `isPast` says so: what was cut off is never taken for a count. */
export function bitReader(bytes: Uint8Array) {
  let at = 0
  const reader = {
    number(bits: number): number {
      let value = 0
      for (let left = bits; left > 0; left--, at++) value = value * 2 + (((bytes[at >> 3] ?? 0) >> (7 - (at & 7))) & 1)
      return value
    },
    gamma(): number {
      let zeros = 0
      while (zeros < 31 && at < bytes.length * 8 && reader.number(1) === 0) zeros++
      return 2 ** zeros + reader.number(zeros)
    },
    bytes: (count: number): Uint8Array<ArrayBuffer> => Uint8Array.from({ length: count }, () => reader.number(8)),
    isPast: (): boolean => at > bytes.length * 8,
  }
  return reader
}
