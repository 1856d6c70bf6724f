import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Compared } from './compared.ts'
import { expectAgreement } from './expectation.ts'
import { seeded } from './hash.ts'
import {
  append,
  bandOf,
  candidates,
  cluster,
  countShares,
  documentFlags,
  explain,
  index,
  joinPairs,
  type Model,
  type Plan,
  type Prepared,
  prepare,
  type Row,
  reconcile,
  type ScoredPairs,
  score,
  type Table,
  train,
} from './index.ts'

const names = ['given', 'family']
const plan: Plan = {
  comparisons: [
    { kind: 'names', name: 'names', given: 'given', family: 'family' },
    { kind: 'date', name: 'birth', column: 'birth' },
    { kind: 'code', name: 'site', column: 'site', rarity: true },
    { kind: 'phone', name: 'phone', column: 'phone', atMostBits: 8 },
  ],
  rules: [
    { name: 'names', parts: [{ columns: names, take: 'sound', join: 'all' }] },
    { name: 'phone', parts: [{ columns: ['phone'], take: 'same' }] },
    {
      name: 'birth and either name',
      parts: [
        { columns: names, take: 'firstSound' },
        { columns: ['birth'], take: 'year' },
      ],
    },
  ],
  certain: {
    recall: 0.7,
    rules: [
      {
        name: 'all',
        parts: [
          { columns: names, take: 'sound', join: 'all' },
          { columns: ['birth'], take: 'fullDate' },
        ],
      },
    ],
  },
  household: [{ name: 'phone', parts: [{ columns: ['phone'], take: 'same' }] }],
}

const givenNames = ['Maria', 'José', 'Ana', 'Carlos', 'Joana', 'Abdul', 'Rosa', 'Pedro', 'Fátima', 'Mussa', 'Helena', 'Tomás', 'Lúcia', 'Daniel']
const familyNames = ['Cossa', 'Sitoe', 'Mondlane', 'Macuácua', 'Nhantumbo', 'Langa', 'Chissano', 'Matusse', 'Tembe', 'Bila', 'Ali', 'Saíde', 'Carlos', 'Daniel']

/** Families of three with one phone; every fifth person is registered again with changes that a clerk makes. */
function rowsFrom(seed: number, families: number): { rows: Row[]; person: number[] } {
  const random = seeded(seed)
  const one = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!
  const rows: Row[] = []
  const person: number[] = []
  for (let i = 0; i < families; i++) {
    const [family, site, phone] = [one(familyNames), `S${Math.floor(random() * 30)}`, `84${1000000 + Math.floor(random() * 9000000)}`]
    for (let k = 0; k < 3; k++) {
      const birth = `${1950 + Math.floor(random() * 70)}-0${1 + Math.floor(random() * 9)}-${10 + Math.floor(random() * 18)}`
      const row = { given: `${one(givenNames)} ${one(givenNames)}`, family, birth, site, phone }
      rows.push(row)
      person.push(i * 3 + k)
      if (random() < 0.2) {
        rows.push({
          ...row,
          family: row.family.toUpperCase().replace('SS', 'S'),
          birth: random() < 0.3 ? `${birth.slice(0, 4)}-01-01` : birth,
          phone: random() < 0.3 ? null : phone,
        })
        person.push(i * 3 + k)
      }
    }
  }
  return { rows, person }
}

const tableOf = (rows: Row[]): Table => ({
  size: rows.length,
  columns: Object.fromEntries(['given', 'family', 'birth', 'site', 'phone'].map((name) => [name, rows.map((row) => row[name] ?? null)])),
})

const world = rowsFrom(5, 700)
let prepared: Prepared
let model: Model
let pairs: ScoredPairs
beforeAll(() => {
  prepared = prepare(plan, tableOf(world.rows))
  model = train(prepared, { seed: 1, randomPairs: 100_000 })
  pairs = score(model, prepared, { fromBits: -40 })
})

/** What two records weigh by the model that was learned. */
function weightOf(one: Row, other: Row): number {
  const two = prepare(plan, tableOf([one, other]))
  return explain(model, two, 0, 1).reduce((sum, { bits }) => sum + bits, 0)
}
const maria: Row = { given: 'Maria Joana', family: 'Nhantumbo', birth: '1985-03-12', site: 'S1', phone: '841234567' }

