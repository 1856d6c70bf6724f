/** Bytes as capital letters and digits (RFC 4648, without padding): a QR code packs them tightly, and no blank at an end can be lost on the way. */
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

export function toBase32(bytes: Uint8Array): string {
  let [written, held, bits] = ['', 0, 0]
  for (const byte of bytes) {
    held = (held << 8) | byte
    bits += 8
    for (; bits >= 5; bits -= 5) written += letters[(held >> (bits - 5)) & 31]
    held &= (1 << bits) - 1
  }
  return bits > 0 ? written + letters[(held << (5 - bits)) & 31] : written
}

/** Null for a foreign letter, and for spare bits that are not zero: one content has one text, so that no altered letter passes. */
export function fromBase32(written: string): Uint8Array<ArrayBuffer> | null {
  const bytes = new Uint8Array(Math.floor((written.length * 5) / 8))
  let [held, bits, at] = [0, 0, 0]
  for (const letter of written) {
    const value = letters.indexOf(letter)
    if (value < 0) return null
    held = (held << 5) | value
    bits += 5
    if (bits < 8) continue
    bits -= 8
    bytes[at++] = held >> bits
    held &= (1 << bits) - 1
  }
  return held === 0 ? bytes : null
}
