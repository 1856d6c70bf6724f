/** Everything that answers over HTTP: the regular routes of every record, the domains' own, the portal, the DTM API, the built desk and the field app. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { builtFaces } from './command/faces.ts'
import { notFoundPage, refusedPage } from './faces/portal/index.ts'
import { type AnyRoute, everyKernelRoute, type House, openServer } from './kernel/index.ts'
import { certificatePages } from './serving/certificatePages.ts'
import { designPages } from './serving/designPages.ts'
import { dtmRoutes } from './serving/dtmRoutes.ts'
import { serveField } from './serving/fieldApp.ts'
import { siteOf } from './serving/portalModel.ts'
import { portalRoutes } from './serving/portalRoutes.ts'

export const everyRoute = (house: House): AnyRoute[] => [
  ...everyKernelRoute(house.domains),
  ...house.domains.flatMap(({ routes }) => routes ?? []),
  ...dtmRoutes,
  ...portalRoutes,
  ...certificatePages,
  ...designPages,
]

export async function serve(house: House): Promise<FastifyInstance> {
  const languageOf = (url: string) => (url.startsWith('/en') ? 'en' : 'pt')
  const served: House = {
    ...house,
    notFoundPage: (url) => notFoundPage({ site: siteOf(house, '') }, languageOf(url), ''),
    refusalPage: (url, refusals) => refusedPage({ site: siteOf(house, ''), refusals, title: 'refusedTitle' }, languageOf(url), ''),
  }
  const server = await openServer(served, everyRoute(house))
  const desk = join(builtFaces, 'desk')
  if (!existsSync(desk)) return server
  await server.register(fastifyStatic, { root: desk, serve: false })
  const everyone = { config: { policy: { who: 'everyone' as const, class: 1 as const } } }
  // Names of built assets carry the hash of their content: they may be kept for ever, the page itself never.
  server.get<{ Params: { '*': string } }>('/desk/assets/*', everyone, (request, reply) =>
    reply.sendFile(`assets/${request.params['*']}`, desk, { maxAge: '365d', immutable: true }),
  )
  const page = (_: unknown, reply: FastifyReply) => reply.sendFile('index.html', desk, { maxAge: 0, cacheControl: true })
  server.get('/desk', everyone, page)
  server.get('/desk/*', everyone, page)
  serveField(server, join(builtFaces, 'field'))
  return server
}
