/**
 * One publication: the figure with its date, coverage, method, licence and files on the first screen; then what changed, where, through the rounds, how it was
 * counted, what it does not say, who endorsed it, how to cite it, and every version. Strategy: focus area 15, key result 1, activities C and E.
 */
import type { PublicRound } from '../../domains/displacement/publicRound.ts'
import type { Language } from '../../kernel/shared.ts'
import { changeSection } from './changeSection.ts'
import { trendChart } from './charts.ts'
import { citationSection } from './citeSection.ts'
import { type Html, html } from './html.ts'
import { layout } from './layout.ts'
import type { PortalSite, RoundProduct } from './model.ts'
import { figure, figureText, longDate, number, percent, shortDate, visited } from './numbers.ts'
import { operationSlug, portalPaths } from './paths.ts'
import { coverageLine, endorsementSection, fileButtons, filesSection, frameOf, mapFigure, notices, versionsSection } from './publicationParts.ts'
import { areasTable, reasonsSection, sexAndAgeSection } from './publicationTables.ts'
import { restrictedSection } from './request.ts'
import { say } from './words.ts'

/** `request`: where one asks for the restricted file; null where there is none. */
export type PublicationModel = { site: PortalSite; product: RoundProduct; mapSvg: string | null; request: string | null }

export function publicationPage({ site, product, mapSvg, request }: PublicationModel, lang: Language, base: string): string {
  const round = product.publicRound
  const main = html`${notices(product, lang, base)}
${head(product, lang, base)}
${changeSection(round.change, lang)}
<section id="where"><h2>${say(lang, 'where')}</h2>${mapSvg ? mapFigure(round, mapSvg, lang) : html`<p class="quiet">${say(lang, 'mapMissing')}</p>`}
${areasTable(round.areas, lang, base)}</section>
${trendSection(round, lang)}
${reasonsSection(round, lang)}
${sexAndAgeSection(round, lang)}
${methodSection(round, lang)}
${endorsementSection(round, lang)}
${citationSection(product, site, lang, base)}
${filesSection(product, lang, base)}
${restrictedSection(request, lang)}
${versionsSection(product, lang)}`
  return layout({ ...frameOf(site, product, lang, base), demonstration: round.demonstration, main }, lang, base)
}

function head(product: RoundProduct, lang: Language, base: string): Html {
  const { round, totals, operation, endorsement, methods, narrative } = product.publicRound
  const fact = (name: string, value: Html | string) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`
  return html`<section class="hero">
<div>
<p class="kicker"><a href="${portalPaths(base, lang).operation(operationSlug(operation.name))}">${operation.name}</a> · ${say(lang, round.assessmentType)}</p>
<h1>${product.title[lang]}</h1>
<p class="bigline"><span class="big">${figure(totals.individuals, lang)}</span> ${say(lang, 'displacedPeople')} <span class="date">${say(lang, 'asOf', { date: longDate(round.reportingDate, lang) })}</span></p>
<dl class="figures">${fact(say(lang, 'households'), figure(totals.households, lang))}${fact(say(lang, 'householdSize'), totals.averageHouseholdSize === null ? figure('unknown', lang) : number(totals.averageHouseholdSize, lang))}${fact(say(lang, 'females'), figure(totals.females, lang))}${fact(say(lang, 'males'), figure(totals.males, lang))}</dl>
${coverageLine(product.publicRound, lang)}
<p>${narrative[lang]}</p>
</div>
<div class="card">
<dl class="facts">${fact(say(lang, 'reportingDate'), longDate(round.reportingDate, lang))}${fact(say(lang, 'collected'), say(lang, 'period', { from: shortDate(round.collectedFrom, lang), to: shortDate(round.collectedTo, lang) }))}${fact(
    say(lang, 'method'),
    methods.map(({ method }) => say(lang, method)).join('; ') || say(lang, 'unknown'),
  )}${fact(say(lang, 'endorsedBy'), html`${endorsement.office}, ${shortDate(endorsement.date, lang)}`)}${fact(say(lang, 'licence'), product.licence)}</dl>
<p class="buttons">${fileButtons(product.files, lang)}</p>
</div>
</section>`
}

function trendSection({ trend }: PublicRound, lang: Language): Html {
  const points = [...trend].sort((a, b) => a.round - b.round)
  const known = points.filter(({ individuals }) => typeof individuals === 'number')
  const [first, last] = [known[0], known.at(-1)]
  if (!first || !last) return html``
  const facts = { from: figureText(first.individuals, lang), first: String(first.round), to: figureText(last.individuals, lang), last: String(last.round) }
  const title = say(lang, first === last ? 'trendOne' : 'trendTitle', facts)
  return html`<section id="trend"><h2>${say(lang, 'trend')}</h2><figure><figcaption><strong>${title}</strong><br>${say(lang, 'trendMeasure')} ${say(lang, 'trendGap')}</figcaption>${trendChart(points, title, lang)}</figure>
<div class="scroll" tabindex="0"><table><thead><tr><th scope="col">${say(lang, 'roundWord')}</th><th scope="col">${say(lang, 'date')}</th><th scope="col" class="n">${say(lang, 'people')}</th><th scope="col" class="n">${say(lang, 'households')}</th><th scope="col" class="n">${say(lang, 'placesVisited')}</th><th scope="col" class="n">${say(lang, 'carriedForward')}</th></tr></thead>
<tbody>${points.map((point) => html`<tr><th scope="row">${String(point.round)}</th><td>${shortDate(point.reportingDate, lang)}</td><td class="n">${figure(point.individuals, lang)}</td><td class="n">${figure(point.households, lang)}</td><td class="n">${visited(point, lang)}</td><td class="n">${point.expected > 0 ? number(point.carriedForward, lang) : figure('unknown', lang)}</td></tr>`)}</tbody></table></div></section>`
}

function methodSection({ round, methods, coverage, limitations, demonstration }: PublicRound, lang: Language): Html {
  const outcomes = ['expected', 'assessed', 'carriedForward', 'notAssessed', 'closed', 'merged', 'empty'] as const
  return html`<section id="method"><h2>${say(lang, 'methodAndLimits')}</h2>
<p>${say(lang, 'unitLevel')}: ${say(lang, round.unitLevel)}. <a href="#versions">${say(lang, 'version', { version: String(round.version) })}</a>.</p>
<ul>${methods.map(({ method, individuals }) => html`<li>${figure(individuals, lang)} ${say(lang, 'unitIndividuals')} ${say(lang, method)}</li>`)}</ul>
${coverage.expected > 0 && html`<div class="scroll" tabindex="0"><table><caption>${say(lang, 'coverage')}</caption><thead><tr>${outcomes.map((outcome) => html`<th scope="col" class="n">${say(lang, outcome)}</th>`)}</tr></thead><tbody><tr>${outcomes.map((outcome) => html`<td class="n">${number(coverage[outcome], lang)}${outcome === 'assessed' && html` <small>${percent((100 * coverage.assessed) / coverage.expected, lang)}</small>`}</td>`)}</tr></tbody></table></div>`}
${limitations.length > 0 && html`<h3>${say(lang, 'limitations')}</h3><ul>${limitations.map((one) => html`<li>${one[lang]}</li>`)}</ul>`}
${demonstration && demonstration.sources.length > 0 && html`<h3>${say(lang, 'sources')}</h3><ul class="sources">${demonstration.sources.map((source) => html`<li>${/^https:\/\//.test(source) ? html`<a href="${source}" rel="noreferrer">${source}</a>` : source}</li>`)}</ul>`}</section>`
}
