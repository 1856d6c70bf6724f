/** What a writer streams out, gathered into one piece: for products, which are made once, hashed, and kept. */
import { Writable } from 'node:stream'

export async function collectBytes(write: (out: Writable) => Promise<unknown>): Promise<Uint8Array> {
  const pieces: Buffer[] = []
  const out = new Writable({
    write(piece: Buffer, _encoding, done) {
      pieces.push(Buffer.from(piece))
      done()
    },
  })
  await write(out)
  return new Uint8Array(Buffer.concat(pieces))
}
