import { describe, expect, it } from 'vitest'
import { bandOf, cellOf, tableOf } from './coarsen.ts'
import { keysOf, passGate } from './gate.ts'

const unit = (answers: Record<string, unknown>) => ({ stratum: 'Metuge', answers }) as never
const columns = [
  { question: 'size', isKey: true },
  { question: 'wish', isKey: false },
]

describe('the gate of a public file', () => {
  it('takes the risk of Benedetti and Franconi over the keys alone: one of its kind for ten households, .2558; two, .0827', () => {
    const table = tableOf(columns, [unit({ size: 4, wish: 'a' }), unit({ size: 4, wish: 'b' }), unit({ size: 12, wish: 'a' })], [10, 10, 10], false)
    const limit = (2 * 0.0826841 + 0.2558428) / 3
    const keys = keysOf(columns, false)
    expect(passGate(table, keys, limit + 1e-6)).toMatchObject({ kAnonymity: 1, unique: 1, highest: expect.closeTo(0.2558428, 6), keys: ['size'] })
    const refusal = passGate(table, keys, limit - 1e-6)
    expect(refusal).toMatchObject({
      refused: [{ code: 'microdata.risk', facts: { risk: 14.04, k: 1, unique: 1, keys: ['size (4.64 %)'], rare: ['size (12, 4)'] } }],
    })
  })

  it('takes a weight for a key, because it tells the cluster', () => {
    expect(keysOf(columns, true)).toEqual(['size', 'weight'])
    const table = tableOf(columns, [unit({ size: 4 }), unit({ size: 4 })], [10, 11], true)
    expect(passGate(table, keysOf(columns, true), 1)).toMatchObject({ kAnonymity: 1, unique: 2 })
  })
})

describe('a cell', () => {
  it('puts numbers into bands, merges rare answers, and leaves what was not said empty', () => {
    expect([0, 1, 2, 3, 5, 6, 40].map((value) => bandOf(value, [1, 2, 3, 6]))).toEqual(['<1', '1', '2', '3-5', '3-5', '6+', '6+'])
    expect(cellOf('tent', { merge: ['tent'] })).toBe('merged')
    expect(cellOf(['land', 'tent', 'car'], { merge: ['tent', 'car'] })).toBe('land merged')
    expect([cellOf(null, {}), cellOf(undefined, {}), cellOf('', {}), cellOf(0, {})]).toEqual(['', '', '', '0'])
  })

  it('stands in an order that says nothing of who was visited when', () => {
    const one = [unit({ size: 9, wish: 'b' }), unit({ size: 1, wish: 'a' })]
    expect(tableOf(columns, one, [1, 2], false)).toEqual(tableOf(columns, one.toReversed(), [2, 1], false))
  })
})
