/** The public API explained for a person, from the same OpenAPI description that programs read: only addresses that need no account are shown. */
import type { Language } from '../../kernel/shared.ts'
import { type Html, html } from './html.ts'
import { layout, other } from './layout.ts'
import type { PortalSite } from './model.ts'
import { portalPaths } from './paths.ts'
import { say } from './words.ts'

type Parameter = {
  name: string
  in: string
  required?: boolean
  description?: string
  schema?: { type?: string | string[]; format?: string; enum?: unknown[] }
}
type Operation = { summary?: string; description?: string; security?: unknown[]; parameters?: Parameter[] }
export type OpenApi = { info: { title: string; version: string; description?: string }; paths: Record<string, Record<string, Operation>> }
export type ApiModel = { site: PortalSite; openApi: OpenApi }

export function apiPage({ site, openApi }: ApiModel, lang: Language, base: string): string {
  const paths = portalPaths(base, lang)
  const open = Object.entries(openApi.paths).flatMap(([path, methods]) =>
    methods.get && (methods.get.security ?? []).length === 0 ? [{ path, operation: methods.get }] : [],
  )
  const main = html`<h1>${say(lang, 'apiTitle')}</h1><p class="lead">${say(lang, 'apiIntro')}</p>
<p><a class="button" href="${paths.openApi}">${say(lang, 'apiSpecification')}</a> <span class="quiet">${openApi.info.title} ${openApi.info.version}</span></p>
${open.length === 0 && html`<p class="nothing">${say(lang, 'apiNothing')}</p>`}
${open.map(({ path, operation }) => address(path, operation, lang, base))}`
  const title = say(lang, 'apiTitle')
  return layout({ site, title, description: say(lang, 'apiIntro'), otherLanguage: portalPaths(base, other(lang)).api, section: 'api', main }, lang, base)
}

function address(path: string, operation: Operation, lang: Language, base: string): Html {
  const parameters = operation.parameters ?? []
  return html`<section class="address"><h2><code>GET ${path}</code></h2>${operation.summary && html`<p>${operation.summary}</p>`}${operation.description && html`<p>${operation.description}</p>`}
${parameters.length > 0 && html`<h3>${say(lang, 'parameters')}</h3><dl class="facts wide">${parameters.map((one) => html`<dt><code>${one.name}</code></dt><dd>${typeWords(one)}${one.required && html` · ${say(lang, 'required')}`} ${one.description}</dd>`)}</dl>`}
${!path.includes('{') && html`<p><a href="${base}${path}">${say(lang, 'apiTry')}</a></p>`}</section>`
}

const typeWords = ({ schema }: Parameter) =>
  schema?.enum ? schema.enum.map(String).join(' | ') : [schema?.format ?? schema?.type].flat().filter(Boolean).join(' | ')
