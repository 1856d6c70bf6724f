/** The link of a granted request: what it opens and until when, and each opening counted. A wrong link and one that never was answer alike. */
import { sql } from 'kysely'
import { act, asOwner, audit, type House, type Refused, refuse, refused, theSystem } from '../../kernel/index.ts'
import { DataRequest, type DataRequestRow } from './dataRequest.ts'
import { hashOfLink } from './decideRequest.ts'
import { openRequest } from './sealedRequest.ts'

export type Opened = { number: string; product: string; productVersion: number; until: string; organisation: string; purpose: string }

export async function linkNow(house: House, secret: string, today: string): Promise<(Opened & { id: string }) | Refused> {
  const row = await asOwner(house.doors).one<DataRequestRow>(sql`
    select id, number, product, product_version, sealed, granted_until, revoked_at from publications.data_request where link_hash = ${hashOfLink(secret)}`)
  if (!row) return refused(refuse('publications.link-unknown'))
  if (row.revokedAt) return refused(refuse('publications.link-revoked', { number: row.number }))
  if (row.grantedUntil! < today) return refused(refuse('publications.link-expired', { number: row.number, until: row.grantedUntil! }))
  const content = openRequest(house, row)
  if (!content) return refused(refuse('publications.link-unknown'))
  const { id, number, product, productVersion } = row
  return { id, number, product, productVersion, until: row.grantedUntil!, organisation: content.organisation, purpose: content.purpose }
}

/** Before the file leaves: an opening that is not written down did not happen. */
export const countOpening = (house: House, id: string, sha256: string) =>
  act(house.doors, theSystem, async (db) => {
    await db.run(sql`update publications.data_request set openings = openings + 1, last_opened_at = now(), version = version + 1 where id = ${id}`)
    await audit(db, 'data-request.open-file', DataRequest.name, id, { sha256 })
    return { counted: true }
  })
