/**
 * Published products: what the world can read, cite and check. Content and files are stored by their hash; a product is never changed, a newer version
 * stands beside it, and every version keeps its address.
 */
import { sql } from 'kysely'
import { audit } from '../audit/audit.ts'
import type { Doors } from '../db/pool.ts'
import { asOwner, type Db } from '../db/transaction.ts'
import type { Files } from '../files.ts'
import type { Bilingual } from '../text/bilingual.ts'

export type ProductFile = {
  name: string
  format: 'pdf' | 'csv' | 'xlsx' | 'geojson' | 'json'
  language: 'pt' | 'en' | null
  type: string
  bytes: number
  sha256: string
}

export type Product = {
  id: string
  slug: string
  version: number
  kind: string
  title: Bilingual
  summary: Bilingual
  places: string[]
  /** Numbers of the strategy's areas; empty where the whole kind serves an area. */
  focusAreas: number[]
  periodFrom: string
  periodTo: string
  hash: string
  licence: string
  credit: string
  demonstration: boolean
  contentSha256: string
  files: ProductFile[]
  subject: string
  changeNote: Bilingual | null
  publishedAt: string
  supersededAt: string | null
  withdrawnAt: string | null
  withdrawnReason: string | null
}

export type NewProduct = Pick<
  Product,
  'slug' | 'kind' | 'title' | 'summary' | 'places' | 'periodFrom' | 'periodTo' | 'hash' | 'licence' | 'credit' | 'demonstration' | 'subject' | 'changeNote'
> & {
  focusAreas?: readonly number[]
  content: string
  files: { name: string; format: ProductFile['format']; language: ProductFile['language']; type: string; bytes: Uint8Array }[]
}

const columns = sql.raw(
  'id, slug, version, kind, title, summary, places, focus_areas, period_from, period_to, hash, licence, credit, demonstration, content_sha256, files, subject, change_note, published_at, superseded_at, withdrawn_at, withdrawn_reason',
)

/** Stored, and known to the backup. */
export async function keepFile(db: Db, files: Files, bytes: Uint8Array, kind: string) {
  const stored = await files.put(bytes)
  await db.run(sql`insert into kernel.file (sha256, bytes, kind) values (${stored.sha256}, ${stored.bytes}, ${kind}) on conflict do nothing`)
  return stored
}

/** Stores content and files and writes the next version; the one before is marked as superseded in the same transaction. */
export async function publishProduct(db: Db, files: Files, product: NewProduct): Promise<Product> {
  const content = await keepFile(db, files, Buffer.from(product.content), 'product')
  const kept: ProductFile[] = []
  for (const { bytes, ...file } of product.files) kept.push({ ...file, ...(await keepFile(db, files, bytes, 'product')) })
  await db.run(sql`update kernel.product set superseded_at = now() where slug = ${product.slug} and superseded_at is null`)
  const made = await db.one<Product>(sql`
    insert into kernel.product (slug, version, kind, title, summary, places, focus_areas, period_from, period_to, hash, licence, credit, demonstration, content_sha256, files, subject, change_note, published_by)
    select ${product.slug}, coalesce(max(version), 0) + 1, ${product.kind}, ${JSON.stringify(product.title)}::jsonb, ${JSON.stringify(product.summary)}::jsonb, ${product.places}::text[],
      ${product.focusAreas ?? []}::smallint[], ${product.periodFrom}, ${product.periodTo}, ${product.hash}, ${product.licence}, ${product.credit}, ${product.demonstration}, ${content.sha256}, ${JSON.stringify(kept)}::jsonb,
      ${product.subject}, ${product.changeNote ? JSON.stringify(product.changeNote) : null}::jsonb, ${db.actor.userId}
    from kernel.product where slug = ${product.slug}
    returning ${columns}`)
  await audit(db, 'publish', 'kernel.product', made!.id, { slug: product.slug, version: made!.version, hash: product.hash })
  return made!
}

export type ProductSearch = {
  text?: string
  place?: string
  kind?: string
  /** A file in this language, or in none. */
  language?: string
  /** One of the strategy's areas, with the kinds that serve it as a whole. */
  area?: { number: number; kinds: readonly string[] }
  from?: string
  to?: string
  limit: number
  offset: number
}

/** The current versions, newest period first. */
export async function searchProducts(doors: Doors, search: ProductSearch): Promise<{ products: Product[]; total: number }> {
  const like = search.text ? `%${search.text.replace(/[%_\\]/g, '\\$&')}%` : null
  const where = sql`superseded_at is null and withdrawn_at is null
    and (${search.place ?? null}::text is null or ${search.place ?? ''} = any(places))
    and (${search.kind ?? null}::text is null or kind = ${search.kind ?? ''})
    and (${search.language ?? null}::text is null or exists (select 1 from jsonb_array_elements(files) f where coalesce(f ->> 'language', ${search.language ?? ''}) = ${search.language ?? ''}))
    and (${search.area?.number ?? null}::int is null or ${search.area?.number ?? 0} = any(focus_areas) or kind = any(${[...(search.area?.kinds ?? [])]}::text[]))
    and (${search.from ?? null}::date is null or period_to >= ${search.from ?? null}::date) and (${search.to ?? null}::date is null or period_from <= ${search.to ?? null}::date)
    and (${like}::text is null or title::text ilike ${like ?? ''} or summary::text ilike ${like ?? ''} or array_to_string(places, ' ') ilike ${like ?? ''})`
  const db = asOwner(doors)
  const products = await db.rows<Product>(
    sql`select ${columns} from kernel.product where ${where} order by period_to desc, published_at desc, id limit ${search.limit} offset ${search.offset}`,
  )
  const counted = await db.one<{ n: number }>(sql`select count(*) as n from kernel.product where ${where}`)
  return { products, total: counted!.n }
}

/** Everything of a kind that ever went out, withdrawn and superseded versions too: who read it once still knows it. */
export const everPublished = (doors: Doors, kind: string): Promise<Product[]> =>
  asOwner(doors).rows<Product>(sql`select ${columns} from kernel.product where kind = ${kind} order by published_at, id`)

/** The current version, or the one that a citation names. */
export const productAt = (doors: Doors, slug: string, version?: number): Promise<Product | null> =>
  asOwner(doors).one<Product>(
    sql`select ${columns} from kernel.product where slug = ${slug} and (${version ?? null}::int is null or version = ${version ?? 0}) order by version desc limit 1`,
  )

export const versionsOf = (doors: Doors, slug: string): Promise<Product[]> =>
  asOwner(doors).rows<Product>(sql`select ${columns} from kernel.product where slug = ${slug} order by version desc`)

export async function contentOf<T>(files: Files, product: Pick<Product, 'contentSha256'>): Promise<T | null> {
  const bytes = await files.get(product.contentSha256)
  return bytes && (JSON.parse(bytes.toString('utf8')) as T)
}
