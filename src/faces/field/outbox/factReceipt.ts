/** Whether a receipt is the office's word on this very fact: signed by a key that it told us, and over the hash of exactly what is on this phone. */
import { type FactReceipt, readFactReceipt } from '../../../engines/handover/index.ts'
import { receiptHolds } from '../../../engines/instance/index.ts'
import { sha256Hex } from '../store/sealing.ts'
import type { Profile } from '../sync/profile.ts'

export async function factReceiptHolds(receipt: FactReceipt, fact: { key: string; text: string }, { receiptKeys }: Profile): Promise<boolean> {
  const said = readFactReceipt(receipt.text)
  const key = receiptKeys.find(({ id }) => id === receipt.keyId)
  if (!said || !key || said.key !== fact.key) return false
  return said.hash === (await sha256Hex(new TextEncoder().encode(fact.text))) && (await receiptHolds(receipt, key.jwk))
}
