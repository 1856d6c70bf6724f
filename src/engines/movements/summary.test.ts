import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysOf, linesOf, type Movement, movementKinds, reconcile, sumsByKind } from './summary.ts'

const movement = (change: Partial<Movement>): Movement => ({ kind: 'arrival', day: '2025-01-01', from: 'A', to: 'B', households: 1, individuals: 5, ...change })
const any = fc.record({
  kind: fc.constantFrom(...movementKinds),
  day: fc.constantFrom('2025-01-01', '2025-01-02'),
  from: fc.constantFrom('A', 'B', null),
  to: fc.constantFrom('A', 'B', 'C', null),
  households: fc.option(fc.nat(500), { nil: null }),
  individuals: fc.option(fc.nat(5000), { nil: null }),
})

describe('movements added up', () => {
  it('gives event tracking report 123 of Cabo Delgado: 87 movements, 4,488 people, by kind (D15)', () => {
    const published = [
      ['arrival', 62, 4031],
      ['departure', 12, 165],
      ['return', 12, 238],
      ['transit', 1, 54],
    ] as const
    const movements = published.flatMap(([kind, n, people]) =>
      Array.from({ length: n }, (_, at) => movement({ kind, individuals: Math.floor(people / n) + (at < people % n ? 1 : 0) })),
    )
    const sums = sumsByKind(movements)
    expect(sums.map(({ kind, movements: n, individuals }) => [kind, n, individuals])).toEqual(published)
    expect(sums.reduce((sum, { movements: n }) => sum + n, 0)).toBe(87)
    expect(sums.reduce((sum, { individuals }) => sum + individuals, 0)).toBe(4488)
  })

  it('counts a movement of unknown size as a movement and never as nobody', () => {
    const [sum] = sumsByKind([movement({}), movement({ individuals: null, households: null })])
    expect(sum).toEqual({ kind: 'arrival', movements: 2, individuals: 5, unsized: 1, households: 1, withoutHouseholds: 1 })
  })

  it('keeps what is not known of origin or destination as a line of its own', () => {
    const lines = linesOf([movement({ from: null }), movement({}), movement({ to: null, individuals: 7 })])
    expect(lines.map(({ from, to, individuals }) => [from, to, individuals])).toEqual([
      ['A', null, 7],
      ['A', 'B', 5],
      [null, 'B', 5],
    ])
  })

  it('is the same sum by kind, by line and by day, whatever moved', () => {
    fc.assert(
      fc.property(fc.array(any), (movements) => {
        for (const kind of movementKinds) {
          const of = (sums: { kind: string; individuals: number; unsized: number; movements: number }[]) =>
            sums.filter((sum) => sum.kind === kind).reduce(([a, b, c], s) => [a + s.individuals, b + s.unsized, c + s.movements], [0, 0, 0] as number[])
          expect(of(linesOf(movements))).toEqual(of(sumsByKind(movements)))
          expect(of(daysOf(movements))).toEqual(of(sumsByKind(movements)))
        }
      }),
    )
  })
})

describe('events against the next round', () => {
  const held = (people: number) => ({ people, covered: true })

  it('prints what the events do not explain', () => {
    const moves = [movement({ to: 'B', individuals: 300 }), movement({ kind: 'departure', from: 'B', to: 'C', individuals: 50 })]
    expect(reconcile('B', held(1000), held(1200), moves)).toMatchObject({ expected: 1250, residual: -50, why: null })
  })

  it('leaves a closed area without a residual, and a movement inside it without effect', () => {
    expect(reconcile('B', held(1000), held(1000), [movement({ from: 'B', to: 'B' })])).toMatchObject({ expected: 1000, residual: 0 })
  })

  it('has no residual where a stock, its coverage or the size of a movement is unknown, and says which', () => {
    expect(reconcile('B', { people: 'unknown', covered: true }, held(1), []).why).toBe('unknown-stock')
    expect(reconcile('B', held(1), { people: 1, covered: false }, []).why).toBe('not-covered')
    expect(reconcile('B', held(1), held(1), [movement({ individuals: null })])).toMatchObject({ why: 'unknown-size', residual: null })
  })
})
