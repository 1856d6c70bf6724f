/** Parts of a flow bulletin beside its points: the map of the flows, the time of the year, what travellers said. Each says in words what it does not show. */
import type { DrawnFlows, FlowWords, PublicFlows, Season } from '../../domains/displacement/index.ts'
import { hoursSummed, ratePerHour } from '../../engines/flows/rates.ts'
import type { Language } from '../../kernel/shared.ts'
import { bar } from './charts.ts'
import { type Html, html, trusted } from './html.ts'
import { figure, figureText, number } from './numbers.ts'

export function flowMapFigure(drawn: DrawnFlows | null, words: FlowWords, lang: Language): Html {
  if (!drawn) return html`<p class="nothing">${words.mapNone}</p>`
  return html`<figure class="map flows"><div class="scroll" tabindex="0">${trusted(drawn.svg)}</div><figcaption>${words.mapHow}</figcaption></figure>
${drawn.outside.length > 0 && html`<p>${words.mapOutside}: ${drawn.outside.map(({ fromName, toName, people }, i) => html`${i > 0 && '; '}${fromName[lang]} → ${toName[lang]}: ${number(people, lang)}`)}.</p>`}`
}

/** The rate of all that is added up, where its number is printed. */
export function ratesLine({ points, people }: PublicFlows, words: FlowWords, lang: Language): Html {
  const hours = hoursSummed(points)
  const rate = ratePerHour(people, hours)
  return rate === null ? html`` : html`<p>${words.rateOf(number(rate, lang), number(hours, lang))}</p>`
}

export function seasonSection(season: Season | undefined, words: FlowWords, lang: Language): Html {
  if (!season) return html``
  return html`<section id="season"><h2>${words.season}</h2><p>${words.seasonSaid(season)}</p>${season.state === 'shown' && seasonTable(season, words, lang)}</section>`
}

function seasonTable({ period, times }: Extract<Season, { state: 'shown' }>, words: FlowWords, lang: Language): Html {
  const largest = Math.max(...times.map(({ percent }) => percent))
  return html`<div class="scroll" tabindex="0"><table><thead><tr><th scope="col">${words.seasonTime[period === 12 ? 'month' : 'week']}</th><th scope="col" class="n">${words.seasonPercent}</th><td class="drawing"></td></tr></thead>
<tbody>${times.map(({ time, percent }) => html`<tr><th scope="row">${words.seasonCalled(period, time)}</th><td class="n">${number(percent, lang)} %</td><td class="drawing">${bar(percent, largest)}</td></tr>`)}</tbody></table></div>`
}

export function interviewsSection({ interviews }: PublicFlows, words: FlowWords, lang: Language): Html {
  if (!interviews) return html``
  const { n, tables } = interviews
  return html`<section id="interviews"><h2>${words.interviews}</h2><p>${words.interviewsSaid(interviews)}</p><div class="tables">${tables.map(
    ({ label, answers }) =>
      html`<table><caption>${label[lang]} (n = ${figureText(n, lang)})</caption><thead><tr><th scope="col">${words.answer}</th><th scope="col" class="n">${words.answers}</th></tr></thead><tbody>${answers.map((answer) => html`<tr><th scope="row">${answer.label[lang]}</th><td class="n">${figure(answer.n, lang)}</td></tr>`)}</tbody></table>`,
  )}</div></section>`
}
