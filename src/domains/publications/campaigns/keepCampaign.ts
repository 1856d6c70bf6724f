/** A campaign is planned, and changed while it is planned: what was cleared is what goes on air. */
import { sql } from 'kysely'
import { audit, type Db, getRow, type House, insertRow, type Refusal, type Refused, refuse, refused, updateRow } from '../../../kernel/index.ts'
import { readCatalogue } from '../../../registry/results/index.ts'
import { Campaign, type CampaignRow } from './campaign.ts'

export type CampaignGiven = Pick<
  CampaignRow,
  | 'name'
  | 'objective'
  | 'audience'
  | 'literacy'
  | 'languages'
  | 'places'
  | 'messages'
  | 'channels'
  | 'fromDay'
  | 'toDay'
  | 'budgetLine'
  | 'indicators'
  | 'partner'
  | 'government'
  | 'governmentWords'
>

async function wrong(db: Db, house: House, given: CampaignGiven): Promise<Refusal[]> {
  const known = await db.one<{ messages: number; places: number }>(sql`
    select (select count(*)::int from publications.message where id = any (${given.messages}::uuid[])) as messages,
      (select count(distinct pcode)::int from places.place where pcode = any (${given.places}::text[])) as places`)
  const catalogue = readCatalogue(house.pack.indicators)
  const strange = given.indicators.filter((code) => 'code' in catalogue || !catalogue.indicators.some((each) => each.code === code))
  return [
    ...(given.toDay < given.fromDay ? [refuse('campaign.ends-before-it-begins')] : []),
    ...(known!.messages === new Set(given.messages).size ? [] : [refuse('campaign.message-unknown')]),
    ...(known!.places === new Set(given.places).size ? [] : [refuse('campaign.place-unknown')]),
    ...(given.government !== 'waiting' && !given.governmentWords ? [refuse('campaign.government-unsaid')] : []),
    ...strange.map((code) => refuse('campaign.indicator-unknown', { code })),
  ]
}

/** `id` null: a new one. */
export async function keepCampaign(db: Db, house: House, given: CampaignGiven, id: string | null): Promise<{ id: string } | Refused> {
  const problems = await wrong(db, house, given)
  if (problems.length > 0) return { refused: problems }
  const values = { ...given, writtenBy: db.actor.userId }
  if (!id) {
    const made = await insertRow(db, Campaign, { scope: house.pack.country.pcode, ...values, state: 'planned' })
    await audit(db, 'campaign.create', Campaign.name, made.id)
    return { id: made.id }
  }
  await db.rows(sql`select 1 from publications.campaign where id = ${id}::uuid for update`)
  const row = await getRow(db, Campaign, id)
  if (!row) return refused(refuse('access.not-found'))
  if (row.state !== 'planned') return refused(refuse('campaign.not-planned'))
  await updateRow(db, Campaign, id, values)
  await audit(db, 'campaign.change', Campaign.name, id)
  return { id }
}