describe('what two records weigh', () => {
  it('finds the people who were registered twice, and hardly anybody else', () => {
    const found = [...pairs].filter(({ weightBits }) => weightBits > 6)
    const right = found.filter(({ a, b }) => world.person[a] === world.person[b]).length
    expect(right / found.length).toBeGreaterThan(0.97)
    expect(right / (world.rows.length - 2100)).toBeGreaterThan(0.9)
  })

  it('scores swapped names once, as strong evidence, and never above the same names in their order', () => {
    const swapped = { ...maria, given: maria.family, family: maria.given }
    expect(weightOf(maria, swapped)).toBeGreaterThan(weightOf(maria, { ...maria, given: 'Abdul Pedro', family: 'Langa' }) + 5)
    expect(weightOf(maria, swapped)).toBeLessThanOrEqual(weightOf(maria, maria))
    const lines = explain(model, prepare(plan, tableOf([maria, swapped])), 0, 1)
    expect(lines.filter(({ level }) => level.startsWith('swapped'))).toHaveLength(1)
  })

  it('takes a swap of which half is shared for no rarer than the words that are shared', () => {
    const half = weightOf({ ...maria, given: 'Maria Lina', family: 'Ali' }, { ...maria, given: 'Ali Telmina', family: 'Maria' })
    expect(half).toBeLessThan(weightOf({ ...maria, given: 'Maria', family: 'Ali' }, { ...maria, given: 'Ali', family: 'Maria' }))
  })

  it('takes a name that hardly anybody has for a slip of the pen, and one that many have for another name', () => {
    const [told, toldAgain] = ['Maria', 'Mario'].map((given) => ({ ...maria, given }))
    const two = prepare(plan, tableOf([told!, toldAgain!]))
    const onListWith = (marios: number) => {
      const given = Array.from({ length: 1000 }, (_, i) => (i < 100 ? 'Maria' : i < 100 + marios ? 'Mario' : `Outra${i}`))
      const shares = countShares(prepare(plan, tableOf(given.map((one) => ({ ...maria, given: one })))).columns)
      return explain({ ...model, shares }, two, 0, 1).find(({ comparison }) => comparison === 'names')!.bits
    }
    expect(onListWith(1)).toBeGreaterThan(onListWith(100) + 3)
    expect(onListWith(1)).toBeCloseTo(onListWith(2), 6)
  })

  it('takes what is missing neither for nor against', () => {
    const lines = explain(model, prepare(plan, tableOf([maria, { ...maria, birth: null, site: '', phone: undefined }])), 0, 1)
    for (const name of ['birth', 'site', 'phone'])
      expect(lines.find(({ comparison }) => comparison === name)).toMatchObject({ level: 'unknown', bits: 0, frequencyBits: 0 })
  })

  it('does not take twins for one person, though they share everything but a name', () => {
    const birth = model.comparisons.find(({ name }) => name === 'birth')!
    expect(birth.kin[birth.levels.indexOf('same')]).toBeGreaterThanOrEqual(0.005)
    expect(weightOf(maria, { ...maria, given: 'Abdul' })).toBeLessThan(0)
  })

  it('gives a rare name more than a common one', () => {
    const rare = { ...maria, family: 'Nkavadeka' }
    expect(weightOf(rare, rare)).toBeGreaterThan(weightOf(maria, maria))
  })

  it('drops particles, accents and capitals, and hears Kossa in Cossa', () => {
    const of = (family: string) => weightOf({ ...maria, family: 'da Conceição' }, { ...maria, family })
    expect(of('CONCEICAO')).toBe(of('da Conceição'))
    const two = prepare(
      plan,
      tableOf([
        { ...maria, family: 'Cossa' },
        { ...maria, family: 'Kosa' },
      ]),
    )
    expect(explain(model, two, 0, 1)[1]!.level).toBe('same/close')
  })

  it('does not take a brother with the same phone, family name and site for the same person', () => {
    const brother = { ...maria, given: 'Carlos Tomás', birth: '1991-08-25' }
    expect(weightOf(maria, brother)).toBeLessThan(-5)
    const household = explain(model, prepare(plan, tableOf([maria, brother])), 0, 1).at(-1)!
    expect(household.comparison).toBe('household')
    expect(household.bits).toBeLessThan(0)
  })

  it('explains in lines that add up to the weight', () => {
    for (const pair of [...pairs].slice(0, 200)) {
      const lines = explain(model, prepared, pair.a, pair.b)
      expect(lines.reduce((sum, { bits }) => sum + bits, 0)).toBeCloseTo(pair.weightBits, 3)
    }
  })

  it('gives the same whatever comes first, and answers any text with a number', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom('', ' ', 'de', '1985', '1985-01-01', '99999999999', '٣', '😀', 'a'.repeat(3000)),
    )
    const row = fc.record({ given: text, family: text, birth: text, site: text, phone: text })
    fc.assert(
      fc.property(row, row, (one, other) => {
        const there = weightOf(one, other)
        expect(Number.isFinite(there)).toBe(true)
        expect(weightOf(other, one)).toBeCloseTo(there, 9)
      }),
      { numRuns: 150, seed: 3 },
    )
  })
})

