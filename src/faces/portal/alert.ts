/**
 * One movement alert: who moved, how many, from where to where; the message to send on; what the figures do not say. Strategy: focus area 15, activity C.
 */
import type { AlertWords, PublicAlert } from '../../domains/displacement/index.ts'
import type { Count } from '../../engines/count.ts'
import type { Language } from '../../kernel/shared.ts'
import { citationSection } from './citeSection.ts'
import { type Html, html, trusted } from './html.ts'
import { layout } from './layout.ts'
import type { PortalProduct, PortalSite } from './model.ts'
import { figure, longDate, number, shortDate } from './numbers.ts'
import { portalPaths } from './paths.ts'
import { fileButtons, filesSection, frameOf, notices, versionsSection } from './publicationParts.ts'
import { say } from './words.ts'

export type AlertModel = {
  site: PortalSite
  product: PortalProduct
  alert: PublicAlert
  words: AlertWords
  message: string
  mapSvg: string | null
  /** Codes of the areas that have a page of their own. */
  withPage: ReadonlySet<string>
}

export function alertPage({ site, product, alert, words, message, mapSvg, withPage }: AlertModel, lang: Language, base: string): string {
  const main = html`${notices(product, lang, base)}
<section class="hero"><div>
<p class="kicker">${alert.operation.name} · ${say(lang, 'movement-alert')}</p>
<h1>${product.title[lang]}</h1>
<p class="lead">${period(alert, lang)} · ${words.lastReport}: ${longDate(alert.lastReport, lang)}, ${alert.lastReport.slice(11, 16)} UTC</p>
<dl class="figures">${alert.sums.map((sum) => html`<div><dt>${words.kinds[sum.kind].many}</dt><dd>${atLeast(sum.individuals, sum.unsized, words, lang)} <small>${words.people.toLowerCase()}</small><br><small>${words.movements}: ${number(sum.movements, lang)} · ${words.households}: ${atLeast(sum.households, sum.withoutHouseholds, words, lang)}</small></dd></div>`)}</dl>
<p>${alert.narrative[lang]}</p></div>
<div class="card"><h2>${words.message}</h2><p class="message">${message}</p><p class="buttons">${fileButtons(product.files, lang)}</p></div></section>
<section id="where"><h2>${words.where}</h2>${mapSvg && html`<figure class="map">${trusted(mapSvg)}</figure>`}${lines(alert, words, lang, { base, withPage })}</section>
${composition(alert, words, lang)}
<section id="method"><h2>${words.limits}</h2><ul>${alert.limitations.map((one) => html`<li>${one[lang]}</li>`)}</ul></section>
${citationSection(product, site, lang, base)}
${filesSection(product, lang, base)}
${versionsSection(product, lang)}`
  return layout({ ...frameOf(site, product, lang, base), demonstration: alert.demonstration, main }, lang, base)
}

const period = ({ periodFrom, periodTo }: PublicAlert, lang: Language): string =>
  periodFrom === periodTo ? longDate(periodFrom, lang) : say(lang, 'period', { from: shortDate(periodFrom, lang), to: shortDate(periodTo, lang) })

/** A sum that lacks the size of some movements is a lower limit and says so. */
const atLeast = (count: Count, missing: number, words: AlertWords, lang: Language): Html =>
  html`${missing > 0 && typeof count === 'number' && html`<small>${words.atLeast}</small> `}${figure(count, lang)}`

function lines({ lines: all }: PublicAlert, words: AlertWords, lang: Language, { base, withPage }: { base: string; withPage: ReadonlySet<string> }): Html {
  const end = (pcode: string | null, name: string | null) =>
    pcode === null
      ? html`<em>${words.unknownPlace}</em>`
      : !withPage.has(pcode)
        ? html`${name ?? pcode}`
        : html`<a href="${portalPaths(base, lang).place(pcode)}">${name ?? pcode}</a>`
  return html`<div class="scroll" tabindex="0"><table><thead><tr><th scope="col">${say(lang, 'kind')}</th><th scope="col">${words.from}</th><th scope="col">${words.to}</th><th scope="col" class="n">${words.people}</th><th scope="col" class="n">${words.households}</th><th scope="col" class="n">${words.movements}</th></tr></thead>
<tbody>${all.map((line) => html`<tr><th scope="row">${words.kinds[line.kind].one}</th><td>${end(line.from, line.fromName)}</td><td>${end(line.to, line.toName)}</td><td class="n">${atLeast(line.individuals, line.unsized, words, lang)}</td><td class="n">${atLeast(line.households, line.withoutHouseholds, words, lang)}</td><td class="n">${number(line.movements, lang)}</td></tr>`)}</tbody></table></div>
<p class="quiet">${say(lang, 'unknownWithheldNote')}</p>`
}

function composition({ reasons, vulnerabilities, needs }: PublicAlert, words: AlertWords, lang: Language): Html {
  const list = (title: string, items: Html[]) => items.length > 0 && html`<section><h2>${title}</h2><ul>${items}</ul></section>`
  return html`${list(
    words.reasons,
    reasons.map(({ label, movements }) => html`<li>${label[lang]}: ${number(movements, lang)} ${words.movements.toLowerCase()}</li>`),
  )}${list(
    words.vulnerabilities,
    vulnerabilities.map(({ label, individuals }) => html`<li>${label[lang]}: ${figure(individuals, lang)}</li>`),
  )}${list(
    words.needs,
    needs.map(({ label }) => html`<li>${label[lang]}</li>`),
  )}`
}
