/** The frame of every portal page: who speaks, where one is, the other language, and the banner that invented data can never lose. No script anywhere. */
import type { Bilingual, Language } from '../../kernel/shared.ts'
import { type Html, html, trusted } from './html.ts'
import type { PortalSite } from './model.ts'
import { portalPaths } from './paths.ts'
import { say } from './words.ts'

type Section = 'home' | 'repository' | 'explore' | 'method' | 'api'
export type Page = {
  site: PortalSite
  title: string
  description: string
  /** The same page in the other language. */
  otherLanguage: string
  section?: Section
  demonstration?: { note: Bilingual; illustrativeBelow?: 'province' | 'district' | null } | null
  /** The page as data for search engines. */
  linked?: object
  main: Html
}

export const other = (lang: Language): Language => (lang === 'pt' ? 'en' : 'pt')
const htmlLanguage: Record<Language, string> = { pt: 'pt-MZ', en: 'en' }

export function layout(page: Page, lang: Language, base: string): string {
  const paths = portalPaths(base, lang)
  const { site, section } = page
  const link = (href: string, word: string, name: Section) => html`<li><a href="${href}"${section === name && html` aria-current="page"`}>${word}</a></li>`
  return html`<!doctype html>
<html lang="${htmlLanguage[lang]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title === site.name[lang] ? page.title : `${page.title} · ${site.name[lang]}`}</title>
<meta name="description" content="${page.description}">
<link rel="stylesheet" href="${paths.stylesheet}">
<link rel="alternate" type="application/atom+xml" title="${say(lang, 'latestProducts')}" href="${paths.feed}">
<link rel="alternate" hreflang="${htmlLanguage[other(lang)]}" href="${page.otherLanguage}">
${page.linked && linkedData(page.linked)}
</head>
<body>
<a class="skip" href="#content">${say(lang, 'skip')}</a>
<header class="top">
<div class="wrap">
<a class="brand" href="${paths.home}">${site.name[lang]}<small>${site.publisher[lang]}</small></a>
<nav aria-label="${say(lang, 'mainMenu')}"><ul>
${link(paths.home, say(lang, 'home'), 'home')}${link(paths.repository, say(lang, 'publications'), 'repository')}${link(paths.explore, say(lang, 'explore'), 'explore')}${link(paths.method, say(lang, 'method'), 'method')}${link(paths.api, say(lang, 'apiTitle'), 'api')}
<li><a class="language" href="${page.otherLanguage}" lang="${htmlLanguage[other(lang)]}" hreflang="${htmlLanguage[other(lang)]}">${say(lang, 'otherLanguage')}</a></li>
</ul></nav>
</div>
<div class="weave" aria-hidden="true"></div>
</header>
${page.demonstration && banner(page.demonstration, lang)}
<main id="content" class="wrap">${page.main}</main>
<footer><div class="wrap"><p>${say(lang, 'footerOpen')}</p><p><a href="${paths.events}">${say(lang, 'eventsTitle')}</a> <a href="${paths.press}">${say(lang, 'pressTitle')}</a> <a href="${paths.subscribe}">${say(lang, 'subscribeTitle')}</a> <a href="${paths.feed}">${say(lang, 'feed')}</a> <a href="${paths.openApi}">${say(lang, 'apiSpecification')}</a> <a href="${paths.designs}">${say(lang, 'designsTitle')}</a></p></div></footer>
</body>
</html>
`.html
}

/** Data, not a program: browsers run nothing of this type. No `<` is left that could end it early. */
const linkedData = (data: object): Html => trusted(`<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`)

function banner({ note, illustrativeBelow }: NonNullable<Page['demonstration']>, lang: Language): Html {
  const below = illustrativeBelow && say(lang, illustrativeBelow === 'province' ? 'illustrativeProvince' : 'illustrativeDistrict')
  return html`<aside class="demonstration" aria-label="${say(lang, 'demonstration')}"><p class="wrap"><strong>${say(lang, 'demonstration')}.</strong> ${note[lang]} ${below}</p></aside>`
}
