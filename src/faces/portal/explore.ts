/**
 * The explorer: one series of rounds asked four ways, for one place. How did it go on, where are the people, where did they come from, what is different between
 * two rounds. A plain form whose answer is the address; each drawing can stand on somebody else's page. Strategy: focus area 15, activities C and E.
 */
import type { DrawnFlows, FlowWords, PublicFlows } from '../../domains/displacement/index.ts'
import type { PublicChange, PublicRound } from '../../domains/displacement/publicRound.ts'
import type { Bilingual, Language } from '../../kernel/shared.ts'
import { changeSentences } from './changeSection.ts'
import { trendChart } from './charts.ts'
import { compareTable, flowMatrix, originsTable, trendTable } from './exploreTables.ts'
import { flowMapFigure } from './flowParts.ts'
import { type Html, html } from './html.ts'
import { layout, other } from './layout.ts'
import type { PlaceChoice, PortalSite } from './model.ts'
import { type Exploring, exploreHref, portalPaths } from './paths.ts'
import { mapFigure } from './publicationParts.ts'
import { say } from './words.ts'

export type SeriesChoice = { slug: string; operation: string; assessmentType: 'BA' | 'SA' | 'ETT' }
/** The rounds of the chosen series, oldest first, each with the slug of its publication. */
export type ExploredRound = { slug: string; round: PublicRound }
/** One flow bulletin of those that there are; null where none was published. */
export type ExploredFlows = {
  choices: { slug: string; title: Bilingual }[]
  chosen: string
  cells: PublicFlows['cells']
  drawn: DrawnFlows | null
  words?: FlowWords
}
export type ExploreModel = {
  site: PortalSite
  series: SeriesChoice[]
  places: PlaceChoice[]
  chosen: Exploring
  rounds: ExploredRound[]
  mapSvg: string | null
  flows: ExploredFlows | null
}

export const drawings = ['trend', 'map', 'origins', 'compare'] as const
export type Drawing = (typeof drawings)[number]

export function explorePage(model: ExploreModel, lang: Language, base: string): string {
  const { site, chosen, rounds } = model
  const demonstration = demonstrationOf(rounds)
  const main = html`<h1>${say(lang, 'explore')}</h1><p class="lead">${say(lang, 'exploreIntro')}</p>
${rounds.length === 0 ? html`<p class="nothing">${say(lang, 'nothingYet')}</p>` : html`${chooser(model, lang, base)}${drawings.map((drawing) => section(model, drawing, lang, base))}`}
${model.flows && flowsSection(model.flows, chosen, lang, base)}
<p class="quiet">${say(lang, 'unknownWithheldNote')}</p>`
  return layout(
    {
      site,
      title: say(lang, 'explore'),
      description: say(lang, 'exploreIntro'),
      otherLanguage: exploreHref(base, other(lang), chosen),
      section: 'explore',
      demonstration: demonstration && { note: demonstration },
      main,
    },
    lang,
    base,
  )
}

const demonstrationOf = (rounds: readonly ExploredRound[]): Bilingual | null => rounds.at(-1)?.round.demonstration?.note ?? null

function chooser({ series, places, chosen, rounds }: ExploreModel, lang: Language, base: string): Html {
  const option = (value: string, text: string, is: string) => html`<option value="${value}"${value === is && html` selected`}>${text}</option>`
  const numbers = (is: number) =>
    rounds.map(({ round: { round } }) => option(String(round.number), say(lang, 'round', { round: String(round.number) }), String(is)))
  return html`<form class="search" method="get" action="${portalPaths(base, lang).explore}">
<label>${say(lang, 'series')}<select name="series">${series.map(({ slug, operation, assessmentType }) => option(slug, `${operation} · ${say(lang, assessmentType)}`, chosen.series))}</select></label>
<label>${say(lang, 'place')}<select name="place">${places.map(({ pcode, name, level }) => option(pcode, '\u00a0\u00a0'.repeat(level) + name, chosen.place))}</select></label>
<label>${say(lang, 'fromRound')}<select name="from">${numbers(chosen.from)}</select></label>
<label>${say(lang, 'toRound')}<select name="to">${numbers(chosen.to)}</select></label>
<button class="button" type="submit">${say(lang, 'show')}</button>
</form>`
}

