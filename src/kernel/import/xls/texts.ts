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

/** How a workbook writes its texts: a text that begins with its length, in one byte or in two. */
export type Texts = { counted(pieces: readonly Buffer[], from: number): string | null; short(data: Buffer, from: number): string | null }

/** Since Excel 97. */
export const letterTexts: Texts = {
  counted(pieces, from) {
    const reader = textReader(pieces, from)
    const letters = reader.u16()
    return letters === null ? null : letters === 0 ? '' : reader.text(letters)
  },
  short: (data, from) => textReader([data], from + 1).text(data[from]!),
}

/** Code pages of Windows by their number, as browsers name them. Source: [MS-XLS] 2.4.52. */
const nameOfCodePage = (number: number) => (number >= 1250 && number <= 1258 ? `windows-${number}` : number === 932 ? 'shift_jis' : 'windows-1252')

/** Excel 5 and 95: one byte a letter, in the code page of the machine that wrote it. A text that goes on in a next record is cut at 255 letters there, so none does. */
export function byteTexts(codePage: number): Texts {
  const decoder = new TextDecoder(nameOfCodePage(codePage))
  const read = (data: Buffer, from: number, bytes: number) => (from + bytes > data.length ? null : decoder.decode(data.subarray(from, from + bytes)))
  return {
    counted: ([data], from) => (data && from + 2 <= data.length ? read(data, from + 2, data.readUInt16LE(from)) : null),
    short: (data, from) => read(data, from + 1, data[from]!),
  }
}