describe('what is learned of a block', () => {
  it('takes twins for a household where it is known how households agree, and not for one person who tells two names', () => {
    const compared = ['names', 'birth', 'phone'].map(
      (name) => ({ name, levels: ['unknown', 'differs', 'same'], groups: [-1, 0, 0], start: [1, 0.1, 0.9] }) as Compared,
    )
    const free = [true, true, true]
    const kinds = [
      { pairs: 300, same: [0.99, 0.9, 0.8] },
      { pairs: 4000, same: [0.005, 0.005, 0.95] },
    ]
    const patterns = [0, 1, 2, 3, 4, 5, 6, 7]
    const levelAt = (pattern: number, i: number) => 1 + ((pattern >> i) & 1)
    const chanceOfPattern = (pattern: number, same: number[]) => same.reduce((all, one, i) => all * (levelAt(pattern, i) === 2 ? one : 1 - one), 1)
    const counts = patterns.map((pattern) => kinds.reduce((sum, { pairs, same }) => sum + pairs * chanceOfPattern(pattern, same), 0))
    const seen = { patterns: Float64Array.from(patterns), counts: Float64Array.from(counts) }
    const chance = compared.map(() => ({ u: [1, 0.99, 0.01], typical: [1, 1, 1] }))
    const learned = (kin: number[][] | null) => expectAgreement(seen, levelAt, { compared, chance, free, kin }).same.chances[0]![1]!
    expect(learned(null)).toBeGreaterThan(0.02)
    expect(learned(kinds[1]!.same.map((one) => [1, 1 - one, one]))).toBeCloseTo(0.01, 2)
  })
})

describe('which pairs are compared', () => {
  it('gives each pair once, though several rules find it', () => {
    const seen = [...pairs].map(({ a, b }) => `${a} ${b}`)
    expect(new Set(seen).size).toBe(seen.length)
    for (const { a, b } of pairs) expect(a).toBeLessThan(b)
  })

  it('drops early only what would weigh too little, whatever is asked for', () => {
    for (const fromBits of [-10, 0, 8]) {
      const enough = [...pairs].filter(({ weightBits }) => weightBits >= fromBits)
      const found = [...score(model, prepared, { fromBits })]
      expect(found).toEqual(enough)
    }
  })

  it('finds with two who share the work what one finds alone', () => {
    const [one, other] = [0, 1].map((at) => score(model, prepared, { fromBits: -10, part: { at, of: 2 } }))
    const alone = score(model, prepared, { fromBits: -10 })
    const joined = joinPairs(one!, other!)
    expect([joined.a, joined.b, joined.weightBits]).toEqual([alone.a, alone.b, alone.weightBits])
    expect([one!.length, other!.length].every((length) => length > 0 && length < alone.length)).toBe(true)
  })

  it('says which groups were too large, and still finds their pairs by the other rules', () => {
    const tight: Plan = { ...plan, rules: plan.rules.map((rule) => (rule.name === 'names' ? { ...rule, largest: 1 } : rule)) }
    const again = prepare(tight, tableOf(world.rows))
    const found = score({ ...model, plan: tight }, again, { fromBits: 0 })
    expect(found.warnings).toContainEqual({ code: 'linkage.group-too-large', facts: { rule: 'names', groups: expect.any(Number), rows: expect.any(Number) } })
    expect([...found].filter(({ a, b }) => world.person[a] === world.person[b]).length).toBeGreaterThan(300)
  })

  it('links two lists across only, and counts rows of the second from its own beginning', () => {
    const two = prepare(plan, tableOf([maria, maria]), tableOf([{ ...maria, birth: '1985-01-01' }]))
    const found = [...score(model, two, { fromBits: -40 })]
    expect(found.map(({ a, b }) => [a, b]).sort()).toEqual([
      [0, 0],
      [1, 0],
    ])
  })

  it('learns from an empty table and from one row without a number that is none', () => {
    for (const rows of [[], [maria]]) {
      const small = prepare(plan, tableOf(rows))
      const learned = train(small, { seed: 1 })
      expect(
        [learned.prior, learned.kinship, ...learned.comparisons.flatMap(({ m, u, typical, kin }) => [...m, ...u, ...typical, ...kin])].every(Number.isFinite),
      ).toBe(true)
      expect([...score(learned, small)]).toEqual([])
      expect(learned.warnings).toContainEqual({ code: 'linkage.prior-guessed', facts: { rows: rows.length } })
    }
  })
})

