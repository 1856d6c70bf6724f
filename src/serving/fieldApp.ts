/**
 * The field app as phones fetch it. Its pages alone may compile WebAssembly, which the form engine reads expressions with, and may play what they
 * recorded; nothing else of the house is loosened. Names of built parts carry their hash and may be kept for ever; the page and the service worker never.
 */
import type { FastifyInstance, FastifyReply } from 'fastify'

const pagePolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' blob: data:",
  "media-src 'self' blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join(';')

/** Camera for QR codes and photos, microphone for recordings, place for GPS questions; nothing else. */
const permissions = 'camera=(self), microphone=(self), geolocation=(self)'

const always = { maxAge: 0, cacheControl: true }
const everyone = { config: { policy: { who: 'everyone' as const, class: 1 as const } } }

export function serveField(server: FastifyInstance, built: string): void {
  const page = (_: unknown, reply: FastifyReply) =>
    reply.header('content-security-policy', pagePolicy).header('permissions-policy', permissions).sendFile('index.html', built, always)
  server.get<{ Params: { '*': string } }>('/field/assets/*', everyone, (request, reply) =>
    reply.sendFile(`assets/${request.params['*']}`, built, { maxAge: '365d', immutable: true }),
  )
  for (const name of ['sw.js', 'manifest.webmanifest', 'mark.svg', 'mark-192.png', 'mark-512.png'])
    server.get(`/field/${name}`, everyone, (_, reply) => reply.sendFile(name, built, always))
  // Shown inside the author's screen and nowhere else; it holds nothing until that screen hands it a draft.
  server.get('/field/preview', everyone, (_, reply) =>
    reply
      .header('content-security-policy', pagePolicy.replace("frame-ancestors 'none'", "frame-ancestors 'self'"))
      .header('x-frame-options', 'SAMEORIGIN')
      .header('permissions-policy', permissions)
      .sendFile('preview.html', built, always),
  )
  server.get('/field', everyone, page)
  server.get('/field/*', everyone, page)
}
