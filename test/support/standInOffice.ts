/**
 * An office that speaks the phones' protocol from memory, with real signatures: for what a real one cannot be asked to do in a test of the phone (forget
 * everything, take access away between two words). Ingest itself is tested on the real house.
 */
import { createHash, webcrypto } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import compress from '@fastify/compress'
import fastifyStatic from '@fastify/static'
import Fastify from 'fastify'
import { canonicalForm, filesLines, parseInstance, receiptText } from '../../src/engines/instance/index.ts'
import type { Answered, Envelope, Hello } from '../../src/faces/field/outbox/network.ts'
import { serveField } from '../../src/serving/fieldApp.ts'
import { siteVisit } from './siteVisit.ts'

const sha256 = (content: string | Buffer) => createHash('sha256').update(content).digest('hex')
const built = fileURLToPath(new URL('../../dist/field', import.meta.url))

async function publicKey(key: webcrypto.CryptoKey) {
  const { x = '', y = '' } = await webcrypto.subtle.exportKey('jwk', key)
  return { kty: 'EC', crv: 'P-256', x, y } as const
}

async function keys() {
  const signing = (await webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify'])) as webcrypto.CryptoKeyPair
  const sealing = (await webcrypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits'])) as webcrypto.CryptoKeyPair
  const sign = async (text: string) =>
    Buffer.from(await webcrypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, signing.privateKey, Buffer.from(text))).toString('base64url')
  return { receiptKey: await publicKey(signing.publicKey), sealingKey: await publicKey(sealing.publicKey), sign }
}

const placeNames = ['Mieze', 'Ocua', 'Chiúre Velho', 'Ntocota']
const places = Array.from({ length: 5000 }, (_, n) => ({
  id: `place-${n}`,
  deleted: false,
  label: `${placeNames[n % 4]} ${n}`,
  version: 1,
  properties: { district: n % 2 ? 'pemba' : 'metuge' },
}))

export async function openStandInOffice() {
  const { receiptKey, sealingKey, sign } = await keys()
  const { xform } = siteVisit()
  const submissions = new Map<string, Envelope>()
  const files = new Map<string, Buffer>()
  let [serverSeq, isRevoked, epoch] = [100, false, 'epoch-1']

  async function take(envelope: Envelope): Promise<Answered> {
    const { instanceId, form } = envelope
    const parsed = 'xml' in envelope ? parseInstance(envelope.xml) : null
    if (!parsed || !('root' in parsed)) return { instanceId, refusals: [{ code: 'forms.unreadable', facts: {} }] }
    submissions.set(instanceId, envelope)
    serverSeq += 1
    const missing = envelope.files.filter(({ sha256: hash, bytes }) => files.get(hash)?.length !== bytes).map(({ name }) => name)
    const outcome = missing.length > 0 ? 'stored' : 'complete'
    const lines = filesLines(envelope.files)
    const text = receiptText({
      form,
      instanceId,
      outcome,
      payloadHash: sha256(canonicalForm(parsed.root)),
      filesHash: lines === null ? '-' : sha256(lines),
      receivedAt: new Date().toISOString(),
      serverSeq,
      epoch,
    })
    return { instanceId, outcome, receipt: { text, keyId: 'receipts', signature: await sign(text) }, missing }
  }

  const server = Fastify({ bodyLimit: 20_000_000, forceCloseConnections: true })
  await server.register(compress, { threshold: 1024 })
  await server.register(fastifyStatic, { root: built, serve: false })
  server.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_, body, done) => done(null, body))
  server.post(
    '/sync/hello',
    async (): Promise<Hello> => ({
      serverTime: new Date().toISOString(),
      epoch,
      signing: true,
      device: { id: 'phone-7', label: 'Telefone 7', person: { name: 'Ana' }, areas: ['MZ01'] },
      project: { number: 1, name: 'Locais 2026', training: false },
      receiptKeys: [{ id: 'receipts', jwk: receiptKey }],
      sealingKey: { id: 'seals', jwk: sealingKey },
      orders: isRevoked ? [{ id: 'order-1', kind: 'revoked' }] : [],
      gaps: [],
    }),
  )
  server.get('/sync/forms', async () => ({
    forms: [
      {
        id: 'version-3',
        code: 'site_visit',
        name: '3',
        title: { pt: 'Visita ao local', en: 'Site visit' },
        hash: sha256(xform),
        bytes: Buffer.byteLength(xform),
        languages: ['Português (pt)', 'English (en)'],
        restricted: false,
        placeQuestion: 'site',
        attachments: [{ fileName: 'places.csv', kind: 'list', sha256: null, bytes: null, list: 'places' }],
        until: null,
        notShown: [],
      },
    ],
  }))
  server.get('/sync/forms/:id/xform', async (_, reply) => reply.type('text/xml').send(xform))
  server.get('/sync/pull', async () => ({ epoch, cursor: `${epoch}.1.1`, full: true, more: false, changes: places }))
  server.post<{ Body: { envelopes: Envelope[] } }>('/sync/push', async ({ body }) => ({ answers: await Promise.all(body.envelopes.map(take)) }))
  server.head<{ Params: { sha256: string } }>('/sync/blob/:sha256', async ({ params }, reply) => {
    const known = files.get(params.sha256)
    return known ? reply.header('upload-offset', known.length).send() : reply.status(404).send()
  })
  server.patch<{ Params: { sha256: string }; Body: Buffer }>('/sync/blob/:sha256', async ({ params, headers, body }, reply) => {
    const known = files.get(params.sha256) ?? Buffer.alloc(0)
    if (Number(headers['upload-offset']) !== known.length) return reply.status(409).send({ offset: known.length, whole: false })
    const grown = Buffer.concat([known, body])
    files.set(params.sha256, grown)
    return { offset: grown.length, whole: grown.length === Number(headers['upload-length']) }
  })
  serveField(server, built)
  const address = await server.listen({ port: 0, host: '127.0.0.1' })
  return {
    address,
    /** The link of the QR code, for a phone that reaches the office at this address. */
    linkFor: (reachedAt: string) =>
      `${reachedAt}/field/#${Buffer.from(JSON.stringify({ a: reachedAt, k: 'dev_0123456789', p: 1, r: { x: receiptKey.x, y: receiptKey.y }, n: 'Telefone 7' })).toString('base64url')}`,
    has: () => ({ submissions: submissions.size, files: [...files.values()].map(({ length }) => length) }),
    revoke: () => {
      isRevoked = true
    },
    /** As after a restore from an empty backup. */
    forget: () => {
      submissions.clear()
      files.clear()
      epoch = 'epoch-2'
    },
    close: () => server.close(),
  }
}
