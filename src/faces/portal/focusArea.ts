/** One focus area of the strategy for everybody: what it wants to reach and does, as far as its printed source can be read, and the reports that were published about it. */
import type { Bilingual, Language } from '../../kernel/shared.ts'
import { html } from './html.ts'
import { layout, other } from './layout.ts'
import type { PortalSite, PortalSummary } from './model.ts'
import { portalPaths } from './paths.ts'
import { productList } from './productList.ts'
import { say } from './words.ts'

export type FocusAreaModel = {
  site: PortalSite
  area: {
    number: number
    name: Bilingual
    objective: Bilingual
    keyResults: { number: number; title: Bilingual }[]
    activities: { letter: string; title: Bilingual }[]
  }
  links: string
  citation: string
  /** The other areas, so that a reader can go on. */
  areas: { number: number; name: Bilingual }[]
  reports: PortalSummary[]
}

export function focusAreaPage({ site, area, links, citation, areas, reports }: FocusAreaModel, lang: Language, base: string): string {
  const paths = portalPaths(base, lang)
  const title = `${area.number}. ${area.name[lang]}`
  const main = html`<p class="kicker">${say(lang, 'strategyArea')}</p><h1>${title}</h1><p class="lead">${area.objective[lang]}</p><p class="quiet">${links}</p>
<section><h2>${say(lang, 'keyResults')}</h2><ol>${area.keyResults.map((result) => html`<li value="${result.number}">${result.title[lang]}</li>`)}</ol></section>
<section><h2>${say(lang, 'areaReports')}</h2>${reports.length > 0 ? productList(reports, lang, base) : html`<p class="nothing">${say(lang, 'areaNoReports')}</p>`}</section>
<section><h2>${say(lang, 'areaActivities')}</h2><ul>${area.activities.map((activity) => html`<li><strong>${activity.letter}</strong> ${activity.title[lang]}</li>`)}</ul><p class="quiet">${citation}</p></section>
<nav aria-label="${say(lang, 'everyArea')}"><h2>${say(lang, 'everyArea')}</h2><ul>${areas.map(
    (each) =>
      html`<li><a href="${paths.area(each.number)}"${each.number === area.number && html` aria-current="page"`}>${each.number}. ${each.name[lang]}</a></li>`,
  )}</ul></nav>`
  return layout({ site, title, description: area.objective[lang], otherLanguage: portalPaths(base, other(lang)).area(area.number), main }, lang, base)
}
