/**
 * The keys by which this house ever signed: paper that was signed before a keyring was lost is still ours. Only the public halves are kept, in the database, so that they come
 * back with a backup to which the old keyring is missing.
 */
import { sql } from 'kysely'
import type { Doors } from '../db/pool.ts'
import { asOwner } from '../db/transaction.ts'
import type { Keyring, PublicJwk } from './keyring.ts'

type KnownKey = { id: string; jwk: PublicJwk }

/** At each opening of the house. */
export async function noteReceiptKey(doors: Doors, { receiptKey: { id, jwk } }: Pick<Keyring, 'receiptKey'>): Promise<void> {
  await asOwner(doors).run(sql`insert into kernel.receipt_key (id, jwk) values (${id}, ${JSON.stringify(jwk)}::jsonb) on conflict do nothing`)
}

/** The newest first: most of what is shown was signed lately. */
export const receiptKeysEver = (doors: Doors): Promise<KnownKey[]> =>
  asOwner(doors).rows<KnownKey>(sql`select id, jwk from kernel.receipt_key order by first_used desc, id`)
