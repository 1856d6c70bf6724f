import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildCodes, crosswalk, validate } from './codes.ts'
import { buildGazetteer, matchName } from './gazetteer.ts'
import type { Place } from './place.ts'
import { resolveName } from './resolveName.ts'
import { jaro, jaroWinkler } from './similarity.ts'
import { fold, soundOf } from './spelling.ts'

const places = (JSON.parse(readFileSync(new URL('../../../country/mozambique/places/places.json', import.meta.url), 'utf8')) as { places: Place[] }).places
const gazetteer = buildGazetteer(places)
const codes = buildCodes(places)
const pcodeOf = (name: string, scope = {}) => resolveName(gazetteer, name, scope).pcode

describe('names that decide', () => {
  it('never merges Ile and Gilé, two districts of Zambézia (D18)', () => {
    expect(pcodeOf('Ile')).toBe('MZ1107')
    expect(pcodeOf('Gile')).toBe('MZ1105')
    expect(pcodeOf('Gilé', { within: 'MZ11', kind: 2 })).toBe('MZ1105')
    expect(pcodeOf('Ilé', { within: 'MZ11', kind: 2 })).toBe('MZ1107')
    expect(pcodeOf('Gille', { within: 'MZ11', kind: 2 })).toBeNull()
  })
  it('takes Palma and Balama as the districts, not as their seats (D18)', () => {
    expect(pcodeOf('Palma')).toBe('MZ0116')
    expect(pcodeOf('Balama')).toBe('MZ0102')
    expect(pcodeOf('PALMA', { kind: 3 })).toBe('MZ011602')
  })
  it('asks whether Manica is the province or the district (D18)', () => {
    const answer = resolveName(gazetteer, 'Manica')
    expect(answer).toMatchObject({ pcode: null, ask: 'several' })
    expect(answer.pcode === null && answer.suggestions.map(({ pcode }) => pcode)).toEqual(expect.arrayContaining(['MZ04', 'MZ0408']))
    expect(pcodeOf('Manica', { kind: 2 })).toBe('MZ0408')
  })
  it('makes every name that is not exact a suggestion, the parent first (D18)', () => {
    for (const name of ['Miezi', 'Pallma', 'Mossimboa da Praia', 'Katapuwa'])
      expect(resolveName(gazetteer, name)).toMatchObject({ pcode: null, ask: 'similar' })
    expect(matchName(gazetteer, 'Miezi')[0]).toMatchObject({ pcode: 'MZ010902' })
    expect(matchName(gazetteer, 'Lúriu', { within: 'MZ08' })[0]).toMatchObject({ pcode: 'MZ080303', why: ['same-sound', 'within-parent'] })
  })
  it('asks which one when two posts have the same name, unless the parent says it', () => {
    expect(resolveName(gazetteer, 'Lurio')).toMatchObject({ pcode: null, ask: 'several' })
    expect(pcodeOf('Lurio', { within: 'MZ0711' })).toBe('MZ071102')
  })
  it('takes every name and code of the pack for its own place when level and parent are given', () => {
    for (const place of places.filter(({ validTo }) => !validTo)) {
      expect(pcodeOf(place.name.toUpperCase(), { kind: place.level, ...(place.parent ? { within: place.parent } : {}) }), place.name).toBe(place.pcode)
      expect(pcodeOf(place.pcode)).toBe(place.pcode)
    }
  })
  it('holds back a code that contradicts its parent', () => {
    expect(resolveName(gazetteer, 'MZ0116', { within: 'MZ11' })).toMatchObject({ pcode: null, ask: 'similar' })
    expect(resolveName(gazetteer, 'MZ9999')).toMatchObject({ pcode: null, ask: 'unknown' })
  })
  it('answers any text without throwing, and resolves only exact spellings', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const answer = resolveName(gazetteer, text)
        for (const { score } of matchName(gazetteer, text)) expect(score).toBeGreaterThanOrEqual(0)
        return answer.pcode === null || answer.pcode.startsWith('MZ')
      }),
    )
  })
})

describe('codes through time', () => {
  it('leads Mieze from MZ011701 to MZ010902 in Metuge, with date and source (D19)', () => {
    const answer = resolveName(gazetteer, 'MZ011701')
    expect(answer).toMatchObject({ pcode: 'MZ010902', by: 'code', steps: [{ from: 'MZ011701', to: 'MZ010902', on: '2019-06-07', extent: 'whole' }] })
    expect(answer.pcode !== null && answer.steps[0]!.source).toContain('OCHA')
    expect(pcodeOf('Mieze', { within: 'MZ0117' })).toBe('MZ010902')
    expect(pcodeOf('Mieze')).toBe('MZ010902')
  })
  it('continues the series across 2019 in both directions (D19)', () => {
    expect(crosswalk(codes, 'MZ011701', '2019-03-01', '2021-03-01')).toMatchObject({ pcode: 'MZ010902', whole: true })
    expect(crosswalk(codes, 'MZ010902', '2021-03-01', '2019-03-01')).toMatchObject({ pcode: 'MZ011701', whole: true })
    expect(crosswalk(codes, 'MZ0116', '2019-03-01', '2021-03-01')).toEqual({ pcode: 'MZ0116', whole: true, steps: [] })
  })
  it('says that a share is unknown when the old district of Pemba is read as Metuge', () => {
    expect(crosswalk(codes, 'MZ0117', '2019-03-01', '2021-03-01')).toMatchObject({ pcode: 'MZ0109', whole: false })
    expect(resolveName(gazetteer, 'MZ0117')).toMatchObject({ pcode: 'MZ0109', doubt: 'part-unknown' })
    expect(resolveName(gazetteer, 'Pemba')).toMatchObject({ pcode: null, ask: 'similar' })
  })
  it('refuses a code out of its time and names the code to use instead', () => {
    expect(validate(codes, 'MZ011701', '2021-01-01')).toMatchObject([{ code: 'places.code-not-valid', facts: { instead: ['MZ010902'] } }])
    expect(validate(codes, 'MZ011701', '2019-06-06')).toEqual([])
    expect(validate(codes, 'MZ010902', '2019-06-06')).toHaveLength(1)
    expect(validate(codes, 'MZ010902', '2019-06-07')).toEqual([])
    expect(validate(codes, 'XX01', '2019-06-07')).toMatchObject([{ code: 'places.code-unknown' }])
  })
})

describe('likeness of spellings', () => {
  it("agrees with Winkler's published examples", () => {
    for (const [a, b, plain, weighted] of [
      ['MARTHA', 'MARHTA', 0.944444, 0.961111],
      ['DWAYNE', 'DUANE', 0.822222, 0.84],
      ['DIXON', 'DICKSONX', 0.766667, 0.813333],
    ] as const) {
      expect(jaro(a, b)).toBeCloseTo(plain, 6)
      expect(jaroWinkler(a, b)).toBeCloseTo(weighted, 6)
    }
  })
  it('hears the same name in Portuguese and local spelling', () => {
    for (const [a, b] of [
      ['Catapua', 'Katapua'],
      ['Chiúre', 'Xiure'],
      ['Mossuril', 'MOÇURIL'],
      ['Quissanga', 'Kisanga'],
    ] as const) {
      expect(soundOf(a), `${a} ${b}`).toBe(soundOf(b))
    }
    expect(soundOf('Ile')).not.toBe(soundOf('Gilé'))
    expect(fold('  MOCÍMBOA-da-Praia ')).toBe('mocimboa da praia')
  })
})
