/**
 * Finding an organisation by the name that a file gives it: the same letters and digits are the same organisation, whatever its capitals, accents and marks. Nothing that is
 * only alike is ever taken for it.
 */
import { sql } from 'kysely'
import { fold } from '../../engines/places/spelling.ts'
import type { Db } from '../../kernel/index.ts'

export type KnownOrganisation = { id: string; name: string; kind: string }

/** Letters and digits alone: "COSACA/CARE" and "Cosaca / Care" are one. */
export const organisationKey = (name: string): string => fold(name).replaceAll(' ', '')

export async function knownOrganisations(db: Db): Promise<Map<string, KnownOrganisation>> {
  const rows = await db.rows<KnownOrganisation & { spellings: string[] }>(sql`
    select o.id, o.name, o.kind, array(select a.name from organisations.alias a where a.organisation = o.id) || array_remove(array[o.acronym], null) as spellings
    from organisations.organisation o order by o.recorded_at, o.id`)
  const known = new Map<string, KnownOrganisation>()
  // An organisation's own name goes before another's acronym or other spelling.
  for (const { id, name, kind, spellings } of rows) for (const spelling of spellings) known.set(organisationKey(spelling), { id, name, kind })
  for (const { id, name, kind } of rows) known.set(organisationKey(name), { id, name, kind })
  return known
}
