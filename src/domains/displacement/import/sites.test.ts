/** Sites followed through codes and spellings, in small made-up panels; what a person decided is replayed. */
import { describe, expect, it } from 'vitest'
import type { Decision } from './proposal.ts'
import type { SiteVisit } from './sites.ts'
import { identifySites } from './sites.ts'

/** `1 A=Mandruzi`: in round 1, code A is called Mandruzi. */
const visits = (...written: string[]): SiteVisit[] =>
  written.map((text, index) => {
    const [, round, code, name] = /^(\d+) (\w*)=(.+)$/.exec(text)!
    return { line: index + 2, round: Number(round), code: code!, name: name!, held: false }
  })
const keys = (list: SiteVisit[], decisions: Decision[] = []) => {
  const { keyOf } = identifySites(list, decisions)
  return list.map(keyOf)
}
const swapped = visits('1 L1=Mandruzi', '1 L2=Savane', '2 L1=Savane', '2 L2=Mandruzi')

describe('which rows speak of the same site', () => {
  it('is told by the code while its name stays, whatever accents and capitals', () => {
    expect(new Set(keys(visits('1 L1=Parreirão', '2 L1=PARREIRAO', '3 L1= Parreirão '))).size).toBe(1)
  })

  it('follows the name when two codes were exchanged', () => {
    const [mandruzi, savane, savaneLater, mandruziLater] = keys(swapped)
    expect([mandruzi, savane]).toEqual([mandruziLater, savaneLater])
    expect(mandruzi).not.toBe(savane)
  })

  it('follows the code instead when a person says so', () => {
    expect(keys(swapped, [{ code: 'import.code-reused', item: '*', answer: 'follow-code' }])).toEqual(['L1', 'L2', 'L1', 'L2'])
  })

  it('keeps neighbours with numbers apart, and a shared name under two codes of one round', () => {
    expect(new Set(keys(visits('1 L1=Manhama 1', '1 L2=Manhama 2', '2 L1=Manhama 1', '2 L2=Manhama 2'))).size).toBe(2)
    expect(keys(visits('1 L1=Magaro', '1 L2=Magaro', '2 L1=Magaro', '2 L2=Magaro'))).toEqual(['L1', 'L2', 'L1', 'L2'])
  })

  it('splits a spelling off when a person says that it is another site', () => {
    const spelt = visits('1 L1=Joromi', '2 L1=Geromi')
    expect(new Set(keys(spelt)).size).toBe(1)
    expect(new Set(keys(spelt, [{ code: 'import.name-variant', item: 'L1|geromi', answer: 'two-sites' }])).size).toBe(2)
  })

  it('joins two lists of codes only when a person says so', () => {
    const lists = visits('1 S1=Mucombe', '2 R1=Mucombe')
    expect(keys(lists)).toEqual(['S1', 'R1'])
    expect(new Set(keys(lists, [{ code: 'import.same-name-two-lists', item: 'mucombe', answer: 'one-site' }])).size).toBe(1)
  })

  it('follows the name of a row without a code', () => {
    expect(new Set(keys(visits('1 =Mutua', '2 =mutua'))).size).toBe(1)
  })

  it('uses the key of a site that the register knows', () => {
    const { keyOf } = identifySites(swapped, [], (code, name) => (code === 'L2' && name === 'mandruzi' ? 'site-17' : null))
    expect(swapped.map(keyOf).filter((key) => key === 'site-17').length).toBe(2)
  })
})
