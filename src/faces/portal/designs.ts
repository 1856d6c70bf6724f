/** House designs that anybody may build again: what each is made of, what makes it stand in wind and water, its drawings and its licence. Nothing of who lives in one. */
import type { Bilingual, Language } from '../../kernel/shared.ts'
import { designWords } from './designWords.ts'
import { type Html, html } from './html.ts'
import { layout, other } from './layout.ts'
import type { PortalSite } from './model.ts'
import { longDate, number } from './numbers.ts'
import { portalPaths } from './paths.ts'
import { say, sayCode } from './words.ts'

export type ShownDesign = {
  code: string
  edition: number
  name: Bilingual
  areaM2: number
  rooms: number
  materials: readonly { item: string; quantity: number }[]
  hazardFeatures: readonly string[]
  accessibility: string | null
  cost: number | null
  currency: string | null
  pricesOf: string | null
  licence: string | null
  drawings: readonly { id: string; words: string; licence: string }[]
}

function factsOf(design: ShownDesign, lang: Language): [string, string][] {
  const unsaid = say(lang, 'designUnsaid')
  const { cost, currency, pricesOf } = design
  // A price without its day is no price.
  const price = cost !== null && pricesOf ? `${number(cost, lang)} ${currency ?? ''}, ${say(lang, 'designPrices', { day: longDate(pricesOf, lang) })}` : unsaid
  return [
    [say(lang, 'designArea'), `${number(design.areaM2, lang)} m²`],
    [say(lang, 'designRooms'), number(design.rooms, lang)],
    [say(lang, 'designHazards'), design.hazardFeatures.map((one) => sayCode(lang, `design_${one}`)).join(', ') || unsaid],
    [say(lang, 'designAccess'), design.accessibility ?? unsaid],
    [say(lang, 'designCost'), price],
    [say(lang, 'designLicence'), design.licence ?? unsaid],
  ]
}

function drawing({ id, words, licence }: ShownDesign['drawings'][number], lang: Language, base: string): Html {
  const address = portalPaths(base, lang).drawing(id)
  return html`<figure class="picture"><a href="${address}"><img src="${address}" alt="${words}" loading="lazy"></a><figcaption>${words} · ${licence}</figcaption></figure>`
}

function section(design: ShownDesign, lang: Language, base: string): Html {
  const { code, edition, materials } = design
  return html`<section id="${code}-${edition}"><h2>${design.name[lang]} <small>${say(lang, 'designEdition', { code, edition })}</small></h2>
<table><tbody>${factsOf(design, lang).map(([name, value]) => html`<tr><th scope="row">${name}</th><td>${value}</td></tr>`)}</tbody></table>
${design.drawings.map((one) => drawing(one, lang, base))}
<h3>${say(lang, 'designMaterials')}</h3>
<table><thead><tr><th scope="col">${say(lang, 'designMaterial')}</th><th scope="col" class="n">${say(lang, 'designQuantity')}</th></tr></thead>
<tbody>${materials.map(({ item, quantity }) => html`<tr><th scope="row">${item}</th><td class="n">${number(quantity, lang)}</td></tr>`)}</tbody></table></section>`
}

export function designsPage({ site, designs }: { site: PortalSite; designs: readonly ShownDesign[] }, lang: Language, base: string): string {
  const main = html`<h1>${say(lang, 'designsTitle')}</h1><p class="lead">${say(lang, 'designsIntro')}</p>
${designs.length === 0 ? html`<p>${say(lang, 'designsNone')}</p>` : designs.map((one) => section(one, lang, base))}`
  return layout(
    { site, title: say(lang, 'designsTitle'), description: designWords.designsIntro[lang], otherLanguage: portalPaths(base, other(lang)).designs, main },
    lang,
    base,
  )
}
