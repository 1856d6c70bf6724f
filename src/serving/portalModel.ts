/** From published products to what the portal's pages show. Nothing unpublished passes through here. */
import type { PublicRound } from '../domains/displacement/index.ts'
import { type PlaceChoice, type PortalFile, type PortalProduct, type PortalSite, type PortalSummary, portalPaths } from '../faces/portal/index.ts'
import type { House, Language } from '../kernel/index.ts'
import { type Product, versionsOf } from '../kernel/publishing.ts'

export const siteOf = (house: House, origin: string): PortalSite => ({
  name: { pt: `Capulana · ${house.pack.country.names.pt}`, en: `Capulana · ${house.pack.country.names.en}` },
  publisher: { pt: house.settings.missionName, en: house.settings.missionName },
  origin,
  country: { iso3: house.pack.country.iso3, name: house.pack.country.names },
})

export const summaryOf = (product: Product): PortalSummary => ({
  slug: product.slug,
  version: product.version,
  kind: product.kind,
  title: product.title,
  summary: product.summary,
  places: product.places,
  periodFrom: product.periodFrom,
  periodTo: product.periodTo,
  publishedAt: product.publishedAt,
  demonstration: product.demonstration,
})

export const choice = ({ pcode, name, level }: { pcode: string; name: string; level: number }): PlaceChoice => ({
  pcode,
  name,
  level: level as PlaceChoice['level'],
})

/** Every area that these rounds have figures for: a country, then each province with its districts. */
export function placesOf(rounds: readonly PublicRound[]): PlaceChoice[] {
  const known = new Map(rounds.flatMap(({ areas }) => areas.filter(({ level }) => level <= 2).map((area) => [area.pcode, area] as const)))
  const inside = (parent: string | null): PlaceChoice[] =>
    [...known.values()]
      .filter((area) => area.parent === parent)
      .sort((a, b) => a.name.localeCompare(b.name))
      .flatMap((area) => [choice(area), ...inside(area.pcode)])
  return inside(null)
}

const fileHref = ({ slug, version }: Product, name: string) => `/files/${encodeURIComponent(slug)}/${version}/${encodeURIComponent(name)}`

const filesOf = (product: Product): PortalFile[] =>
  product.files.map(({ name, format, language, bytes, sha256 }) => ({ name, format, language, bytes, sha256, href: fileHref(product, name) }))

export async function productOf(house: House, product: Product, lang: Language): Promise<PortalProduct> {
  const versions = await versionsOf(house.doors, product.slug)
  return {
    ...summaryOf(product),
    hash: product.hash,
    licence: product.licence,
    credit: product.credit,
    supersededAt: product.supersededAt,
    withdrawn: product.withdrawnAt ? { at: product.withdrawnAt, reason: product.withdrawnReason ?? '' } : null,
    files: filesOf(product),
    versions: versions.map(({ version, publishedAt, hash, slug, changeNote }) => ({
      version,
      publishedAt,
      hash,
      href: portalPaths('', lang).publication(slug, version),
      changeNote,
    })),
  }
}
