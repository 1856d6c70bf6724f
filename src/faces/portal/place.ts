/** One province or district through the published rounds: the figure, and beside it how much of the place was visited each time. */
import type { Language } from '../../kernel/shared.ts'
import { trendChart } from './charts.ts'
import { html } from './html.ts'
import { layout, other } from './layout.ts'
import type { PlaceChoice, PlaceInRound, PortalSite } from './model.ts'
import { figure, shortDate, visited } from './numbers.ts'
import { portalPaths } from './paths.ts'
import { say } from './words.ts'

export type PlaceModel = {
  site: PortalSite
  place: PlaceChoice
  containing: PlaceChoice | null
  inside: PlaceChoice[]
  rounds: PlaceInRound[]
  demonstration: { pt: string; en: string } | null
  /** On which papers its map can be printed. */
  papers: readonly string[]
}

export function placePage({ site, place, containing, inside, rounds, demonstration, papers }: PlaceModel, lang: Language, base: string): string {
  const paths = portalPaths(base, lang)
  const ordered = [...rounds].sort((a, b) => a.reportingDate.localeCompare(b.reportingDate))
  const operations = [...new Set(ordered.map(({ operation }) => operation))]
  const link = ({ pcode, name }: PlaceChoice) => html`<a href="${paths.place(pcode)}">${name}</a>`
  const main = html`<p class="kicker">${place.pcode}</p><h1>${place.name}</h1><p class="lead">${say(lang, 'placeIntro')}</p>
${containing && html`<p>${say(lang, 'containing')} ${link(containing)}</p>`}
${rounds.length === 0 && html`<p class="nothing">${say(lang, 'placeNothing')}</p>`}
${operations.map((operation) => {
  const here = ordered.filter((one) => one.operation === operation)
  const points = here.map(({ round, reportingDate, area }) => ({ ...area, round, reportingDate }))
  return html`<section><h2><a href="${paths.operation(here[0]!.operationSlug)}">${operation}</a></h2>${trendChart(points, `${place.name}: ${operation}`, lang)}
<div class="scroll" tabindex="0"><table><thead><tr><th scope="col">${say(lang, 'roundWord')}</th><th scope="col">${say(lang, 'date')}</th><th scope="col" class="n">${say(lang, 'people')}</th><th scope="col" class="n">${say(lang, 'households')}</th><th scope="col" class="n">${say(lang, 'placesVisited')}</th><th scope="col" class="n">${say(lang, 'carriedForward')}</th></tr></thead>
<tbody>${here.map(({ product, round, reportingDate, area }) => html`<tr><th scope="row"><a href="${paths.publication(product.slug)}">${say(lang, 'round', { round: String(round) })}</a></th><td>${shortDate(reportingDate, lang)}</td><td class="n">${figure(area.individuals, lang)}</td><td class="n">${figure(area.households, lang)}</td><td class="n">${visited(area, lang)}</td><td class="n">${figure(area.carriedIndividuals, lang)}</td></tr>`)}</tbody></table></div></section>`
})}
${inside.length > 0 && html`<section><h2>${say(lang, 'inside')}</h2><ul class="columns">${inside.map((one) => html`<li>${link(one)}</li>`)}</ul></section>`}
${papers.length > 0 && html`<section><h2>${say(lang, 'mapToPrint')}</h2><p>${say(lang, 'mapToPrintNote')}</p><ul class="columns">${papers.map((paper) => html`<li><a href="${paths.placeMap(place.pcode, paper)}">${paper.toUpperCase()} (PDF)</a></li>`)}</ul></section>`}
<p class="quiet">${say(lang, 'unknownWithheldNote')}</p>`
  return layout(
    {
      site,
      title: place.name,
      description: `${place.name}. ${say(lang, 'placeIntro')}`,
      otherLanguage: portalPaths(base, other(lang)).place(place.pcode),
      demonstration: demonstration && { note: demonstration },
      main,
    },
    lang,
    base,
  )
}
