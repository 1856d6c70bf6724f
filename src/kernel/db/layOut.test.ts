import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '../../../test/support/testHouse.ts'
import { layOut } from './layOut.ts'
import { act, isRefused } from './transaction.ts'

let test: TestHouse
beforeAll(async () => {
  test = await openTestHouse()
})
afterAll(() => test?.close())

const columns = { n: 'integer', words: 'text', day: 'date', told: 'boolean', more: 'jsonb' } as const
const rows = [
  { n: 1, words: 'tab\tand\nline\r\nand \\ and \\N and \\. and "quotes", ção ɛ 🛖', day: '2026-11-28', told: true, more: { a: 'x\ty\\z', b: [1, null] } },
  { n: 2, words: '', day: null, told: false, more: null },
  { n: 3, words: '\\.', day: null, told: null, more: null },
]
const inTransaction = async <T>(deed: Parameters<typeof act<T>>[2]): Promise<T> => {
  const answer = await act<T>(test.house.doors, test.actor('noemia'), deed)
  if (isRefused(answer)) throw new Error(JSON.stringify(answer))
  return answer
}

it('lays rows out as they are, whatever letters they hold, and new ones in their place', async () => {
  const found = await inTransaction(async (db) => {
    const table = await layOut(db, 'laid_out', columns)
    await table.fill(table.written(rows.slice(0, 2)))
    const first = await db.rows(sql`select * from laid_out order by n`)
    await table.fill(table.written(rows.slice(2)))
    return [first, await db.rows(sql`select n, words from laid_out`)]
  })
  expect(found).toEqual([rows.slice(0, 2), [{ n: 3, words: '\\.' }]])
})

it('is gone after its transaction, and one that fails takes everything with it', async () => {
  const broken = inTransaction(async (db) => {
    const table = await layOut(db, 'laid_out', columns)
    await table.fill('no number\t\\N\t\\N\t\\N\t\\N\n')
  })
  await expect(broken).rejects.toThrow(/invalid input syntax for type integer/)
  const left = await inTransaction((db) => db.one<{ table: string | null }>(sql`select to_regclass('pg_temp.laid_out')::text as table`))
  expect(left).toEqual({ table: null })
})
