/** The stock ledger on a real database: the five published failure stories (relief specification 4.3), its walls, and 500 random schedules against the pure model. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { balance, countDifference, type Move, shortfall } from '../../engines/ledger/index.ts'
import { randomFrom } from '../../engines/sampling/index.ts'
import { type Actor, theSystem } from '../access/actor.ts'
import { asOwner, type Db, isRefused, type Refused } from '../db/transaction.ts'
import { balances, card } from './balances.ts'
import { cancel } from './cancel.ts'
import { count } from './count.ts'
import { explain, signExplanation } from './discrepancies.ts'
import { type AccountName, type LedgerHouse, openLedgerHouse } from './ledgerHouse.fixture.ts'
import { type Posted, type PostingRules, type Proposed, post, sign } from './post.ts'
import type { DocumentKind, Posting } from './posting.ts'
import { verifyLedger } from './verifyLedger.ts'

let stock: LedgerHouse
beforeAll(async () => {
  stock = await openLedgerHouse()
})
afterAll(() => stock?.close())

type Line = [item: string, from: AccountName, to: AccountName, quantity: number, lot?: string]
const posting = (kind: DocumentKind, day: string, lines: Line[]): Posting => ({
  ...{ owner: 'relief', kind, series: 'PEMBA', scope: 'MZ01', at: `${day}T08:00:00Z` },
  moves: lines.map(([item, from, to, quantity, lot]) => ({ item, from: stock.accounts[from], to: stock.accounts[to], quantity, ...(lot ? { lot } : {}) })),
})
const write = (kind: DocumentKind, day: string, lines: Line[], rules: PostingRules = { as: 'plan' }) =>
  stock.deed<Posted | Proposed>(stock.keeper, (db) => post(db, posting(kind, day, lines), rules))
const written = async (...asked: Parameters<typeof write>): Promise<Posted> => {
  const answer = await write(...asked)
  if (!('document' in answer)) throw new Error(JSON.stringify(answer))
  return answer
}
const asHouse = <T>(deed: (db: Db) => Promise<T>) => stock.deed(theSystem, deed) as Promise<T>
const held = async (item: string, account: AccountName = 'bin') =>
  (await asHouse((db) => balances(db, { owner: 'relief', item, account: stock.accounts[account] }))).reduce((sum, { quantity }) => sum + quantity, 0)
const countBin = (actor: Actor, item: string, counted: number, day: string, aloneUpTo?: number) =>
  stock.deed<Posted | Proposed>(actor, (db) =>
    count(db, {
      ...{ owner: 'relief', series: 'PEMBA', scope: 'MZ01', account: stock.accounts.bin, lines: [{ item, counted, countedAt: `${day}T08:00:00Z` }] },
      ...(aloneUpTo === undefined ? {} : { aloneUpTo }),
    }),
  )
const codes = (answer: unknown) => (isRefused(answer) ? (answer as Refused).refused.map(({ code }) => code) : answer)

describe('the five published failure stories', () => {
  it('S1: a count against the balance at the moment of counting is no difference', async () => {
    await written('goods_received', '2021-03-01', [['S1', 'supplier', 'bin', 1000]])
    await written('release', '2021-03-03', [['S1', 'bin', 'handed', 100]])
    const counted = await countBin(stock.keeper, 'S1', 900, '2021-03-05')
    expect(counted).toMatchObject({ discrepancies: [] })
    expect(await held('S1')).toBe(900)
  })

  it('S2: a cancelled paper stands in every view beside what cancels it', async () => {
    await written('goods_received', '2021-03-01', [['S2', 'supplier', 'bin', 300]])
    const issued = await written('release', '2021-03-02', [['S2', 'bin', 'handed', 100]])
    const taken = (await stock.deed(stock.keeper, (db) => cancel(db, issued.document, { at: '2021-03-04T08:00:00Z', words: 'truck broke down' }))) as Posted
    expect(await held('S2')).toBe(300)
    const lines = await asHouse((db) => card(db, { account: stock.accounts.bin, item: 'S2' }))
    expect(lines.map(({ kind, change, balance }) => [kind, change, balance])).toEqual([
      ['goods_received', 300, 300],
      ['release', -100, 200],
      ['cancellation', 100, 300],
    ])
    expect(lines[1]!.reversedBy).toBe(taken.document)
    expect(lines[2]!.reverses).toBe(issued.document)
    expect(codes(await stock.deed(stock.keeper, (db) => cancel(db, issued.document, { at: '2021-03-05T08:00:00Z', words: 'again' })))).toEqual([
      'ledger.cancelled-already',
    ])
    expect(codes(await stock.deed(stock.keeper, (db) => cancel(db, taken.document, { at: '2021-03-05T08:00:00Z', words: 'again' })))).toEqual([
      'ledger.is-cancellation',
    ])
  })

  it('S3: an issue before its receipt is refused with the day, and as a fact becomes a discrepancy', async () => {
    await written('goods_received', '2021-03-03', [['S3', 'supplier', 'bin', 500]])
    const refusal = { code: 'ledger.below-zero', facts: { account: 'bin', item: 'S3', lot: '', asked: 200, have: 0, at: '2021-03-02' } }
    expect(await write('release', '2021-03-02', [['S3', 'bin', 'handed', 200]])).toEqual({ refused: [refusal] })
    const fact = await written('release', '2021-03-02', [['S3', 'bin', 'handed', 200]], { as: 'fact' })
    const found = await asHouse((db) => db.rows(sql`select item, quantity, state from ledger.discrepancy where caused_by = ${fact.document}`))
    expect(found).toEqual([{ item: 'S3', quantity: 200, state: 'unexplained' }])
    // Cancelled, it takes its discrepancy with it.
    await stock.deed(stock.keeper, (db) => cancel(db, fact.document, { at: '2021-03-06T08:00:00Z', words: 'typed on the wrong day' }))
    expect(await held('S3')).toBe(500)
  })

  it('S4: custody makes it impossible that two tablets give out the same; without it, the second gives a discrepancy of 60', async () => {
    await written('goods_received', '2021-03-01', [['S4', 'supplier', 'bin', 100]])
    await written('release', '2021-03-02', [['S4', 'bin', 'tablet', 60]])
    expect(codes(await write('handover', '2021-03-03', [['S4', 'tablet', 'handed', 80]]))).toEqual(['ledger.below-zero'])
    await written('goods_received', '2021-03-01', [['S4b', 'supplier', 'bin', 100]])
    expect((await written('handover', '2021-03-03', [['S4b', 'bin', 'handed', 80]], { as: 'fact' })).discrepancies).toEqual([])
    const second = await written('handover', '2021-03-03', [['S4b', 'bin', 'handed', 80]], { as: 'fact' })
    const [one] = await asHouse((db) => db.rows<{ quantity: number }>(sql`select quantity from ledger.discrepancy where id = ${second.discrepancies[0]}`))
    expect(one!.quantity).toBe(60)
    expect(await held('S4b')).toBe(0)
  })
})

describe('what two people must see', () => {
  it('keeps a loss above what one may write alone waiting for another person', async () => {
    await written('goods_received', '2021-03-01', [['two', 'supplier', 'bin', 100]])
    const asked = (await write('loss', '2021-03-02', [['two', 'bin', 'lost', 40]], { as: 'fact', aloneUpTo: 10 })) as Proposed
    expect(await held('two')).toBe(100)
    expect(codes(await stock.deed(stock.keeper, (db) => sign(db, asked.proposal)))).toEqual(['ledger.second-person'])
    expect(await stock.deed(stock.second, (db) => sign(db, asked.proposal))).toMatchObject({ discrepancies: [] })
    expect(await held('two')).toBe(60)
    expect(codes(await stock.deed(stock.second, (db) => sign(db, asked.proposal)))).toEqual(['ledger.nothing-waits'])
    expect('proposal' in (await countBin(stock.keeper, 'two', 20, '2021-03-03', 10))).toBe(true)
    expect('document' in (await countBin(stock.keeper, 'two', 55, '2021-03-03', 10))).toBe(true)
  })

  it('leaves a discrepancy unexplained until one has explained and another has signed', async () => {
    const fact = await written('handover', '2021-03-03', [['why', 'bin', 'handed', 5]], { as: 'fact' })
    const [id] = fact.discrepancies
    expect(codes(await stock.deed(stock.keeper, (db) => signExplanation(db, id!)))).toEqual(['ledger.nothing-waits'])
    expect(codes(await stock.deed(stock.keeper, (db) => explain(db, id!, ' ')))).toEqual(['ledger.no-reason'])
    await stock.deed(stock.keeper, (db) => explain(db, id!, 'The receipt of the day before was never written.'))
    expect(codes(await stock.deed(stock.keeper, (db) => signExplanation(db, id!)))).toEqual(['ledger.second-person'])
    expect(await stock.deed(stock.second, (db) => signExplanation(db, id!))).toEqual({ state: 'signed' })
  })
})

describe('the walls', () => {
  it('refuse halves, nothing, unknown and closed places, and a cancellation of what has gone on', async () => {
    expect(codes(await write('release', '2021-03-01', []))).toEqual(['ledger.nothing-moved'])
    expect(codes(await write('release', '2021-03-01', [['wall', 'bin', 'bin', 1.5]]))).toEqual(['ledger.not-whole', 'ledger.same-account'])
    expect(codes(await write('release', 'soon', [['wall', 'bin', 'handed', 1]]))).toEqual(['ledger.no-moment'])
    const strange = { ...posting('release', '2021-03-01', [['wall', 'bin', 'handed', 1]]), owner: 'publications' }
    expect(codes(await stock.deed(stock.keeper, (db) => post(db, strange, { as: 'plan' })))).toEqual(['ledger.account-unknown', 'ledger.account-unknown'])
    await asHouse((db) => db.run(sql`update ledger.account set closed_on = '2021-02-01' where id = ${stock.accounts.shelf}`))
    expect(codes(await write('goods_received', '2021-03-01', [['wall', 'supplier', 'shelf', 1]]))).toEqual(['ledger.account-closed'])
    const receipt = await written('goods_received', '2021-03-01', [['wall', 'supplier', 'bin', 10]])
    await written('release', '2021-03-02', [['wall', 'bin', 'handed', 4]])
    expect(codes(await stock.deed(stock.keeper, (db) => cancel(db, receipt.document, { at: '2021-03-03T08:00:00Z', words: 'wrong item' })))).toEqual([
      'ledger.gone-on',
    ])
  })

  it('hold in the database itself, whatever code writes', async () => {
    const paper = await written('goods_received', '2021-03-01', [['bare', 'supplier', 'bin', 10]])
    const bare = (quantity: number, reverses: string | null = null) =>
      asHouse((db) =>
        db.run(sql`
          insert into ledger.move (scope, effective_at, document, item, lot, from_account, to_account, quantity, reverses)
          values ('MZ01', '2021-03-02', ${paper.document}, 'bare', '', ${stock.accounts.bin}, ${stock.accounts.handed}, ${quantity}, ${reverses})`),
      )
    await expect(bare(11)).rejects.toThrow('would hold -1')
    const [move] = await asHouse((db) => db.rows<{ id: string }>(sql`select id from ledger.move where document = ${paper.document}`))
    await expect(bare(10, move!.id)).rejects.toThrow('does not mirror')
    await expect(asHouse((db) => db.run(sql`update ledger.move set quantity = 1 where id = ${move!.id}`))).rejects.toThrow('permission denied')
    await expect(
      stock.deed(stock.keeper, (db) => db.run(sql`insert into ledger.account (scope, owner, code, kind, name) values ('MZ01', 'x', 'x', 'bin', '{}')`)),
    ).rejects.toThrow('row-level security')
  })

  it('let sixteen writers of one lot take no more than there is, and leave no number out', async () => {
    await written('goods_received', '2021-03-01', [['race', 'supplier', 'bin', 100, 'L1']])
    const answers = await Promise.all(Array.from({ length: 16 }, () => write('release', '2021-03-02', [['race', 'bin', 'handed', 9, 'L1']])))
    expect(answers.filter((answer) => 'document' in answer)).toHaveLength(11)
    expect(new Set(answers.flatMap(codes).filter((code) => typeof code === 'string'))).toEqual(new Set(['ledger.below-zero']))
    expect(await held('race')).toBe(1)
    expect(await asHouse(verifyLedger)).toEqual([])
  })
})

/** One random life of one item: plans, facts, counts and cancellations at random days, in an order of recording of their own. */
async function schedule(db: Db, n: number): Promise<void> {
  const random = randomFrom(`schedule ${n}`)
  const whole = (below: number) => Math.floor(random() * below)
  const item = `P${n}`
  const names = ['supplier', 'bin', 'tablet', 'handed'] as const
  const model: Move[] = []
  const papers: { document: string; moves: Move[] }[] = []
  const at = (day: number) => `2021-04-${String(day + 1).padStart(2, '0')}T08:00:00Z`
  const shelves = (['bin', 'tablet'] as const).map((account) => ({ account, item, lot: '' }))
  const gapsOf = (moves: Move[]) =>
    shelves.flatMap((shelf) => {
      const short = shortfall([...model, ...moves], shelf)
      return short ? [{ ...moves[0]!, from: 'adjustment', to: shelf.account, quantity: -short.deepest, effectiveAt: short.at }] : []
    })
  for (let turn = 0; turn < 6; turn++) {
    const day = whole(28)
    const deed = random()
    if (deed < 0.15 && papers.length > 0) {
      const [paper] = papers.splice(whole(papers.length), 1)
      const mirrored = paper!.moves.map((move) => ({ ...move, from: move.to, to: move.from, effectiveAt: at(day) }))
      const answer = await cancel(db, paper!.document, { at: at(day), words: 'schedule' })
      expect(isRefused(answer), `schedule ${n}`).toBe(gapsOf(mirrored).length > 0)
      if (!isRefused(answer)) model.push(...mirrored)
    } else if (deed < 0.25) {
      const counted = whole(60)
      const difference = countDifference(counted, model, shelves[0]!, at(day))
      const order = { owner: 'relief', series: `S${n}`, scope: 'MZ01', account: stock.accounts.bin, lines: [{ item, counted, countedAt: at(day) }] }
      const answer = await count(db, order)
      expect(isRefused(answer), `schedule ${n}`).toBe(false)
      const moved = { item, lot: '', quantity: Math.abs(difference), effectiveAt: at(day), recordedAt: '' }
      const moves = difference === 0 ? [] : [difference > 0 ? { ...moved, from: 'adjustment', to: 'bin' } : { ...moved, from: 'bin', to: 'adjustment' }]
      model.push(...(moves.length > 0 ? gapsOf(moves) : []), ...moves)
    } else {
      const from = whole(3)
      const move = { item, lot: '', from: names[from]!, to: names[from + 1]!, quantity: 1 + whole(50), effectiveAt: at(day), recordedAt: '' }
      const gaps = gapsOf([move])
      const as = random() < 0.5 ? 'plan' : 'fact'
      const asked = { ...posting('waybill', '2021-04-01', [[item, names[from]!, names[from + 1]!, move.quantity]]), series: `S${n}`, at: at(day) }
      const answer = await post(db, asked, { as })
      expect(isRefused(answer), `schedule ${n}`).toBe(as === 'plan' && gaps.length > 0)
      if (isRefused(answer)) continue
      model.push(...gaps, move)
      papers.push({ document: (answer as Posted).document, moves: [...gaps, move] })
    }
  }
  const shown = await balances(db, { owner: 'relief', item })
  for (const shelf of shelves) {
    const { quantity } = shown.find(({ account }) => account === stock.accounts[shelf.account]) ?? { quantity: 0 }
    expect(quantity, `schedule ${n}`).toBe(balance(model, shelf))
    const lines = await card(db, { account: stock.accounts[shelf.account], item })
    expect(lines.at(-1)?.balance ?? 0, `schedule ${n}`).toBe(quantity)
    expect(
      lines.every(({ balance: after }) => after >= 0 || lines.length > 1),
      `schedule ${n}`,
    ).toBe(true)
  }
}

