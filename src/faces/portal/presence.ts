/** The published 4W of a month: the map, then each place with its sectors and organisations. Protection stands at the province alone. */
import type { PublicSnapshot, SnapshotWords } from '../../domains/coordination/index.ts'
import type { Language } from '../../kernel/shared.ts'
import { citationSection } from './citeSection.ts'
import { html, trusted } from './html.ts'
import { layout } from './layout.ts'
import type { PortalProduct, PortalSite } from './model.ts'
import { number, shortDate } from './numbers.ts'
import { fileButtons, filesSection, frameOf, notices, versionsSection } from './publicationParts.ts'
import { say } from './words.ts'

type Line = { place: [string, string]; sector: string; organisations: string[] }
export type PresenceModel = { site: PortalSite; product: PortalProduct; snapshot: PublicSnapshot; words: SnapshotWords; lines: Line[]; mapSvg: string | null }

export function presencePage({ site, product, snapshot, words, lines, mapSvg }: PresenceModel, lang: Language, base: string): string {
  const { reach } = snapshot
  const main = html`${notices(product, lang, base)}
<section class="hero"><div>
<p class="kicker">${words.title}</p>
<h1>${snapshot.country.name[lang]}, ${say(lang, 'period', { from: shortDate(snapshot.month, lang), to: shortDate(snapshot.to, lang) })}</h1>
<p>${words.summary(number(snapshot.organisations, lang), number(snapshot.districts, lang))}</p></div>
<div class="card">${reach && html`<h2>${words.reach}</h2><p class="bigline"><span class="big">${words.range(number(reach.lower, lang), number(reach.upper, lang))}</span></p><p class="quiet">${reach.rule[lang]}</p>`}<p class="buttons">${fileButtons(product.files, lang)}</p></div></section>
${mapSvg && html`<section id="map"><h2>${words.map}</h2><figure class="map"><div class="scroll" tabindex="0">${trusted(mapSvg)}</div></figure></section>`}
<section id="where"><h2>${words.organisations}</h2><div class="scroll" tabindex="0"><table><thead><tr><th scope="col">${words.province}</th><th scope="col">${words.district}</th><th scope="col">${words.sector}</th><th scope="col">${words.organisations}</th></tr></thead>
<tbody>${lines.map(({ place, sector, organisations }) => html`<tr><td>${place[0]}</td><th scope="row">${place[1]}</th><td>${sector}</td><td>${organisations.length}: ${organisations.join(', ')}</td></tr>`)}</tbody></table></div></section>
<section id="method"><h2>${words.limits}</h2><ul>${snapshot.limitations.map((one) => html`<li>${one[lang]}</li>`)}</ul></section>
${citationSection(product, site, lang, base)}
${filesSection(product, lang, base)}
${versionsSection(product, lang)}`
  return layout({ ...frameOf(site, product, lang, base), main }, lang, base)
}
