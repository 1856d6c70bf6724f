/**
 * A publication as other people's papers and catalogues write it: in words, BibTeX, RIS, DataCite metadata and schema.org. The identifier is our own address with
 * the version. Sources: DataCite Metadata Schema 4.6; schema.org/Dataset; RIS as reference managers read it.
 */
import type { Language } from '../../kernel/shared.ts'
import { dataCiteXml } from './dataCiteXml.ts'
import { licenceOf } from './licence.ts'
import type { PortalProduct, PortalSite } from './model.ts'
import { longDate } from './numbers.ts'
import { portalPaths } from './paths.ts'
import { say } from './words.ts'

const types: Record<PortalProduct['files'][number]['format'], string> = {
  pdf: 'application/pdf',
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  geojson: 'application/geo+json',
  json: 'application/json',
}

const identifierOf = ({ slug, version }: Pick<PortalProduct, 'slug' | 'version'>, { origin }: PortalSite, lang: Language): string =>
  portalPaths(origin, lang).publication(slug, version)

const yearOf = ({ publishedAt }: PortalProduct) => publishedAt.slice(0, 4)
const describe = (product: PortalProduct, lang: Language) =>
  say(lang, 'describes', { summary: product.summary[lang], from: product.periodFrom, to: product.periodTo, credit: product.credit }) +
  (product.demonstration ? ` ${say(lang, 'citeDemonstration')}` : '')

export function textCitation(product: PortalProduct, site: PortalSite, lang: Language): string {
  const facts = {
    publisher: site.publisher[lang],
    title: product.title[lang],
    version: String(product.version),
    date: longDate(product.publishedAt, lang),
    address: identifierOf(product, site, lang),
  }
  return say(lang, 'citation', facts) + (product.demonstration ? ` ${say(lang, 'citeDemonstration')}` : '')
}

