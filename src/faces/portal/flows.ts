/**
 * Flow monitoring of a week or a month: what each point saw in how many hours, and who went from where to where. A point that nobody watched says so.
 * Strategy: focus area 15, activity B; key result 3.
 */
import type { DrawnFlows, FlowWords, PublicFlows, PublicPart } from '../../domains/displacement/index.ts'
import type { Language } from '../../kernel/shared.ts'
import { citationSection } from './citeSection.ts'
import { flowMapFigure, interviewsSection, ratesLine, seasonSection } from './flowParts.ts'
import { type Html, html } from './html.ts'
import { layout } from './layout.ts'
import type { PortalProduct, PortalSite } from './model.ts'
import { figure, number, percent, shortDate } from './numbers.ts'
import { fileButtons, filesSection, frameOf, notices, versionsSection } from './publicationParts.ts'
import { say } from './words.ts'

export type FlowModel = { site: PortalSite; product: PortalProduct; flows: PublicFlows; words: FlowWords; drawn: DrawnFlows | null }

export function flowPage({ site, product, flows, words, drawn }: FlowModel, lang: Language, base: string): string {
  const main = html`${notices(product, lang, base)}
<section class="hero"><div>
<p class="kicker">${words.bulletin} · ${words.kinds[flows.kind]}</p>
<h1>${flows.country.name[lang]}, ${say(lang, 'period', { from: shortDate(flows.from, lang), to: shortDate(flows.to, lang) })}</h1>
<p class="bigline"><span class="big">${figure(flows.people, lang)}</span> ${words.people.toLowerCase()}</p>
<p>${flows.narrative[lang]}</p>${ratesLine(flows, words, lang)}</div>
<div class="card">${breakdown(words.directions, flows.directions, lang)}<p class="buttons">${fileButtons(product.files, lang)}</p></div></section>
${points(flows, words, lang)}
<section id="map"><h2>${words.map}</h2>${flowMapFigure(drawn, words, lang)}</section>
${matrix(flows, words, lang)}
<section class="hero">${breakdown(words.who, flows.who, lang)}${breakdown(words.reasons, flows.reasons, lang)}</section>
${interviewsSection(flows, words, lang)}
${seasonSection(flows.season, words, lang)}
<section id="method"><h2>${words.limits}</h2><ul>${flows.limitations.map((one) => html`<li>${one[lang]}</li>`)}<li>${words.extrapolated}</li></ul><p class="quiet">${say(lang, 'unknownWithheldNote')}</p></section>
${citationSection(product, site, lang, base)}
${filesSection(product, lang, base)}
${versionsSection(product, lang)}`
  return layout({ ...frameOf(site, product, lang, base), main }, lang, base)
}

function points({ points: all }: PublicFlows, words: FlowWords, lang: Language): Html {
  return html`<section id="points"><h2>${words.points}</h2><div class="scroll" tabindex="0"><table><thead><tr><th scope="col">${words.point}</th><th scope="col" class="n">${words.watched}</th><th scope="col" class="n">${words.coverage}</th><th scope="col" class="n">${words.peopleShort}</th><th scope="col" class="n">${words.perHour}</th><th scope="col" class="n">${words.estimate}</th><th scope="col">${words.status}</th></tr></thead>
<tbody>${all.map(
    (point) =>
      html`<tr><th scope="row">${point.name} <small class="quiet">${point.place}${!point.counted && html`; ${words.notAdded}`}</small></th>${
        point.sessions === 0
          ? html`<td colspan="5"><em>${words.notWatched}</em></td>`
          : html`<td class="n">${number(point.hours, lang)}</td><td class="n">${percent(100 * point.coverage, lang)}</td><td class="n">${figure(point.observed, lang)}</td><td class="n">${point.perHour === null ? figure(point.observed === 'withheld' ? 'withheld' : 'unknown', lang) : number(point.perHour, lang)}</td><td class="n">${figure(point.estimate, lang)}</td>`
      }<td>${point.status ? words.statuses[point.status] : html``}</td></tr>`,
  )}</tbody></table></div></section>`
}

function matrix({ cells }: PublicFlows, words: FlowWords, lang: Language): Html {
  return html`<section id="where"><h2>${words.matrix}</h2><div class="scroll" tabindex="0"><table><thead><tr><th scope="col">${words.from}</th><th scope="col">${words.to}</th><th scope="col" class="n">${words.peopleShort}</th></tr></thead>
<tbody>${cells.map((cell) => html`<tr><th scope="row">${cell.fromName[lang]}</th><td>${cell.toName[lang]}</td><td class="n">${figure(cell.people, lang)}${cell.uncounted > 0 && html` <small>(${words.uncounted(cell.uncounted)})</small>`}</td></tr>`)}</tbody></table></div></section>`
}

const breakdown = (title: string, parts: readonly PublicPart[], lang: Language): Html =>
  html`<div><h2>${title}</h2><table><tbody>${parts.map(({ label, people }) => html`<tr><th scope="row">${label[lang]}</th><td class="n">${figure(people, lang)}</td></tr>`)}</tbody></table></div>`
