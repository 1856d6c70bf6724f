/** Following what is published: the address of a feed by area, place and language, and the form for e-mail. Plain forms, no script; the e-mail address never stands in an address of ours. */
import type { Bilingual, Language } from '../../kernel/shared.ts'
import { type Html, html } from './html.ts'
import { layout, other } from './layout.ts'
import type { PlaceChoice, PortalSite } from './model.ts'
import { type Followed, feedHref, portalPaths, subscribeHref } from './paths.ts'
import { say } from './words.ts'

export type SubscribeModel = {
  site: PortalSite
  followed: Followed
  email: string
  mailIsOn: boolean
  places: PlaceChoice[]
  areas: { number: number; name: Bilingual }[]
  refusals: readonly { sentence: Bilingual }[]
}

const languages = [
  ['pt', 'Português'],
  ['en', 'English'],
] as const

const option = (value: string, text: string, chosen: string) => html`<option value="${value}"${value === chosen && html` selected`}>${text}</option>`

function choices({ followed, places, areas }: SubscribeModel, lang: Language): Html {
  return html`<label>${say(lang, 'focusArea')}<select name="area">${option('', say(lang, 'anyArea'), followed.area)}${areas.map(({ number, name }) => option(String(number), `${number}. ${name[lang]}`, followed.area))}</select></label>
<label>${say(lang, 'place')}<select name="place">${option('', say(lang, 'anyPlace'), followed.place)}${places.map(({ pcode, name, level }) => option(pcode, '\u00a0\u00a0'.repeat(level) + name, followed.place))}</select></label>`
}

export function subscribePage(model: SubscribeModel, lang: Language, base: string): string {
  const { site, followed, email, mailIsOn, refusals } = model
  const paths = portalPaths(base, lang)
  const feed = feedHref(site.origin + base, lang, followed)
  const mail = html`<form class="ask" method="post" enctype="multipart/form-data" action="${paths.subscribe}">
<p class="field"><label>${say(lang, 'subscribeEmail')}<input name="email" type="email" value="${email}" maxlength="200" autocomplete="email" required></label></p>
<div class="search">${choices(model, lang)}
<label>${say(lang, 'subscribeIn')}<select name="language">${languages.map(([value, name]) => option(value, name, followed.language || lang))}</select></label></div>
<p class="small">${say(lang, 'subscribePersonal')}</p>
<p><button class="button" type="submit">${say(lang, 'subscribeSend')}</button></p></form>`
  const main = html`<h1>${say(lang, 'subscribeTitle')}</h1><p class="lead">${say(lang, 'subscribeIntro')}</p>
${refusals.length > 0 && html`<div class="notice" role="alert"><h2>${say(lang, 'requestWrong')}</h2><ul>${refusals.map(({ sentence }) => html`<li>${sentence[lang]}</li>`)}</ul></div>`}
<section aria-labelledby="feed"><h2 id="feed">${say(lang, 'subscribeFeed')}</h2><p>${say(lang, 'subscribeFeedHow')}</p>
<form class="search" method="get" action="${paths.subscribe}">${choices(model, lang)}
<label>${say(lang, 'inLanguage')}<select name="language">${option('', say(lang, 'anyLanguage'), followed.language)}${languages.map(([value, name]) => option(value, name, followed.language))}</select></label>
<button class="button plain" type="submit">${say(lang, 'subscribeFeedShow')}</button></form>
<p class="notice"><a href="${feed}" type="application/atom+xml">${feed}</a></p></section>
<section aria-labelledby="mail"><h2 id="mail">${say(lang, 'subscribeMail')}</h2>${mailIsOn ? mail : html`<p class="notice">${say(lang, 'subscribeMailOff')}</p>`}</section>`
  return framed(site, say(lang, 'subscribeTitle'), main, subscribeHref(base, other(lang), followed), lang, base)
}

/** What the link of a letter opens: confirm, or what is subscribed and the way out. */
export function subscriptionPage(
  { site, state, about, action, otherLanguage }: { site: PortalSite; state: 'asked' | 'confirmed'; about: string[]; action: string; otherLanguage: string },
  lang: Language,
  base: string,
): string {
  const title = state === 'asked' ? 'subscribeConfirm' : 'subscribeYours'
  const deed = state === 'asked' ? 'confirm' : 'leave'
  const main = html`<h1>${say(lang, title)}</h1><p class="lead">${say(lang, state === 'asked' ? 'subscribeConfirmNote' : 'subscribeConfirmed')}</p>
<ul>${about.map((line) => html`<li>${line}</li>`)}</ul>
<form method="post" enctype="multipart/form-data" action="${action}"><p><button class="button" type="submit" name="deed" value="${deed}">${say(lang, state === 'asked' ? 'subscribeConfirm' : 'subscribeLeave')}</button></p></form>`
  return framed(site, say(lang, title), main, otherLanguage, lang, base)
}

/** One sentence after a deed; without one of its own, the one that goes with the title. */
export function subscriptionNote(
  { site, title, sentence }: { site: PortalSite; title: 'subscribeAsked' | 'subscribeLeft' | 'subscribeGone'; sentence: Bilingual | null },
  lang: Language,
  base: string,
): string {
  const paths = portalPaths(base, lang)
  const words = sentence ? sentence[lang] : say(lang, title === 'subscribeAsked' ? 'subscribeAskedNote' : 'subscribeLeftNote')
  const main = html`<h1>${say(lang, title)}</h1><p class="lead">${words}</p><p><a href="${paths.subscribe}">${say(lang, 'subscribeTitle')}</a> · <a href="${paths.repository}">${say(lang, 'publications')}</a></p>`
  return framed(site, say(lang, title), main, portalPaths(base, other(lang)).subscribe, lang, base)
}

const framed = (site: PortalSite, title: string, main: Html, otherLanguage: string, lang: Language, base: string) =>
  layout({ site, title, description: title, otherLanguage, section: 'repository', main }, lang, base)
