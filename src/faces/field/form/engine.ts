/**
 * The form engine behind one adapter. It is loaded with the first form, reads forms and lists from this phone alone, and tells the screen when anything it
 * shows has changed.
 */
import type { AnyFormInstance, LoadFormResult, RootNode } from '@getodk/xforms-engine'
import type { LockedStore } from '../store/locked.ts'
import type { DraftFile } from '../store/outboxStore.ts'
import { attachmentOf, type FieldForm, xformOf } from '../sync/formsOfOffice.ts'
import { csvOf, readList } from '../sync/lists.ts'
import { type LiveForm, liveForm } from './live.ts'

export type OpenedForm = { root: RootNode; live: LiveForm; xform: string; media: (fileName: string) => Promise<Blob | null> }
export type OpenProblem = 'form.notHere' | 'form.cannotOpen'

/** The engine would run it on into the hint; here it is a help of its own, opened by a touch. */
const withoutGuidance = (xform: string) => xform.replace(/<value form="guidance"[^>]*>[\s\S]*?<\/value>/g, '')

const notFound = new Response(null, { status: 404 })

const types: Record<string, string> = {
  csv: 'text/csv',
  geojson: 'application/geo+json',
  xml: 'text/xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  ogg: 'audio/ogg',
  wav: 'audio/wav',
  mp4: 'video/mp4',
}
const typeOf = (fileName: string) => types[fileName.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream'

async function bytesOf(cache: LockedStore, form: FieldForm, fileName: string): Promise<BlobPart | null> {
  const attachment = form.attachments.find((known) => known.fileName === fileName)
  if (!attachment) return null
  if (attachment.kind === 'file') return attachmentOf(cache, form, attachment)
  const list = attachment.list ? await readList(cache, attachment.list) : null
  return list && csvOf(list)
}

const nameIn = (address: URL) => decodeURIComponent(address.href.split('/').at(-1) ?? '')

/** The engine hands the file to us as the instance's own document and takes it back in the same shape. */
function restored(xml: string, files: readonly DraftFile[]) {
  const data = new FormData()
  data.append('xml_submission_file', new File([xml], 'xml_submission_file', { type: 'text/xml' }))
  for (const { name, type, bytes } of files) data.append(name, new File([bytes], name, { type }))
  return { data: [data] as never }
}

type Beginning = { xml: string; files: readonly DraftFile[]; person: string | null; deviceId: string }
type Opening = Beginning & { cache: LockedStore; form: FieldForm }

async function instanceOf(loaded: LoadFormResult, { xml, files, person, deviceId }: Beginning, live: LiveForm): Promise<AnyFormInstance> {
  const config = { stateFactory: live.stateFactory, preloadProperties: { deviceID: deviceId, username: person ?? undefined } }
  if (loaded.status === 'failure') throw loaded.error
  return xml === '' ? loaded.createInstance(config) : loaded.restoreInstance(restored(xml, files), config)
}

/** Files and lists by the name that the form knows them by. */
type Source = { xform: string; content: (fileName: string) => Promise<BlobPart | null> }
/** Read once; begun as often as wanted. Null: the engine cannot open it. */
export type LoadedForm = { begin: (beginning: Beginning) => Promise<OpenedForm | null> }

export async function loadXform({ xform, content }: Source): Promise<LoadedForm> {
  const { loadForm } = await import('@getodk/xforms-engine')
  const loaded = await loadForm(withoutGuidance(xform), {
    fetchFormAttachment: async (address) => {
      const found = await content(nameIn(address))
      return found ? new Response(found, { headers: { 'content-type': typeOf(nameIn(address)) } }) : notFound.clone()
    },
    missingResourceBehavior: 'BLANK',
  })
  const media = async (fileName: string) => {
    const found = await content(fileName)
    return found === null ? null : new Blob([found], { type: typeOf(fileName) })
  }
  return {
    async begin(beginning) {
      const live = liveForm()
      // A form that the engine cannot read is the author's to mend; the person in the field gets a sentence, and the reason goes to the console.
      const instance = await instanceOf(loaded, beginning, live).catch((error: unknown) => {
        console.error(error)
        return null
      })
      return instance && { root: instance.root, live, xform, media }
    },
  }
}

export async function openForm({ cache, form, ...beginning }: Opening): Promise<OpenedForm | { problem: OpenProblem }> {
  const xform = await xformOf(cache, form.id)
  if (!xform) return { problem: 'form.notHere' }
  const loaded = await loadXform({ xform, content: (fileName) => bytesOf(cache, form, fileName) })
  return (await loaded.begin(beginning)) ?? { problem: 'form.cannotOpen' }
}
