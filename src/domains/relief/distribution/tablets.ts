/** Goods for the day: from a shelf into the custody of one tablet, as a plan that is refused where the shelf does not hold them. A second time adds to it. */
import { sql } from 'kysely'
import type { Held } from '../../../engines/handover/index.ts'
import { asTheHouse, audit, type Db, getRow, insertRow, post, type Refused, type RowOf, refuse, refused, updateRow } from '../../../kernel/index.ts'
import { type DistributionRow, oneDistribution } from './planDistribution.ts'
import { DistributionTablet } from './tablet.ts'

export type TabletRow = RowOf<typeof DistributionTablet>
/** The desk of a day on paper, with goods of its own. */
export const paperDesk = 'paper'

const owner = 'relief'
const issuing: readonly string[] = ['verified', 'list_frozen', 'open']

type Account = { code: string; kind: 'custody' | 'handed_over' | 'damaged'; name: { pt: string; en: string } }

/** Three tablets that come home at one moment make it once: who comes second waits for the first and then finds it. */
export async function accountOf(db: Db, { scope, place }: Pick<DistributionRow, 'scope' | 'place'>, { code, kind, name }: Account): Promise<string> {
  const known = () => db.one<{ id: string }>(sql`select id from ledger.account where owner = ${owner} and code = ${code}`)
  const before = await known()
  if (before) return before.id
  await db.run(sql`
    insert into ledger.account (scope, owner, code, kind, name, place) values (${scope}, ${owner}, ${code}, ${kind}, ${JSON.stringify(name)}::jsonb, ${place})
    on conflict on constraint account_once_owner_code do nothing`)
  return (await known())!.id
}

export const handedAccount = (db: Db, distribution: DistributionRow): Promise<string> =>
  accountOf(db, distribution, {
    code: `handed/${distribution.id}`,
    kind: 'handed_over',
    name: { pt: `Entregue: ${distribution.code}`, en: `Handed over: ${distribution.code}` },
  })

export const tabletOf = (db: Db, distribution: string, device: string): Promise<TabletRow | null> =>
  db.one<TabletRow>(sql`select * from relief.distribution_tablet where distribution = ${distribution} and device = ${device} for update`)

/** Phones whose area holds the place; their keys and people are no business of a distribution. */
export const phonesFor = (db: Db, scope: string): Promise<{ id: string; label: string }[]> =>
  asTheHouse(db, (house) =>
    house.rows(sql`
      select id, label from forms.device d where revoked_at is null and expires_at > now()
        and exists (select 1 from jsonb_array_elements_text(d.areas) a(area) where a.area = '*' or ${scope} like a.area || '%') order by label`),
  )

async function labelOf(db: Db, device: string, scope: string): Promise<string | null> {
  if (device === paperDesk) return 'Papel / Paper'
  return (await phonesFor(db, scope)).find(({ id }) => id === device)?.label ?? null
}

/** Of the distribution, with its custody; whichever shelf gives first is where its goods go back to. */
async function tabletFor(db: Db, distribution: DistributionRow, given: { device: string; label: string; source: string | null }): Promise<TabletRow> {
  const known = await tabletOf(db, distribution.id, given.device)
  if (known?.source === null && given.source) await updateRow(db, DistributionTablet, known.id, { source: given.source })
  if (known) return known
  const name = { pt: `${distribution.code}: ${given.label}`, en: `${distribution.code}: ${given.label}` }
  const custody = await accountOf(db, distribution, { code: `custody/${distribution.id}/${given.device}`, kind: 'custody', name })
  return insertRow(db, DistributionTablet, { scope: distribution.scope, distribution: distribution.id, ...given, custody, lastSequence: 0, state: 'open' })
}

export type ShelfHere = { code: string; name: string | null; item: string; lot: string; quantity: number }

/** A partner's goods are handed out by that partner alone; those of our own warehouses by everybody. `name`: of the partner whose goods they are. */
const mayComeFrom = (code: string, { organisation }: Pick<DistributionRow, 'organisation'>) =>
  !code.startsWith('partner/') || code === `partner/${organisation}`

