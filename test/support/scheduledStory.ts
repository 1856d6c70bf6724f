/** A text whose day comes: the house publishes it, not past an obstacle, and once. */
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { publishScheduled } from '../../src/domains/publications/products/publishScheduled.ts'
import { asOwner } from '../../src/kernel/index.ts'
import type { TestHouse } from './testHouse.ts'

type Who = Parameters<TestHouse['ask']>[0]
type Refused = { code: string }
type Standing = { id: string; slug: string; state: string }
type Given = {
  house: () => TestHouse
  product: () => Standing
  again: () => Promise<Standing>
  consent: () => string
  step: (who: Who, name: string, payload?: object) => Promise<{ body: { refusals?: Refused[] } }>
  dayFrom: (days: number) => string
}
const codes = (answer: { body: { refusals?: Refused[] } }) => (answer.body.refusals ?? []).map(({ code }) => code)

export function goesOutByItself({ house, product, again, consent, step, dayFrom }: Given): void {
  it('goes out by itself on its day, not past an obstacle, and once however often the job runs or dies', async () => {
    await asOwner(house().house.doors).run(sql`update publications.product set publish_on = ${dayFrom(0)} where id = ${product().id}`)
    const consentUntil = (day: string | null) =>
      asOwner(house().house.doors).run(sql`update publications.picture_consent set to_day = ${day}::date where id = ${consent()}`)
    const lines = (deed: string) => asOwner(house().house.doors).rows(sql`select 1 from kernel.audit where record_id = ${product().id} and deed = ${deed}`)
    await consentUntil(dayFrom(-1))
    await asOwner(house().house.doors).run(sql`update publications.product set cleared_by = ${house().people.elsa.id} where id = ${product().id}`)
    for (let run = 0; run < 2; run++) expect(await publishScheduled(house().house)).toEqual({ published: 0, held: 1 })
    const { products } = (await house().ask('olga', { url: '/api/publications/calendar' })).body as { products: { missing: Refused[] }[] }
    expect(products).toMatchObject([
      { state: 'scheduled', heldAt: expect.any(String), missing: [{ code: 'publish.same-person' }, { code: 'publish.consent-missing' }] },
    ])
    expect(codes(await step('elsa', 'publish'))).toEqual(['publish.same-person', 'publish.consent-missing'])
    expect((await lines('publications.hold-back')).length).toBe(1)
    await asOwner(house().house.doors).run(sql`update publications.product set cleared_by = ${house().people.celia.id} where id = ${product().id}`)
    await consentUntil(dayFrom(30))

    // A worker that is killed before it is done leaves nothing behind; of two that come after it one publishes.
    const killed = await house()
      .house.doors.owner.transaction()
      .execute(async (transaction) => {
        await sql`select 1 from publications.product where id = ${product().id} for update`.execute(transaction)
        const outcome = publishScheduled(house().house).catch(() => 'died')
        const waits = sql`select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%publications.product%'`
        await expect.poll(async () => (await asOwner(house().house.doors).rows(waits)).length, { interval: 20 }).toBe(1)
        await asOwner(house().house.doors).rows(sql`select pg_terminate_backend(pid) from (${waits}) as waiting`)
        return outcome
      })
    expect(killed).toBe('died')
    expect((await again()).state).toBe('scheduled')
    const runs = await Promise.all([publishScheduled(house().house), publishScheduled(house().house)])
    expect([...runs, await publishScheduled(house().house)].reduce((sum, { published }) => sum + published, 0)).toBe(1)
    await again()
    const versions = await asOwner(house().house.doors).rows(sql`select version from kernel.product where slug = ${product().slug}`)
    expect([product().state, versions.length, (await lines('publications.publish')).length]).toEqual(['published', 1, 1])
  })
}
