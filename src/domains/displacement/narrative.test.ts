import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Count } from '../../engines/count.ts'
import { lint } from '../../engines/narrative/index.ts'
import { percentOf } from '../../engines/rounds/percent.ts'
import { writeNarrative } from './narrative.ts'
import { narrativeFacts } from './narrativeFacts.ts'
import type { ChangeTerms, PublicArea, PublicChange, PublicRound } from './publicRound.ts'
import { fixtureRound } from './reports/fixture.test-support.ts'

const both = ['pt', 'en'] as const
const mismatches = (publicRound: PublicRound, text = writeNarrative(publicRound)) =>
  both.flatMap((lang) => lint(text[lang], lang, narrativeFacts(publicRound)).map(({ facts }) => `${facts.said} → ${facts.computed}: ${facts.sentence}`))

const names = ['Cidade de Pemba', 'Metuge', 'Mueda', 'Chiúre', '3 de Fevereiro', 'Ile', 'Gilé', 'Mocímboa da Praia', 'Palma', 'Ancuabe']
const provinces = [
  ['MZ01', 'Cabo Delgado'],
  ['MZ07', 'Nampula'],
] as const
const day = fc.integer({ min: 0, max: 3000 }).map((days) => new Date(Date.UTC(2019, 0, 1) + days * 86_400_000).toISOString().slice(0, 10))
const people = fc.integer({ min: 1000, max: 200_000 })
const sumOf = (counts: number[]): number => counts.reduce((sum, count) => sum + count, 0)

const anyTerms: fc.Arbitrary<ChangeTerms> = fc
  .record({
    unit: fc.constantFrom('individuals' as const, 'households' as const),
    places: fc.tuple(fc.nat(400), fc.nat(40), fc.nat(40), fc.nat(40)),
    from: fc.integer({ min: 0, max: 900_000 }),
    amounts: fc.tuple(fc.integer({ min: -90_000, max: 90_000 }), fc.nat(90_000), fc.nat(90_000), fc.integer({ min: -5000, max: 5000 })),
  })
  .map(({ unit, places: [same, fresh, gone, held], from, amounts: [change, added, lost, carried] }) => {
    const only = (places: number, amount: number) => (places > 0 ? amount : 0)
    const common = { places: same, from: only(same, Math.max(from, -change)), change: only(same, change) }
    const newlyCovered = { places: fresh, amount: only(fresh, added) }
    const noLongerCovered = { places: gone, amount: only(gone, lost) }
    const carriedForward = { places: held, change: only(held, carried) }
    const raw = common.change + newlyCovered.amount - noLongerCovered.amount + carriedForward.change
    return { unit, raw, common, newlyCovered, noLongerCovered, carriedForward, percentOfCommonBase: percentOf(common.change, common.from) }
  })

