import { describe, expect, it } from 'vitest'
import { mapCodes } from './codes.ts'
import { type MappedField, proposeMapping, toSaved } from './mapping.ts'
import type { Column } from './table.ts'

const columns = (...names: (string | [string, string])[]): Column[] =>
  names.map((name, index) => (typeof name === 'string' ? { index, name, hxl: null, hidden: false } : { index, name: name[0], hxl: name[1], hidden: false }))
const fields: MappedField[] = [
  { name: 'place', labels: { pt: 'Posto', en: 'Post' }, aliases: ['Posto administrativo'], hxl: '#adm3+code', kind: 'ref' },
  { name: 'households', labels: { pt: 'Agregados familiares', en: 'Households' }, kind: 'integer' },
  { name: 'people', labels: { pt: 'Pessoas', en: 'People' }, aliases: ['Individuals'], hxl: '#affected+idps+ind', kind: 'integer' },
]
const chosen = (all: Column[], saved?: Parameters<typeof proposeMapping>[2]) =>
  Object.fromEntries(proposeMapping(all, fields, saved).fields.map(({ field, best }) => [field, best && [best.column.name, best.why]]))

describe('the proposal of columns', () => {
  it('goes by name in either language, alias, HXL tag and likeness, and says which', () => {
    expect(chosen(columns('POSTO ADMINISTRATIVO', 'Agregados  Familiares', ['IDPs', '#affected +ind +idps']))).toEqual({
      place: ['POSTO ADMINISTRATIVO', 'alias'],
      households: ['Agregados  Familiares', 'exact'],
      people: ['IDPs', 'hxl'],
    })
    expect(chosen(columns('Household')).households).toEqual(['Household', 'similar'])
  })

  it('takes one row of a joined header when only one column has it', () => {
    expect(chosen(columns('Sítio | Posto', 'Total | Pessoas')).people).toEqual(['Total | Pessoas', 'part-of-name'])
    expect(chosen(columns('Homens | Pessoas', 'Mulheres | Pessoas')).people).toBeNull()
  })

  it('gives each column to one field, the surest first, and lists the columns left over', () => {
    const proposal = proposeMapping(columns('Individuals', 'People', 'Remarks'), fields)
    expect(proposal.fields.find(({ field }) => field === 'people')).toMatchObject({
      best: { column: { name: 'People' } },
      others: [{ column: { name: 'Individuals' } }],
    })
    expect(proposal.unused.map(({ name }) => name)).toEqual(['Individuals', 'Remarks'])
  })

  it('follows what a person settled for this source before, also that a field is not there', () => {
    const all = columns('Posto', 'Pessoas', 'Total geral')
    const saved = toSaved('Ana, INGD', { people: all[2]!, place: null })
    expect(chosen(all, saved)).toEqual({ place: null, households: null, people: ['Total geral', 'saved'] })
  })

  it('never offers likeness as certainty', () => {
    const similar = proposeMapping(columns('Household', 'Peopel'), fields).fields.flatMap(({ best }) => best ?? [])
    expect(similar.map(({ why }) => why)).toEqual(['similar', 'similar'])
    expect(Math.max(...similar.map(({ confidence }) => confidence))).toBeLessThanOrEqual(0.8)
  })
})

describe('values of a code list', () => {
  const reasons = [
    { code: 'conflict', labels: { pt: 'Conflito', en: 'Conflict' }, aliases: ['Insegurança'] },
    { code: 'disaster', labels: { pt: 'Desastre natural', en: 'Natural disaster' } },
  ]

  it('are known whatever their case, accents and blanks', () => {
    const { known, proposals } = mapCodes([' CONFLITO', 'natural  disaster', 'inseguranca', 'conflict', null, { error: '#N/A' }], reasons)
    expect([...known.values()]).toEqual([
      { code: 'conflict', how: 'exact' },
      { code: 'disaster', how: 'exact' },
      { code: 'conflict', how: 'alias' },
      { code: 'conflict', how: 'exact' },
    ])
    expect(proposals).toEqual([])
  })

  it('stay proposals when their spelling is new, most frequent first, and are never taken by themselves', () => {
    const { known, proposals } = mapCodes(['Conflitto', 'Seca', 'conflitto', 'Conflitto '], reasons)
    expect(known.size).toBe(0)
    expect(proposals).toMatchObject([
      { value: 'Conflitto', count: 3, suggestions: [{ code: 'conflict' }] },
      { value: 'Seca', count: 1, suggestions: [] },
    ])
  })

  it('are known once a person has settled the spelling', () => {
    expect(mapCodes(['Seca'], reasons, { seca: 'disaster' }).known.get('Seca')).toEqual({ code: 'disaster', how: 'alias' })
  })
})
