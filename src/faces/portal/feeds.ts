/** For programs that watch the portal: an Atom feed (RFC 4287) of new products and versions, and the site map (sitemaps.org 0.9). */
import type { Language } from '../../kernel/shared.ts'
import { methodKinds } from './dictionary.ts'
import { html } from './html.ts'
import type { PortalSite, PortalSummary } from './model.ts'
import { type Followed, feedHref, portalPaths, searchHref } from './paths.ts'
import { say, sayCode } from './words.ts'

const everything: Followed = { area: '', place: '', language: '' }

/** Newest first. A new version is a new entry: its address, and so its identity, carries the version. A feed of a part has an address, and so an identity, of its own. */
export function atom(
  { site, products, followed = everything }: { site: PortalSite; products: PortalSummary[]; followed?: Followed },
  lang: Language,
  base: string,
): string {
  const own = feedHref(site.origin + base, lang, followed)
  const paths = portalPaths(site.origin + base, lang)
  const entries = [...products].sort((a, b) => b.publishedAt.localeCompare(a.publishedAt))
  const updated = entries[0]?.publishedAt ?? '1970-01-01T00:00:00Z'
  return html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang === 'pt' ? 'pt-MZ' : 'en'}">
<id>${own}</id>
<title>${site.name[lang]}: ${say(lang, 'latestProducts')}</title>
<updated>${instant(updated)}</updated>
<link rel="self" type="application/atom+xml" href="${own}"/>
<link rel="alternate" type="text/html" href="${searchHref(site.origin + base, lang, followed)}"/>
<author><name>${site.publisher[lang]}</name></author>
${entries.map(
  (product) => html`<entry>
<id>${paths.publication(product.slug, product.version)}</id>
<title>${product.title[lang]}${product.demonstration && ` (${say(lang, 'demonstrationShort')})`}</title>
<link rel="alternate" type="text/html" href="${paths.publication(product.slug, product.version)}"/>
${
  product.picture &&
  html`<link rel="enclosure" type="${product.picture.type}" length="${product.picture.bytes}" title="${product.picture.caption[lang]}" href="${site.origin}${product.picture.href}"/>
`
}<published>${instant(product.publishedAt)}</published>
<updated>${instant(product.publishedAt)}</updated>
<category term="${product.kind}" label="${sayCode(lang, product.kind)}"/>
<summary>${product.summary[lang]}</summary>
</entry>
`,
)}</feed>
`.html
}

export type SiteMapModel = { site: PortalSite; products: PortalSummary[]; places: string[]; operations: string[] }

export function siteMap({ site, products, places, operations }: SiteMapModel, base: string): string {
  const urls = (['pt', 'en'] as const).flatMap((lang) => {
    const paths = portalPaths(site.origin + base, lang)
    return [
      ...[
        paths.home,
        paths.repository,
        paths.explore,
        paths.subscribe,
        paths.events,
        paths.press,
        paths.method,
        paths.designs,
        ...methodKinds.map(paths.methodOf),
        paths.api,
      ].map((href) => html`<url><loc>${href}</loc></url>\n`),
      ...products.map(({ slug, publishedAt }) => html`<url><loc>${paths.publication(slug)}</loc><lastmod>${publishedAt.slice(0, 10)}</lastmod></url>\n`),
      ...[...places.map(paths.place), ...operations.map(paths.operation)].map((href) => html`<url><loc>${href}</loc></url>\n`),
    ]
  })
  return html`<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls}</urlset>
`.html
}

/** Atom wants an instant in one spelling; a bare day means its beginning, and PostgreSQL writes a blank where Atom wants a T. */
const instant = (time: string) => new Date(time).toISOString().replace('.000Z', 'Z')