const anyRound = (known: boolean): fc.Arbitrary<PublicRound> =>
  fc
    .record({
      number: fc.integer({ min: 2, max: 40 }),
      gap: fc.integer({ min: 1, max: 2 }),
      level: fc.constantFrom('district' as const, 'posto' as const, 'locality' as const, 'site' as const),
      type: fc.constantFrom('BA' as const, 'SA' as const),
      days: fc.uniqueArray(day, { minLength: 5, maxLength: 5 }).map((days) => days.toSorted()),
      districts: fc.array(fc.record({ people, size: fc.double({ min: 3, max: 6, noNaN: true }), women: fc.double({ min: 0.4, max: 0.6, noNaN: true }) }), {
        minLength: 2,
        maxLength: names.length,
      }),
      silent: known ? fc.constant('none' as const) : fc.constantFrom('none' as const, 'households' as const, 'people' as const, 'women' as const),
      silence: fc.constantFrom('unknown' as const, 'withheld' as const),
      outcomes: fc.tuple(fc.nat(400), fc.nat(40), fc.nat(40), fc.nat(10)),
      carriedPeople: people,
      terms: anyTerms,
      kind: fc.constantFrom('terms' as const, 'not computable' as const, 'first' as const),
      raw: fc.option(fc.integer({ min: -50_000, max: 50_000 }), { nil: null }),
      reasonShare: fc.double({ min: 0.1, max: 0.9, noNaN: true }),
      reserved: fc.boolean(),
    })
    .map((seed): PublicRound => {
      const mute = <Value extends number>(measure: 'households' | 'people' | 'women', value: Value): Count => (seed.silent === measure ? seed.silence : value)
      const [assessed, carriedForward, notAssessed, closed] = seed.outcomes
      const expected = assessed + carriedForward + notAssessed + closed
      const from = Math.max(1, seed.number - seed.gap)
      const counted = seed.districts.map((district, index) => ({
        name: names[index]!,
        pcode: `${provinces[index % 2]![0]}${String(index + 1).padStart(2, '0')}`,
        parent: provinces[index % 2]![0],
        people: district.people,
        households: Math.round(district.people / district.size),
        women: Math.round(district.people * district.women),
      }))
      const area = (pcode: string, name: string, level: 0 | 1 | 2, parent: string | null, parts: typeof counted): PublicArea => ({
        pcode,
        name,
        level,
        parent,
        individuals: mute('people', sumOf(parts.map((part) => part.people))),
        households: mute('households', sumOf(parts.map((part) => part.households))),
        females: mute('women', sumOf(parts.map((part) => part.women))),
        males: mute('women', sumOf(parts.map((part) => part.people - part.women))),
        expected: level === 0 ? expected : 0,
        assessed: level === 0 ? assessed : 0,
        carriedForward: level === 0 ? carriedForward : 0,
        notAssessed: level === 0 ? notAssessed : 0,
        closed: level === 0 ? closed : 0,
        carriedIndividuals: level === 0 && carriedForward > 0 ? seed.carriedPeople : 0,
      })
      const country = area('MOZ', 'Moçambique', 0, null, counted)
      const { individuals, households, females, males } = country
      const whole = sumOf(counted.map((part) => part.people))
      const conflict = Math.round(whole * seed.reasonShare)
      const cell = (reason: string, count: number) => ({
        pcode: 'MOZ',
        level: 0 as const,
        reason,
        originPcode: null,
        originName: null,
        households: 'unknown' as const,
        individuals: mute('people', count),
        females: 'unknown' as const,
        males: 'unknown' as const,
      })
      const since: Record<typeof seed.kind, PublicChange | null> = {
        terms: { fromRound: from, fromVersion: 1, computable: true, terms: seed.terms, byArea: [{ pcode: 'MZ0101', name: names[0]!, terms: seed.terms }] },
        'not computable': {
          fromRound: from,
          fromVersion: 1,
          computable: false,
          why: { pt: 'Há lugares com número de pessoas desconhecido.', en: 'Some places have an unknown number of people.' },
          rawIndividuals: seed.raw,
        },
        first: null,
      }
      const [before, start, end, reporting, endorsed] = seed.days as [string, string, string, string, string]
      const point = { households, individuals, expected, assessed, carriedForward }
      const base = fixtureRound(13)
      return {
        ...base,
        operation: { ...base.operation, name: 'Cyclone Idai (March-2019)' },
        round: {
          ...base.round,
          number: seed.number,
          assessmentType: seed.type,
          unitLevel: seed.level,
          collectedFrom: start,
          collectedTo: end,
          reportingDate: reporting,
        },
        totals: { households, individuals, females, males, averageHouseholdSize: null },
        areas: [
          country,
          ...provinces.map(([pcode, name]) =>
            area(
              pcode,
              name,
              1,
              'MOZ',
              counted.filter((part) => part.parent === pcode),
            ),
          ),
          ...counted.map((part) => area(part.pcode, part.name, 2, part.parent, [part])),
        ],
        cells: [cell('Conflict', conflict), cell('Conflict; Natural disaster', whole - conflict)],
        change: since[seed.kind],
        trend: [
          ...(seed.kind === 'first' ? [] : [{ ...point, round: from, reportingDate: before, individuals: 640_321, households: 130_123 }]),
          { ...point, round: seed.number, reportingDate: reporting },
        ],
        coverage: { expected, assessed, carriedForward, notAssessed, closed, merged: 0, empty: 0 },
        methods: [
          { method: 'key_informant', individuals: mute('people', conflict) },
          { method: 'carried', individuals: mute('people', whole - conflict) },
        ],
        endorsement: {
          office: 'INGD',
          date: endorsed,
          kind: seed.reserved ? 'endorsed_with_reservations' : 'endorsed',
          reservations: seed.reserved ? [{ pcode: 'MZ0105', name: '3 de Fevereiro', text: 'Rever.' }] : [],
        },
      }
    })

