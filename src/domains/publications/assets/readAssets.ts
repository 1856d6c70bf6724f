/** Pictures with their consents and with the products that use them; what the office lists and what the portal may show. */
import { sql } from 'kysely'
import { asOwner, type Db, type House, today } from '../../../kernel/index.ts'
import type { AssetRow, Channel, ConsentRow } from './asset.ts'
import { type Agreed, consentGaps, mayShow } from './consent.ts'

export type AssetWithConsents = AssetRow & { placeName: string | null; consents: Omit<ConsentRow, 'sealed'>[] }

const withConsents = sql`
  select a.*, (select name from places.place p where p.pcode = a.place and p.valid_to is null limit 1) as place_name, coalesce((
    select jsonb_agg(jsonb_build_object('id', c.id, 'who', c.who, 'channels', c.channels, 'use', c.use, 'fromDay', c.from_day, 'toDay', c.to_day, 'form', c.form,
      'withdrawnAt', c.withdrawn_at) order by c.from_day, c.id) from publications.picture_consent c where c.asset = a.id), '[]') as consents
  from publications.asset a`

export const assetsNow = (db: Db): Promise<AssetWithConsents[]> => db.rows(sql`${withConsents} order by a.taken_on desc, a.id limit 1000`)
export const assetsById = (db: Pick<Db, 'rows'>, ids: readonly string[]): Promise<AssetWithConsents[]> =>
  db.rows(sql`${withConsents} where a.id = any (${[...ids]}::uuid[])`)

export const gapsOf = (asset: AssetWithConsents, channel: Channel, day: string) => consentGaps(asset, asset.consents as Agreed[], channel, day)

/** `printed`: its paper carries the picture. */
type Use = { asset: string; id: string; number: string; edition: number; name: string; state: string; slug: string | null; printed: boolean }
/** Every product that names a picture, those already out first: whoever printed it must decide. */
export const usesOf = (db: Db): Promise<Use[]> =>
  db.rows(sql`
    select u.asset, p.id, p.number, p.edition, p.name, p.state, p.slug, coalesce(p.printed ? u.asset, false) as printed from publications.product p, jsonb_array_elements_text(p.pictures) as u (asset)
    order by p.state <> 'published', p.number, p.edition`)

export type PublicPicture = {
  id: string
  href: string
  type: string
  width: number | null
  height: number | null
  transcript: { pt: string; en: string } | null
  bytes: number
  credit: string
  caption: { pt: string; en: string }
  place: string
}

/** Of these pictures those that everybody in them lets the portal show today, in the order asked for. */
export async function publicPictures(house: Pick<House, 'doors'>, ids: readonly string[]): Promise<PublicPicture[]> {
  if (ids.length === 0) return []
  const found = await assetsById(asOwner(house.doors), ids)
  return ids.flatMap((id) => {
    const asset = found.find((each) => each.id === id)
    if (!asset || !mayShow(asset, asset.consents as Agreed[], 'portal', today())) return []
    const { type, width, height, transcript, bytes, credit, captionPt, captionEn, place } = asset
    return [{ id, href: `/pictures/${id}`, type, width, height, transcript, bytes, credit, caption: { pt: captionPt, en: captionEn }, place }]
  })
}

/** The copy for the portal: only of a picture that a published text shows, and only while it may be shown. */
export async function publicPicture(house: House, id: string): Promise<{ content: Buffer; type: string; sha256: string } | null> {
  const db = asOwner(house.doors)
  const used = await db.one(sql`select 1 from publications.product where state = 'published' and pictures ? ${id} limit 1`)
  const [asset] = used ? await assetsById(db, [id]) : []
  if (!asset || !mayShow(asset, asset.consents as Agreed[], 'portal', today())) return null
  const content = await house.files.get(asset.publicSha256)
  return content && { content, type: asset.type, sha256: asset.publicSha256 }
}
