/** A public file of single answers: what is in it, what never is, how easily somebody is recognised, and what each column means. Strategy: focus area 15, activity B. */
import type { PublicMicrodata } from '../../domains/displacement/index.ts'
import type { Language } from '../../kernel/shared.ts'
import { citationSection } from './citeSection.ts'
import { html } from './html.ts'
import { layout } from './layout.ts'
import type { PortalProduct, PortalSite } from './model.ts'
import { number, shortDate } from './numbers.ts'
import { portalPaths } from './paths.ts'
import { fileButtons, filesSection, frameOf, notices, versionsSection } from './publicationParts.ts'
import { say } from './words.ts'

const words = {
  records: { pt: 'registos', en: 'records' },
  about: { pt: 'O que é preciso saber', en: 'What to know' },
  columns: { pt: 'Colunas', en: 'Columns' },
  column: { pt: 'Coluna', en: 'Column' },
  question: { pt: 'Pergunta', en: 'Question' },
  known: { pt: 'Outros podem conhecer', en: 'Others may know it' },
  yes: { pt: 'sim', en: 'yes' },
  no: { pt: 'não', en: 'no' },
  figures: { pt: 'Os números deste inquérito', en: 'The figures of this survey' },
} as const

export type MicrodataModel = { site: PortalSite; product: PortalProduct; microdata: PublicMicrodata }

export function microdataPage({ site, product, microdata }: MicrodataModel, lang: Language, base: string): string {
  const word = (name: keyof typeof words) => words[name][lang]
  const { survey, columns, facts } = microdata
  const main = html`${notices(product, lang, base)}
<section class="hero"><div>
<p class="kicker">${say(lang, 'survey-microdata')} · ${survey.code} · ${say(lang, 'period', { from: shortDate(microdata.from, lang), to: shortDate(microdata.to, lang) })}</p>
<h1>${product.title[lang]}</h1>
<p class="bigline"><span class="big">${number(microdata.records, lang)}</span> ${word('records')}</p>
<p>${product.summary[lang]}</p><p><a href="${portalPaths(base, lang).publication(survey.slug)}">${word('figures')}</a></p></div>
<div class="card"><p class="buttons">${fileButtons(product.files, lang)}</p></div></section>
<section id="about"><h2>${word('about')}</h2><dl>${facts[lang].map(([name, value]) => html`<dt>${name}</dt><dd class="breaks">${value}</dd>`)}</dl></section>
<section id="columns"><h2>${word('columns')}</h2><div class="scroll" tabindex="0"><table><thead><tr><th scope="col">${word('column')}</th><th scope="col">${word('question')}</th><th scope="col">${word('known')}</th></tr></thead>
<tbody>${columns.map(({ name, label, isKey }) => html`<tr><th scope="row"><code>${name}</code></th><td>${label[lang]}</td><td>${word(isKey ? 'yes' : 'no')}</td></tr>`)}</tbody></table></div></section>
${citationSection(product, site, lang, base)}
${filesSection(product, lang, base)}
${versionsSection(product, lang)}`
  return layout({ ...frameOf(site, product, lang, base), main }, lang, base)
}