describe('the text of a round', () => {
  it('agrees with the figures of the published rounds of the north', () => {
    for (const number of [12, 13] as const) expect(mismatches(fixtureRound(number))).toEqual([])
  })

  it('reads as plain sentences in both languages', () => {
    const { pt, en } = writeNarrative(fixtureRound(13))
    expect(pt).toContain('Moçambique, ronda 13 (avaliação de base): 744\u00a0949 pessoas deslocadas')
    expect(en).toContain('Mozambique, round 13 (baseline assessment): 744,949 displaced people')
    expect(en).toContain('the number of households is not known')
    for (const text of [pt, en]) expect(text).not.toMatch(/undefined|NaN|null|\$\{| {2}|\.\./)
    for (const text of [pt, en]) expect(text.split(/(?<=\.) (?=\p{Lu}|\d)/u).length).toBeGreaterThanOrEqual(6)
  })

  it('always agrees with its own figures, whatever they are and whatever is unknown', () => {
    fc.assert(
      fc.property(anyRound(false), (publicRound) => {
        expect(mismatches(publicRound)).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  it('is refused when any one digit of it is changed', () => {
    fc.assert(
      fc.property(anyRound(true), fc.nat(), fc.integer({ min: 1, max: 9 }), fc.constantFrom(...both), (publicRound, where, step, lang) => {
        const text = writeNarrative(publicRound)[lang]
        // Digits inside the name of a place are no figure.
        const digits = [...text.replaceAll('3 de Fevereiro', '_'.repeat(14)).matchAll(/\d/g)]
        const at = digits[where % digits.length]!.index
        const changed = text.slice(0, at) + String((Number(text[at]) + step) % 10) + text.slice(at + 1)
        const found = lint(changed, lang, narrativeFacts(publicRound))
        if (found.length === 0)
          throw new Error(`passed: …${changed.slice(Math.max(0, at - 90), at)}[${text[at]}→${changed[at]}]${changed.slice(at + 1, at + 60)}…`)
      }),
      { numRuns: 300, seed: 2021 },
    )
  })

  it('by an officer is refused when it says that people rose where the same places fell', () => {
    const round = fixtureRound(13)
    const terms = { unit: 'individuals', raw: 900, common: { places: 10, from: 5000, change: -100 }, newlyCovered: { places: 4, amount: 1000 } } as const
    const rest = { noLongerCovered: { places: 0, amount: 0 }, carriedForward: { places: 0, change: 0 }, percentOfCommonBase: -2 }
    const publicRound: PublicRound = { ...round, change: { fromRound: 12, fromVersion: 1, computable: true, terms: { ...terms, ...rest }, byArea: [] } }
    expect(mismatches(publicRound, { pt: 'O deslocamento aumentou desde a ronda 12.', en: 'Displacement increased since round 12.' })).toHaveLength(2)
    expect(mismatches(publicRound, { pt: 'O deslocamento diminuiu desde a ronda 12.', en: 'Displacement fell since round 12.' })).toEqual([])
    const visited = { pt: 'Nos lugares visitados nas duas rondas, houve uma redução de 2 %.', en: 'In the same places people fell by 100 (2.0 %).' }
    expect(mismatches(publicRound, visited)).toEqual([])
    expect(mismatches(publicRound, { pt: visited.pt.replace('2 %', '3 %'), en: visited.en.replace('100', '110') })).toHaveLength(2)
  })
})
