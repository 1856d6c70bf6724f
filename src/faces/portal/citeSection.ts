/** "How to cite" on the page of every product, and the page of each licence. Everything opens by keyboard and without a script. */
import type { Language } from '../../kernel/shared.ts'
import { bibTex, type CiteFormat, citeFormats, ris, textCitation } from './cite.ts'
import { type Html, html } from './html.ts'
import { layout, other } from './layout.ts'
import { type Licence, licenceOf, licenceSentences } from './licence.ts'
import type { PortalProduct, PortalSite, PortalSummary } from './model.ts'
import { portalPaths } from './paths.ts'
import { productList } from './productList.ts'
import { say } from './words.ts'

export function citationSection(product: PortalProduct, site: PortalSite, lang: Language, base: string): Html {
  const paths = portalPaths(base, lang)
  const address = (format: CiteFormat) => paths.cite(product.slug, product.version, format)
  const written = (format: CiteFormat, text: string) =>
    html`<details><summary>${say(lang, 'citeOf', { format: citeFormats[format].label })}</summary><pre class="scroll" tabindex="0">${text}</pre></details>`
  return html`<section id="cite"><h2>${say(lang, 'cite')}</h2><p class="citation">${textCitation(product, site, lang)}</p><p class="quiet">${say(lang, 'citeIntro')} ${say(lang, 'citeDoi')}</p>
${written('citation.bib', bibTex(product, site, lang))}${written('citation.ris', ris(product, site, lang))}
<p>${say(lang, 'citeFormats')}: ${(Object.keys(citeFormats) as CiteFormat[]).map((format) => html`<a class="apart" href="${address(format)}">${citeFormats[format].label}</a> `)}</p>
<dl class="facts"><dt>${say(lang, 'licence')}</dt><dd><a href="${paths.terms(licenceOf(product.licence).slug)}">${product.licence}</a></dd><dt>${say(lang, 'credit')}</dt><dd>${product.credit}</dd><dt>${say(lang, 'dataHash')}</dt><dd><code>${product.hash}</code></dd></dl></section>`
}

export type TermsModel = { site: PortalSite; licence: Licence; products: PortalSummary[] }

export function termsPage({ site, licence, products }: TermsModel, lang: Language, base: string): string {
  const title = `${say(lang, 'terms')}: ${licence.name}`
  const main = html`<p class="kicker">${say(lang, 'terms')}</p><h1>${licence.name}</h1><p class="lead">${say(lang, 'termsIntro', { licence: licence.name })}</p>
<ul>${licenceSentences(licence, lang).map((sentence) => html`<li>${sentence}</li>`)}</ul>
${licence.url && html`<p>${say(lang, 'termsText')}: <a href="${licence.url}" rel="noreferrer">${licence.url}</a></p>`}
<section><h2>${say(lang, 'termsProducts')}</h2>${productList(products, lang, base)}</section>`
  return layout(
    { site, title, description: say(lang, 'termsIntro', { licence: licence.name }), otherLanguage: portalPaths(base, other(lang)).terms(licence.slug), main },
    lang,
    base,
  )
}
