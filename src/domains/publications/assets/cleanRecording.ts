/**
 * Sound and film without what nobody hears or sees in them: tags with names and places, the recorder's notes, a cover picture. MP3 loses its ID3 and APE tags, WAV every chunk but
 * sound and format, MP4 and M4A their user data; a film with a further track (subtitles, the path of a camera) is not taken, because what it holds cannot be told.
 * (ID3v2.4, RIFF/WAVE, ISO/IEC 14496-12.) No smaller copy is made: that needs programs which do not come along.
 */
export type CleanRecording = { type: 'audio/mpeg' | 'audio/wav' | 'audio/mp4' | 'video/mp4'; bytes: Uint8Array }
export type RecordingFault = 'broken' | 'foreign' | 'tracks'

export function cleanRecording(bytes: Buffer): CleanRecording | RecordingFault {
  const name = (at: number) => bytes.subarray(at, at + 4).toString('latin1')
  if (name(0) === 'RIFF' && name(8) === 'WAVE') return cleanWav(bytes)
  if (name(4) === 'ftyp') return cleanMp4(Buffer.from(bytes))
  if (name(0).startsWith('ID3') || (bytes[0] === 0xff && (bytes[1]! & 0xe0) === 0xe0)) return cleanMp3(bytes)
  return 'foreign'
}

/** The length of an ID3v2 tag stands in four bytes of seven bits; there may be several. */
function afterTags(bytes: Buffer): number {
  let at = 0
  while (bytes.subarray(at, at + 3).toString('latin1') === 'ID3' && at + 10 <= bytes.length) {
    const size = [6, 7, 8, 9].reduce((sum, n) => (sum << 7) | (bytes[at + n]! & 0x7f), 0)
    at += 10 + size + ((bytes[at + 5]! & 0x10) !== 0 ? 10 : 0)
  }
  return at
}

const bitRates = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320]
const bitRates2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160]
const sampleRates = [44_100, 48_000, 32_000]

/** Bytes of the MPEG layer 3 frame that begins here; null: none does. */
function frameLength(bytes: Buffer, at: number): number | null {
  if (at + 4 > bytes.length || bytes[at] !== 0xff || (bytes[at + 1]! & 0xe0) !== 0xe0) return null
  const version = (bytes[at + 1]! >> 3) & 3
  const layer = (bytes[at + 1]! >> 1) & 3
  const rate = (version === 3 ? bitRates : bitRates2)[bytes[at + 2]! >> 4]
  const sample = sampleRates[(bytes[at + 2]! >> 2) & 3]
  if (version === 1 || layer !== 1 || !rate || !sample) return null
  const samples = sample / (version === 3 ? 1 : version === 2 ? 2 : 4)
  return Math.floor(((version === 3 ? 144 : 72) * rate * 1000) / samples) + ((bytes[at + 2]! >> 1) & 1)
}

/** Whole frames alone are kept: whatever stands before, between and after them is no sound. */
function cleanMp3(bytes: Buffer): CleanRecording | RecordingFault {
  const frames: Buffer[] = []
  for (let at = afterTags(bytes); at < bytes.length; ) {
    const length = frameLength(bytes, at)
    if (length === null) {
      at++
      continue
    }
    if (at + length > bytes.length) break
    // A frame is one only if another follows, or the end, or a tag.
    const next = at + length
    const goesOn = next === bytes.length || frameLength(bytes, next) !== null || /^(TAG|APE|ID3|LYR)/.test(bytes.subarray(next, next + 3).toString('latin1'))
    if (goesOn) frames.push(bytes.subarray(at, next))
    at = goesOn ? next : at + 1
  }
  return frames.length < 2 ? 'broken' : { type: 'audio/mpeg', bytes: new Uint8Array(Buffer.concat(frames)) }
}

function cleanWav(bytes: Buffer): CleanRecording | RecordingFault {
  const kept: Buffer[] = []
  for (let at = 12; at + 8 <= bytes.length; ) {
    const name = bytes.subarray(at, at + 4).toString('latin1')
    const size = bytes.readUInt32LE(at + 4)
    const end = at + 8 + size
    if (end > bytes.length) return 'broken'
    if (name === 'fmt ' || name === 'data') kept.push(bytes.subarray(at, end), Buffer.alloc(size % 2))
    at = end + (size % 2)
  }
  if (kept.length !== 4) return 'broken'
  const body = Buffer.concat(kept)
  const head = Buffer.from('RIFF\0\0\0\0WAVE', 'latin1')
  head.writeUInt32LE(body.length + 4, 4)
  return { type: 'audio/wav', bytes: new Uint8Array(Buffer.concat([head, body])) }
}

const keptBoxes = new Set([
  'ftyp',
  'moov',
  'mdat',
  'free',
  'trak',
  'mdia',
  'minf',
  'stbl',
  'edts',
  'dinf',
  'mvhd',
  'tkhd',
  'mdhd',
  'hdlr',
  'vmhd',
  'smhd',
  'dref',
  'elst',
])
const keptTables = new Set(['stsd', 'stts', 'ctts', 'stsc', 'stsz', 'stz2', 'stco', 'co64', 'stss', 'sdtp', 'sgpd', 'sbgp', 'cslg'])
const parents = new Set(['moov', 'trak', 'mdia', 'minf', 'stbl', 'edts', 'dinf'])
const timed = new Set(['mvhd', 'tkhd', 'mdhd'])

/** Boxes stay in their places, for others point into the file by number of bytes: what goes is blanked where it stands. */
function cleanMp4(bytes: Buffer): CleanRecording | RecordingFault {
  const tracks: string[] = []
  const walk = (from: number, to: number, inside: string | null): boolean => {
    for (let at = from; at < to; ) {
      if (at + 8 > to) return false
      const short = bytes.readUInt32BE(at)
      const name = bytes.subarray(at + 4, at + 8).toString('latin1')
      const isLong = short === 1
      if (isLong && at + 16 > to) return false
      const size = short === 0 ? to - at : isLong ? Number(bytes.readBigUInt64BE(at + 8)) : short
      const body = at + (isLong ? 16 : 8)
      const end = at + size
      if (size < 8 || body > end || end > to) return false
      if (!keptBoxes.has(name) && !keptTables.has(name)) {
        bytes.write('free', at + 4, 'latin1')
        bytes.fill(0, body, end)
      } else if (name === 'free') bytes.fill(0, body, end)
      else if (timed.has(name)) {
        // When it was recorded, to the second: version 0 keeps two times of four bytes, version 1 of eight.
        bytes.fill(0, body + 4, Math.min(end, body + 4 + (bytes[body] === 1 ? 16 : 8)))
      } else if (name === 'hdlr' && inside === 'mdia' && end >= body + 12) {
        tracks.push(bytes.subarray(body + 8, body + 12).toString('latin1'))
        // The name of the recorder stands behind it.
        bytes.fill(0, Math.min(end, body + 24), end)
      } else if (parents.has(name) && !walk(body, end, name)) return false
      at = end
    }
    return true
  }
  if (!walk(0, bytes.length, null)) return 'broken'
  if (tracks.some((track) => track !== 'vide' && track !== 'soun')) return 'tracks'
  if (tracks.length === 0) return 'broken'
  return { type: tracks.includes('vide') ? 'video/mp4' : 'audio/mp4', bytes: new Uint8Array(bytes) }
}
