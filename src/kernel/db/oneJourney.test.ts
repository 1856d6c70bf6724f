import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '../../../test/support/testHouse.ts'
import { theSystem } from '../access/actor.ts'
import { inOneJourney } from './oneJourney.ts'
import { asOwner } from './transaction.ts'

let test: TestHouse
beforeAll(async () => {
  test = await openTestHouse()
})
afterAll(() => test?.close())

const person = (n: number) => ({ ...theSystem, userId: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` })
const written = async (topic: string) =>
  (await asOwner(test.house.doors).rows<{ recordId: string }>(sql`select record_id from kernel.change where topic = ${topic} order by record_id`)).map(
    ({ recordId }) => recordId,
  )
const write = (topic: string, n: number, divisor: number) =>
  inOneJourney<{ user: string; one: number }>(
    test.house.doors,
    person(n),
    sql`with line as (insert into kernel.change (topic, record_id, scope, class) values (${topic}, ${`${100 + n}`}, 'MZ', 2::smallint) returning 1)
      select current_setting('app.user') as user, 1 / ${divisor}::int as one from line`,
  )

it('writes what arrives together in fewer transactions than deeds, each as its own actor', async () => {
  const answers = await Promise.all(Array.from({ length: 40 }, (_, n) => write('together', n, 1)))
  expect(answers.map(([row]) => row!.user)).toEqual(Array.from({ length: 40 }, (_, n) => person(n).userId))
  expect(await written('together')).toHaveLength(40)
  const found = await asOwner(test.house.doors).one<{ n: number }>(sql`select count(distinct xid) as n from kernel.change where topic = 'together'`)
  expect(found!.n).toBeLessThan(20)
})

it('keeps the others when the database refuses one, and tells only that one', async () => {
  const answers = await Promise.allSettled(Array.from({ length: 30 }, (_, n) => write('one-fails', n, n % 10 === 7 ? 0 : 1)))
  expect(answers.flatMap(({ status }, n) => (status === 'rejected' ? [n] : []))).toEqual([7, 17, 27])
  expect(answers.map((answer) => answer.status === 'rejected' && String(answer.reason)).filter(Boolean)).toEqual(Array(3).fill('error: division by zero'))
  expect(await written('one-fails')).toEqual(Array.from({ length: 30 }, (_, n) => `${100 + n}`).filter((_, n) => n % 10 !== 7))
})
