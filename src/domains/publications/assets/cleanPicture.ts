/**
 * A picture without what it does not show: the point where it was taken, the camera, the comments, a smaller copy of an earlier crop. JPEG segments and PNG chunks that
 * the eye needs are kept, all others dropped, and what stands after the end is cut. Of the camera's notes one thing stays: which side is up. (ITU-T T.81, Exif 2.32, PNG 1.2.)
 */
export type CleanPicture = { type: 'image/jpeg' | 'image/png'; bytes: Uint8Array; width: number; height: number }
export type PictureFault = 'broken' | 'foreign'

export function cleanPicture(bytes: Buffer): CleanPicture | PictureFault {
  if (bytes.length > 4 && bytes[0] === 0xff && bytes[1] === 0xd8) return cleanJpeg(bytes)
  if (bytes.subarray(0, 8).equals(pngMark)) return cleanPng(bytes)
  return 'foreign'
}

/** JFIF, colour profile and Adobe's colour transform: without them the colours would be others. */
const keptApp = (marker: number, body: Buffer): boolean =>
  (marker === 0xe0 && body.subarray(0, 4).toString('latin1') === 'JFIF') ||
  (marker === 0xe2 && body.subarray(0, 11).toString('latin1') === 'ICC_PROFILE') ||
  (marker === 0xee && body.subarray(0, 5).toString('latin1') === 'Adobe')

const isApp = (marker: number) => (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

function cleanJpeg(bytes: Buffer): CleanPicture | PictureFault {
  const kept: Buffer[] = [bytes.subarray(0, 2)]
  let size: { width: number; height: number } | null = null
  let turned = 1
  let at = 2
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return 'broken'
    const marker = bytes[at + 1]!
    if (marker === 0xff) {
      at++
      continue
    }
    if (marker === 0xd9) break
    const length = bytes.readUInt16BE(at + 2)
    const end = at + 2 + length
    if (length < 2 || end > bytes.length) return 'broken'
    const body = bytes.subarray(at + 4, end)
    if (marker === 0xe1) turned = orientationOf(body) ?? turned
    if (isFrame(marker)) {
      if (body.length < 5) return 'broken'
      size = { height: body.readUInt16BE(1), width: body.readUInt16BE(3) }
    }
    const scanEnd = marker === 0xda ? endOfScan(bytes, end) : end
    if (scanEnd === null) return 'broken'
    if (!isApp(marker) || keptApp(marker, body)) kept.push(bytes.subarray(at, scanEnd))
    at = scanEnd
  }
  if (bytes[at] !== 0xff || bytes[at + 1] !== 0xd9 || !size || size.width === 0 || size.height === 0) return 'broken'
  kept.push(Buffer.from([0xff, 0xd9]))
  if (turned !== 1) kept.splice(1, 0, orientationSegment(turned))
  const sideways = turned >= 5
  return {
    ...{ type: 'image/jpeg', bytes: new Uint8Array(Buffer.concat(kept)) },
    ...(sideways ? { width: size.height, height: size.width } : size),
  }
}

/** Coded data ends at the next marker that is neither a stuffed zero nor a restart. */
function endOfScan(bytes: Buffer, from: number): number | null {
  for (let at = bytes.indexOf(0xff, from); at !== -1 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1]!
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  return null
}

/** Tag 0x0112 of the first directory, in either byte order; null where the notes say nothing that can be read. */
function orientationOf(body: Buffer): number | null {
  if (body.subarray(0, 6).toString('latin1') !== 'Exif\0\0') return null
  const tiff = body.subarray(6)
  if (tiff.length < 14) return null
  const little = tiff.subarray(0, 2).toString('latin1') === 'II'
  const two = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const start = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  if (start + 2 > tiff.length) return null
  for (let i = 0; i < two(start); i++) {
    const entry = start + 2 + i * 12
    if (entry + 12 > tiff.length) return null
    if (two(entry) === 0x0112) return two(entry + 8) >= 1 && two(entry + 8) <= 8 ? two(entry + 8) : null
  }
  return null
}

/** Camera notes of our own with that one tag. */
function orientationSegment(turned: number): Buffer {
  const tiff = Buffer.from([0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turned, 0, 0, 0, 0, 0, 0])
  const head = Buffer.from([0xff, 0xe1, 0, 2 + 6 + tiff.length])
  return Buffer.concat([head, Buffer.from('Exif\0\0', 'latin1'), tiff])
}

const pngMark = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const keptChunks = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'sRGB', 'gAMA', 'cHRM', 'sBIT', 'bKGD', 'pHYs'])

function cleanPng(bytes: Buffer): CleanPicture | PictureFault {
  const kept: Buffer[] = [pngMark]
  let size: { width: number; height: number } | null = null
  let hasImage = false
  for (let at = 8; at + 12 <= bytes.length; ) {
    const name = bytes.subarray(at + 4, at + 8).toString('latin1')
    const end = at + 12 + bytes.readUInt32BE(at)
    if (end > bytes.length) return 'broken'
    if (name === 'IHDR' && end < at + 25) return 'broken'
    if (name === 'IHDR') size = { width: bytes.readUInt32BE(at + 8), height: bytes.readUInt32BE(at + 12) }
    hasImage ||= name === 'IDAT'
    if (keptChunks.has(name)) kept.push(bytes.subarray(at, end))
    if (name === 'IEND')
      return size && hasImage && size.width > 0 && size.height > 0 ? { type: 'image/png', bytes: new Uint8Array(Buffer.concat(kept)), ...size } : 'broken'
    at = end
  }
  return 'broken'
}
