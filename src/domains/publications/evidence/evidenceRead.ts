/**
 * What a donor may be shown of one project and a period, and only that: approved figures, published products that carry its name, what went out under the project's budget line,
 * pictures that may be given on today, events that the public knows. A place where the donor's marks endanger people is not named, here least of all.
 */
import { sql } from 'kysely'
import { type Delivered, type ReachLine, reachLines } from '../../../engines/message/index.ts'
import { type Bilingual, type Db, type House, isRefused, type Refused, refused, today } from '../../../kernel/index.ts'
import type { Product as PublishedProduct } from '../../../kernel/publishing.ts'
import { approvedFigures, type Indicator, readCatalogue, readProject } from '../../../registry/results/index.ts'
import { isPicture } from '../assets/asset.ts'
import { type Agreed, mayShow } from '../assets/consent.ts'
import { type AssetWithConsents, assetsById } from '../assets/readAssets.ts'
import type { EventRow } from '../events/event.ts'
import { type DonorRule, leftOffOf, rulesOf } from '../visibility/marks.ts'

export type EvidenceAsked = { project: string; from: string; to: string }

type ProductShown = Pick<PublishedProduct, 'slug' | 'version' | 'kind' | 'title' | 'hash' | 'files' | 'publishedAt' | 'supersededAt'> & {
  number: string
  edition: number
  places: string[]
  pictures: string[]
}
type DeliveryShown = Delivered & { day: string; place: string; placeName: string | null; what: string; language: string | null }
type FigureShown = {
  indicator: Indicator
  from: string
  to: string
  value: number | 'unknown' | 'withheld'
  unit: string
  unknown: string | null
  method: string
  edition: number
  evidence: string | null
  records: number
  recordsHash: string | null
}
export type Evidence = Awaited<ReturnType<typeof evidenceOf>> extends infer Answer ? Exclude<Answer, Refused> : never

const protectedUnits = ['people', 'households']

/** Of the whole country, approved by two people; small counts of people stay out as everywhere. */
async function figuresOf(house: House, db: Db, codes: readonly string[], { from, to }: EvidenceAsked): Promise<FigureShown[] | Refused> {
  const catalogue = readCatalogue(house.pack.indicators)
  if ('code' in catalogue) return refused(catalogue)
  const { values } = await approvedFigures(db, [...new Set(codes)], house.pack.country.iso2)
  const least = house.pack.thresholds.disclosureMinimum
  return values
    .filter(({ fromDay, toDay }) => fromDay <= to && toDay >= from)
    .flatMap((row) => {
      const indicator = catalogue.indicators.find(({ code }) => code === row.indicator)
      if (!indicator) return []
      const isShare = indicator.aggregation === 'ratio'
      const counts = isShare ? [row.numerator, row.denominator] : [row.value]
      const small = protectedUnits.includes(indicator.unit) && counts.some((count) => count !== null && count > 0 && count < least)
      // A share goes out in percent with one decimal, as in the IATI file.
      const value = row.value !== null && isShare ? Math.round(row.value * 1000) / 10 : row.value
      return {
        ...{ indicator, from: row.fromDay, to: row.toDay, unknown: row.unknown, method: row.method, edition: row.edition, evidence: row.evidence },
        ...{ value: small ? 'withheld' : (value ?? 'unknown'), unit: isShare ? '%' : indicator.unit, recordsHash: row.recordsHash },
        records: (row.lineage?.records ?? []).reduce((sum, { ids }) => sum + ids.length, 0),
      } satisfies FigureShown
    })
}

/** Those that say its name, first published in these days, and are not taken back. */
const productsNaming = (db: Db, donor: string, { from, to }: EvidenceAsked): Promise<ProductShown[]> =>
  db.rows(sql`
    select p.number, p.edition, p.places, p.pictures, k.slug, k.version, k.kind, k.title, k.hash, k.files, k.published_at, k.superseded_at
    from publications.product p join kernel.product k on k.slug = p.slug and k.hash = p.hash
    where p.state in ('published', 'superseded') and k.withdrawn_at is null and position(lower(${donor}) in lower(coalesce(p.donors, ''))) > 0
      and p.published_at::date between ${from}::date and ${to}::date order by p.published_at, p.number, p.edition`)

