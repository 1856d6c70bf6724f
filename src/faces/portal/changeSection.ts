/**
 * What changed between two rounds, with the three terms apart: places counted both times, newly covered, no longer covered. New coverage is not new
 * displacement, and the page says so before anybody quotes the difference of two totals.
 */
import type { ChangeTerms, PublicChange } from '../../domains/displacement/publicRound.ts'
import type { Language } from '../../kernel/shared.ts'
import { changeBar } from './charts.ts'
import { type Html, html } from './html.ts'
import { number, percent, signed } from './numbers.ts'
import { say } from './words.ts'

export function changeSentences(change: PublicChange | null, lang: Language): Html {
  if (!change) return html`<p>${say(lang, 'firstRound')}</p>`
  if (!change.computable) {
    const raw = change.rawIndividuals
    return html`<p>${raw !== null && say(lang, 'changeNotComputable', { raw: signed(raw, lang) })} ${change.why[lang]}</p>`
  }
  const { terms } = change
  const facts = {
    raw: number(Math.abs(terms.raw), lang),
    unit: unitWord(terms, lang),
    round: String(change.fromRound),
    common: terms.common.places,
    change: signed(terms.common.change, lang),
    percent: terms.percentOfCommonBase === null ? say(lang, 'unknown') : percent(terms.percentOfCommonBase, lang, 'always'),
    new: terms.newlyCovered.places,
    added: number(terms.newlyCovered.amount, lang),
    lost: terms.noLongerCovered.places,
    removed: number(terms.noLongerCovered.amount, lang),
  }
  return html`<p>${say(lang, terms.raw < 0 ? 'changeDown' : 'changeUp', facts)}</p><p class="quiet">${say(lang, 'changeWarning')}</p>`
}

export function changeSection(change: PublicChange | null, lang: Language): Html {
  const title = change ? say(lang, 'changeSince', { round: String(change.fromRound) }) : say(lang, 'change')
  return html`<section id="change"><h2>${title}</h2>${changeSentences(change, lang)}${change?.computable && html`${termsTable(change.terms, lang)}${byArea(change.byArea, lang)}`}</section>`
}

function termsTable(terms: ChangeTerms, lang: Language): Html {
  const rows: [string, number, number, string][] = [
    [say(lang, 'termCommon'), terms.common.places, terms.common.change, commonShare(terms, lang)],
    [say(lang, 'termNew'), terms.newlyCovered.places, terms.newlyCovered.amount, ''],
    [say(lang, 'termLost'), terms.noLongerCovered.places, -terms.noLongerCovered.amount, ''],
  ]
  if (terms.carriedForward.places > 0) rows.push([say(lang, 'termCarried'), terms.carriedForward.places, terms.carriedForward.change, ''])
  const largest = Math.max(...rows.map(([, , amount]) => Math.abs(amount)), Math.abs(terms.raw))
  return html`<div class="scroll" tabindex="0"><table class="terms"><thead><tr><th scope="col">${say(lang, 'term')}</th><th scope="col" class="n">${say(lang, 'places')}</th><th scope="col" class="n">${say(lang, 'difference')}</th><td class="drawing"></td></tr></thead>
<tbody>${rows.map(([name, places, amount, note], i) => html`<tr><th scope="row">${name}${note && html`<small>${note}</small>`}</th><td class="n">${number(places, lang)}</td><td class="n">${signed(amount, lang)}</td><td class="drawing">${changeBar(amount, largest, i === 0 ? 'full' : 'pale')}</td></tr>`)}</tbody>
<tfoot><tr><th scope="row">${say(lang, 'termTotal')}</th><td></td><td class="n">${signed(terms.raw, lang)}</td><td class="drawing">${changeBar(terms.raw, largest, 'pale')}</td></tr></tfoot></table></div>`
}

function byArea(areas: { pcode: string; name: string; terms: ChangeTerms }[], lang: Language): Html {
  if (areas.length === 0) return html``
  return html`<details><summary>${say(lang, 'changeByArea')}</summary><div class="scroll" tabindex="0"><table><thead><tr><th scope="col">${say(lang, 'area')}</th><th scope="col" class="n">${say(lang, 'termCommon')}</th><th scope="col" class="n">${say(lang, 'termNew')}</th><th scope="col" class="n">${say(lang, 'termLost')}</th><th scope="col" class="n">${say(lang, 'termTotal')}</th></tr></thead>
<tbody>${areas.map(({ name, terms }) => html`<tr><th scope="row">${name}</th><td class="n">${signed(terms.common.change, lang)}</td><td class="n">${signed(terms.newlyCovered.amount, lang)}</td><td class="n">${signed(-terms.noLongerCovered.amount, lang)}</td><td class="n">${signed(terms.raw, lang)}</td></tr>`)}</tbody></table></div></details>`
}

const unitWord = (terms: ChangeTerms, lang: Language) => say(lang, terms.unit === 'individuals' ? 'unitIndividuals' : 'unitHouseholds')
const commonShare = ({ percentOfCommonBase, common }: ChangeTerms, lang: Language) =>
  percentOfCommonBase === null ? '' : say(lang, 'ofCommonBase', { percent: percent(percentOfCommonBase, lang, 'always'), from: number(common.from, lang) })
