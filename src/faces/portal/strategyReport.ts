/** A quarter of the strategy: what is known of each area, in figures that open their method, and what nobody knows. */
import type { Language } from '../../kernel/shared.ts'
import type { PublicQuarter, QuarterRow, QuarterWords } from '../../registry/results/index.ts'
import { citationSection } from './citeSection.ts'
import { type Html, html } from './html.ts'
import { layout } from './layout.ts'
import type { PortalProduct, PortalSite } from './model.ts'
import { shortDate } from './numbers.ts'
import { fileButtons, filesSection, frameOf, notices, versionsSection } from './publicationParts.ts'
import { say } from './words.ts'

export type QuarterModel = {
  site: PortalSite
  product: PortalProduct
  set: PublicQuarter
  words: QuarterWords
  title: string
  areas: { key: string; name: string; links: string; text: string; rows: QuarterRow[] }[]
}

export function quarterPage({ site, product, set, words, title, areas }: QuarterModel, lang: Language, base: string): string {
  const main = html`${notices(product, lang, base)}
<section class="hero"><div>
<p class="kicker">${words.report} · ${title}</p>
<h1>${set.country.name[lang]}, ${say(lang, 'period', { from: shortDate(set.from, lang), to: shortDate(set.to, lang) })}</h1>
<p>${set.texts[lang].opening}</p></div>
<div class="card"><p class="buttons">${fileButtons(product.files, lang)}</p></div></section>
${areas.map((area) => areaSection(area, words))}
<section id="method"><h2>${words.about}</h2><ul>${words.notes.map((note) => html`<li>${note}</li>`)}</ul><p class="quiet">${words.strategy}: ${set.strategy.citation}</p></section>
${citationSection(product, site, lang, base)}
${filesSection(product, lang, base)}
${versionsSection(product, lang)}`
  return layout({ ...frameOf(site, product, lang, base), main }, lang, base)
}

const areaSection = ({ key, name, links, text, rows }: QuarterModel['areas'][number], words: QuarterWords): Html =>
  html`<section id="area-${key}"><h2>${key !== 'X' && `${key}. `}${name}</h2>${links && html`<p class="quiet">${links}</p>`}<p>${text}</p>
<div class="scroll" tabindex="0"><table><thead><tr><th scope="col">${words.indicator}</th><th scope="col">${words.now}</th><th scope="col">${words.before}</th><th scope="col">${words.target}</th><th scope="col">${words.reached}</th></tr></thead>
<tbody>${rows.map(
    (row) =>
      html`<tr><th scope="row">${row.code} ${row.name}${row.how && html` <small class="quiet">${row.how}</small>`}</th><td>${row.isKnown ? html`<strong>${row.now}</strong>` : html`<em>${row.now}</em>`}</td><td>${row.before}</td><td>${row.target}</td><td>${row.reached}</td></tr>`,
  )}</tbody></table></div></section>`
