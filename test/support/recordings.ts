/** Sound and film as recorders write them: with tags that hold a name and the point where it was taken. */
import { planted } from './pictures.ts'

const secret = `${planted.name} ${planted.point}`

/** Three frames of silence (MPEG 1, layer 3, 128 kbit/s, 44.1 kHz: 417 bytes each), a tag before and one after. */
export function taggedMp3(): Buffer {
  const tag = Buffer.concat([Buffer.from('ID3\x04\0\0\0\0\0', 'latin1'), Buffer.from([secret.length]), Buffer.from(secret, 'latin1')])
  const frame = Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x00]), Buffer.alloc(413)])
  return Buffer.concat([tag, frame, frame, frame, Buffer.from(`TAG${secret}`, 'latin1')])
}

const riff = (name: string, body: Buffer): Buffer => {
  const head = Buffer.alloc(8)
  head.write(name, 'latin1')
  head.writeUInt32LE(body.length, 4)
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)])
}

export function taggedWav(): Buffer {
  const chunks = Buffer.concat([riff('fmt ', Buffer.alloc(16)), riff('LIST', Buffer.from(`INFO${secret}`)), riff('data', Buffer.alloc(9))])
  return riff('RIFF', Buffer.concat([Buffer.from('WAVE'), chunks, riff('id3 ', Buffer.from(secret))]))
}

const box = (name: string, ...parts: Buffer[]): Buffer => {
  const body = Buffer.concat(parts)
  const head = Buffer.alloc(8)
  head.writeUInt32BE(body.length + 8)
  head.write(name, 4, 'latin1')
  return Buffer.concat([head, body])
}

/** `kinds`: what each track holds. The user data carry the point, each handler the name of the recorder. */
export function taggedMp4(...kinds: ('vide' | 'soun' | 'meta')[]): Buffer {
  const track = (kind: string) =>
    box(
      'trak',
      box('tkhd', Buffer.alloc(84, 7)),
      box(
        'mdia',
        box('mdhd', Buffer.alloc(24, 7)),
        box('hdlr', Buffer.alloc(8), Buffer.from(kind), Buffer.alloc(12), Buffer.from(secret)),
        box('minf', box('stbl', box('stco', Buffer.alloc(8)))),
      ),
    )
  const moov = box(
    'moov',
    box('mvhd', Buffer.alloc(100, 7)),
    ...kinds.map(track),
    box('udta', box('\u00a9xyz', Buffer.from(secret))),
    box('meta', Buffer.from(secret)),
  )
  return Buffer.concat([box('ftyp', Buffer.from('isom\0\0\0\0')), moov, box('uuid', Buffer.from(secret)), box('mdat', Buffer.alloc(40, 9))])
}
