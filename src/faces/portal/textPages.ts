/** The pages that carry only words: how figures are made, nothing here, something broke. */
import type { Language } from '../../kernel/shared.ts'
import { methodKinds } from './dictionary.ts'
import { html } from './html.ts'
import { layout, other } from './layout.ts'
import type { PortalSite } from './model.ts'
import { portalPaths } from './paths.ts'
import { say, sayCode } from './words.ts'

export function methodPage({ site }: { site: PortalSite }, lang: Language, base: string): string {
  const steps = ['method1', 'method2', 'method3', 'method4', 'method5'] as const
  const main = html`<h1>${say(lang, 'method')}</h1><p class="lead">${say(lang, 'methodIntro')}</p>
<div class="prose">${steps.map((step) => html`<section><h2>${say(lang, `${step}Title`)}</h2><p>${say(lang, step)}</p></section>`)}</div>
<section><h2>${say(lang, 'methodKinds')}</h2><ul>${methodKinds.map((kind) => html`<li><a href="${portalPaths(base, lang).methodOf(kind)}">${sayCode(lang, kind)}</a></li>`)}</ul></section>`
  return layout(
    { site, title: say(lang, 'method'), description: say(lang, 'methodIntro'), otherLanguage: portalPaths(base, other(lang)).method, section: 'method', main },
    lang,
    base,
  )
}

/** The same words for what is missing and for what one may not see. */
export function notFoundPage({ site }: { site: PortalSite }, lang: Language, base: string): string {
  const paths = portalPaths(base, lang)
  const main = html`<h1>${say(lang, 'notFoundTitle')}</h1><p class="lead">${say(lang, 'notFound')}</p>
<p class="buttons"><a class="button" href="${paths.repository}">${say(lang, 'publications')}</a><a class="button plain" href="${paths.home}">${say(lang, 'home')}</a></p>`
  return layout(
    { site, title: say(lang, 'notFoundTitle'), description: say(lang, 'notFound'), otherLanguage: portalPaths(base, other(lang)).home, main },
    lang,
    base,
  )
}

/** `report` is the short number under which the operator finds what happened. */
export function errorPage({ site, report }: { site: PortalSite; report: string }, lang: Language, base: string): string {
  const main = html`<h1>${say(lang, 'errorTitle')}</h1><p class="lead">${say(lang, 'error', { report })}</p>
<p class="buttons"><a class="button" href="${portalPaths(base, lang).home}">${say(lang, 'home')}</a></p>`
  return layout(
    { site, title: say(lang, 'errorTitle'), description: say(lang, 'errorTitle'), otherLanguage: portalPaths(base, other(lang)).home, main },
    lang,
    base,
  )
}
