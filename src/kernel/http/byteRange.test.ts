import { describe, expect, it } from 'vitest'
import { inRanges, rangeOf } from './byteRange.ts'

describe('a part of a file', () => {
  it('is read from its first byte, to its last, or from the end', () => {
    expect(['bytes=0-', 'bytes=2-4', 'bytes=7-99', 'bytes=-3', 'bytes=-99', 'Bytes= 9-9 '].map((asked) => rangeOf(asked, 10))).toEqual([
      ...[
        { from: 0, to: 9 },
        { from: 2, to: 4 },
        { from: 7, to: 9 },
        { from: 7, to: 9 },
        { from: 0, to: 9 },
        { from: 9, to: 9 },
      ],
    ])
  })

  it('is the whole where nothing or nothing sensible is asked, and told apart where it lies beyond the end', () => {
    for (const asked of [undefined, '', 'bytes=', 'bytes=-', 'bytes=5-2', 'bytes=0-1,4-5', 'lines=1-2', 'bytes=a-b'])
      expect(rangeOf(asked, 10), asked).toBe('whole')
    for (const asked of ['bytes=10-', 'bytes=99-100', 'bytes=-0']) expect(rangeOf(asked, 10), asked).toBe('beyond')
  })

  it('of another file than the one that was begun is the whole', () => {
    const file = { content: Buffer.from('0123456789'), type: 'audio/mpeg', etag: '"a"' }
    const answer = (headers: Record<string, string>) => inRanges(file, headers, {})
    expect(answer({ range: 'bytes=2-3', 'if-range': '"a"' })).toMatchObject({ status: 206, content: Buffer.from('23') })
    expect(answer({ range: 'bytes=2-3', 'if-range': '"b"' }).status).toBeUndefined()
  })
})