describe('any order of things', () => {
  it('S5: agrees with the model in 500 random schedules, and every proof holds afterwards', async () => {
    for (let n = 0; n < 500; n += 25)
      await asHouse(async (db) => {
        for (let one = n; one < n + 25; one++) await schedule(db, one)
      })
    expect(await verifyLedger(asOwner(stock.house.doors))).toEqual([])
    const [{ moves } = { moves: 0 }] = await asOwner(stock.house.doors).rows<{ moves: number }>(
      sql`select count(*)::int as moves from ledger.move where item like 'P%'`,
    )
    expect(moves).toBeGreaterThan(1500)
  })

  it('is noticed when a database was spoilt by hand', async () => {
    const spoil = (statement: string) => asOwner(stock.house.doors).run(sql.raw(statement))
    await spoil('alter table ledger.move disable trigger never_below_zero')
    await spoil(
      `update ledger.move set quantity = quantity + 5000 where id = (select id from ledger.move where from_account = '${stock.accounts.bin}' and reverses is null limit 1)`,
    )
    await spoil("update kernel.paper_series set last = last + 1 where series = 'PEMBA' and kind = 'release'")
    await spoil('alter table ledger.move enable trigger never_below_zero')
    const found = codes({ refused: await verifyLedger(asOwner(stock.house.doors)) }) as string[]
    expect(found).toContain('ledger.proof-below-zero')
    expect(found).toContain('ledger.proof-number-missing')
  })
})
