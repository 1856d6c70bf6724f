/** A collection program hands a form in: multipart, in one request or in several, each with some of the files. Never 200: a portal on the way answers that. */
import { TextDecoder } from 'node:util'
import { type Refused, refused } from '../../db/transaction.ts'
import { isFullDisk } from '../../fullDisk.ts'
import type { House } from '../../house.ts'
import { languageOf, openRosaMessage } from '../../http/openRosaAnswer.ts'
import { type AnyRoute, type Asked, type Content, type Part, route } from '../../http/route.ts'
import { refuse } from '../../refusal.ts'
import type { Received } from '../arrival.ts'
import type { SentFile } from '../document.ts'
import { receive } from '../receive.ts'
import { type OfProject, ofProject, onEachBase, projectOf, xml } from './bases.ts'

const documentPart = 'xml_submission_file'
const largestDocument = 40_000_000

type Handed = { document: string; files: SentFile[] }

const utf8 = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

async function documentOf({ file, value }: Part): Promise<string | Refused> {
  if (!file) return value
  const pieces: Buffer[] = []
  let bytes = 0
  for await (const piece of file.content as AsyncIterable<Buffer>) if ((bytes += piece.length) <= largestDocument) pieces.push(piece)
  if (bytes > largestDocument) return refused(refuse('forms.xml-too-large', { limit: '10 MB' }))
  return utf8(Buffer.concat(pieces)) ?? refused(refuse('forms.xml-not-utf8'))
}

/** Every part is read to its end, whatever is wrong with one: a request that is left half read would never be answered. */
async function handedIn({ files }: House, parts: AsyncIterable<Part>): Promise<Handed | Refused> {
  const sent: SentFile[] = []
  let document: string | Refused | null = null
  let tooLarge = false
  let full: unknown = null
  try {
    for await (const part of parts) {
      if (part.field === documentPart && document === null) document = await documentOf(part)
      else if (part.file) {
        const { name, content, cut } = part.file
        const stored = await files.take(content).catch((error: unknown) => {
          full ??= error
          // Where not even a name for the file could be made, nothing of it was read.
          content.resume()
          return null
        })
        tooLarge ||= cut()
        if (stored) sent.push({ name, sha256: stored.sha256, bytes: stored.bytes })
      }
    }
  } catch (error) {
    const { code, message } = error as { code?: string; message: string }
    if (code === 'FST_REQ_FILE_TOO_LARGE' || isFullDisk(code)) throw error
    return refused(refuse('forms.multipart-broken', { problem: message.slice(0, 100) }))
  }
  if (full) throw full
  if (tooLarge) return refused(refuse('http.too-large', { limit: '100 MB' }))
  if (document === null) return refused(refuse('forms.no-document'))
  return typeof document === 'string' ? { document, files: sent } : document
}

const receiptHeader = ({ receipt }: Received) => ({ 'x-capulana-receipt': Buffer.from(JSON.stringify(receipt)).toString('base64url') })

function said(house: House, answer: Received, accepted: string | undefined): Content {
  const { outcome, missing, reason } = answer
  const code =
    outcome === 'quarantined'
      ? `forms.${reason}`
      : outcome === 'stored'
        ? 'forms.received-files-missing'
        : outcome === 'withdrawn'
          ? 'forms.withdrawn'
          : 'forms.received'
  const sentence = house.catalogue.sentence(refuse(code, { missing }), languageOf(accepted))
  const status = { complete: 201, withdrawn: 201, stored: 202, quarantined: 409 }[outcome]
  const nature = { complete: 'submit_success', withdrawn: 'submit_success', stored: 'submit_pending', quarantined: 'error' } as const
  return { ...xml(openRosaMessage(sentence, nature[outcome]), receiptHeader(answer)), status }
}

type Sending = Pick<Asked<OfProject, unknown, unknown>, 'house' | 'actor' | 'params' | 'headers' | 'parts' | 'agent'>

async function submission({ house, actor, params, headers, parts, agent }: Sending): Promise<Content | Refused> {
  const project = projectOf(actor, params)
  if (typeof project !== 'number') return refused(project)
  if (!headers['content-type']?.startsWith('multipart/form-data')) return refused(refuse('forms.not-multipart'))
  const handed = await handedIn(house, parts())
  if ('refused' in handed) return handed
  const answer = await receive(house, actor, { project, xml: handed.document, files: handed.files, client: agent, via: 'openrosa' })
  return 'refused' in answer ? answer : said(house, answer, headers['accept-language'])
}

export const submissionRoutes: AnyRoute[] = [
  ...onEachBase((prefix, policy) =>
    route({
      method: 'HEAD',
      url: `${prefix}/submission`,
      policy,
      dialect: 'openrosa',
      summary: 'OpenRosa: how large a submission may be',
      params: ofProject,
      answer: async ({ actor, params }) => {
        const project = projectOf(actor, params)
        return typeof project === 'number' ? { ...xml(''), status: 204 } : refused(project)
      },
    }),
  ),
  ...onEachBase((prefix, policy) =>
    route({
      method: 'POST',
      url: `${prefix}/submission`,
      policy,
      dialect: 'openrosa',
      takes: 'parts',
      summary: 'OpenRosa: a filled form with its files',
      params: ofProject,
      answer: submission,
    }),
  ),
]
