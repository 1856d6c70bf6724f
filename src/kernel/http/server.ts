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
import { type Actor, thePublic } from '../access/actor.ts'
import { actorOfSession, doorRulesOf } from '../access/sessions.ts'
import { actorOfToken } from '../access/tokens.ts'
import { isRefused } from '../db/transaction.ts'
import type { House } from '../house.ts'
import { refuse } from '../refusal.ts'
import { refusalBody, refusalOfError, reportNumber, sendRefusals } from './answers.ts'
import { describeApi } from './openapi.ts'
import { type AnyRoute, isContent, type Upload } from './route.ts'

const sessionCookie = 'capulana_session'
const largestUpload = 200 * 1024 * 1024

declare module 'fastify' {
  interface FastifyContextConfig {
    policy?: AnyRoute['policy']
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
      connectSrc: ["'self'"],
      workerSrc: ["'self'", 'blob:'],
      manifestSrc: ["'self'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
    },
  },
  crossOriginEmbedderPolicy: false,
  referrerPolicy: { policy: 'no-referrer' as const },
}

async function actorOf(house: House, request: FastifyRequest): Promise<Actor> {
  const bearer = /^Bearer (cap_[\w-]+)$/.exec(request.headers.authorization ?? '')?.[1]
  if (bearer) return (await actorOfToken(house.doors, bearer)) ?? thePublic
  const secret = request.cookies[sessionCookie]
  return (secret && (await actorOfSession(house.doors, secret, doorRulesOf(house.pack)))) || thePublic
}

const mayEnter = (actor: Actor, { who }: AnyRoute['policy']): boolean =>
  who === 'everyone' || (actor.userId !== null && (who === 'signedIn' || who.some((role) => actor.roles.includes(role))))

const mustEnrolFirst = (actor: Actor, { who, beforeSecondFactor }: AnyRoute['policy']): boolean =>
  actor.owes === 'second-factor' && who !== 'everyone' && !beforeSecondFactor

/** A browser sends the cookie with requests of other pages too; a change must come from our own page or carry a token. */
const fromElsewhere = (request: FastifyRequest, actor: Actor) => {
  if (request.method === 'GET' || actor.credential === 'token') return false
  const { origin, host } = { origin: request.headers.origin, host: request.headers.host }
  // A page in a sandbox says "null": no address, and not ours.
  return origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== host)
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

/** PostgreSQL holds no NUL in a text; nobody types one. */
const holdsNul = (value: unknown): boolean =>
  typeof value === 'string' ? value.includes('\0') : typeof value === 'object' && value !== null && Object.entries(value).some((pair) => pair.some(holdsNul))

function answerWith(house: House, declared: AnyRoute) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const actor = await actorOf(house, request)
    if (mustEnrolFirst(actor, declared.policy)) return sendRefusals(reply, [refuse('access.second-factor-needed')], house.catalogue)
    if (!mayEnter(actor, declared.policy)) {
      const signIn = actor.userId === null
      // A record that one may not see answers like one that does not exist.
      return sendRefusals(reply, [signIn ? refuse('access.sign-in-needed') : refuse('access.not-allowed')], house.catalogue)
    }
    if (fromElsewhere(request, actor)) return sendRefusals(reply, [refuse('access.wrong-origin')], house.catalogue)
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
      body: parsed('body', fields ?? request.body),
      files,
      cookie: { session: undefined as string | null | undefined },
      sessionSecret: request.cookies[sessionCookie] ?? null,
      address: `${request.protocol}://${request.host}`,
      agent: request.headers['user-agent'] ?? '',
    }
    // A page that cannot be at this address is simply not there.
    if (declared.page && problems.some((problem) => problem.startsWith('params.'))) return reply.callNotFound()
    if (files.some(({ name }) => holdsNul(name))) problems.push('file name: NUL')
    if (problems.length > 0) return sendRefusals(reply, [refuse('http.bad-request', { problem: problems.join('; ') })], house.catalogue)
    const answer = await declared.answer(asked)
    if (asked.cookie.session)
      reply.setCookie(sessionCookie, asked.cookie.session, { httpOnly: true, sameSite: 'strict', path: '/', secure: request.protocol === 'https' })
    if (asked.cookie.session === null) reply.clearCookie(sessionCookie, { path: '/' })
    if (isRefused(answer)) return sendRefusals(reply, answer.refused, house.catalogue)
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
    errorResponseBuilder: () => Object.assign(new Error('too many requests'), { statusCode: 429 }),
  })
  server.addHook('onRoute', ({ url, method, config }) => {
    if (!config?.policy && method !== 'HEAD' && method !== 'OPTIONS') throw new Error(`route ${method} ${url} declares no policy`)
  })
  server.setNotFoundHandler({}, (request, reply) => {
    if (request.headers.accept?.includes('text/html') && house.notFoundPage)
      return reply.status(404).type('text/html; charset=utf-8').send(house.notFoundPage(request.url))
    return sendRefusals(reply, [refuse('access.not-found')], house.catalogue)
  })
  server.setErrorHandler((error: Error & { statusCode?: number; code?: string }, request, reply) => {
    if (error.statusCode === 429) return sendRefusals(reply, [refuse('access.too-many-requests')], house.catalogue)
    if (error.code === 'FST_REQ_FILE_TOO_LARGE' || error.statusCode === 413)
      return sendRefusals(reply, [refuse('http.too-large', { limit: '200 MB' })], house.catalogue)
    const expected = refusalOfError(error)
    if (expected) return sendRefusals(reply, [expected], house.catalogue)
    if (error.statusCode && error.statusCode < 500) return sendRefusals(reply, [refuse('http.bad-request', { problem: error.code ?? 'form' })], house.catalogue)
    const report = reportNumber()
    // Route pattern, not address: addresses could carry what is nobody's business.
    house.log.error(
      { report, method: request.method, route: request.routeOptions.url, error: { name: error.name, message: error.message, stack: error.stack } },
      'broke',
    )
    return reply.status(500).send(refusalBody([refuse('http.broke', { report })], house.catalogue))
  })
  for (const declared of routes)
    server.route({ method: declared.method, url: declared.url, config: { policy: declared.policy }, handler: answerWith(house, declared) })
  describeApi(server, house, routes)
  return server
}
