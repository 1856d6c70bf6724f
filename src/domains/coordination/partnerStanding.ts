/** How an organisation stands in the response: whether it is a member of a cluster, and under an agreement that is in force on the day. Asked before goods are promised to it. */
import { sql } from 'kysely'
import { asTheHouse, type Db } from '../../kernel/index.ts'
import { agreementsNow } from './agreements/keepAgreement.ts'
import { isInForce } from './agreements/standing.ts'

export type PartnerStanding = { isMember: boolean; hasAgreement: boolean }

/** The partner himself may read no agreement; that one is in force is all he is told. */
export async function partnerStanding(db: Db, organisation: string, today: string): Promise<PartnerStanding> {
  return asTheHouse(db, async (house) => {
    const groups = await house.rows(sql`
      select 1 from coordination.meeting_group where kind in ('cluster', 'working_group') and jsonb_exists(members, ${organisation}) limit 1`)
    const agreements = await agreementsNow(house)
    const ofPartner = agreements.filter(({ parties }) => parties.some((party) => party.organisation === organisation))
    return { isMember: groups.length > 0, hasAgreement: ofPartner.some((agreement) => isInForce(agreement, today)) }
  })
}
