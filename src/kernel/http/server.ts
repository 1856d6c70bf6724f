/**
 * The door to the network: security headers, sessions and tokens, limits, the policy of each route before anything else happens, and answers without
 * stack traces. Loopback only, unless told otherwise.
 */
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { isRefused } from '../db/transaction.ts'
import type { House } from '../house.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { refusalBody, refusalOfError, reportNumber, sendRefusals } from './answers.ts'
import { describeApi } from './openapi.ts'
import { largestSubmission, sendOpenRosaRefusal } from './openRosaAnswer.ts'
import { type AnyRoute, isContent, type Part, type Upload } from './route.ts'
import { actorOf, fromElsewhere, keyOf, sessionCookie, stoppedAtDoor } from './whoAsks.ts'

const largestUpload = 200 * 1024 * 1024

declare module 'fastify' {
  interface FastifyContextConfig {
    policy?: AnyRoute['policy']
    takes?: AnyRoute['takes']
    dialect?: AnyRoute['dialect']
  }
}

const hardened = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      // Mantine writes its sizes as style attributes; no style element or sheet from elsewhere is let in.
      styleSrc: ["'self'"],
      styleSrcAttr: ["'unsafe-inline'"],
      styleSrcElem: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'blob:', 'data:'],
      fontSrc: ["'self'"],
      mediaSrc: ["'self'"],
      connectSrc: ["'self'"],
      workerSrc: ["'self'", 'blob:'],
      manifestSrc: ["'self'"],
      // The author's screen shows the phone's own form inside itself.
      frameSrc: ["'self'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
    },
  },
  crossOriginEmbedderPolicy: false,
  referrerPolicy: { policy: 'no-referrer' as const },
}

async function uploads(request: FastifyRequest): Promise<{ files: Upload[]; fields: Record<string, string> }> {
  const files: Upload[] = []
  const fields: Record<string, string> = {}
  for await (const part of request.parts({ limits: { fileSize: largestUpload, files: 5, fields: 50 } })) {
    if (part.type === 'file') files.push({ name: part.filename, bytes: await part.toBuffer() })
    else fields[part.fieldname] = String(part.value)
  }
  return { files, fields }
}

async function* partsOf(request: FastifyRequest): AsyncGenerator<Part> {
  for await (const part of request.parts({ limits: { fileSize: largestSubmission, files: 200, fields: 50, fieldSize: 11 * 1024 * 1024 } }))
    yield part.type === 'file'
      ? { field: part.fieldname, file: { name: part.filename, content: part.file, cut: () => part.file.truncated }, value: '' }
      : { field: part.fieldname, file: null, value: String(part.value) }
}

/** PostgreSQL holds no NUL in a text; nobody types one. */
const holdsNul = (value: unknown): boolean =>
  typeof value === 'string' ? value.includes('\0') : typeof value === 'object' && value !== null && Object.entries(value).some((pair) => pair.some(holdsNul))

function answerWith(house: House, declared: AnyRoute) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const sayNo = (refusals: readonly Refusal[]) =>
      declared.dialect === 'openrosa' ? sendOpenRosaRefusal(request, reply, refusals, house.catalogue) : sendRefusals(reply, refusals, house.catalogue)
    const actor = await actorOf(house, request, declared)
    if ('facts' in actor) return sayNo([actor])
    const stopped = stoppedAtDoor(actor, declared.policy)
    if (stopped) return sayNo([stopped])
    if (fromElsewhere(request, actor)) return sayNo([refuse('access.wrong-origin')])
    const { files, fields } = declared.upload && request.isMultipart() ? await uploads(request) : { files: [], fields: undefined }
    const problems: string[] = []
    const parsed = (part: 'params' | 'query' | 'body', value: unknown) => {
      if (holdsNul(value)) problems.push(`${part}: NUL`)
      const checked = declared[part]?.safeParse(value ?? {})
      if (checked && !checked.success)
        problems.push(...checked.error.issues.map((issue: { path: PropertyKey[]; message: string }) => `${[part, ...issue.path].join('.')}: ${issue.message}`))
      return checked?.data ?? {}
    }
    const asked = {
      house,
      actor,
      params: parsed('params', request.params),
      query: parsed('query', request.query),
      body: declared.takes ? (request.body as never) : parsed('body', fields ?? request.body),
      headers: request.headers,
      parts: () => partsOf(request),
      files,
      cookie: { session: undefined as string | null | undefined },
      sessionSecret: request.cookies[sessionCookie] ?? null,
      address: `${request.protocol}://${request.host}`,
      agent: request.headers['user-agent'] ?? '',
    }
    // A page that cannot be at this address is simply not there.
    if (declared.page && problems.some((problem) => problem.startsWith('params.'))) return reply.callNotFound()
    if (files.some(({ name }) => holdsNul(name))) problems.push('file name: NUL')
    if (problems.length > 0) return sayNo([refuse('http.bad-request', { problem: problems.join('; ') })])
    const answer = await declared.answer(asked)
    if (asked.cookie.session)
      reply.setCookie(sessionCookie, asked.cookie.session, { httpOnly: true, sameSite: 'strict', path: '/', secure: request.protocol === 'https' })
    if (asked.cookie.session === null) reply.clearCookie(sessionCookie, { path: '/' })
    if (isRefused(answer)) return sayNo(answer.refused)
    if (isContent(answer)) {
      if (answer.name)
        reply.header('content-disposition', `attachment; filename="${encodeURIComponent(answer.name)}"; filename*=UTF-8''${encodeURIComponent(answer.name)}`)
      return reply
        .status(answer.status ?? 200)
        .headers(answer.headers ?? {})
        .type(answer.type)
        .send(answer.content instanceof Uint8Array ? Buffer.from(answer.content) : answer.content)
    }
    return reply.header('cache-control', 'no-store').send(answer ?? { ok: true })
  }
}

