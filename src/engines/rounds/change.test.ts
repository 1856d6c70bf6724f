import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ChangeTerms, change, changeByArea, type PlaceInRound } from './change.ts'
import type { Lineage } from './lineage.ts'

const none: Lineage = new Map()
const place = (name: string, individuals: PlaceInRound['individuals'], more: Partial<PlaceInRound> = {}): PlaceInRound => ({
  place: name,
  individuals,
  households: typeof individuals === 'number' ? Math.ceil(individuals / 5) : individuals,
  fresh: true,
  ...more,
})
const terms = (answer: ReturnType<typeof change>): ChangeTerms => {
  if ('code' in answer) throw new Error(answer.code)
  return answer
}
const people = (before: PlaceInRound[], after: PlaceInRound[], lineage = none) => terms(change(before, after, { unit: 'individuals', lineage }))

describe('change between two rounds', () => {
  it('keeps the same places, new coverage and lost coverage apart', () => {
    expect(people([place('a', 100), place('b', 40)], [place('a', 110), place('c', 70)])).toEqual({
      unit: 'individuals',
      raw: 40,
      common: { places: 1, from: 100, change: 10 },
      newlyCovered: { places: 1, amount: 70 },
      noLongerCovered: { places: 1, amount: 40 },
      carriedForward: { places: 0, change: 0 },
      percentOfCommonBase: 10,
    })
  })

  it('shows a carried place apart, on whichever side it was carried, and compares it when both sides are fresh', () => {
    const carried = people([place('a', 100), place('b', 50, { fresh: false })], [place('a', 100, { fresh: false }), place('b', 60)])
    expect(carried.common.places).toBe(0)
    expect(carried.carriedForward).toEqual({ places: 2, change: 10 })
    expect(carried.percentOfCommonBase).toBeNull()
    expect(people([place('a', 100)], [place('a', 110)]).common.places).toBe(1)
  })

  it('follows a place that was renamed, divided or joined', () => {
    const lineage = new Map([
      ['mieze-old', ['mieze']],
      ['big', ['east', 'west']],
      ['left', ['whole']],
      ['right', ['whole']],
    ])
    const answer = people(
      [place('mieze-old', 10), place('big', 100), place('left', 30), place('right', 20)],
      [place('mieze', 12), place('east', 70), place('west', 50), place('whole', 60)],
      lineage,
    )
    expect(answer.common).toEqual({ places: 3, from: 160, change: 32 })
    expect(answer.newlyCovered.places + answer.noLongerCovered.places).toBe(0)
  })

  it('does not compare the whole with the part that was visited', () => {
    const lineage = new Map([
      ['big', ['east', 'west']],
      ['left', ['whole']],
      ['right', ['whole']],
    ])
    const answer = people([place('big', 100), place('left', 30)], [place('east', 70), place('whole', 60)], lineage)
    expect(answer.common.places).toBe(0)
    expect(answer).toMatchObject({ newlyCovered: { places: 2, amount: 130 }, noLongerCovered: { places: 2, amount: 130 }, raw: 0 })
  })

  it('knows a place that kept its code while a part of it left', () => {
    const lineage = new Map([['district', ['district', 'new district']]])
    expect(people([place('district', 100)], [place('district', 60), place('new district', 50)], lineage).common).toEqual({ places: 1, from: 100, change: 10 })
    expect(people([place('district', 100)], [place('district', 60)], lineage).common.places).toBe(0)
  })

  it('compares two rounds that both use the later code', () => {
    expect(people([place('mieze', 10)], [place('mieze', 12)], new Map([['mieze-old', ['mieze']]])).common).toEqual({ places: 1, from: 10, change: 2 })
  })

  it('gives no percent without a common base', () => {
    expect(people([place('a', 0)], [place('a', 5)]).percentOfCommonBase).toBeNull()
    expect(people([], [place('a', 5)]).percentOfCommonBase).toBeNull()
  })

  it('refuses a unit that is unknown somewhere, names the places and offers the other unit', () => {
    const before = [place('a', 'unknown', { households: 20 }), place('b', 5)]
    expect(change(before, [place('a', 90)], { unit: 'individuals', lineage: none })).toEqual({
      code: 'change.figure-unknown',
      facts: { unit: 'individuals', places: ['a'], offer: 'households' },
    })
    expect(change(before, [place('a', 90, { households: 'withheld' })], { unit: 'individuals', lineage: none })).toMatchObject({ facts: { offer: null } })
    expect(terms(change(before, [place('a', 90)], { unit: 'households', lineage: none })).raw).toBe(-3)
  })

  it('refuses a place that stands twice in one round', () => {
    expect(change([place('a', 1), place('a', 2)], [], { unit: 'individuals', lineage: none })).toEqual({ code: 'change.place-twice', facts: { places: ['a'] } })
  })

  it('counts a place that moved to another district where it is now, and one that spread over several in none of them', () => {
    const lineage = new Map([
      ['moved-old', ['moved']],
      ['spread', ['here', 'there']],
    ])
    const areas: Record<string, string> = { 'moved-old': 'Mocímboa da Praia', moved: 'Metuge', here: 'Metuge', there: 'Mecúfi', gone: 'Mecúfi' }
    const answer = changeByArea([place('moved-old', 10), place('spread', 20), place('gone', 7)], [place('moved', 15), place('here', 12), place('there', 9)], {
      unit: 'individuals',
      lineage,
      areaOf: (name) => areas[name] ?? null,
    })
    if ('code' in answer) throw new Error(answer.code)
    expect(answer.map(({ area, terms }) => [area, terms.raw])).toEqual([
      ['Metuge', 5],
      [null, 1],
      ['Mecúfi', -7],
    ])
  })

  const round = fc
    .uniqueArray(fc.record({ place: fc.integer({ min: 0, max: 14 }).map(String), individuals: fc.nat(5000), households: fc.nat(900), fresh: fc.boolean() }), {
      selector: (row) => row.place,
    })
    .map((rows): PlaceInRound[] => rows)
  const anyLineage = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 14 }).map(String), fc.uniqueArray(fc.integer({ min: 0, max: 14 }).map(String), { minLength: 1, maxLength: 3 })), {
      maxLength: 6,
    })
    .map((entries): Lineage => new Map(entries))

  it('accounts for every person of the raw difference, whatever the lineage', () => {
    fc.assert(
      fc.property(round, round, anyLineage, (before, after, lineage) => {
        const sum = (rows: PlaceInRound[]) => rows.reduce((total, row) => total + (row.individuals as number), 0)
        const whole = people(before, after, lineage)
        expect(whole.raw).toBe(sum(after) - sum(before))
        expect(whole.common.change + whole.newlyCovered.amount - whole.noLongerCovered.amount + whole.carriedForward.change).toBe(whole.raw)
        const parts = changeByArea(before, after, {
          unit: 'individuals',
          lineage,
          areaOf: (name) => (Number(name) % 3 === 0 ? null : `area ${Number(name) % 3}`),
        })
        if ('code' in parts) throw new Error(parts.code)
        expect(parts.reduce((total, { terms }) => total + terms.common.change, 0)).toBe(whole.common.change)
        expect(parts.reduce((total, { terms }) => total + terms.raw, 0)).toBe(whole.raw)
      }),
    )
  })

  it('is the same change with the sign turned when the rounds are turned, without lineage', () => {
    fc.assert(
      fc.property(round, round, (before, after) => {
        const forth = people(before, after)
        const back = people(after, before)
        expect(back.raw + forth.raw).toBe(0)
        expect(back.newlyCovered).toEqual(forth.noLongerCovered)
        expect(back.common.change + forth.common.change).toBe(0)
      }),
    )
  })
})
