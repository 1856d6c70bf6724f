/**
 * Reads a fingerprint template as scanners write it: ISO/IEC 19794-2:2005, finger minutiae record ("FMR", version " 20"). Positions and angles of ridge ends
 * only, never a picture. The bytes come from a device that we do not know: every length is held against what is really there before anything is read.
 */
export type MinutiaType = 'ending' | 'bifurcation' | 'other'
/** `angle` in steps of 1.40625 degrees, counter-clockwise; `quality` 1 to 100, null where the scanner gave none. */
export type Minutia = { type: MinutiaType; x: number; y: number; angle: number; quality: number | null }
export type FingerView = { finger: number; view: number; impression: number; quality: number | null; minutiae: Minutia[] }
export type Minutiae = { width: number; height: number; perCentimetreX: number; perCentimetreY: number; views: FingerView[] }

export const minutiaeRefusals = ['biometrics.not-a-template', 'biometrics.version', 'biometrics.length', 'biometrics.cut', 'biometrics.value'] as const
export type MinutiaeRefusal = { code: (typeof minutiaeRefusals)[number]; facts: Record<string, number> }

const magic = 'FMR\0'
const version = ' 20\0'
const headerBytes = 24
const viewBytes = 4
const minutiaBytes = 6
const extendedLengthBytes = 2
/** Ten fingers, none of them unknown twice; the standard counts 0 (unknown) to 10. */
const lastFinger = 10
const types: readonly (MinutiaType | undefined)[] = ['other', 'ending', 'bifurcation']

const refusal = (code: MinutiaeRefusal['code'], facts: Record<string, number> = {}): { refused: MinutiaeRefusal } => ({ refused: { code, facts } })
const text = (bytes: Uint8Array, from: number) => String.fromCharCode(...bytes.subarray(from, from + 4))
const stated = (quality: number): number | null => (quality >= 1 && quality <= 100 ? quality : null)

export function parseIso19794_2(bytes: Uint8Array): Minutiae | { refused: MinutiaeRefusal } {
  if (bytes.length < headerBytes || text(bytes, 0) !== magic) return refusal('biometrics.not-a-template')
  if (text(bytes, 4) !== version) return refusal('biometrics.version')
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const length = data.getUint32(8)
  if (length !== bytes.length) return refusal('biometrics.length', { said: length, found: bytes.length })
  const size = { width: data.getUint16(14), height: data.getUint16(16), perCentimetreX: data.getUint16(18), perCentimetreY: data.getUint16(20) }
  const count = data.getUint8(22)
  if (count === 0 || size.perCentimetreX === 0 || size.perCentimetreY === 0) return refusal('biometrics.value', { at: 14 })
  const views: FingerView[] = []
  let at = headerBytes
  while (views.length < count) {
    const read = viewAt(data, at, size)
    if ('refused' in read) return read
    views.push(read.view)
    at = read.end
  }
  return at === bytes.length ? { ...size, views } : refusal('biometrics.length', { said: at, found: bytes.length })
}

function viewAt(data: DataView, at: number, size: { width: number; height: number }): { view: FingerView; end: number } | { refused: MinutiaeRefusal } {
  const isThere = (end: number) => end <= data.byteLength
  if (!isThere(at + viewBytes)) return refusal('biometrics.cut', { at })
  const [finger, packed, count] = [data.getUint8(at), data.getUint8(at + 1), data.getUint8(at + 3)]
  if (finger > lastFinger) return refusal('biometrics.value', { at })
  const from = at + viewBytes
  const extended = from + count * minutiaBytes
  if (!isThere(extended + extendedLengthBytes)) return refusal('biometrics.cut', { at: from })
  const end = extended + extendedLengthBytes + data.getUint16(extended)
  if (!isThere(end)) return refusal('biometrics.cut', { at: extended })
  const minutiae: Minutia[] = []
  for (let one = from; one < extended; one += minutiaBytes) {
    const minutia = minutiaAt(data, one)
    if (!minutia || minutia.x >= size.width || minutia.y >= size.height) return refusal('biometrics.value', { at: one })
    minutiae.push(minutia)
  }
  return { view: { finger, view: packed >> 4, impression: packed & 15, quality: stated(data.getUint8(at + 2)), minutiae }, end }
}

/** The type in two bits before fourteen of x; two that are kept for later before fourteen of y. */
function minutiaAt(data: DataView, at: number): Minutia | null {
  const [first, second] = [data.getUint16(at), data.getUint16(at + 2)]
  const type = types[first >> 14]
  return type ? { type, x: first & 0x3fff, y: second & 0x3fff, angle: data.getUint8(at + 4), quality: stated(data.getUint8(at + 5)) } : null
}
