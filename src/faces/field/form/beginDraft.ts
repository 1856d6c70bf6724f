/** A new form begins as an entry of the outbox at once, so that nothing typed afterwards is ever without a home. */
import type { Phone } from '../phone.ts'
import type { FieldForm } from '../sync/formsOfOffice.ts'
import type { Item } from '../sync/lists.ts'

export async function beginDraft(phone: Phone, form: FieldForm, place: Item | null): Promise<string> {
  const now = new Date().toISOString()
  const instanceId = `uuid:${crypto.randomUUID()}`
  const { id, code, name: version, title, restricted } = form
  await phone.outbox.saveDraft(
    {
      instanceId,
      form: { id, code, version, title, isRestricted: restricted },
      phase: 'draft',
      name: place?.label ?? '',
      startedAt: now,
      savedAt: now,
      elapsedMs: 0,
      files: [],
      finishedAt: null,
      deviceSeq: null,
      payloadHash: null,
      bytes: 0,
      tries: 0,
      nextAt: 0,
      missing: [],
      told: [],
      receipt: null,
      receiptAt: null,
    },
    { xml: '', page: 0, language: null, chosen: place?.id ?? null },
    [],
    [],
  )
  await phone.refresh()
  return instanceId
}
