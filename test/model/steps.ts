/** What may happen, as plain data: fast-check makes schedules of it, prints the one that fails and makes it shorter. */
import fc from 'fast-check'
import { lineFaults } from './line.ts'

const phone = fc.nat(2)
const pick = fc.nat(9)
const answers = {
  people: fc.integer({ min: 1, max: 50 }),
  households: fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 3 }),
  photos: fc.array(fc.constantFrom('small', 'small', 'large'), { maxLength: 2 }),
}
const day = 86_400_000

const lineFault = fc.record({ kind: fc.constantFrom(...lineFaults), at: fc.nat(4) })
const death = fc.record({ moment: fc.constantFrom('before-commit', 'after-commit'), at: fc.nat(9) })
const byButton = fc.boolean()
const does = <Name extends string>(name: Name) => fc.constant(name)

export const step = fc.oneof(
  { weight: 10, arbitrary: fc.record({ does: does('fill'), phone, ...answers }) },
  { weight: 3, arbitrary: fc.record({ does: does('begin'), phone }) },
  { weight: 4, arbitrary: fc.record({ does: does('finish'), phone, pick, ...answers }) },
  { weight: 4, arbitrary: fc.record({ does: does('edit'), phone, pick, ...answers }) },
  { weight: 2, arbitrary: fc.record({ does: does('copy'), phone, pick, other: fc.boolean() }) },
  { weight: 8, arbitrary: fc.record({ does: does('sync'), phone, byButton }) },
  { weight: 5, arbitrary: fc.record({ does: does('sync on a bad line'), phone, byButton, fault: lineFault }) },
  { weight: 4, arbitrary: fc.record({ does: does('sync while the phone dies'), phone, byButton, after: fc.nat(12) }) },
  { weight: 4, arbitrary: fc.record({ does: does('sync while the server dies'), phone, byButton, death }) },
  { weight: 3, arbitrary: fc.record({ does: does('sync all at once') }) },
  { weight: 2, arbitrary: fc.record({ does: does('back the phone up'), phone }) },
  { weight: 2, arbitrary: fc.record({ does: does('put the phone back'), phone }) },
  { weight: 1, arbitrary: fc.record({ does: does('lose the phone after a rescue file'), phone }) },
  { weight: 1, arbitrary: fc.record({ does: does('bring a rescue file') }) },
  { weight: 2, arbitrary: fc.record({ does: does('back the office up') }) },
  { weight: 2, arbitrary: fc.record({ does: does('put the office back') }) },
  { weight: 2, arbitrary: fc.record({ does: does('publish a version') }) },
  { weight: 2, arbitrary: fc.record({ does: does('set the clock'), phone, toMs: fc.constantFrom(0, 20 * 60_000, day, 20 * day, -3 * 365 * day) }) },
  { weight: 1, arbitrary: fc.record({ does: does('revoke the phone'), phone }) },
)

export const schedule = fc.record({ isRestricted: fc.boolean(), steps: fc.array(step, { minLength: 5, maxLength: 25, size: 'max' }) })

type ValueOf<Arbitrary> = Arbitrary extends fc.Arbitrary<infer Value> ? Value : never
export type Step = ValueOf<typeof step>
export type Schedule = ValueOf<typeof schedule>
