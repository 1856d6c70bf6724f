/** The day of a warehouse: what is expected in, what is to be picked, what waits for a signature, and the last papers. */
import { sql } from 'kysely'
import { asTheHouse, type Db, type Refused } from '../../../kernel/index.ts'
import { keeps, owner } from '../office.ts'
import { type Stays, whyTheyStay } from '../papers/stays.ts'
import { type WaybillNow, waybillsOf } from '../papers/waybillsOf.ts'
import { readWarehouse, shelvesOf, type WarehouseRow } from '../warehouses/keepWarehouse.ts'

type ToPick = {
  id: string
  year: number
  number: number
  organisation: string
  organisationName: string
  place: string
  lines: { item: string; quantity: number }[]
}
type Proposal = {
  id: string
  kind: string
  at: string
  by: string | null
  byMe: boolean
  words: string | null
  lines: { item: string; lot: string; quantity: number; into: boolean }[]
}
type Unexplained = { id: string; item: string; lot: string; quantity: number; state: string; explanation: string | null; byMe: boolean; shelf: string }
type PaperLine = {
  id: string
  kind: string
  year: number
  number: number
  at: string
  words: string | null
  lines: number
  cancelled: boolean
  note: string | null
  /** Why it cannot be cancelled; null where it can. */
  stays: Stays | null
}

export type Day = {
  warehouse: Pick<WarehouseRow, 'id' | 'code' | 'name' | 'place' | 'open'>
  /** Whether the reader writes here, or only looks. */
  mine: boolean
  shelves: { id: string; code: string; kind: string; closedOn: string | null }[]
  expected: WaybillNow[]
  sent: WaybillNow[]
  toPick: ToPick[]
  toSign: { proposals: Proposal[]; unexplained: Unexplained[] }
  papers: PaperLine[]
}

export async function dayOf(db: Db, code: string): Promise<Day | Refused> {
  const warehouse = await readWarehouse(db, code)
  if ('refused' in warehouse) return warehouse
  const { id, name, place, open } = warehouse
  const waybills = await waybillsOf(db)
  const shelves = await shelvesOf(db, code)
  const me = db.actor.userId
  const lists = await asTheHouse(db, async (house) => ({
    toPick: await house.rows<ToPick>(sql`
      select r.id, r.year, r.number, r.organisation, o.name as organisation_name, r.place, r.lines
      from relief.release r join organisations.organisation o on o.id = r.organisation
      where r.warehouse = ${id} and r.state = 'open' order by r.recorded_at`),
    proposals: await house.rows<Proposal>(sql`
      select p.id, p.posting ->> 'kind' as kind, to_json(p.effective_at) #>> '{}' as at, w.name as by, coalesce(p.recorded_by = ${me}::uuid, false) as by_me,
        p.posting ->> 'words' as words, (select jsonb_agg(jsonb_build_object('item', m ->> 'item', 'lot', coalesce(m ->> 'lot', ''), 'quantity', (m ->> 'quantity')::int,
          'into', exists (select 1 from ledger.account a where a.id = (m ->> 'to')::uuid and ledger.holds_goods(a.kind)))) from jsonb_array_elements(p.posting -> 'moves') m) as lines
      from ledger.proposal p left join kernel.person w on w.id = p.recorded_by
      where p.owner = ${owner} and p.state = 'waiting' and p.posting ->> 'series' = ${code} order by p.recorded_at`),
    unexplained: await house.rows<Unexplained>(sql`
      select d.id, d.item, d.lot, d.quantity, d.state, d.explanation, coalesce(d.explained_by = ${me}::uuid, false) as by_me, a.code as shelf
      from ledger.discrepancy d join ledger.account a on a.id = d.account
      where d.owner = ${owner} and d.state in ('unexplained', 'explained') and starts_with(a.code, ${`${code}/`}) order by d.recorded_at`),
    papers: await house.rows<Omit<PaperLine, 'stays'>>(sql`
      select d.id, d.kind, d.year, d.number, to_json(d.effective_at) #>> '{}' as at, d.words, (select count(*)::int from ledger.move m where m.document = d.id) as lines,
        exists (select 1 from ledger.document c where c.reverses = d.id) as cancelled, (select n.id from relief.received_note n where n.document = d.id) as note
      from ledger.document d where d.owner = ${owner} and d.series = ${code} order by d.recorded_at desc, d.id limit 30`),
  }))
  const { toPick, proposals, unexplained } = lists
  const stays = await whyTheyStay(
    db,
    lists.papers.map(({ id: paper }) => paper),
  )
  const papers = lists.papers.map((paper) => ({ ...paper, stays: stays.get(paper.id) ?? null }))
  return {
    ...{ warehouse: { id, code, name, place, open }, mine: open && keeps(db.actor, place) },
    shelves: shelves.map(({ id: shelf, code: of, kind, closedOn }) => ({ id: shelf, code: of, kind, closedOn })),
    expected: waybills.filter(({ toWarehouse, state }) => toWarehouse === id && state === 'on_road'),
    sent: waybills.filter((one) => one.warehouse === id).slice(0, 60),
    ...{ toPick, toSign: { proposals, unexplained }, papers },
  }
}
