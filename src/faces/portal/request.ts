/** Asking for data that are not public, and the page of the link that was given: plain forms, no script. What was typed stands there again when something is missing. */
import type { Bilingual, Language } from '../../kernel/shared.ts'
import { type Html, html } from './html.ts'
import { layout, other } from './layout.ts'
import type { PortalProduct, PortalSite } from './model.ts'
import { longDate } from './numbers.ts'
import { portalPaths } from './paths.ts'
import { say, type Word } from './words.ts'

export type RequestFields = { name: string; organisation: string; email: string; purpose: string; useUntil: string }
type Refusals = readonly { sentence: Bilingual }[]
type About = { site: PortalSite; product: Pick<PortalProduct, 'slug' | 'version' | 'title'> }

/** On the page of a publication, where there is something to ask for. */
export const restrictedSection = (href: string | null, lang: Language): Html =>
  href === null
    ? html``
    : html`<section id="restricted"><h2>${say(lang, 'restricted')}</h2><p>${say(lang, 'restrictedIntro')}</p><p><a class="button plain" href="${href}">${say(lang, 'restrictedAsk')}</a></p></section>`

const why = (refusals: Refusals, lang: Language): Html =>
  html`<div class="notice" role="alert" id="wrong"><h2>${say(lang, 'requestWrong')}</h2><ul>${refusals.map(({ sentence }) => html`<li>${sentence[lang]}</li>`)}</ul></div>`

export type RequestModel = About & { typed: RequestFields; refusals: Refusals; earliest: string; latest: string }

export function requestPage({ site, product, typed, refusals, earliest, latest }: RequestModel, lang: Language, base: string): string {
  const paths = portalPaths(base, lang)
  const input = (name: keyof RequestFields, word: Word, more: Html) =>
    html`<p class="field"><label>${say(lang, word)}<input name="${name}" value="${typed[name]}" required ${more}></label></p>`
  const main = html`<p class="kicker"><a href="${paths.publication(product.slug, product.version)}">${product.title[lang]}</a></p>
<h1>${say(lang, 'requestTitle')}</h1>
<p class="lead">${say(lang, 'requestIntro', { title: product.title[lang], version: String(product.version) })}</p>
${refusals.length > 0 && why(refusals, lang)}
<div class="hero"><form class="ask" method="post" enctype="multipart/form-data" action="${paths.request(product.slug, product.version)}">
${input('name', 'requestName', html`maxlength="200" autocomplete="name"`)}
${input('organisation', 'requestOrganisation', html`maxlength="200" autocomplete="organization"`)}
${input('email', 'requestEmail', html`type="email" maxlength="200" autocomplete="email"`)}
<p class="field"><label>${say(lang, 'requestPurpose')}<small>${say(lang, 'requestPurposeHint')}</small><textarea name="purpose" rows="6" maxlength="2000" required>${typed.purpose}</textarea></label></p>
${input('useUntil', 'requestUntil', html`type="date" min="${earliest}" max="${latest}"`)}
<p class="field check"><label><input type="checkbox" name="agrees" value="yes" required><span>${say(lang, 'requestAgree')}</span></label></p>
<p><button class="button" type="submit">${say(lang, 'requestSend')}</button></p>
</form>
<aside class="card" aria-labelledby="personal"><h2 id="personal">${say(lang, 'requestPersonal')}</h2>${(['requestPersonal1', 'requestPersonal2', 'requestPersonal3'] as const).map((word) => html`<p>${say(lang, word)}</p>`)}</aside></div>`
  return framed(site, say(lang, 'requestTitle'), main, portalPaths(base, other(lang)).request(product.slug, product.version), lang, base)
}

export function requestReceivedPage({ site, product, number }: About & { number: string }, lang: Language, base: string): string {
  const main = html`<h1>${say(lang, 'requestReceived', { number })}</h1><p class="lead">${say(lang, 'requestReceivedNote')}</p>
<p><a href="${portalPaths(base, lang).publication(product.slug, product.version)}">${say(lang, 'backToPublication')}</a></p>`
  return framed(site, say(lang, 'requestReceived', { number }), main, portalPaths(base, other(lang)).publication(product.slug, product.version), lang, base)
}

export type LinkModel = About & { number: string; organisation: string; until: string; action: string; otherLanguage: string }

export function linkPage({ site, product, number, organisation, until, action, otherLanguage }: LinkModel, lang: Language, base: string): string {
  const facts = { number, organisation, title: product.title[lang], version: String(product.version), until: longDate(until, lang) }
  const main = html`<h1>${say(lang, 'linkTitle')}</h1><p class="lead">${say(lang, 'linkIntro', facts)}</p>
<p class="notice">${say(lang, 'requestAgree')}</p>
<form method="post" enctype="multipart/form-data" action="${action}"><p><button class="button" type="submit" name="agrees" value="yes">${say(lang, 'linkOpen')}</button></p></form>`
  return framed(site, say(lang, 'linkTitle'), main, otherLanguage, lang, base)
}

/** A refusal as a page: what happened, and what to do next. */
export function refusedPage({ site, refusals, title }: { site: PortalSite; refusals: Refusals; title: Word }, lang: Language, base: string): string {
  const paths = portalPaths(base, lang)
  const main = html`<h1>${say(lang, title)}</h1>${refusals.map(({ sentence }) => html`<p class="lead">${sentence[lang]}</p>`)}<p><a href="${paths.repository}">${say(lang, 'publications')}</a></p>`
  return framed(site, say(lang, title), main, portalPaths(base, other(lang)).repository, lang, base)
}

const framed = (site: PortalSite, title: string, main: Html, otherLanguage: string, lang: Language, base: string) =>
  layout({ site, title, description: title, otherLanguage, section: 'repository', main }, lang, base)