describe('as it happens', () => {
  it('weighs exactly as the batch does, best first, and finds a record put on the list a moment ago', () => {
    const live = index(model, prepare(plan, tableOf(world.rows)))
    const pair = [...pairs].find(({ weightBits }) => weightBits > 5)!
    const match = candidates(live, world.rows[pair.b]!, 10).find(({ row }) => row === pair.a)!
    expect(match.weightBits).toBeCloseTo(pair.weightBits, 3)
    const row = append(live, maria)
    expect(row).toBe(world.rows.length)
    const found = candidates(live, { ...maria, family: 'NANTUMBO' })
    expect(found[0]!.row).toBe(row)
    expect(found.map(({ weightBits }) => weightBits)).toEqual(found.map(({ weightBits }) => weightBits).toSorted((a, b) => b - a))
    for (let i = 0; i < 3000; i++) append(live, { ...maria, given: `Outra${i}`, family: `Gente${i}`, phone: null, birth: null })
    expect(candidates(live, maria)[0]!.row).toBe(row)
  })
})

describe('groups, bands and lists', () => {
  const three = { length: 3, a: Int32Array.of(0, 3, 1), b: Int32Array.of(2, 4, 2), weightBits: Float32Array.of(4, 1, 9) }

  it('joins what hangs together above the threshold and names a group by its lowest row', () => {
    expect([...cluster(three, 2, 6)]).toEqual([0, 0, 0, 3, 4, 5])
    expect([...cluster(three, 0, 6)]).toEqual([0, 0, 0, 3, 3, 5])
  })

  it('puts a weight into one of three bands, none of which acts', () => {
    const at = (bits: number) => bandOf(bits, { reviewBits: 0, suggestBits: 6 })
    expect([-1, 0, 5.9, 6].map(at)).toEqual(['no', 'review', 'review', 'suggest'])
  })

  it('reconciles two lists one to one, says what was contested, and leaves nobody out', () => {
    const found = [
      { a: 0, b: 0, weightBits: 9 },
      { a: 1, b: 0, weightBits: 7 },
      { a: 1, b: 2, weightBits: 3 },
      { a: 2, b: 1, weightBits: -4 },
    ]
    expect(reconcile(found, 0, { first: 3, second: 3 })).toEqual({
      both: [found[0], found[2]],
      contested: [found[1]],
      onlyFirst: [2],
      onlySecond: [1],
    })
    expect(reconcile(found, 0, { first: 3, second: 3 }, false)).toMatchObject({ both: [found[0], found[1], found[2]], contested: [] })
  })

  it('flags one number with two persons, and one person with two numbers', () => {
    const rows = [maria, { ...maria, given: 'Maria' }, { given: 'Abdul', family: 'Saíde', birth: '1960-07-20', site: 'S9', phone: null }]
    const small = prepare(plan, tableOf(rows))
    const found = documentFlags(model, small, score(model, small), { numbers: ['110100 A', '110200B', '110100a'], twoPersonsBits: -5, samePersonBits: 3 })
    expect(found).toEqual([
      { flag: 'one-number-two-persons', number: '110100a', rows: [0, 2], weightBits: expect.any(Number) },
      { flag: 'one-person-two-numbers', numbers: ['110100a', '110200b'], rows: [0, 1], weightBits: expect.any(Number) },
    ])
    expect(documentFlags(model, small, [], { numbers: [], twoPersonsBits: 0, samePersonBits: 0 })).toEqual({
      code: 'linkage.numbers-do-not-fit',
      facts: { rows: 3, numbers: 0 },
    })
  })
})
