/** A text of the mission: its words, pictures that may be shown today, the figures it stands on and where they come from. */
import type { ProductWords, PublicText } from '../../domains/publications/index.ts'
import type { Language } from '../../kernel/shared.ts'
import { citationSection } from './citeSection.ts'
import { type Html, html } from './html.ts'
import { layout } from './layout.ts'
import type { PortalPicture, PortalProduct, PortalSite } from './model.ts'
import { number, shortDate } from './numbers.ts'
import { portalPaths } from './paths.ts'
import { fileButtons, filesSection, frameOf, notices, versionsSection } from './publicationParts.ts'
import { say, sayCode } from './words.ts'

export type TextModel = {
  site: PortalSite
  product: PortalProduct
  /** Null: it was withdrawn because reading it could harm somebody. */
  text: PublicText | null
  paragraphs: string[]
  places: string[]
  pictures: PortalPicture[]
  words: ProductWords
}

export function textPage(model: TextModel, lang: Language, base: string): string {
  const { site, product, text, words } = model
  const frame = frameOf(site, product, lang, base)
  if (!text) {
    const gone = html`${notices(product, lang, base)}<h1>${sayCode(lang, product.kind)}</h1><p>${words.gone}</p>`
    return layout({ ...frame, title: sayCode(lang, product.kind), description: words.gone, linked: undefined, main: gone }, lang, base)
  }
  const main = html`${notices(product, lang, base)}
${content(model, text, lang, base)}
${figures(text, words, lang, base)}
${citationSection(product, site, lang, base)}
${filesSection(product, lang, base, false)}
${versionsSection(product, lang)}`
  return layout({ ...frame, linked: articleOf(model, text, lang), main }, lang, base)
}

function content({ product, paragraphs, places, pictures, words }: TextModel, text: PublicText, lang: Language, base: string): Html {
  const shown = text.texts[lang] ?? text.texts[lang === 'pt' ? 'en' : 'pt']!
  const isForeign = !text.texts[lang]
  return html`<article${isForeign && html` lang="${lang === 'pt' ? 'en' : 'pt-MZ'}"`}>
<p class="kicker">${sayCode(lang, product.kind)} · ${text.number} · ${words.edition} ${text.edition}</p>
${isForeign && html`<p class="notice" lang="${lang === 'pt' ? 'pt-MZ' : 'en'}">${words.onlyOther} ${text.onlyBecause}</p>`}
<h1>${shown.title}</h1><p class="lead">${shown.summary}</p>
${pictures.map((picture) => figure(picture, lang))}
${paragraphs.map((part) => html`<p class="breaks">${part}</p>`)}
</article>
<section><p class="buttons">${fileButtons(product.files, lang)}</p>
<p class="quiet">${words.period}: ${say(lang, 'period', { from: shortDate(text.period.from, lang), to: shortDate(text.period.to, lang) })}${places.length > 0 && html` · ${words.places}: ${places.join(', ')}`}${text.counterpart && html`<br>${words.together}: ${text.counterpart.office}`}${text.donors && html`<br>${words.donors}: ${text.donors}`}${
    text.focusAreas.length > 0 &&
    html`<br>${say(lang, 'focusArea')}: ${text.focusAreas.map((area, at) => html`${at > 0 && ', '}<a href="${portalPaths(base, lang).repository}?area=${area}">${area}</a>`)}`
  }</p></section>`
}

const formats: Record<string, string> = { 'audio/mpeg': 'MP3', 'audio/wav': 'WAV', 'audio/mp4': 'M4A', 'video/mp4': 'MP4' }

/** A sound or film loads nothing until somebody asks for it; its words stand below. */
function recording({ href, type, bytes, transcript, caption, credit }: PortalPicture, lang: Language): Html {
  const size = `${number(Math.max(1, Math.round(bytes / 100_000)) / 10, lang)} MB`
  const player = type.startsWith('audio/')
    ? html`<audio controls preload="none" aria-label="${caption[lang]}"><source src="${href}" type="${type}"></audio>`
    : html`<video controls preload="none" aria-label="${caption[lang]}"><source src="${href}" type="${type}"></video>`
  return html`<figure class="picture">${player}<figcaption>${caption[lang]} · ${credit} · <a href="${href}">${say(lang, 'download', { format: formats[type] ?? type })}</a> (${size})</figcaption></figure>
<details><summary>${say(lang, 'transcript')}</summary>${(transcript?.[lang] ?? '').split(/\n\s*\n/).map((part) => html`<p class="breaks">${part}</p>`)}</details>`
}

const figure = (picture: PortalPicture, lang: Language): Html => (picture.type.startsWith('image/') ? still(picture, lang) : recording(picture, lang))

const still = ({ href, width, height, caption, credit }: PortalPicture, lang: Language): Html =>
  html`<figure class="picture"><img src="${href}" alt="${caption[lang]}" width="${width}" height="${height}" loading="lazy"><figcaption>${caption[lang]} · ${credit}</figcaption></figure>`

function figures(text: PublicText, words: ProductWords, lang: Language, base: string): Html {
  const own = text.figures.map(
    (each) => html`<tr><th scope="row">${each.label[lang]}</th><td class="n">${number(each.value, lang)}</td><td>${each.source}</td></tr>`,
  )
  const paths = portalPaths(base, lang)
  return html`<section id="figures"><h2>${words.figures}</h2>${own.length > 0 && html`<div class="scroll" tabindex="0"><table><thead><tr><td></td><th scope="col" class="n">${words.number}</th><th scope="col">${words.source}</th></tr></thead><tbody>${own}</tbody></table></div>`}
${text.sources.length > 0 && html`<h3>${words.sources}</h3><ul>${text.sources.map(({ slug, version, title, hash }) => html`<li><a href="${paths.publication(slug, version)}">${title[lang]}</a> <code>${hash.slice(0, 16)}</code></li>`)}</ul>`}
${own.length + text.sources.length === 0 && html`<p>${words.noFigures}</p>`}
<p class="quiet">${words.figuresHash}: <code>${text.figuresHash}</code></p></section>`
}

/** For search engines: an article, with the fingerprint as its identifier. */
function articleOf({ site, product, pictures }: TextModel, text: PublicText, lang: Language): object {
  const address = portalPaths(site.origin, lang).publication(product.slug, product.version)
  const image = pictures.find(({ type }) => type.startsWith('image/'))
  return {
    '@context': 'https://schema.org/',
    '@type': product.kind === 'press-release' ? 'NewsArticle' : product.kind === 'story' ? 'Article' : 'CreativeWork',
    '@id': address,
    ...{ headline: product.title[lang], description: product.summary[lang], url: address, version: String(product.version) },
    identifier: [address, text.number, `sha256:${product.hash}`],
    ...{ datePublished: product.publishedAt.slice(0, 10), temporalCoverage: `${product.periodFrom}/${product.periodTo}`, license: product.licence },
    author: { '@type': 'Organization', name: product.credit },
    publisher: { '@type': 'Organization', name: site.publisher[lang], url: site.origin },
    inLanguage: Object.keys(text.texts),
    ...(product.withdrawn ? { creativeWorkStatus: 'Withdrawn' } : {}),
    ...(image ? { image: `${site.origin}${image.href}` } : {}),
  }
}
