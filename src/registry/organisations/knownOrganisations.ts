/**
 * Finding an organisation by the name that a file gives it: the same letters and digits are the same organisation, whatever its capitals, accents and marks. Nothing that is
 * only alike is ever taken for it. The name of an organisation that was joined to another is a spelling of that one.
 */
import { sql } from 'kysely'
import { fold } from '../../engines/places/spelling.ts'
import type { Db } from '../../kernel/index.ts'

export type KnownOrganisation = { id: string; name: string; kind: string }

/** Letters and digits alone: "COSACA/CARE" and "Cosaca / Care" are one. */
export const organisationKey = (name: string): string => fold(name).replaceAll(' ', '')

export async function knownOrganisations(db: Db): Promise<Map<string, KnownOrganisation>> {
  const rows = await db.rows<KnownOrganisation & { knownAs: string; spellings: string[] }>(sql`
    select coalesce(i.id, o.id) as id, o.name, coalesce(i.name, o.name) as known_as, coalesce(i.kind, o.kind) as kind, array(select a.name from organisations.alias a where a.organisation = o.id) || array_remove(array[o.acronym], null) as spellings
    from organisations.organisation o left join organisations.organisation i on i.id = o.merged_into order by o.recorded_at, o.id`)
  const known = new Map<string, KnownOrganisation>()
  // An organisation's own name goes before another's acronym or other spelling.
  for (const { id, knownAs, kind, spellings } of rows) for (const spelling of spellings) known.set(organisationKey(spelling), { id, name: knownAs, kind })
  for (const { id, name, knownAs, kind } of rows) known.set(organisationKey(name), { id, name: knownAs, kind })
  return known
}
