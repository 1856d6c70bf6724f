/** The API's own description (OpenAPI 3.1), made from the declared routes, so that it cannot say anything else than what is served. */
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { House } from '../house.ts'
import type { AnyRoute } from './route.ts'

const parametersOf = (place: 'path' | 'query', schema: z.ZodType | undefined) => {
  if (!schema) return []
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as {
    properties?: Record<string, object>
    required?: string[]
  }
  return Object.entries(properties).map(([name, shape]) => ({ name, in: place, required: place === 'path' || required.includes(name), schema: shape }))
}

const whoMayEnter = ({ who }: AnyRoute['policy']) => (typeof who === 'string' ? who : who.join(', '))

function operation(declared: AnyRoute) {
  const content = declared.body && {
    [declared.upload ? 'multipart/form-data' : 'application/json']: { schema: z.toJSONSchema(declared.body, { io: 'input', unrepresentable: 'any' }) },
  }
  return {
    summary: declared.summary,
    'x-policy': whoMayEnter(declared.policy),
    security: declared.policy.who === 'everyone' ? [] : [{ token: [] }, { session: [] }],
    parameters: [...parametersOf('path', declared.params), ...parametersOf('query', declared.query)],
    ...(content ? { requestBody: { content } } : {}),
    responses: {
      200: { description: 'Answer', content: { 'application/json': {} } },
      '4XX': {
        description: 'Refused: each refusal has a code, its facts, and a sentence in Portuguese and English',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Refusals' } } },
      },
    },
  }
}

function openApi(routes: readonly AnyRoute[], version: string): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const declared of routes.filter(({ page }) => !page)) {
    const path = declared.url.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [declared.method.toLowerCase()]: operation(declared) }
  }
  const refusal = {
    type: 'object',
    properties: {
      code: { type: 'string' },
      facts: { type: 'object' },
      sentence: { type: 'object', properties: { pt: { type: 'string' }, en: { type: 'string' } } },
    },
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Capulana', version, description: 'Published figures are open; everything else needs a token or a session.' },
    paths,
    components: {
      schemas: { Refusals: { type: 'object', properties: { refusals: { type: 'array', items: refusal } } } },
      securitySchemes: { token: { type: 'http', scheme: 'bearer' }, session: { type: 'apiKey', in: 'cookie', name: 'capulana_session' } },
    },
  }
}

export function describeApi(server: FastifyInstance, house: House, routes: readonly AnyRoute[]): void {
  let described: object | undefined
  // At the first question: describing every route is a third of opening the server.
  house.openApi = () => (described ??= openApi(routes, house.settings.version))
  server.get('/api/openapi.json', { config: { policy: { who: 'everyone', class: 1 } } }, () => house.openApi())
}
