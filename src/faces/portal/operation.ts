/** One operation: why it exists, whether it goes on, its figures through the rounds, and everything published about it. */
import type { PublicRound } from '../../domains/displacement/publicRound.ts'
import type { Language } from '../../kernel/shared.ts'
import { trendChart } from './charts.ts'
import { html } from './html.ts'
import { layout, other } from './layout.ts'
import type { PortalSite, PortalSummary } from './model.ts'
import { portalPaths } from './paths.ts'
import { productList } from './productList.ts'
import { say, sayCode } from './words.ts'

export type OperationModel = {
  site: PortalSite
  slug: string
  operation: PublicRound['operation']
  trend: PublicRound['trend']
  products: PortalSummary[]
  demonstration: { pt: string; en: string } | null
}

export function operationPage({ site, slug, operation, trend, products, demonstration }: OperationModel, lang: Language, base: string): string {
  const points = [...trend].sort((a, b) => a.round - b.round)
  const main = html`<p class="kicker">${say(lang, 'operation')}</p><h1>${operation.name}</h1>
<dl class="facts wide"><dt>${say(lang, 'place')}</dt><dd>${operation.countryName[lang]}</dd><dt>${say(lang, 'cause')}</dt><dd>${sayCode(lang, operation.cause)}</dd><dt>${say(lang, 'status')}</dt><dd>${say(lang, operation.status === 'Active' ? 'operationActive' : 'operationInactive')}</dd></dl>
${points.length > 0 && html`<section><h2>${say(lang, 'trend')}</h2><figure><figcaption>${say(lang, 'trendMeasure')} ${say(lang, 'trendGap')}</figcaption>${trendChart(points, `${operation.name}: ${say(lang, 'trend')}`, lang)}</figure></section>`}
<section><h2>${say(lang, 'rounds')}</h2>${products.length > 0 ? productList(products, lang, base) : html`<p class="nothing">${say(lang, 'nothingYet')}</p>`}</section>`
  return layout(
    {
      site,
      title: operation.name,
      description: `${operation.name} · ${operation.countryName[lang]}`,
      otherLanguage: portalPaths(base, other(lang)).operation(slug),
      demonstration: demonstration && { note: demonstration },
      main,
    },
    lang,
    base,
  )
}
