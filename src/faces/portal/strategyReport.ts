/** A report on the strategy, of any kind: what is known of each part, in figures that open their method, what nobody knows, and what was done and learned. */
import type { Language } from '../../kernel/shared.ts'
import type { PublicReport, ReportWords, ShownPart } from '../../registry/results/index.ts'
import { citationSection } from './citeSection.ts'
import { type Html, html } from './html.ts'
import { layout } from './layout.ts'
import type { PortalProduct, PortalSite } from './model.ts'
import { portalPaths } from './paths.ts'
import { fileButtons, filesSection, frameOf, notices, versionsSection } from './publicationParts.ts'

type Headings = { indicator: string; now: string; before: string; target: string; reached: string }
export type ReportModel = {
  site: PortalSite
  product: PortalProduct
  set: PublicReport
  words: ReportWords
  title: string
  when: string
  headings: Headings
  parts: ShownPart[]
}

export function reportPage({ site, product, set, words, title, when, headings, parts }: ReportModel, lang: Language, base: string): string {
  const main = html`${notices(product, lang, base)}
<section class="hero"><div>
<p class="kicker">${set.country.name[lang]} · ${when}</p>
<h1>${title}</h1>
<p>${set.texts[lang].opening}</p></div>
<div class="card"><p class="buttons">${fileButtons(product.files, lang)}</p></div></section>
${parts.map((part) => partSection(part, headings, (area) => portalPaths(base, lang).area(area)))}
<section id="method"><h2>${words.about}</h2><ul>${words.notes.map((note) => html`<li>${note}</li>`)}</ul><p class="quiet">${words.strategy}: ${set.strategy.citation}</p></section>
${citationSection(product, site, lang, base)}
${filesSection(product, lang, base)}
${versionsSection(product, lang)}`
  return layout({ ...frameOf(site, product, lang, base), main }, lang, base)
}

const partSection = ({ key, name, links, text, rows, entries }: ShownPart, headings: Headings, pathOf: (area: number) => string): Html =>
  html`<section id="part-${key}"><h2>${/^\d+$/.test(key) ? html`<a href="${pathOf(Number(key))}">${name}</a>` : name}</h2>${links && html`<p class="quiet">${links}</p>`}${text && html`<p>${text}</p>`}
${
  entries.length > 0 &&
  html`<ul>${entries.map(
    ({ title, state, details }) =>
      html`<li><strong>${title}</strong>${state && html` <span class="tag">${state}</span>`}${details.length > 0 && html`<br><span class="quiet">${details.join(' · ')}</span>`}</li>`,
  )}</ul>`
}
${rows.length > 0 && figureTable(rows, headings)}</section>`

const figureTable = (rows: ShownPart['rows'], { indicator, now, before, target, reached }: Headings): Html =>
  html`<div class="scroll" tabindex="0"><table><thead><tr><th scope="col">${indicator}</th><th scope="col">${now}</th><th scope="col">${before}</th><th scope="col">${target}</th><th scope="col">${reached}</th></tr></thead>
<tbody>${rows.map(
    (row) =>
      html`<tr><th scope="row">${row.code && `${row.code} `}${row.name}${row.how && html` <small class="quiet">${row.how}</small>`}</th><td>${row.isKnown ? html`<strong>${row.now}</strong>` : html`<em>${row.now}</em>`}</td><td>${row.before}</td><td>${row.target}</td><td>${row.reached}</td></tr>`,
  )}</tbody></table></div>`