export async function openServer(house: House, routes: readonly AnyRoute[]): Promise<FastifyInstance> {
  const server = Fastify({ logger: false, trustProxy: house.settings.behindProxy, bodyLimit: 20 * 1024 * 1024, routerOptions: { maxParamLength: 300 } })
  await server.register(helmet, hardened)
  await server.register(cookie)
  await server.register(compress, { threshold: 1024 })
  await server.register(multipart)
  await server.register(rateLimit, {
    max: house.settings.requestsPerMinute,
    timeWindow: '1 minute',
    // Three hundred phones come home to one office address: each key has its own share.
    keyGenerator: (request) => `${request.ip} ${keyOf(request) ?? ''}`,
    errorResponseBuilder: () => Object.assign(new Error('too many requests'), { statusCode: 429 }),
  })
  server.addContentTypeParser('application/octet-stream', (request, payload, done) =>
    request.routeOptions.config.takes === 'bytes' ? done(null, payload) : done(Object.assign(new Error('bytes'), { statusCode: 415, code: 'bytes' })),
  )
  server.addHook('onRoute', ({ url, method, config }) => {
    if (!config?.policy && method !== 'HEAD' && method !== 'OPTIONS') throw new Error(`route ${method} ${url} declares no policy`)
  })
  server.setNotFoundHandler({}, (request, reply) => {
    if (request.headers.accept?.includes('text/html') && house.notFoundPage)
      return reply.status(404).type('text/html; charset=utf-8').send(house.notFoundPage(request.url))
    return sendRefusals(reply, [refuse('access.not-found')], house.catalogue)
  })
  server.setErrorHandler((error: Error & { statusCode?: number; code?: string }, request, reply) => {
    const phone = request.routeOptions.config.dialect === 'openrosa'
    const sayNo = (refusal: Refusal) =>
      phone ? sendOpenRosaRefusal(request, reply, [refusal], house.catalogue) : sendRefusals(reply, [refusal], house.catalogue)
    if (error.statusCode === 429) {
      const tooMany = [refuse('access.too-many-requests')]
      if (!request.headers.accept?.includes('text/html') || !house.refusalPage) return sayNo(tooMany[0]!)
      return reply
        .status(429)
        .type('text/html; charset=utf-8')
        .send(house.refusalPage(request.url, house.catalogue.worded(tooMany)))
    }
    if (error.code === 'FST_REQ_FILE_TOO_LARGE' || error.statusCode === 413) return sayNo(refuse('http.too-large', { limit: phone ? '100 MB' : '200 MB' }))
    const expected = refusalOfError(error)
    if (expected) return sayNo(expected)
    if (phone && error.statusCode === 415) return sayNo(refuse('forms.not-multipart'))
    if (error.statusCode && error.statusCode < 500) return sayNo(refuse('http.bad-request', { problem: error.code ?? 'form' }))
    const report = reportNumber()
    // Route pattern, not address: addresses could carry what is nobody's business.
    house.log.error(
      { report, method: request.method, route: request.routeOptions.url, error: { name: error.name, message: error.message, stack: error.stack } },
      'broke',
    )
    return reply.status(500).send(refusalBody([refuse('http.broke', { report })], house.catalogue))
  })
  for (const declared of routes)
    server.route({
      method: declared.method,
      url: declared.url,
      config: {
        ...{ policy: declared.policy, takes: declared.takes, dialect: declared.dialect },
        ...(declared.perHour ? { rateLimit: { max: declared.perHour, timeWindow: '1 hour' } } : {}),
      },
      handler: answerWith(house, declared),
    })
  describeApi(server, house, routes)
  return server
}
