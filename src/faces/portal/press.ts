/** What journalists may take as it stands: texts that somebody cleared, whom to ask, and the way to press releases, pictures in use and events. */
import type { Bilingual, Language } from '../../kernel/shared.ts'
import { html } from './html.ts'
import { layout, other } from './layout.ts'
import type { PortalSite } from './model.ts'
import { portalPaths, searchHref } from './paths.ts'
import { say, sayCode } from './words.ts'

export type ShownPressText = { id: string; kind: string; title: Bilingual; text: Bilingual }

const paragraphs = (text: string) => text.split(/\n{2,}/).filter((each) => each.trim() !== '')

export function pressPage({ site, texts }: { site: PortalSite; texts: readonly ShownPressText[] }, lang: Language, base: string): string {
  const paths = portalPaths(base, lang)
  const main = html`<h1>${say(lang, 'pressTitle')}</h1><p class="lead">${say(lang, 'pressIntro')}</p>
${texts.length === 0 && html`<p class="nothing">${say(lang, 'pressNone')}</p>`}
${texts.map(
  ({ id, kind, title, text }) => html`<section id="text-${id}"><p class="kicker">${sayCode(lang, `press_${kind}`)}</p><h2>${title[lang]}</h2>
${paragraphs(text[lang]).map((each) => html`<p>${each}</p>`)}</section>`,
)}
<h2>${say(lang, 'pressMore')}</h2><p><a href="${searchHref(base, lang, { kind: 'press_release' })}">${say(lang, 'pressReleases')}</a> · <a href="${paths.events}">${say(lang, 'eventsTitle')}</a></p>`
  return layout(
    { site, title: say(lang, 'pressTitle'), description: say(lang, 'pressIntro'), otherLanguage: portalPaths(base, other(lang)).press, main },
    lang,
    base,
  )
}
