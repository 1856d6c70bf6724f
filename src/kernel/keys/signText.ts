/** The mission's signature over a text, r and s of 64 bytes, as receipts and cards carry it. Each kind of text begins with its own mark, so that none passes for another. */
import { sign } from 'node:crypto'
import type { Keyring } from './keyring.ts'

export const signText = ({ receiptKey }: Pick<Keyring, 'receiptKey'>, text: string): Buffer =>
  sign('sha256', Buffer.from(text), { key: receiptKey.privateKey, dsaEncoding: 'ieee-p1363' })
