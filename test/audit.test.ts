/** Who did what: a changed or removed line is found, named and dated; nothing that was written while others were still writing is left out. */
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { audit } from '../src/kernel/audit/audit.ts'
import { chainNewLines, firstLink, nextLink } from '../src/kernel/audit/seal.ts'
import { act, asOwner, read, sealChain, verifyAudit } from '../src/kernel/index.ts'
import { openTestHouse, type TestHouse } from './support/testHouse.ts'

describe('the chain', () => {
  // Made by hand with the method that SECURITY.md gives, for the first epoch 0b54c1de.
  it('begins with its epoch and goes on with each line as published', () => {
    expect(firstLink('0b54c1de')).toBe('5871e135741b56ee440d04df306343a1ff4b215a37119cb1fd61bd619bb101e0')
    const rows = [
      { seq: 1, who: 'ana', deed: 'submission.receive', what: 'a' },
      { seq: 2, who: 'bento', deed: 'submission.approve', what: 'a' },
      { seq: 3, who: 'bento', deed: 'round.freeze', what: '12' },
    ]
    expect(rows.reduce((link, row) => nextLink(link, row), firstLink('0b54c1de'))).toBe('6b7acc64029e5c5be30926cbfebccbf9472f60d1b6bed72e8ea2c10bc42d024d')
  })
})

