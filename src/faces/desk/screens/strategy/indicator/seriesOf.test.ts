/** Which figures make a line, and of which period the places stand beside each other. */
import { expect, it } from 'vitest'
import type { IndicatorValue } from '../../../api/results.ts'
import { newestByPlace, seriesOf } from './seriesOf.ts'

const value = (toDay: string, scope: string, edition: number, of: number | null, indicatorVersion = 1) =>
  ({ id: `${toDay} ${scope} ${edition}`, fromDay: `${toDay.slice(0, 8)}01`, toDay, scope, edition, value: of, indicatorVersion }) as IndicatorValue

const values = [
  value('2026-03-31', 'MZ', 1, 9, 2),
  value('2026-01-31', 'MZ', 1, 4),
  value('2026-01-31', 'MZ', 2, 5),
  value('2026-02-28', 'MZ', 1, null),
  value('2026-02-28', 'MZ01', 1, 3),
  value('2026-02-28', 'MZ03', 1, 2),
  value('2026-02-28', 'MZ03', 2, null),
  value('2026-03-31', 'MZ01', 1, 7),
]

it('takes of each period its last edition, in the order of time, and keeps what nobody knows', () => {
  expect(seriesOf(values, 'MZ').map(({ toDay, value: of, version }) => [toDay, of, version])).toEqual([
    ['2026-01-31', 5, 1],
    ['2026-02-28', null, 1],
    ['2026-03-31', 9, 2],
  ])
})

it('sets places beside each other for the newest period that has several of them', () => {
  expect(newestByPlace(values, 'MZ')).toMatchObject({
    toDay: '2026-02-28',
    places: [
      { scope: 'MZ01', value: 3 },
      { scope: 'MZ03', value: null },
    ],
  })
  expect(newestByPlace(values.slice(0, 4), 'MZ')).toBeNull()
})
