/** The outbox's line to the office over HTTP. */
import type { Told } from '../outbox/entry.ts'
import type { Network, Trouble } from '../outbox/network.ts'
import { askOffice, type Line, postJson } from './line.ts'

const troubleOf = (answer: Response): Trouble => ({
  trouble: 'refused',
  status: answer.status,
  told: [{ code: 'field.refused', facts: { status: answer.status } }],
})

export const officeNetwork = (line: Line): Network => ({
  hello: (ask) => postJson(line, '/sync/hello', ask),
  push: (envelopes) => postJson(line, '/sync/push', { envelopes }),
  async fileOffset(sha256) {
    const answer = await askOffice(line, `/sync/blob/${sha256}`, { method: 'HEAD' })
    if (!(answer instanceof Response)) return answer
    if (answer.status === 404) return { offset: 0 }
    return answer.ok ? { offset: Number(answer.headers.get('upload-offset') ?? 0) } : troubleOf(answer)
  },
  async sendPiece({ sha256, offset, total, bytes }) {
    const headers = { 'content-type': 'application/octet-stream', 'upload-offset': String(offset), 'upload-length': String(total) }
    const answer = await askOffice(line, `/sync/blob/${sha256}`, { method: 'PATCH', headers, body: bytes })
    if (!(answer instanceof Response)) return answer
    // Bytes that do not give the promised hash were dropped there; they are sent again from the start, after a while.
    if (answer.status === 422) return { trouble: 'later', status: 422, told: [] }
    if (!answer.ok && answer.status !== 409) return troubleOf(answer)
    const said = (await answer.json().catch(() => null)) as { offset?: number; whole?: boolean; refusals?: Told[] } | null
    // At another offset than ours the office refuses, and says its own among the facts.
    const known = Number(said?.offset ?? said?.refusals?.[0]?.facts.offset ?? answer.headers.get('upload-offset') ?? Number.NaN)
    return Number.isFinite(known) ? { offset: known, whole: said?.whole === true } : { trouble: 'later', told: [] }
  },
})
