import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addPerson, type ListedPerson, likePeople, listOfPeople } from './index.ts'

const person = (given: string | null, surname: string | null, sex: string | null, birth: string | null): ListedPerson => ({ given, surname, sex, birth })
const families = ['Nkavadeka', 'Cossa', 'Macuácua', 'Amade', 'Mucavele', 'Nhantumbo', 'Saíde', 'Chissano', 'Tembe', 'Sitoe']
const site = Array.from({ length: 400 }, (_, i) =>
  person(['Amina', 'João', 'Fátima', 'Abdul', 'Rosa', 'Momade', 'Zainabo'][i % 7]!, families[(i * 3) % 10]!, i % 2 ? 'm' : 'f', String(1950 + ((i * 13) % 70))),
)
const mariamo = person('Mariamo', 'Nkavadeka', 'f', '1988')
const list = () => listOfPeople([...site, mariamo])
const found = (asked: ListedPerson) =>
  likePeople(list(), asked).map(({ row, why }) => ({ row, why: Object.fromEntries(why.map(({ field, agrees }) => [field, agrees])) }))

describe('who of a list this person could be', () => {
  it('is found as written, spelt by ear, with names exchanged, and with a year that was told otherwise', () => {
    expect(found(mariamo)[0]).toEqual({ row: 400, why: { names: 'same', birth: 'same', sex: 'same' } })
    expect(found(person('Mariamu', 'Ncavadeca', 'f', '1988'))[0]).toEqual({ row: 400, why: { names: 'alike', birth: 'same', sex: 'same' } })
    expect(found(person('Nkavadeka', 'Mariamo', 'f', '1988'))[0]).toEqual({ row: 400, why: { names: 'swapped', birth: 'same', sex: 'same' } })
    expect(found(person('Mariamo', 'Nkavadeka', 'f', '1986-05-17'))[0]).toEqual({ row: 400, why: { names: 'same', birth: 'near', sex: 'same' } })
  })

  it('is still found when nothing but the names is known, and what is not known is not given as a reason', () => {
    expect(found(person('Mariamo', 'Nkavadeka', null, null))[0]).toEqual({ row: 400, why: { names: 'same' } })
    expect(found(person('Mariamo', 'Nkavadeka', '', ''))[0]).toEqual({ row: 400, why: { names: 'same' } })
  })

  it('is not her brother, her neighbour, or somebody of the same age', () => {
    expect(found(person('Celestino', 'Nkavadeka', 'm', '1990'))).toEqual([])
    expect(found(person('Mariamo', 'Tovela', 'f', '2015'))).toEqual([])
    expect(found(person('Glória', 'Bila', 'f', '1988'))).toEqual([])
    expect(found(person(null, null, 'f', '1988'))).toEqual([])
    expect(found(person('', '', 'f', '1988'))).toEqual([])
  })

  it('is found on a list of one, on an empty list that grew, and nowhere on an empty one', () => {
    expect(likePeople(listOfPeople([mariamo]), mariamo)).toHaveLength(1)
    const grown = listOfPeople([])
    expect(likePeople(grown, mariamo)).toEqual([])
    expect(addPerson(grown, mariamo)).toBe(0)
    expect(likePeople(grown, person('Mariamo', 'Nkavadeka', 'f', '1988')).map(({ row }) => row)).toEqual([0])
  })

  it('answers whatever is typed, with no more than asked for, the likeliest first', () => {
    const long = listOfPeople([...site, ...Array.from({ length: 9 }, () => mariamo)])
    expect(likePeople(long, mariamo)).toHaveLength(3)
    const cell = fc.option(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('Amina', 'Cossa', '1988', '99999', '-', '1988-13-45')))
    fc.assert(
      fc.property(cell, cell, cell, cell, (given, surname, sex, birth) => {
        const bits = likePeople(long, person(given, surname, sex, birth)).map((one) => one.bits)
        expect(bits.every(Number.isFinite)).toBe(true)
        expect([...bits].sort((a, b) => b - a)).toEqual(bits)
      }),
    )
  })
})
