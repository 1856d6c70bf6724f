/** A photo goes in pieces and goes on where the link broke: at most one piece is sent twice. The office says how much it has; this phone does not guess. */
import { isTrouble, type Network, type Trouble } from './network.ts'

/** Small enough that a piece passes within seconds on a slow link, large enough that asking costs little. */
const pieceBytes = 64 * 1024

export async function sendFile(network: Network, sha256: string, bytes: Uint8Array<ArrayBuffer>): Promise<{ whole: true } | Trouble> {
  const known = await network.fileOffset(sha256)
  if (isTrouble(known)) return known
  let { offset } = known
  // An empty file, or one that is there already, still needs its end to be said.
  for (let isFirst = true; isFirst || offset < bytes.length; isFirst = false) {
    if (offset >= bytes.length && bytes.length > 0) return { whole: true }
    const sent = await network.sendPiece({ sha256, offset, total: bytes.length, bytes: bytes.slice(offset, offset + pieceBytes) })
    if (isTrouble(sent)) return sent
    if (sent.whole) return { whole: true }
    // Another offset than expected is the office's word on what it has; no progress at all would go round for ever.
    if (sent.offset === offset) return { trouble: 'later', told: [] }
    offset = sent.offset
  }
  return { trouble: 'later', told: [] }
}