/** From where to where people passed: the map, and the whole table with what is not known and not printed. */
function flowsSection({ choices, chosen, cells, drawn, words }: ExploredFlows, exploring: Exploring, lang: Language, base: string): Html {
  const kept = (['series', 'place', 'from', 'to'] as const).map((name) => html`<input type="hidden" name="${name}" value="${String(exploring[name])}">`)
  return html`<section id="flows"><h2>${say(lang, 'exploreFlows')}</h2><p>${say(lang, 'exploreFlowsIntro')}</p>
<form class="search" method="get" action="${portalPaths(base, lang).explore}#flows">${kept}<label>${say(lang, 'flow-bulletin')}<select name="flow">${choices.map(({ slug, title }) => html`<option value="${slug}"${slug === chosen && html` selected`}>${title[lang]}</option>`)}</select></label><button class="button" type="submit">${say(lang, 'show')}</button></form>
${words && flowMapFigure(drawn, words, lang)}
${flowMatrix(cells, lang)}<p><a href="${portalPaths(base, lang).publication(chosen)}">${say(lang, 'exploreFlowsWhole')}</a></p></section>`
}

function section(model: ExploreModel, drawing: Drawing, lang: Language, base: string): Html {
  const address = exploreHref(`${model.site.origin}${base}`, lang, model.chosen, drawing)
  const code = `<iframe src="${address}" title="${say(lang, drawing)}" width="720" height="480" loading="lazy"></iframe>`
  return html`<section id="${drawing}"><h2>${say(lang, drawing)}</h2>${drawn(model, drawing, lang, base)}
<details><summary>${say(lang, 'embed')}</summary><p>${say(lang, 'embedHow')}</p><p><code>${code}</code></p><p><a href="${exploreHref(base, lang, model.chosen, drawing)}">${say(lang, 'embedLook')}</a></p></details></section>`
}

function drawn({ chosen, places, rounds, mapSvg }: ExploreModel, drawing: Drawing, lang: Language, base: string): Html {
  const name = places.find(({ pcode }) => pcode === chosen.place)?.name ?? chosen.place
  const of = (number: number) => rounds.find(({ round }) => round.round.number === number)?.round
  const [from, to] = [of(chosen.from), of(chosen.to)]
  if (drawing === 'trend') {
    const points = rounds.flatMap(({ slug, round }) => {
      const area = round.areas.find(({ pcode }) => pcode === chosen.place)
      return area ? [{ ...area, slug, round: round.round.number, reportingDate: round.round.reportingDate }] : []
    })
    return html`<figure><figcaption>${name}. ${say(lang, 'trendMeasure')} ${say(lang, 'trendGap')}</figcaption>${trendChart(points, `${name}: ${say(lang, 'trend')}`, lang)}</figure>${trendTable(points, lang, base)}`
  }
  if (!to) return html`<p class="nothing">${say(lang, 'placeNothing')}</p>`
  if (drawing === 'map') return mapSvg ? mapFigure(to, mapSvg, lang) : html`<p class="quiet">${say(lang, 'mapMissing')}</p>`
  if (drawing === 'origins') return originsTable(to, chosen.place, lang)
  if (!from || from === to) return html`<p class="nothing">${say(lang, 'compareTwo')}</p>`
  return html`${changeOf(from, to) && chosen.place === to.areas.find(({ level }) => level === 0)?.pcode ? changeSentences(changeOf(from, to), lang) : html`<p>${say(lang, 'compareWarning')}</p>`}
${compareTable(from, to, chosen.place, lang, base)}`
}

/** The change that was published with the later round, where it is about just these two. */
const changeOf = (from: PublicRound, to: PublicRound): PublicChange | null => (to.change?.fromRound === from.round.number ? to.change : null)

/** One drawing alone, for a frame on somebody else's page: what it is, whose it is, and the way back to the whole. */
export function embeddedPage(model: ExploreModel, drawing: Drawing, lang: Language, base: string): string {
  const { site, rounds, chosen, series } = model
  const demonstration = demonstrationOf(rounds)
  const operation = series.find(({ slug }) => slug === chosen.series)?.operation ?? ''
  const credit = rounds.at(-1)?.round.credit ?? ''
  return html`<!doctype html>
<html lang="${lang === 'pt' ? 'pt-MZ' : 'en'}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>${`${say(lang, drawing)} · ${site.name[lang]}`}</title><link rel="stylesheet" href="${portalPaths(base, lang).stylesheet}"></head>
<body><main class="wrap"><h1 class="small">${operation}: ${say(lang, drawing)}</h1>
${demonstration && html`<p class="notice"><strong>${say(lang, 'demonstration')}.</strong> ${demonstration[lang]}</p>`}
${drawn(model, drawing, lang, base)}
<p class="quiet">${say(lang, 'credit')}: ${credit}. <a href="${exploreHref(site.origin + base, lang, chosen)}" target="_top">${site.name[lang]}</a></p></main></body></html>
`.html
}
