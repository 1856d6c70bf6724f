/** The register of organisations as coordination keeps it: each with its other spellings, and a consortium with its members. */
import { sql } from 'kysely'
import type { Db } from '../../kernel/index.ts'

export type OrganisationLine = {
  id: string
  name: string
  acronym: string | null
  kind: string
  spellings: string[]
  members: { id: string; member: string; name: string; fromDay: string | null; toDay: string | null }[]
  /** The consortiums that it belongs to, now or before. */
  consortiums: string[]
}

export const organisationDirectory = (db: Db): Promise<OrganisationLine[]> =>
  db.rows<OrganisationLine>(sql`
    select o.id, o.name, o.acronym, o.kind,
      (select coalesce(jsonb_agg(s.name order by s.name), '[]') from (select a.name from organisations.alias a where a.organisation = o.id
        union select j.name from organisations.organisation j where j.merged_into = o.id) s) as spellings,
      (select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'member', m.member, 'name', n.name, 'fromDay', m.from_day, 'toDay', m.to_day) order by n.name, m.from_day), '[]')
        from organisations.consortium_member m join organisations.organisation n on n.id = m.member where m.consortium = o.id) as members,
      (select coalesce(jsonb_agg(c.name order by c.name), '[]')
        from organisations.consortium_member m join organisations.organisation c on c.id = m.consortium where m.member = o.id) as consortiums
    from organisations.organisation o where o.merged_into is null order by o.name, o.id`)
