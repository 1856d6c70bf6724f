/**
 * Texts of old workbooks: one byte a letter where that is enough, else two; formats and reading aids are passed over. A text may break off at the end of a
 * record and go on in the next, there perhaps in the other width. Source: [MS-XLS] 2.5.293, 2.5.294 and 2.4.265.
 */
export type TextReader = {
  u16(): number | null
  /** A text with its flags, of so many letters. */
  text(letters: number): string | null
}

const wideFlag = 1
const readingAidFlag = 4
const formatsFlag = 8

export function textReader(pieces: readonly Buffer[], from: number): TextReader {
  let piece = 0
  let at = from
  const here = () => pieces[piece]
  const left = () => (here()?.length ?? 0) - at
  const toNext = () => {
    piece++
    at = 0
  }

  function byte(): number | null {
    while (here() && left() <= 0) toNext()
    return here() ? here()![at++]! : null
  }
  function u16(): number | null {
    const low = byte()
    const high = byte()
    return low === null || high === null ? null : low | (high << 8)
  }
  function skip(bytes: number): boolean {
    let rest = bytes
    while (rest > 0) {
      if (!here()) return false
      const step = Math.min(rest, left())
      at += step
      rest -= step
      if (rest > 0) toNext()
    }
    return true
  }
  function letters(count: number, firstWide: boolean): string | null {
    let wide = firstWide
    let text = ''
    for (let rest = count; rest > 0; ) {
      if (left() <= 0) {
        toNext()
        const flags = byte()
        if (flags === null) return null
        wide = (flags & wideFlag) === 1
      }
      const take = Math.min(rest, wide ? left() >> 1 : left())
      if (take === 0) return null
      text += here()!.toString(wide ? 'utf16le' : 'latin1', at, at + (wide ? take * 2 : take))
      at += wide ? take * 2 : take
      rest -= take
    }
    return text
  }

  return {
    u16,
    text(count) {
      const flags = byte()
      if (flags === null) return null
      const formats = flags & formatsFlag ? u16() : 0
      const aidLow = flags & readingAidFlag ? u16() : 0
      const aidHigh = flags & readingAidFlag ? u16() : 0
      const text = letters(count, (flags & wideFlag) === 1)
      if (text === null || formats === null || aidLow === null || aidHigh === null) return null
      return skip(formats * 4 + aidLow + aidHigh * 65_536) ? text : null
    },
  }
}

/** A text that begins with its length in two bytes. */
export function countedText(pieces: readonly Buffer[], from: number): string | null {
  const reader = textReader(pieces, from)
  const letters = reader.u16()
  return letters === null ? null : letters === 0 ? '' : reader.text(letters)
}
