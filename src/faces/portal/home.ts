/** The portal's first page: the latest endorsed figure with its date and coverage, what changed, and what else is published. */
import type { Language } from '../../kernel/shared.ts'
import { changeSentences } from './changeSection.ts'
import { html } from './html.ts'
import { layout, other } from './layout.ts'
import type { PortalSite, PortalSummary, RoundProduct } from './model.ts'
import { figure, longDate } from './numbers.ts'
import { operationSlug, portalPaths } from './paths.ts'
import { productList } from './productList.ts'
import { coverageLine, fileButtons, mapFigure } from './publicationParts.ts'
import { byPeople } from './publicationTables.ts'
import { say } from './words.ts'

export type HomeModel = { site: PortalSite; latest: RoundProduct | null; products: PortalSummary[]; mapSvg: string | null }

export function homePage(model: HomeModel, lang: Language, base: string): string {
  const { site, latest, products, mapSvg } = model
  const paths = portalPaths(base, lang)
  const main = html`${latest ? latestFigure(latest, lang, base) : html`<h1>${site.name[lang]}</h1><p class="lead">${say(lang, 'nothingYet')}</p>`}
${latest && html`<section class="hero"><div><h2>${say(lang, 'where')}</h2>${mapSvg ? mapFigure(latest.publicRound, mapSvg, lang) : html`<p class="quiet">${say(lang, 'mapMissing')}</p>`}</div>${provinces(latest, lang, base)}</section>`}
${products.length > 0 && html`<section><h2>${say(lang, 'latestProducts')}</h2>${productList(products, lang, base)}<p><a href="${paths.repository}">${say(lang, 'allProducts')}</a></p></section>`}`
  return layout(
    {
      site,
      title: site.name[lang],
      description: latest?.summary[lang] ?? say(lang, 'nothingYet'),
      otherLanguage: portalPaths(base, other(lang)).home,
      section: 'home',
      demonstration: latest?.publicRound.demonstration,
      main,
    },
    lang,
    base,
  )
}

function latestFigure(latest: RoundProduct, lang: Language, base: string) {
  const paths = portalPaths(base, lang)
  const { round, totals, operation, change, endorsement } = latest.publicRound
  return html`<section class="hero">
<div>
<p class="kicker">${say(lang, 'latestFigure')}</p>
<h1><span class="big">${figure(totals.individuals, lang)}</span> ${say(lang, 'displacedPeople')} <span class="date">${say(lang, 'asOf', { date: longDate(round.reportingDate, lang) })}</span></h1>
<p class="quiet"><a href="${paths.operation(operationSlug(operation.name))}">${operation.name}</a> · ${say(lang, round.assessmentType)} · ${say(lang, 'round', { round: String(round.number) })}</p>
${coverageLine(latest.publicRound, lang)}
<p>${say(lang, endorsement.kind, { office: endorsement.office, date: longDate(endorsement.date, lang) })}</p>
<p class="buttons"><a class="button" href="${paths.publication(latest.slug)}">${latest.title[lang]}</a>${fileButtons(latest.files, lang)}</p>
</div>
<div class="card"><h2>${change ? say(lang, 'changeSince', { round: String(change.fromRound) }) : say(lang, 'change')}</h2>${changeSentences(change, lang)}</div>
</section>`
}

/** The same figures as the map, for whoever cannot use one. */
function provinces({ publicRound }: RoundProduct, lang: Language, base: string) {
  const areas = publicRound.areas.filter(({ level }) => level === 1).sort(byPeople)
  return html`<table><thead><tr><th scope="col">${say(lang, 'area')}</th><th scope="col" class="n">${say(lang, 'people')}</th></tr></thead><tbody>${areas.map(({ pcode, name, individuals }) => html`<tr><th scope="row"><a href="${portalPaths(base, lang).place(pcode)}">${name}</a></th><td class="n">${figure(individuals, lang)}</td></tr>`)}</tbody></table>`
}
