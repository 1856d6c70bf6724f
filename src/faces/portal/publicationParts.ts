/** Pieces that several pages share: coverage in one line, download buttons, files with size and fingerprint, endorsement, versions. */
import type { PublicRound } from '../../domains/displacement/publicRound.ts'
import type { Language } from '../../kernel/shared.ts'
import { schemaDataset } from './cite.ts'
import { type Html, html, trusted } from './html.ts'
import { other } from './layout.ts'
import type { PortalFile, PortalProduct, PortalSite } from './model.ts'
import { longDate, percent, shortDate, size } from './numbers.ts'
import { portalPaths } from './paths.ts'
import { say, sayCode } from './words.ts'

export function coverageLine({ coverage }: PublicRound, lang: Language): Html {
  if (coverage.expected === 0) return html`<p>${say(lang, 'coverageUnknown')}</p>`
  const facts = {
    assessed: coverage.assessed,
    expected: coverage.expected,
    share: percent((100 * coverage.assessed) / coverage.expected, lang),
    carried: coverage.carriedForward,
    missing: coverage.notAssessed,
  }
  return html`<p>${say(lang, 'coverageSentence', facts)}</p>`
}

/** The map drawn elsewhere, with what every map must say under it: whose boundaries, which round, which date. */
export const mapFigure = ({ boundaries, round }: PublicRound, mapSvg: string, lang: Language): Html =>
  html`<figure class="map">${trusted(mapSvg)}<figcaption>${boundaries.kind === 'schematic' && say(lang, 'boundariesSchematic')} ${boundaries.credit} · ${say(lang, 'round', { round: String(round.number) })}, ${shortDate(round.reportingDate, lang)}</figcaption></figure>`

/** What the frame of the page of any product says of it. */
export const frameOf = (site: PortalSite, product: PortalProduct, lang: Language, base: string) => ({
  site,
  title: product.title[lang],
  description: product.summary[lang],
  otherLanguage: portalPaths(base, other(lang)).publication(product.slug, isCurrent(product) ? undefined : product.version),
  section: 'repository' as const,
  linked: schemaDataset(product, site, lang),
})

const isCurrent = ({ supersededAt, withdrawn }: PortalProduct): boolean => supersededAt === null && withdrawn === null

/** What a reader of an old or withdrawn version must know first. */
export function notices(product: PortalProduct, lang: Language, base: string): Html {
  const current = html`<a href="${portalPaths(base, lang).publication(product.slug)}">${say(lang, 'seeCurrent')}</a>`
  return html`${product.withdrawn && html`<p class="notice">${say(lang, 'withdrawn', { date: longDate(product.withdrawn.at, lang), reason: product.withdrawn.reason })}</p>`}${product.supersededAt && html`<p class="notice">${say(lang, 'superseded', { date: longDate(product.supersededAt, lang) })} ${current}</p>`}`
}

/** Files in the reader's language and those without language; data before pictures. */
const forReader = (files: PortalFile[], lang: Language) => files.filter((file) => file.language === null || file.language === lang)

export const fileButtons = (files: PortalFile[], lang: Language): Html[] =>
  forReader(files, lang).map(
    (file) => html`<a class="button plain" href="${file.href}">${file.format.toUpperCase()} <small>${size(file.bytes, lang)}</small></a>`,
  )

/** `explained`: a data set has its dictionary and its method; a text has neither. */
export function filesSection(product: PortalProduct, lang: Language, base: string, explained = true): Html {
  const paths = portalPaths(base, lang)
  return html`<section id="files"><h2>${say(lang, 'files')}</h2><div class="scroll" tabindex="0"><table><thead><tr><th scope="col">${say(lang, 'file')}</th><th scope="col" class="n">${say(lang, 'sizeWord')}</th><th scope="col">${say(lang, 'hash')}</th></tr></thead>
<tbody>${product.files.map((file) => html`<tr><th scope="row"><a href="${file.href}">${file.name}</a></th><td class="n">${size(file.bytes, lang)}</td><td><code>${file.sha256}</code></td></tr>`)}</tbody></table></div>${explained && html`<p><a class="apart" href="${paths.dictionary(product.slug, product.version)}">${say(lang, 'dictionary')}</a> <a href="${paths.methodOf(product.kind)}">${say(lang, 'methodOf', { kind: sayCode(lang, product.kind).toLowerCase() })}</a></p>`}<p class="quiet">${say(lang, 'hashNote')}</p></section>`
}

export function endorsementSection({ endorsement }: PublicRound, lang: Language): Html {
  const { reservations } = endorsement
  return html`<section id="endorsement"><h2>${say(lang, 'endorsement')}</h2><p>${say(lang, endorsement.kind, { office: endorsement.office, date: longDate(endorsement.date, lang) })}${reservations.length === 0 && html` ${say(lang, 'noReservations')}`}</p>
${reservations.length > 0 && html`<h3>${say(lang, 'reservations')}</h3><dl>${reservations.map(({ name, text }) => html`<dt>${name}</dt><dd>${text}</dd>`)}</dl>`}</section>`
}

export function versionsSection(product: PortalProduct, lang: Language): Html {
  return html`<section id="versions"><h2>${say(lang, 'versions')}</h2><ol class="versions" reversed>${product.versions.map(
    ({ version, publishedAt, href, hash, changeNote }) =>
      html`<li${version === product.version && html` aria-current="true"`}><a href="${href}">${say(lang, 'version', { version: String(version) })}</a>${version === product.version && html` <span class="tag">${say(lang, 'thisVersion')}</span>`} · ${longDate(publishedAt, lang)}<br>${changeNote ? changeNote[lang] : say(lang, 'firstVersion')}<br><code>${hash.slice(0, 16)}</code></li>`,
  )}</ol></section>`
}
