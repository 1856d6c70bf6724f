/** A finished form as it travels: the answers, who made them when by this phone's clock, and which files belong to it. */
import type { Entry, Payload } from './entry.ts'
import type { Envelope } from './network.ts'

export const envelopeOf = (entry: Entry, payload: Payload, client: string): Envelope => ({
  form: entry.form.code,
  version: entry.form.version,
  instanceId: entry.instanceId,
  // A draft has no number yet, and never travels.
  deviceSeq: entry.deviceSeq ?? 0,
  openedAt: entry.startedAt,
  finishedAt: entry.finishedAt ?? entry.savedAt,
  elapsedMs: entry.elapsedMs,
  client,
  files: entry.files,
  ...payload,
})
