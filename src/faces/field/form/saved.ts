/** What of an open form is written down, and under which id: the entry's own, whatever the engine called a new instance. */
import type { AnyNode, RootNode } from '@getodk/xforms-engine'
import { metaOf, parseInstance } from '../../../engines/instance/index.ts'
import { type Entry, type EntryFile, finish } from '../outbox/entry.ts'
import { payloadHash } from '../outbox/receipt.ts'
import type { Phone } from '../phone.ts'
import type { DraftFile } from '../store/outboxStore.ts'
import { sealFor, sha256Hex } from '../store/sealing.ts'
import { questionsOf } from './pages.ts'

const withOwnId = (xml: string, instanceId: string) => xml.replace(/(<(?:\w+:)?instanceID>)[^<]*(<)/, `$1${instanceId}$2`)

const nameIn = (xml: string, fallback: string): string => {
  const parsed = parseInstance(xml)
  return ('root' in parsed && metaOf(parsed.root).instanceName) || fallback
}

export type Taken = { xml: string; files: DraftFile[]; isReady: boolean }

/** The engine gives only files that are new since the form was opened; a draft needs all that its answers name. */
async function filesIn(root: RootNode): Promise<DraftFile[]> {
  const files: DraftFile[] = []
  for (const question of questionsOf(root as AnyNode)) {
    const file = question.nodeType === 'upload' ? question.currentState.value : null
    if (file) files.push({ name: file.name, type: file.type, bytes: new Uint8Array(await file.arrayBuffer()) })
  }
  return files
}

export async function takeDown(root: RootNode, instanceId: string): Promise<Taken> {
  const payload = await root.prepareInstancePayload({ payloadType: 'monolithic' })
  const written = await payload.data[0].get('xml_submission_file').text()
  return { xml: withOwnId(written, instanceId), files: await filesIn(root), isReady: payload.status === 'ready' }
}

/** A name is given once, so what is known of a file stays true. One that the answers name but that is still being read keeps its place. */
async function listed({ xml, files }: Taken, known: readonly EntryFile[]): Promise<EntryFile[]> {
  const named = known.filter(({ name }) => xml.includes(`>${name}<`))
  const news = files.filter(({ name }) => !named.some((file) => file.name === name))
  return [...named, ...(await Promise.all(news.map(async ({ name, bytes }) => ({ name, sha256: await sha256Hex(bytes), bytes: bytes.length }))))]
}

const newFiles = ({ files }: Taken, known: readonly EntryFile[]) => files.filter(({ name }) => !known.some((file) => file.name === name))

export async function saveDraft(phone: Phone, entry: Entry, taken: Taken, place: { page: number; language: string | null; elapsedMs: number }): Promise<Entry> {
  const files = await listed(taken, entry.files)
  const next: Entry = { ...entry, files, name: nameIn(taken.xml, entry.name), savedAt: new Date().toISOString(), elapsedMs: place.elapsedMs }
  const draft = { xml: taken.xml, page: place.page, language: place.language, chosen: null }
  await phone.outbox.saveDraft(next, draft, newFiles(taken, entry.files), entry.files)
  return next
}

export type Finished = 'finished' | 'unreadable' | 'no-seal'

/** Numbered, hashed, and for restricted forms sealed: from here on nobody on this phone reads it again. */
export async function finishEntry(phone: Phone, entry: Entry, taken: Taken, elapsedMs: number): Promise<Finished> {
  const hash = await payloadHash(taken.xml)
  if (hash === null) return 'unreadable'
  const { sealingKey } = phone.picture().profile
  if (entry.form.isRestricted && !sealingKey) return 'no-seal'
  const bytes = new TextEncoder().encode(taken.xml)
  const payload = entry.form.isRestricted && sealingKey ? { sealed: await sealFor(sealingKey, entry.instanceId, bytes) } : { xml: taken.xml }
  const finished = finish(entry, {
    finishedAt: new Date().toISOString(),
    elapsedMs,
    deviceSeq: await phone.outbox.nextSeq(),
    payloadHash: hash,
    files: await listed(taken, entry.files),
    bytes: bytes.length,
    name: nameIn(taken.xml, entry.name),
  })
  await phone.outbox.finish(finished, payload, newFiles(taken, entry.files), entry.files)
  await phone.refresh()
  return 'finished'
}