/** A campaign is the project's where its budget line names the code of the project. */
async function deliveriesUnder(db: Db, code: string, { from, to }: EvidenceAsked): Promise<{ campaigns: Bilingual[]; deliveries: DeliveryShown[] }> {
  const all = await db.rows<{ id: string; name: Bilingual; budgetLine: string }>(
    sql`select id, name, budget_line from publications.campaign where budget_line is not null`,
  )
  const own = all.filter(({ budgetLine }) =>
    budgetLine
      .toLowerCase()
      .split(/[\s,;:()]+/)
      .includes(code.toLowerCase()),
  )
  const deliveries = await db.rows<DeliveryShown>(sql`
    select d.channel, d.quantity, d.reach, d.method, d.day, d.place, p.name as place_name, d.language, coalesce(m.key, i.code) as what
    from publications.delivery d left join places.place p on p.pcode = d.place and p.valid_to is null left join publications.message m on m.id = d.message
      left join publications.iec_item i on i.id = d.item
    where d.campaign = any (${own.map(({ id }) => id)}::uuid[]) and d.day between ${from}::date and ${to}::date order by d.day, d.channel, d.id`)
  return { campaigns: own.map(({ name }) => name), deliveries }
}

const eventsOf = (db: Db, donor: string, { from, to }: EvidenceAsked): Promise<(EventRow & { placeName: string | null })[]> =>
  db.rows(sql`
    select e.*, p.name as place_name from publications.event e left join places.place p on p.pcode = e.place and p.valid_to is null
    where e.donors ? ${donor} and e.cancelled_because is null and e.starts_at::date between ${from}::date and ${to}::date order by e.starts_at, e.id`)

export async function evidenceOf(house: House, db: Db, asked: EvidenceAsked) {
  const found = await readProject(db, asked.project, today())
  if (isRefused(found)) return found
  const { project, results } = found
  const donor = (await db.one<{ name: string }>(sql`select name from organisations.organisation where id = ${project.donor}::uuid`))!.name
  const figures = await figuresOf(
    house,
    db,
    results.flatMap(({ indicators }) => indicators),
    asked,
  )
  if (isRefused(figures)) return figures
  const rules: DonorRule[] = (await rulesOf(db)).filter((rule) => rule.donor === project.donor)
  const endangers = (places: readonly string[]) => rules.some((rule) => leftOffOf(rule, places).length > 0)
  const named = await productsNaming(db, donor, asked)
  const products = named.filter(({ places }) => !endangers(places))
  const assets: AssetWithConsents[] = await assetsById(db, [...new Set(products.flatMap(({ pictures }) => pictures))])
  // Given out of the house for others to publish: the consent that says so is the one for the press.
  const mayGoOn = (asset: AssetWithConsents) => mayShow(asset, asset.consents as Agreed[], 'press', today()) && !endangers([asset.place])
  const pictures = assets.filter((asset) => isPicture(asset) && mayGoOn(asset))
  const { campaigns, deliveries } = await deliveriesUnder(db, project.code, asked)
  const events = await eventsOf(db, project.donor, asked)
  const known = events.filter(({ isPublic, clearedAt }) => isPublic && clearedAt !== null)
  const reach: ReachLine[] = reachLines(deliveries)
  return {
    ...{ project, donor, asked, results, figures, rules, products, pictures, campaigns, reach },
    deliveries: deliveries.map((delivery) => ({ ...delivery, unnamed: endangers([delivery.place]) })),
    events: known.map((event) => ({ ...event, leftOff: endangers([event.place]) })),
    keptBack: {
      products: named.length - products.length,
      pictures: assets.filter(isPicture).length - pictures.length,
      events: events.length - known.length,
      places: new Set(rules.flatMap(({ leftOffAt }) => leftOffAt)).size,
    },
  }
}