/** Braces, backslashes and the signs that TeX takes for commands would break the entry. */
const tex = (text: string) => text.replace(/[\\{}]/g, '').replace(/[&%$#_]/g, '\\$&')

export function bibTex(product: PortalProduct, site: PortalSite, lang: Language): string {
  const fields: [string, string][] = [
    ['author', `{${tex(product.credit)}}`],
    ['title', `{${tex(product.title[lang])}}`],
    ['year', yearOf(product)],
    ['date', product.publishedAt.slice(0, 10)],
    ['publisher', `{${tex(site.publisher[lang])}}`],
    ['version', String(product.version)],
    ['url', identifierOf(product, site, lang)],
    ['note', tex([product.licence, ...(product.demonstration ? [say(lang, 'citeDemonstration')] : [])].join('. '))],
    ['langid', lang === 'pt' ? 'portuguese' : 'english'],
  ]
  return `@dataset{${product.slug}-v${product.version},\n${fields.map(([name, value]) => `  ${name} = {${value}}`).join(',\n')}\n}\n`
}

export function ris(product: PortalProduct, site: PortalSite, lang: Language): string {
  // One line a tag: a line break inside would begin a tag of its own.
  const line = (tag: string, value: string) => `${tag}  - ${value.replace(/\s+/g, ' ').trim()}`
  const lines = [
    line('TY', 'DATA'),
    line('AU', product.credit),
    line('TI', product.title[lang]),
    line('PY', yearOf(product)),
    line('DA', product.publishedAt.slice(0, 10).replaceAll('-', '/')),
    line('PB', site.publisher[lang]),
    line('ET', String(product.version)),
    line('LA', lang),
    line('UR', identifierOf(product, site, lang)),
    line('AB', describe(product, lang)),
    line('N1', product.licence),
    'ER  - ',
  ]
  return `${lines.join('\r\n')}\r\n`
}

export type DataCite = {
  doi: string
  url: string
  identifiers: readonly [{ identifier: string; identifierType: string }]
  alternateIdentifiers: { alternateIdentifier: string; alternateIdentifierType: string }[]
  creators: { name: string; nameType: string }[]
  titles: { title: string; lang: Language; titleType?: string }[]
  publisher: { name: string }
  publicationYear: string
  types: { resourceTypeGeneral: string; resourceType: string }
  dates: { date: string; dateType: string }[]
  language: Language
  version: string
  formats: string[]
  sizes: string[]
  rightsList: { rights: string; rightsUri?: string; rightsIdentifier?: string; rightsIdentifierScheme?: string }[]
  descriptions: { description: string; descriptionType: string; lang: Language }[]
  geoLocations: { geoLocationPlace: string }[]
  relatedIdentifiers: { relatedIdentifier: string; relatedIdentifierType: string; relationType: string }[]
  schemaVersion: string
}

/** As DataCite takes it; `doi` waits empty for the day when the mission registers one. */
export function dataCite(product: PortalProduct, site: PortalSite, lang: Language): DataCite {
  const { spdx, url } = licenceOf(product.licence)
  const address = identifierOf(product, site, lang)
  const others = product.versions.filter(({ version }) => version !== product.version)
  return {
    doi: '',
    url: address,
    identifiers: [{ identifier: address, identifierType: 'URL' }],
    alternateIdentifiers: [{ alternateIdentifier: product.hash, alternateIdentifierType: 'SHA-256' }],
    creators: [{ name: product.credit, nameType: 'Organizational' }],
    titles: (['pt', 'en'] as const).map((each) => ({ title: product.title[each], lang: each, ...(each === lang ? {} : { titleType: 'TranslatedTitle' }) })),
    publisher: { name: site.publisher[lang] },
    publicationYear: yearOf(product),
    types: { resourceTypeGeneral: 'Dataset', resourceType: product.kind },
    dates: [
      { date: product.publishedAt.slice(0, 10), dateType: 'Issued' },
      { date: `${product.periodFrom}/${product.periodTo}`, dateType: 'Collected' },
    ],
    language: lang,
    version: String(product.version),
    formats: [...new Set(product.files.map(({ format }) => types[format]))],
    sizes: product.files.map(({ bytes }) => `${bytes} bytes`),
    rightsList: [{ rights: product.licence, ...(url ? { rightsUri: url } : {}), ...(spdx ? { rightsIdentifier: spdx, rightsIdentifierScheme: 'SPDX' } : {}) }],
    descriptions: [{ description: describe(product, lang), descriptionType: 'Abstract', lang }],
    geoLocations: [{ geoLocationPlace: site.country.name[lang] }],
    relatedIdentifiers: others.map(({ version }) => ({
      relatedIdentifier: identifierOf({ slug: product.slug, version }, site, lang),
      relatedIdentifierType: 'URL',
      relationType: version < product.version ? 'IsNewVersionOf' : 'IsPreviousVersionOf',
    })),
    schemaVersion: 'http://datacite.org/schema/kernel-4',
  }
}

/** For search engines of data sets. */
export function schemaDataset(product: PortalProduct, site: PortalSite, lang: Language): object {
  const address = identifierOf(product, site, lang)
  const licence = licenceOf(product.licence)
  const publisher = { '@type': 'Organization', name: site.publisher[lang], url: site.origin }
  return {
    '@context': 'https://schema.org/',
    '@type': 'Dataset',
    '@id': address,
    name: product.title[lang],
    description: describe(product, lang),
    url: address,
    identifier: [address, `sha256:${product.hash}`],
    version: String(product.version),
    license: licence.url ?? portalPaths(site.origin, lang).terms(licence.slug),
    creditText: product.credit,
    creator: { '@type': 'Organization', name: product.credit },
    publisher,
    datePublished: product.publishedAt.slice(0, 10),
    temporalCoverage: `${product.periodFrom}/${product.periodTo}`,
    spatialCoverage: { '@type': 'Place', name: site.country.name[lang], identifier: site.country.iso3 },
    inLanguage: ['pt', 'en'],
    isAccessibleForFree: true,
    keywords: [product.kind, site.country.name[lang]],
    ...(product.withdrawn ? { creativeWorkStatus: 'Withdrawn' } : {}),
    includedInDataCatalog: { '@type': 'DataCatalog', name: site.name[lang], url: portalPaths(site.origin, lang).repository },
    distribution: product.files.map((file) => ({
      '@type': 'DataDownload',
      name: file.name,
      encodingFormat: types[file.format],
      contentUrl: `${site.origin}${file.href}`,
      contentSize: `${file.bytes} B`,
      sha256: file.sha256,
    })),
  }
}

export const citeFormats = {
  'citation.bib': { label: 'BibTeX', type: 'application/x-bibtex', write: bibTex },
  'citation.ris': { label: 'RIS', type: 'application/x-research-info-systems', write: ris },
  'datacite.json': {
    label: 'DataCite 4',
    type: 'application/vnd.datacite.datacite+json',
    write: (product: PortalProduct, site: PortalSite, lang: Language) => `${JSON.stringify(dataCite(product, site, lang), null, 2)}\n`,
  },
  'datacite.xml': {
    label: 'DataCite 4 (XML)',
    type: 'application/vnd.datacite.datacite+xml',
    write: (product: PortalProduct, site: PortalSite, lang: Language) => dataCiteXml(dataCite(product, site, lang)),
  },
  'dataset.jsonld': {
    label: 'schema.org',
    type: 'application/ld+json',
    write: (product: PortalProduct, site: PortalSite, lang: Language) => `${JSON.stringify(schemaDataset(product, site, lang), null, 2)}\n`,
  },
} as const
export type CiteFormat = keyof typeof citeFormats
