/** The repository of everything published, found by place, time, kind and words. A plain form: the search is the address and works without a script. */
import type { Bilingual, Language } from '../../kernel/shared.ts'
import { type Html, html } from './html.ts'
import { layout, other } from './layout.ts'
import type { PlaceChoice, PortalSite, PortalSummary, RepositorySearch } from './model.ts'
import { portalPaths, searchHref } from './paths.ts'
import { productList } from './productList.ts'
import { say, sayCode } from './words.ts'

export type RepositoryModel = {
  site: PortalSite
  search: RepositorySearch
  products: PortalSummary[]
  total: number
  perPage: number
  places: PlaceChoice[]
  kinds: string[]
  /** The strategy's areas by their number. */
  areas: { number: number; name: Bilingual }[]
  /** The form was sent, whatever stood in it. */
  asked: boolean
}

export function repositoryPage(model: RepositoryModel, lang: Language, base: string): string {
  const { site, search, products, total } = model
  const isFiltered = [search.place, search.from, search.to, search.kind, search.text, search.language, search.area].some((given) => given !== '')
  const main = html`<h1>${say(lang, 'publications')}</h1><p class="lead">${say(lang, 'repositoryIntro')}</p>
${searchForm(model, lang, base)}
<h2>${say(lang, 'found', { n: total })}</h2>
${model.asked && !isFiltered && html`<p class="notice">${say(lang, 'searchedNothing')}</p>`}
${isFiltered && html`<p><a href="${portalPaths(base, lang).repository}">${say(lang, 'clear')}</a></p>`}
${products.length > 0 ? productList(products, lang, base) : html`<p class="nothing">${say(lang, isFiltered ? 'nothingFound' : 'nothingYet')}</p>`}
${pager(model, lang, base)}`
  const title = say(lang, 'publications')
  return layout(
    { site, title, description: say(lang, 'repositoryIntro'), otherLanguage: searchHref(base, other(lang), search), section: 'repository', main },
    lang,
    base,
  )
}

function searchForm({ search, places, kinds, areas }: RepositoryModel, lang: Language, base: string): Html {
  const option = (value: string, text: string, chosen: string) => html`<option value="${value}"${value === chosen && html` selected`}>${text}</option>`
  const indent = (level: number) => '\u00a0\u00a0'.repeat(level)
  return html`<form class="search" method="get" action="${portalPaths(base, lang).repository}" role="search">
<label>${say(lang, 'text')} <small>${say(lang, 'searchHint')}</small><input type="search" name="text" value="${search.text}" maxlength="200"></label>
<label>${say(lang, 'place')}<select name="place">${option('', say(lang, 'anyPlace'), search.place)}${places.map(({ pcode, name, level }) => option(pcode, indent(level) + name, search.place))}</select></label>
<label>${say(lang, 'kind')}<select name="kind">${option('', say(lang, 'anyKind'), search.kind)}${kinds.map((kind) => option(kind, sayCode(lang, kind), search.kind))}</select></label>
<label>${say(lang, 'inLanguage')}<select name="language">${option('', say(lang, 'anyLanguage'), search.language)}${option('pt', 'Português', search.language)}${option('en', 'English', search.language)}</select></label>
<label>${say(lang, 'focusArea')}<select name="area">${option('', say(lang, 'anyArea'), search.area)}${areas.map(({ number, name }) => option(String(number), `${number}. ${name[lang]}`, search.area))}</select></label>
<label>${say(lang, 'from')}<input type="date" name="from" value="${search.from}"></label>
<label>${say(lang, 'to')}<input type="date" name="to" value="${search.to}"></label>
<button class="button" type="submit">${say(lang, 'search')}</button>
</form>`
}

function pager({ search, total, perPage }: RepositoryModel, lang: Language, base: string): Html {
  const pages = Math.ceil(total / perPage)
  if (pages < 2) return html``
  const link = (page: number, word: string, rel: string) => html`<a href="${searchHref(base, lang, { ...search, page })}" rel="${rel}">${word}</a>`
  return html`<nav class="pager" aria-label="${say(lang, 'pages')}">${search.page > 1 && link(search.page - 1, say(lang, 'previous'), 'prev')} <span>${say(lang, 'page', { page: search.page, pages })}</span> ${search.page < pages && link(search.page + 1, say(lang, 'next'), 'next')}</nav>`
}
