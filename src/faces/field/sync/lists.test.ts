/** Lists on the phone: changes applied once, in order, and the CSV that the form engine reads. */
import { expect, it } from 'vitest'
import { csvOf, type Item, withChanges } from './lists.ts'

const mieze: Item = { id: 'a', label: 'Mieze', version: 1, properties: { pcode: 'MZ010902' } }

it('adds, changes and removes what the office says, and leaves the rest', () => {
  const next = withChanges([mieze, { ...mieze, id: 'b' }], {
    full: false,
    changes: [
      { id: 'b', deleted: true },
      { id: 'a', deleted: false, label: 'Mieze sede', version: 2, properties: { pcode: 'MZ010902', people: 7, closed: null } },
    ],
  })
  expect(next).toEqual([{ id: 'a', label: 'Mieze sede', version: 2, properties: { pcode: 'MZ010902', people: '7', closed: '' } }])
})

it('replaces everything when the office sends the whole list', () => {
  expect(withChanges([mieze], { full: true, changes: [{ id: 'c', deleted: false, label: 'Ocua' }] }).map(({ id }) => id)).toEqual(['c'])
})

it('writes names with commas, quotes and line breaks so that they come back as they were', () => {
  const csv = csvOf({ items: [{ ...mieze, label: 'Chiúre "Velho",\nsede' }] })
  expect(csv).toBe('name,label,__version,pcode\na,"Chiúre ""Velho"",\nsede",1,MZ010902')
})
