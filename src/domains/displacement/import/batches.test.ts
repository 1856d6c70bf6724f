/** Rounds found in made-up panels, where the right answer is known. */
import { describe, expect, it } from 'vitest'
import { batchesOf } from './batches.ts'

const visit = (site: number, day: number) => ({ site: `S${site}`, day })
const round = (sites: number[], day: number) => sites.map((site, index) => visit(site, day + (index % 3)))
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index)

describe('rounds of a panel without round numbers', () => {
  it('finds nothing in an empty file, and one round where no site comes back', () => {
    expect(batchesOf([])).toEqual([])
    expect(batchesOf(round(upTo(40), 100))).toEqual([{ first: 0, last: 39 }])
  })

  it('begins a round where sites come back, though the month is the same', () => {
    expect(batchesOf([...round(upTo(20), 100), ...round(upTo(20), 110)])).toEqual([
      { first: 0, last: 19 },
      { first: 20, last: 39 },
    ])
  })

  it('gives a new site at the seam to the round of its dates', () => {
    const rows = [...round(upTo(20), 100), visit(77, 130), ...round(upTo(20), 128)]
    expect(batchesOf(rows)[1]).toEqual({ first: 20, last: 40 })
  })

  it('lets one repeated code pass as a slip', () => {
    const first = round(upTo(20), 100)
    first[15] = visit(3, 101)
    expect(batchesOf([...first, ...round(upTo(20), 140)]).length).toBe(2)
  })

  it('separates two blocks of dates even when the second visits only new sites', () => {
    expect(batchesOf([...round(upTo(20), 100), ...round([50, 51, 52, 53, 54], 160)])).toEqual([
      { first: 0, last: 19 },
      { first: 20, last: 24 },
    ])
  })

  it('finds the seams without any date', () => {
    const rows = [...upTo(15), ...upTo(15), ...upTo(15)].map((site) => ({ site: `S${site}`, day: null }))
    expect(batchesOf(rows).map(({ first }) => first)).toEqual([0, 15, 30])
  })
})
