/** The tables of a publication: areas, reasons, sex and age. Numbers to the right, bars from zero beside them, words where there is no number. */

import type { PublicArea, PublicRound } from '../../domains/displacement/publicRound.ts'
import { type Count, sumCounts } from '../../engines/count.ts'
import type { Language } from '../../kernel/shared.ts'
import { bar } from './charts.ts'
import { type Html, html } from './html.ts'
import { figure, visited } from './numbers.ts'
import { portalPaths } from './paths.ts'
import { say, sayCode } from './words.ts'

/** Provinces with their districts under them, largest first; nothing finer stands on a public page. */
export function areasTable(areas: PublicArea[], lang: Language, base: string): Html {
  const country = areas.filter(({ level }) => level === 0)
  const provinces = areas.filter(({ level }) => level === 1).sort(byPeople)
  const districtsOf = (pcode: string) => areas.filter(({ level, parent }) => level === 2 && parent === pcode).sort(byPeople)
  const ordered = [...country, ...provinces.flatMap((province) => [province, ...districtsOf(province.pcode)])]
  const largest = Math.max(0, ...provinces.map(({ individuals }) => peopleOf(individuals)))
  const paths = portalPaths(base, lang)
  return html`<div class="scroll" tabindex="0"><table class="areas"><caption>${say(lang, 'areasCaption')}</caption>
<thead><tr><th scope="col">${say(lang, 'area')}</th><th scope="col" class="n">${say(lang, 'people')}</th><td class="drawing"></td><th scope="col" class="n">${say(lang, 'households')}</th><th scope="col" class="n">${say(lang, 'females')}</th><th scope="col" class="n">${say(lang, 'males')}</th><th scope="col" class="n">${say(lang, 'placesVisited')}</th></tr></thead>
<tbody>${ordered.map(
    (area) =>
      html`<tr class="level${area.level}"><th scope="row"><a href="${paths.place(area.pcode)}">${area.name}</a></th><td class="n">${figure(area.individuals, lang)}</td><td class="drawing">${area.level > 0 && typeof area.individuals === 'number' && bar(area.individuals, largest, area.level === 1 ? 'full' : 'pale')}</td><td class="n">${figure(area.households, lang)}</td><td class="n">${figure(area.females, lang)}</td><td class="n">${figure(area.males, lang)}</td><td class="n">${visited(area, lang)}</td></tr>`,
  )}</tbody></table></div><p class="quiet">${say(lang, 'unknownWithheldNote')}</p>`
}

/** People by reason over the whole country; the reasons of one cell stay together, so nobody is counted twice. */
export function reasonsSection({ cells }: PublicRound, lang: Language): Html {
  const national = cells.filter(({ level }) => level === 0)
  if (national.length === 0) return html``
  const largest = Math.max(0, ...national.map(({ individuals }) => peopleOf(individuals)))
  const rows = [...national].sort(byPeople)
  const withOrigin = rows.some(({ originName }) => originName !== null)
  return html`<section id="reasons"><h2>${say(lang, 'reasons')}</h2><div class="scroll" tabindex="0"><table><thead><tr><th scope="col">${say(lang, 'reason')}</th>${withOrigin && html`<th scope="col">${say(lang, 'origin')}</th>`}<th scope="col" class="n">${say(lang, 'people')}</th><td class="drawing"></td><th scope="col" class="n">${say(lang, 'households')}</th></tr></thead>
<tbody>${rows.map((cell) => html`<tr><th scope="row">${reasonWords(cell.reason, lang)}</th>${withOrigin && html`<td>${cell.originName ?? say(lang, 'originUnknown')}</td>`}<td class="n">${figure(cell.individuals, lang)}</td><td class="drawing">${typeof cell.individuals === 'number' && bar(cell.individuals, largest)}</td><td class="n">${figure(cell.households, lang)}</td></tr>`)}</tbody></table></div></section>`
}

/** How the ages are known comes before the ages; where nobody was counted by age the page says so instead of leaving the reader to guess. */
export function sexAndAgeSection({ ageBands, ageSample, totals }: PublicRound, lang: Language): Html {
  if (ageBands.length === 0) return html`<section id="age"><h2>${say(lang, 'sexAndAge')}</h2><p>${say(lang, 'agesUnknown')}</p></section>`
  const sample = ageSample && {
    people: ageSample.individuals === 'unknown' || ageSample.individuals === 'withheld' ? say(lang, ageSample.individuals) : ageSample.individuals,
    places: ageSample.places,
    placesOf: ageSample.placesOf,
  }
  const how = sample ? say(lang, ageSample?.method === 'counted' ? 'agesCounted' : 'agesApplied', sample) : say(lang, 'agesOfUnknownMethod')
  const bands = [...new Set(ageBands.map(({ band }) => band))]
  const of = (sex: 'f' | 'm', band: string): Count => ageBands.find((one) => one.sex === sex && one.band === band)?.individuals ?? 'unknown'
  const totalOf = (sex: 'f' | 'm', known: Count): Count =>
    known === 'unknown' ? sumCounts(ageBands.filter((one) => one.sex === sex).map(({ individuals }) => individuals)) : known
  const sexUnknown = ageBands.filter(({ sex }) => sex === 'unknown')
  const largest = Math.max(0, ...ageBands.map(({ individuals }) => peopleOf(individuals)))
  const cellsOf = (count: Count) =>
    html`<td class="n">${figure(count, lang)}</td><td class="drawing">${typeof count === 'number' && bar(count, largest, 'full')}</td>`
  return html`<section id="age"><h2>${say(lang, 'sexAndAge')}</h2><p>${how}</p><div class="scroll" tabindex="0"><table><thead><tr><th scope="col">${say(lang, 'ageBand')}</th><th scope="col" class="n">${say(lang, 'females')}</th><td class="drawing"></td><th scope="col" class="n">${say(lang, 'males')}</th><td class="drawing"></td></tr></thead>
<tbody>${bands.map((band) => html`<tr><th scope="row">${band}</th>${cellsOf(of('f', band))}${cellsOf(of('m', band))}</tr>`)}</tbody><tfoot><tr><th scope="row">${say(lang, 'total')}</th><td class="n">${figure(totalOf('f', totals.females), lang)}</td><td class="drawing"></td><td class="n">${figure(totalOf('m', totals.males), lang)}</td><td class="drawing"></td></tr></tfoot></table></div>
${sexUnknown.length > 0 && html`<p>${say(lang, 'sexUnknown')}: ${sexUnknown.map(({ band, individuals }) => html`${band} ${figure(individuals, lang)} `)}</p>`}</section>`
}

/** A set of reasons is written with "+": one cell, several reasons. */
const reasonWords = (reason: string, lang: Language) =>
  reason
    .split(/\s*[;+|]\s*/)
    .map((one) => sayCode(lang, one))
    .join(' + ')

const peopleOf = (count: Count) => (typeof count === 'number' ? count : 0)
/** Largest first; what has no number comes last. */
export const byPeople = (a: { individuals: Count }, b: { individuals: Count }) => peopleOf(b.individuals) - peopleOf(a.individuals)
