/**
 * A survey: what people said, each share and mean with the interval that it lies in and how many answered, then who was asked and how. Strategy: focus area 15,
 * activities B and C.
 */
import type { PublicSurvey, ShownBlock, SurveyWords } from '../../domains/displacement/index.ts'
import type { Language } from '../../kernel/shared.ts'
import { citationSection } from './citeSection.ts'
import { type Html, html } from './html.ts'
import { layout } from './layout.ts'
import type { PortalProduct, PortalSite } from './model.ts'
import { number, percent, shortDate } from './numbers.ts'
import { fileButtons, filesSection, frameOf, notices, versionsSection } from './publicationParts.ts'
import { say } from './words.ts'

/** `blocks` of each line, by its code, as they are written on paper too. */
export type SurveyModel = { site: PortalSite; product: PortalProduct; survey: PublicSurvey; words: SurveyWords; blocks: ReadonlyMap<string, ShownBlock[]> }

export function surveyPage({ site, product, survey, words, blocks }: SurveyModel, lang: Language, base: string): string {
  const fact = (name: string, value: string) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`
  const { response } = survey
  const main = html`${notices(product, lang, base)}
<section class="hero"><div>
<p class="kicker">${words.survey} ${survey.code} · ${words.purposes[survey.purpose]} · ${survey.operation.name}</p>
<h1>${survey.title[lang]}</h1>
<p class="bigline"><span class="big">${number(response.visited, lang)}</span> ${words.answers}</p>
<p>${survey.narrative[lang]}</p></div>
<div class="card"><dl class="facts">${fact(words.population, survey.population[lang])}${fact(words.collected, say(lang, 'period', { from: shortDate(survey.from, lang), to: shortDate(survey.to, lang) }))}${
    response.rate === null ? html`` : fact(words.rate, percent(100 * response.rate, lang))
  }${fact(say(lang, 'licence'), product.licence)}</dl><p class="buttons">${fileButtons(product.files, lang)}</p></div></section>
${survey.lines.map((line) => lineSection(line, blocks.get(line.code) ?? [], words, lang))}
<section id="response"><h2>${words.response}</h2><div class="scroll" tabindex="0"><table><thead><tr><th scope="col">${words.stratum}</th><th scope="col" class="n">${words.drawn}</th><th scope="col" class="n">${words.visited}</th><th scope="col" class="n">${words.rate}</th></tr></thead>
<tbody>${response.strata.map((line) => html`<tr><th scope="row">${line.stratum}</th><td class="n">${number(line.drawn, lang)}</td><td class="n">${number(line.visited, lang)}</td><td class="n">${line.rate === null ? html`` : percent(100 * line.rate, lang)}</td></tr>`)}</tbody></table></div></section>
<section id="method"><h2>${words.method}</h2><ul>${survey.method[lang].map((sentence) => html`<li class="breaks">${sentence}</li>`)}</ul>
<h2>${words.limits}</h2><ul>${survey.limitations.map((one) => html`<li>${one[lang]}</li>`)}</ul></section>
${citationSection(product, site, lang, base)}
${filesSection(product, lang, base)}
${versionsSection(product, lang)}`
  return layout({ ...frameOf(site, product, lang, base), main }, lang, base)
}

function lineSection(line: PublicSurvey['lines'][number], blocks: readonly ShownBlock[], words: SurveyWords, lang: Language): Html {
  const asked = [line.question, line.denominator].flatMap((question) => (question ? [question[lang]] : [])).join(' ÷ ')
  const named = (figure: PublicSurvey['lines'][number]['figures'][number], warning: string) =>
    figure.groupLabel ? `${figure.groupLabel[lang]}: ${warning}` : warning
  const warnings = [...new Set(line.figures.flatMap((figure) => figure.warnings.map((warning) => named(figure, warning[lang]))))]
  return html`<section id="${line.code}"><h2>${line.label[lang]}</h2><p class="quiet">${words.statistics[line.statistic]}: ${asked}${line.afterAnswers && html` · ${words.late}`}</p>
${blocks.map((block) => blockTable(block, words))}
${warnings.length > 0 && html`<ul class="quiet">${warnings.map((warning) => html`<li>${warning}</li>`)}</ul>`}</section>`
}

function blockTable({ title, top, rows }: ShownBlock, words: SurveyWords): Html {
  const drawing = words.drawing.replace('{top}', top)
  return html`<div class="scroll" tabindex="0"><table>${title !== null && html`<caption>${title}</caption>`}<thead><tr><th scope="col"></th><th scope="col" class="n">${words.value}</th><th scope="col" class="n">${words.interval}</th><th scope="col" class="drawing">${top === '' ? html`` : drawing}</th><th scope="col" class="n">${words.n}</th></tr></thead>
<tbody>${rows.map((row) => html`<tr><th scope="row">${row.label}</th>${row.withheld ? html`<td class="n" colspan="2"><span class="word">${row.value}</span></td>` : html`<td class="n"><strong>${row.value}</strong></td><td class="n">${row.interval}</td>`}<td class="drawing">${track(row.track)}</td><td class="n">${row.n}</td></tr>`)}</tbody></table></div>`
}

/** The interval as a band, the value as a mark on it; both are in words beside it. */
function track(at: ShownBlock['rows'][number]['track']): Html {
  if (at === null) return html``
  const x = (part: number) => (100 * Math.min(1, Math.max(0, part))).toFixed(1)
  return html`<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect class="trackline" y="4.6" width="100" height="0.8"/><rect class="pale" x="${x(at.low)}" y="2" width="${(100 * Math.max(0.004, at.high - at.low)).toFixed(1)}" height="6"/><rect class="full" x="${Math.max(0, 100 * at.value - 0.5).toFixed(1)}" width="1" height="10"/></svg>`
}
