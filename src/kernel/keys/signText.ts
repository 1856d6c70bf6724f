/** The mission's signature over a text, r and s of 64 bytes, as receipts and cards carry it. Each kind of text begins with its own mark, so that none passes for another. */
import { sign } from 'node:crypto'
import type { SignedReceipt } from '../../engines/instance/index.ts'
import type { Keyring } from './keyring.ts'

export const signText = ({ receiptKey }: Pick<Keyring, 'receiptKey'>, text: string): Buffer =>
  sign('sha256', Buffer.from(text), { key: receiptKey.privateKey, dsaEncoding: 'ieee-p1363' })

/** A text with its signature and the name of the key, as receipts travel. */
export const signedText = (keyring: Pick<Keyring, 'receiptKey'>, text: string): SignedReceipt => ({
  ...{ text, keyId: keyring.receiptKey.id, signature: signText(keyring, text).toString('base64url') },
})
