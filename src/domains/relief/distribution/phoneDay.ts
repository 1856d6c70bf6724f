/** What a tablet takes along for a day without network: its own distributions and no others, the frozen list by number, what it may hand over, which tokens no longer hold. */
import { sql } from 'kysely'
import { type Entitled, type Held, type RevokedToken, vouchText } from '../../../engines/handover/index.ts'
import type { PublicKey } from '../../../engines/signature.ts'
import { type Actor, asTheHouse, type Db, type House, type Refused, read, refuse, refused, signText } from '../../../kernel/index.ts'
import type { Bilingual } from '../../../kernel/shared.ts'
import { type ListedEntitlement, verifiedList } from './householdList.ts'
import { moneyIn } from './money.ts'
import type { DistributionRow } from './planDistribution.ts'
import { issuedTo } from './tablets.ts'

export type HandedElsewhere = { device: string; household: string; line: number; quantity: number; at: string }
/** Another tablet of the day, and up to which of its numbers the office has heard it. */
export type OtherTablet = { device: string; label: string; through: number }
export type PhoneDistribution = {
  id: string
  code: string
  name: string
  place: string
  point: string
  day: string
  state: string
  messages: string | null
  listHash: string
  issued: Held[]
  items: Record<string, Bilingual>
  /** Codes of money and vouchers, which are given elsewhere and recorded here. */
  money: string[]
  revoked: RevokedToken[]
  /** By other tablets, as far as the office knows. */
  elsewhere: HandedElsewhere[]
  tablets: OtherTablet[]
  /** This tablet's name and the office's word that its key is its own, which other tablets believe without network; null for an app that names no key. */
  vouched: { label: string; vouch: string } | null
  /** The highest number that came from this tablet: a phone that was emptied goes on after it. */
  lastSequence: number
}

type Found = Omit<PhoneDistribution, 'issued' | 'items' | 'money' | 'revoked' | 'elsewhere' | 'tablets' | 'vouched'> & {
  custody: string
  label: string
  modality: DistributionRow['modality']
}

const onTablets: readonly string[] = ['list_frozen', 'open', 'closed']

const distributionsOf = (db: Db, device: string): Promise<Found[]> =>
  db.rows<Found>(sql`
    select d.id, d.code, d.name, d.place, d.point, d.day, d.state, d.messages, d.list_hash, d.modality, t.custody, t.label, t.last_sequence
    from relief.distribution_tablet t join relief.distribution d on d.id = t.distribution
    where t.device = ${device} and d.state = any (${[...onTablets]}::text[]) order by d.day, d.code`)

async function itemsOf(db: Db, distribution: string): Promise<Record<string, Bilingual>> {
  const rows = await db.rows<{ code: string; name: Bilingual }>(sql`
    select code, name from (select code, name from relief.item union all select code, name from relief.kit) things
    where code in (select line ->> 'item' from relief.entitlement e, jsonb_array_elements(e.lines) line where e.distribution = ${distribution})`)
  return Object.fromEntries(rows.map(({ code, name }) => [code, name]))
}

const revokedIn = (db: Db, distribution: string): Promise<RevokedToken[]> =>
  db.rows<RevokedToken>(sql`select household, revoked_to as up_to_print from relief.entitlement where distribution = ${distribution} and revoked_to > 0`)

const handedElsewhere = (db: Db, distribution: string, device: string): Promise<HandedElsewhere[]> =>
  db.rows<HandedElsewhere>(sql`
    select device, household, line, sum(case kind when 'handed' then quantity else -quantity end)::int as quantity, to_json(max(effective_at)) #>> '{}' as at
    from relief.handover where distribution = ${distribution} and device <> ${device} and kind in ('handed', 'taken_back') group by device, household, line
    having sum(case kind when 'handed' then quantity else -quantity end) > 0`)

const otherTablets = (db: Db, distribution: string, device: string): Promise<OtherTablet[]> =>
  db.rows<OtherTablet>(sql`
    select device, label, last_sequence as through from relief.distribution_tablet where distribution = ${distribution} and device <> ${device} order by label, device`)

const vouched = (house: House, tablet: Parameters<typeof vouchText>[0]) => ({
  label: tablet.label,
  vouch: signText(house.keyring, vouchText(tablet)).toString('base64url'),
})

/** `x.y` as a phone writes its public key. */
export const tabletKeyShape = /^[\w-]{43}\.[\w-]{43}$/
const keyIn = (text: string): PublicKey => {
  const [x, y] = text.split('.') as [string, string]
  return { kty: 'EC', crv: 'P-256', x, y }
}

export const phoneDays = (house: House, actor: Actor, key: string | null): Promise<{ distributions: PhoneDistribution[] }> =>
  read(house.doors, actor, (db) =>
    asTheHouse(db, async (within) => {
      const distributions: PhoneDistribution[] = []
      for (const { custody, label, modality, ...found } of await distributionsOf(within, actor.device!))
        distributions.push({
          ...found,
          issued: await issuedTo(within, custody),
          items: await itemsOf(within, found.id),
          money: [...(await moneyIn(within, { id: found.id, modality }))],
          revoked: await revokedIn(within, found.id),
          elsewhere: await handedElsewhere(within, found.id, actor.device!),
          tablets: await otherTablets(within, found.id, actor.device!),
          vouched: key === null ? null : vouched(house, { distribution: found.code, device: actor.device!, label, key: keyIn(key) }),
        })
      return { distributions }
    }),
  )

export type PhoneHousehold = Entitled & Pick<ListedEntitlement, 'mark' | 'alternates' | 'shortCode'>

/** It never changes under its hash, so that it crosses a slow link once. */
export const phoneList = (house: House, actor: Actor, id: string): Promise<{ hash: string; households: PhoneHousehold[] } | Refused> =>
  read(house.doors, actor, (db) =>
    asTheHouse(db, async (within) => {
      const found = (await distributionsOf(within, actor.device!)).find((one) => one.id === id)
      if (!found) return refused(refuse('relief.not-this-tablet'))
      const list = await verifiedList(within, id)
      return {
        hash: found.listHash,
        households: list.map(({ household, people, lines, mark, alternates, shortCode }) => ({ household, people, lines, mark, alternates, shortCode })),
      }
    }),
  )
