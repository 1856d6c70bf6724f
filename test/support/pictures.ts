/** A picture as a telephone writes it: which side is up, the point where it was taken, a comment with a name, and bytes after the end. */

import { multipart } from './importing.ts'
import type { TestHouse } from './testHouse.ts'

const plain = Buffer.from(
  [
    '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/2wBDARESEhgVGC8aGi9j',
    'QjhCY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2P/wAARCAAQABgDASIAAhEBAxEB/8QAFwAAAwEAAAAAAAAAAAAAAAAAAAMEBf/EABYQAQEB',
    'AAAAAAAAAAAAAAAAAAMAMf/EABYBAQEBAAAAAAAAAAAAAAAAAAQBAv/EABgRAQEBAQEAAAAAAAAAAAAAAAIAIQED/9oADAMBAAIRAxEAPwDOE68TlCeVwnT1dgGaJxVCcQE9lcOX/9k=',
  ].join(''),
  'base64',
)

export const planted = { point: 'GPS -12.9740 40.5178', name: 'Zuleikha Plantada' }

const segment = (marker: number, body: Buffer): Buffer => Buffer.concat([Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 0xff]), body])

/** Turned on its side (6), with the point in the camera's notes. `n` makes each another file. */
export function telephonePicture(n: number): Buffer {
  const tiff = Buffer.from([0x49, 0x49, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0])
  const notes = segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from(planted.point)]))
  const comment = segment(0xfe, Buffer.from(`${planted.name} ${n}`))
  return Buffer.concat([plain.subarray(0, 2), notes, comment, plain.subarray(2), Buffer.from(`after the end ${planted.name}`)])
}

const chunk = (name: string, body: Buffer): Buffer => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length)
  return Buffer.concat([length, Buffer.from(name, 'latin1'), body, Buffer.alloc(4)])
}

/** A PNG with a name in its text and the camera's notes in a chunk of their own. */
export function annotatedPng(): Buffer {
  const head = Buffer.from([0, 0, 0, 3, 0, 0, 0, 2, 8, 2, 0, 0, 0])
  const notes = [chunk('tEXt', Buffer.from(`Author\0${planted.name}`)), chunk('eXIf', Buffer.from(planted.point))]
  const mark = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([mark, chunk('IHDR', head), ...notes, chunk('IDAT', Buffer.alloc(30)), chunk('IEND', Buffer.alloc(0)), Buffer.from(planted.name)])
}

type Brought = { id: string; publicSha256: string; originalSha256: string; width: number; height: number; refusals: { code: string }[] }

export async function bringPicture(test: TestHouse, bytes: Uint8Array, about: Record<string, string> = {}): Promise<{ status: number; body: Brought }> {
  const usual = {
    ...{
      captionPt: 'Uma mãe à porta da sua casa',
      captionEn: 'A mother at the door of her house',
      place: 'MZ0109',
      takenOn: '2023-01-15',
      credit: 'OIM Moçambique',
    },
    ...{ recognisable: '1', children: '0', protectedPeople: 'no' },
  }
  const sent = multipart({ name: 'IMG_0001.jpg', bytes }, { ...usual, ...about })
  return test.ask('elsa', { method: 'POST', url: '/api/publications/assets', ...sent }) as never
}
