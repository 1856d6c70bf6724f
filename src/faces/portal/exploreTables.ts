/** The explorer's tables, which say in figures what its drawings show: through the rounds, by origin, and two rounds beside each other. */
import type { PublicFlows } from '../../domains/displacement/index.ts'
import type { PublicRound, TrendPoint } from '../../domains/displacement/publicRound.ts'
import { type Count, isKnown, sumCounts } from '../../engines/count.ts'
import type { Language } from '../../kernel/shared.ts'
import { changeBar } from './charts.ts'
import { type Html, html } from './html.ts'
import { figure, shortDate, signed, visited } from './numbers.ts'
import { portalPaths } from './paths.ts'
import { say } from './words.ts'

export function trendTable(points: (TrendPoint & { slug: string })[], lang: Language, base: string): Html {
  return html`<div class="scroll" tabindex="0"><table><thead><tr><th scope="col">${say(lang, 'roundWord')}</th><th scope="col">${say(lang, 'date')}</th><th scope="col" class="n">${say(lang, 'people')}</th><th scope="col" class="n">${say(lang, 'households')}</th><th scope="col" class="n">${say(lang, 'placesVisited')}</th></tr></thead>
<tbody>${points.map((point) => html`<tr><th scope="row"><a href="${portalPaths(base, lang).publication(point.slug)}">${say(lang, 'round', { round: String(point.round) })}</a></th><td>${shortDate(point.reportingDate, lang)}</td><td class="n">${figure(point.individuals, lang)}</td><td class="n">${figure(point.households, lang)}</td><td class="n">${visited(point, lang)}</td></tr>`)}</tbody></table></div>`
}

/** The areas inside the chosen one, or itself where nothing finer is published. */
const partsOf = ({ areas }: PublicRound, place: string) => {
  const inside = areas.filter(({ parent, level }) => parent === place && level <= 2)
  return inside.length > 0 ? inside : areas.filter(({ pcode }) => pcode === place)
}

/** From where (rows) to where (columns); whose origin is not known stands in a row of its own, never left out. */
export function originsTable(round: PublicRound, place: string, lang: Language): Html {
  const columns = partsOf(round, place)
  const origins = [...new Set(round.cells.filter(({ pcode }) => pcode === place).map(({ originName }) => originName))]
  if (origins.every((origin) => origin === null)) return html`<p class="nothing">${say(lang, 'originsUnknown')}</p>`
  const of = (pcode: string, origin: string | null): Count =>
    sumCounts(round.cells.filter((cell) => cell.pcode === pcode && cell.originName === origin).map(({ individuals }) => individuals))
  const total = (origin: string | null) => of(place, origin)
  const people = (count: Count) => (isKnown(count) ? count : -1)
  const ordered = origins.sort((a, b) => Number(a === null) - Number(b === null) || people(total(b)) - people(total(a)))
  const isWhole = columns.length === 1 && columns[0]!.pcode === place
  return html`<div class="scroll" tabindex="0"><table><caption>${say(lang, 'originsCaption', { round: String(round.round.number) })}</caption><thead><tr><th scope="col">${say(lang, 'origin')}</th>${!isWhole && columns.map(({ name }) => html`<th scope="col" class="n">${name}</th>`)}<th scope="col" class="n">${say(lang, 'total')}</th></tr></thead>
<tbody>${ordered.map((origin) => html`<tr><th scope="row">${origin ?? say(lang, 'originUnknown')}</th>${!isWhole && columns.map(({ pcode }) => html`<td class="n">${figure(of(pcode, origin), lang)}</td>`)}<td class="n">${figure(total(origin), lang)}</td></tr>`)}</tbody></table></div>`
}

/** Two printed figures side by side; the difference only where both are numbers, and beside it how many places each rests on. */
export function compareTable(from: PublicRound, to: PublicRound, place: string, lang: Language, base: string): Html {
  const paths = portalPaths(base, lang)
  const parts = new Map([...partsOf(from, place), ...partsOf(to, place)].map(({ pcode, name }) => [pcode, name]))
  const rows = [...parts].map(([pcode, name]) => {
    const [then, now] = [from, to].map(({ areas }) => areas.find((area) => area.pcode === pcode))
    const known = then && now && isKnown(then.individuals) && isKnown(now.individuals)
    return { pcode, name, then, now, difference: known ? Number(now.individuals) - Number(then.individuals) : null }
  })
  const largest = Math.max(0, ...rows.map(({ difference }) => Math.abs(difference ?? 0)))
  const people = (round: PublicRound) => say(lang, 'round', { round: String(round.round.number) })
  const cell = (area: PublicRound['areas'][number] | undefined) =>
    html`<td class="n">${area ? figure(area.individuals, lang) : say(lang, 'notInRound')}</td><td class="n">${area ? visited(area, lang) : ''}</td>`
  return html`<div class="scroll" tabindex="0"><table><thead><tr><th scope="col">${say(lang, 'area')}</th>${[from, to].map((round) => html`<th scope="col" class="n">${people(round)}</th><th scope="col" class="n">${say(lang, 'placesVisited')}</th>`)}<th scope="col" class="n">${say(lang, 'difference')}</th><td class="drawing"></td></tr></thead>
<tbody>${rows.map(({ pcode, name, then, now, difference }) => html`<tr><th scope="row"><a href="${paths.place(pcode)}">${name}</a></th>${cell(then)}${cell(now)}<td class="n">${difference === null ? figure('unknown', lang) : signed(difference, lang)}</td><td class="drawing">${difference !== null && changeBar(difference, largest)}</td></tr>`)}</tbody></table></div>`
}

/** Origins down, destinations across, as they were printed. A pair that nobody was seen to take is a zero of the hours watched; what is withheld stays a word. */
export function flowMatrix(cells: PublicFlows['cells'], lang: Language): Html {
  const ends = (side: 'from' | 'to', name: 'fromName' | 'toName') =>
    [...new Map(cells.map((cell) => [cell[side], cell[name][lang]]))].sort(([a, x], [b, y]) => Number(a === null) - Number(b === null) || x.localeCompare(y))
  const [origins, destinations] = [ends('from', 'fromName'), ends('to', 'toName')]
  const of = (from: string | null, to: string | null): Count => {
    const cell = cells.find((each) => each.from === from && each.to === to)
    // Somebody passed, and of none of them the number was written down.
    return cell ? (cell.people === 0 && cell.uncounted > 0 ? 'unknown' : cell.people) : 0
  }
  const total = (counts: Count[]): Html => figure(sumCounts(counts), lang)
  return html`<div class="scroll" tabindex="0"><table><caption>${say(lang, 'exploreFlowsCaption')}</caption><thead><tr><th scope="col">${say(lang, 'origin')}</th>${destinations.map(([, name]) => html`<th scope="col" class="n">${name}</th>`)}<th scope="col" class="n">${say(lang, 'total')}</th></tr></thead>
<tbody>${origins.map(([from, name]) => html`<tr><th scope="row">${name}</th>${destinations.map(([to]) => html`<td class="n">${figure(of(from, to), lang)}</td>`)}<td class="n">${total(destinations.map(([to]) => of(from, to)))}</td></tr>`)}</tbody>
<tfoot><tr><th scope="row">${say(lang, 'total')}</th>${destinations.map(([to]) => html`<td class="n">${total(origins.map(([from]) => of(from, to)))}</td>`)}<td class="n">${total(cells.map(({ people }) => people))}</td></tr></tfoot></table></div>`
}