export async function shelvesFor(db: Db, distribution: DistributionRow): Promise<ShelfHere[]> {
  const shelves = await db.rows<ShelfHere>(sql`
    select a.code, o.name, m.item, m.lot, sum(m.quantity)::int as quantity from (
      select to_account as account, item, lot, quantity from ledger.move union all select from_account, item, lot, -quantity from ledger.move
    ) m join ledger.account a on a.id = m.account left join organisations.organisation o on a.code = 'partner/' || o.id
    where a.owner = ${owner} and a.kind = 'bin' group by a.code, o.name, m.item, m.lot having sum(m.quantity) > 0 order by o.name, a.code, m.item, m.lot`)
  return shelves.filter(({ code }) => mayComeFrom(code, distribution))
}

type Bound = { distribution: DistributionRow; label: string }

async function mayTakePart(db: Db, id: string, device: string): Promise<Bound | Refused> {
  const distribution = await oneDistribution(db, id)
  if (!distribution) return refused(refuse('access.not-found'))
  if (!issuing.includes(distribution.state)) return refused(refuse('relief.custody-not-now', { code: distribution.code }))
  const label = await labelOf(db, device, distribution.scope)
  return label ? { distribution, label } : refused(refuse('relief.phone-unknown'))
}

/** A tablet, or the paper desk, that records cash and vouchers and holds no goods; a distribution of goods alone has no use for one. */
export async function joinWithoutGoods(db: Db, id: string, device: string): Promise<TabletRow | Refused> {
  const bound = await mayTakePart(db, id, device)
  if ('refused' in bound) return bound
  const { distribution, label } = bound
  if (distribution.modality === 'in_kind') return refused(refuse('relief.goods-only', { code: distribution.code }))
  return asTheHouse(db, async (house) => {
    const tablet = await tabletFor(house, distribution, { device, label, source: null })
    await audit(house, 'relief.join-tablet', DistributionTablet.name, tablet.id)
    return tablet
  })
}

/** `from`: code of a shelf. */
export type Custody = { device: string; from: string; lines: Held[] }

export async function giveCustody(db: Db, id: string, { device, from, lines }: Custody): Promise<TabletRow | Refused> {
  const bound = await mayTakePart(db, id, device)
  if ('refused' in bound) return bound
  const { distribution, label } = bound
  return asTheHouse(db, async (house) => {
    const shelf = await house.one<{ id: string }>(sql`select id from ledger.account where owner = ${owner} and code = ${from} and kind = 'bin'`)
    if (!shelf) return refused(refuse('relief.custody-shelf', { shelf: from }))
    if (!mayComeFrom(from, distribution)) return refused(refuse('relief.goods-of-another', { code: distribution.code }))
    const tablet = await tabletFor(house, distribution, { device, label, source: shelf.id })
    if (tablet.state !== 'open') return refused(refuse('relief.counted-already', { label }))
    const moves = lines.map((line) => ({ ...line, from: shelf.id, to: tablet.custody }))
    const posted = await post(
      house,
      { owner, kind: 'release', series: distribution.code, scope: distribution.scope, at: new Date().toISOString(), words: label, moves },
      { as: 'plan' },
    )
    if ('refused' in posted) return posted
    await audit(house, 'relief.custody', DistributionTablet.name, tablet.id, { lines: lines.length })
    return (await getRow(house, DistributionTablet, tablet.id))!
  })
}

/** What was put into a tablet's custody, in the order in which it came: what its holder counts from. */
export const issuedTo = (db: Db, custody: string): Promise<Held[]> =>
  db.rows<Held>(sql`
    select m.item, m.lot, sum(m.quantity)::int as quantity from ledger.move m join ledger.document d on d.id = m.document
    where m.to_account = ${custody} and d.kind = 'release' group by m.item, m.lot order by min(m.recorded_at), m.item, m.lot`)
