/** A figure that somebody typed before the part of the product that now computes it stood: it keeps its evidence and goes through the same life. */
import { asOwner, insertRow } from '../../src/kernel/index.ts'
import { IndicatorValue } from '../../src/registry/results/index.ts'
import type { TestHouse } from './testHouse.ts'

export const typedEarlier = ({ house }: TestHouse, indicator: string, { from, to, value }: { from: string; to: string; value: number }) =>
  insertRow(asOwner(house.doors), IndicatorValue, {
    ...{ scope: 'MZ', indicator, indicatorVersion: 1, fromDay: from, toDay: to, edition: 1 },
    ...{ method: 'entered', state: 'entered', value, evidence: 'Report of the visit' },
  })