describe('a sealed audit', () => {
  let test: TestHouse
  beforeEach(async () => {
    test = await openTestHouse()
  })
  afterEach(() => test?.close())

  const write = (count: number, deed: string) =>
    act(test.house.doors, test.actor('bento'), async (db) => {
      for (let n = 0; n < count; n++) await audit(db, deed, 'displacement.round', String(n), { n, label: 'número' })
      return 'written'
    })
  const seal = (at: string) => sealChain(test.house.doors, test.house.keyring.sealKey, new Date(at))
  const verdict = () => verifyAudit(test.house.doors, test.house.keyring.sealPublicKey)
  const owner = () => asOwner(test.house.doors)
  const firstSeal = '2026-01-01T08:00:00.000Z'
  const secondSeal = '2026-01-01T08:15:00.000Z'

  async function twoSeals(): Promise<number[]> {
    await write(5, 'first')
    expect(await seal(firstSeal)).toBe(true)
    await write(5, 'second')
    expect(await seal(secondSeal)).toBe(true)
    expect(await seal(secondSeal), 'nothing new, no seal').toBe(false)
    const lines = await owner().rows<{ seq: number }>(sql`select seq from kernel.audit order by seq`)
    expect(await verdict()).toMatchObject({ ok: true, lines: lines.length, seals: 2, unproven: 0, firstBadSeq: null, lastGoodSeal: secondSeal })
    return lines.map(({ seq }) => seq)
  }

  it('names the line that was changed, and the last seal before it', async () => {
    const seqs = await twoSeals()
    const changed = seqs.at(-2)!
    await owner().run(sql`update kernel.audit set deed = 'something else' where seq = ${changed}`)
    expect(await verdict()).toMatchObject({ ok: false, firstBadSeq: changed, lastGoodSeal: firstSeal })
    await owner().run(sql`update kernel.audit set deed = 'second' where seq = ${changed}`)
    expect(await verdict()).toMatchObject({ ok: true })
    for (const change of ['facts = facts || \'{"n": 99}\'', 'who = null', "role = 'admin'", "record_id = 'x'", "at = at + interval '1 second'"]) {
      const kept = await owner().one(sql`select facts, who, role, record_id, at from kernel.audit where seq = ${seqs.at(-5)}`)
      await owner().run(sql`update kernel.audit set ${sql.raw(change)} where seq = ${seqs.at(-5)}`)
      expect(await verdict(), change).toMatchObject({ ok: false, firstBadSeq: seqs.at(-5), lastGoodSeal: firstSeal })
      const { facts, who, role, recordId, at } = kept as { facts: object; who: string; role: string; recordId: string; at: string }
      await owner().run(
        sql`update kernel.audit set facts = ${JSON.stringify(facts)}::jsonb, who = ${who}, role = ${role}, record_id = ${recordId}, at = ${at} where seq = ${seqs.at(-5)}`,
      )
    }
  })

  it('names the line that was removed', async () => {
    const seqs = await twoSeals()
    await owner().run(sql`delete from kernel.audit where seq = ${seqs[2]}`)
    expect(await verdict()).toMatchObject({ ok: false, firstBadSeq: seqs[2], lastGoodSeal: null })
  })

  it('finds a removed end, even where the chain was cut with it', async () => {
    const seqs = await twoSeals()
    const last = seqs.at(-1)!
    await owner().run(sql`delete from kernel.audit where seq > ${seqs.at(-3)!}`)
    expect(await verdict()).toMatchObject({ ok: false, firstBadSeq: seqs.at(-2), lastGoodSeal: firstSeal })
    await owner().run(sql`delete from kernel.audit_chain where seq > ${seqs.at(-3)!}`)
    expect(await verdict()).toMatchObject({ ok: false, firstBadSeq: last, lastGoodSeal: firstSeal })
  })

  it('finds a chain that was forged after a change: the signature no longer fits', async () => {
    const seqs = await twoSeals()
    await owner().run(sql`update kernel.audit set deed = 'forged' where seq = ${seqs.at(-1)}`)
    await owner().run(sql`delete from kernel.audit_chain where seq = ${seqs.at(-1)}`)
    await chainNewLines(test.house.doors)
    expect(await verdict()).toMatchObject({ ok: false, firstBadSeq: seqs.at(-1), lastGoodSeal: firstSeal })
    await owner().run(sql`update kernel.audit_seal set hash = (select hash from kernel.audit_chain order by position desc limit 1) where at = ${secondSeal}`)
    expect(await verdict()).toMatchObject({ ok: false, firstBadSeq: seqs.at(-1), lastGoodSeal: firstSeal })
  })

  it('misses no line of a writer who was still writing while it was sealed', async () => {
    let letGo = () => {}
    const held = new Promise<void>((resolve) => {
      letGo = resolve
    })
    let started = () => {}
    const begun = new Promise<void>((resolve) => {
      started = resolve
    })
    const slow = act(test.house.doors, test.actor('carla'), async (db) => {
      await audit(db, 'slow', 'displacement.round', 'early')
      started()
      await held
      await audit(db, 'slow', 'displacement.round', 'late')
      return 'written'
    })
    await begun
    for (let turn = 0; turn < 5; turn++) {
      await write(20, `quick ${turn}`)
      await seal(new Date(Date.UTC(2026, 0, 1, 8, turn)).toISOString())
    }
    letGo()
    await slow
    // Writers and sealer at once, as under load.
    await Promise.all([
      ...Array.from({ length: 8 }, (_, index) => write(25, `at once ${index}`)),
      chainNewLines(test.house.doors),
      chainNewLines(test.house.doors),
    ])
    await seal('2026-01-01T09:00:00.000Z')
    const { lines, chained } = (await owner().one<{ lines: number; chained: number }>(
      sql`select (select count(*) from kernel.audit) as lines, (select count(*) from kernel.audit_chain) as chained`,
    ))!
    expect(chained).toBe(lines)
    expect(await verdict()).toMatchObject({ ok: true, lines, firstBadSeq: null })
  })

  it('lets nobody change, remove or read a line through the app door but the administrator, who only reads', async () => {
    await write(3, 'first')
    for (const name of ['bento', 'elsa', 'david'] as const)
      expect(await read(test.house.doors, test.actor(name), (db) => db.rows(sql`select 1 from kernel.audit`)), name).toEqual([])
    expect((await read(test.house.doors, test.actor('filipa'), (db) => db.rows(sql`select 1 from kernel.audit`))).length).toBeGreaterThan(2)
    for (const statement of ["update kernel.audit set deed = 'x'", 'delete from kernel.audit', 'select 1 from kernel.audit_chain', 'truncate kernel.audit'])
      await expect(
        read(test.house.doors, test.actor('filipa'), (db) => db.rows(sql.raw(statement))),
        statement,
      ).rejects.toThrow('permission denied')
  })
})
