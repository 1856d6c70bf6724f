/**
 * The stock ledger measured: the balance of every item in every account over a million moves, against the same sum in bare SQL in turns in the same run (bar: twice);
 * then sixteen writers on the same lots at once, who must not take more than there is. Run: npx tsx bench/ledger.ts [moves]
 */
import { sql } from 'kysely'
import { act, asOwner, balances, isRefused, LedgerAccount, post, read, theSystem, verifyLedger } from '../src/kernel/index.ts'
import { openFreshHouse } from './support/freshHouse.ts'
import { bar, machineLoad, peakMemory, say } from './support/measure.ts'

const moves = Number(process.argv[2] ?? 1_000_000)
const [bins, items, lots] = [40, 200, 5]
const fresh = await openFreshHouse()
const { doors } = fresh.house
const owner = asOwner(doors)

const account = async (code: string, kind: 'bin' | 'supplier' | 'handed_over') =>
  (await owner.one<{ id: string }>(sql`
    insert into ${sql.raw(LedgerAccount.name)} (scope, owner, code, kind, name) values ('MZ', 'relief', ${code}, ${kind}, '{"pt":"x","en":"x"}') returning id`))!
    .id
const supplier = await account('supplier', 'supplier')
const handed = await account('handed', 'handed_over')
for (let bin = 1; bin <= bins; bin++) await account(`bin ${bin}`, 'bin')
const paper = await owner.one<{ id: string }>(sql`
  insert into ledger.document (scope, owner, kind, series, year, number) values ('MZ', 'relief', 'opening', 'BENCH', 2021, 1) returning id`)
await owner.run(sql`insert into kernel.paper_series values ('relief', 'BENCH', 'opening', 2021, 1)`)
// A year of receipts of 100 and issues of 1 to 20 later in the day; laid in one go, so the shelves are looked at once, at the end.
await owner.run(sql`
  insert into ledger.move (scope, effective_at, document, item, lot, from_account, to_account, quantity)
  select 'MZ', '2021-01-01'::timestamptz + (n * interval '1 second') + case when n % 5 = 0 then interval '0' else interval '12 hours' end, ${paper!.id},
    'item ' || (n / 5 % ${items}::int), 'lot ' || (n / 5 / ${items}::int % ${lots}::int),
    case when n % 5 = 0 then ${supplier}::uuid else b.id end, case when n % 5 = 0 then b.id else ${handed}::uuid end, case when n % 5 = 0 then 100 else 1 + n % 20 end
  from generate_series(0, ${moves - 1}::int) n
  join (select id, row_number() over (order by code) - 1 as at from ledger.account where kind = 'bin') b on b.at = n / 5 / ${items * lots}::int % ${bins}::int`)
await owner.run(sql`analyze ledger.move`)

let [ours, bare] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
let shelves = 0
for (let turn = 0; turn < 7; turn++) {
  let began = performance.now()
  const held = await read(doors, theSystem, (db) => balances(db, { owner: 'relief' }))
  ours = Math.min(ours, performance.now() - began)
  began = performance.now()
  const sums = await owner.rows(sql`
    select account, item, lot, sum(quantity)::double precision as quantity from (
      select to_account as account, item, lot, quantity from ledger.move union all select from_account, item, lot, -quantity from ledger.move) side
    group by account, item, lot`)
  bare = Math.min(bare, performance.now() - began)
  shelves = held.length
  if (sums.length < held.length) throw new Error('the bare sum knows fewer shelves')
}
say(
  `${moves.toLocaleString('en')} moves, ${shelves.toLocaleString('en')} shelves with something on them: balances ${ours.toFixed(0)} ms, bare sum ${bare.toFixed(0)} ms, the quickest of 7`,
)
bar('balances against the bare sum', ours / bare, 2)

const bin = await account('race', 'bin')
const posting = (kind: 'goods_received' | 'release', quantity: number) => ({
  ...{ owner: 'relief', kind, series: 'RACE', scope: 'MZ', at: kind === 'release' ? '2021-03-02T08:00:00Z' : '2021-03-01T08:00:00Z' },
  moves: ['A', 'B', 'C'].map((lot) => ({ item: 'race', lot, quantity, ...(kind === 'release' ? { from: bin, to: handed } : { from: supplier, to: bin }) })),
})
await act(doors, theSystem, (db) => post(db, posting('goods_received', 1000), { as: 'plan' }))
const began = performance.now()
const outcomes = await Promise.all(
  Array.from({ length: 16 }, async () => {
    let done = 0
    for (let paper = 0; paper < 25; paper++) if (!isRefused(await act(doors, theSystem, (db) => post(db, posting('release', 3), { as: 'plan' })))) done++
    return done
  }),
)
const seconds = (performance.now() - began) / 1000
const papers = outcomes.reduce((sum, done) => sum + done, 0)
say(`sixteen writers, 400 papers of three lots with room for 333: ${papers} written, ${(400 / seconds).toFixed(0)} papers/s`)
if (papers !== 333) throw new Error('more or less was taken than there was')
const proofs = await verifyLedger(owner)
if (proofs.length > 0) throw new Error(JSON.stringify(proofs))
say(`every proof of the ledger holds; ${peakMemory()}; ${machineLoad()}`)
await fresh.close()
