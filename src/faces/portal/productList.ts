/** Products in a list, as home and repository show them: what, when, where from, and whether it is invented. */
import type { Language } from '../../kernel/shared.ts'
import { type Html, html } from './html.ts'
import type { PortalSummary } from './model.ts'
import { shortDate } from './numbers.ts'
import { portalPaths } from './paths.ts'
import { say, sayCode } from './words.ts'

export function productList(products: PortalSummary[], lang: Language, base: string): Html {
  const paths = portalPaths(base, lang)
  return html`<ul class="products">${products.map(
    (
      product,
    ) => html`<li>${product.picture && html`<img class="thumb" src="${product.picture.href}" alt="${product.picture.caption[lang]}" width="${product.picture.width}" height="${product.picture.height}" loading="lazy">`}
<h3><a href="${paths.publication(product.slug)}">${product.title[lang]}</a></h3>
<p>${product.summary[lang]}</p>
<p class="quiet">${sayCode(lang, product.kind)} · ${say(lang, 'period', { from: shortDate(product.periodFrom, lang), to: shortDate(product.periodTo, lang) })} · ${say(lang, 'published', { date: shortDate(product.publishedAt, lang) })}${product.demonstration && html` · <span class="tag">${say(lang, 'demonstrationShort')}</span>`}</p>
</li>`,
  )}</ul>`
}
