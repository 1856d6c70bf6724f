/** The requests of the results framework: the catalogue with its figures, one indicator, computing, entering, marks, and the records behind a figure. */
import { sql } from 'kysely'
import { z } from 'zod'
import {
  type AnyRoute,
  act,
  type Db,
  getRow,
  type House,
  insertRow,
  isRefused,
  type Policy,
  type Refused,
  read,
  refuse,
  refused,
  route,
} from '../../kernel/index.ts'
import { type Indicator, type IndicatorCatalogue, readCatalogue } from './catalogue.ts'
import { computeValue, enterValue, sourceOf } from './keepValue.ts'
import { lineageOf } from './lineageOf.ts'
import { marksOf, reachedBy, setMark, standing } from './marks.ts'
import { differences } from './quality/differences.ts'
import { planOf } from './quality/keepChecks.ts'
import { Remark, remarksOf, speakers } from './remark.ts'
import { usedIn } from './usedIn.ts'
import { IndicatorValue, unknownReasons, type ValueRow } from './value.ts'

const office: Policy = { who: ['admin', 'dataOfficer', 'reportOfficer', 'governmentReviewer', 'coordinator', 'chief', 'monitoring'], class: 2 }
const officers: Policy = { who: ['monitoring'], class: 2 }
const byCode = z.object({ code: z.string().max(10) })
const day = z.iso.date()
const period = z.object({ from: day, to: day, place: z.string().max(20).optional() })
const figure = z.number().nullish()
const count = z.number().int().min(0).nullish()
const breakdown = z.object({
  by: z.string().max(40),
  parts: z.array(z.object({ key: z.string().min(1).max(60), value: figure, numerator: figure, denominator: figure })).max(100),
})

function catalogueOfHouse(house: House): IndicatorCatalogue | Refused {
  const read = readCatalogue(house.pack.indicators)
  return 'code' in read ? refused(read) : read
}

function indicatorOf(house: House, code: string): Indicator | Refused {
  const catalogue = catalogueOfHouse(house)
  if (isRefused(catalogue)) return catalogue
  return catalogue.indicators.find((each) => each.code === code) ?? refused(refuse('access.not-found'))
}

const unitNamesOf = (house: House, { unit }: Indicator) => {
  const catalogue = catalogueOfHouse(house)
  return isRefused(catalogue) ? undefined : catalogue.units[unit]
}

type PeriodGiven = { from: string; to: string; place?: string }

/** The period of a figure of one indicator, or why there is none. */
async function ofIndicator<T>(
  house: House,
  code: string,
  { from, to, place }: PeriodGiven,
  deed: (indicator: Indicator, period: Required<PeriodGiven>) => Promise<T | Refused>,
) {
  const indicator = indicatorOf(house, code)
  if (isRefused(indicator)) return indicator
  if (to < from) return refused(refuse('results.end-before-start', { from, to }))
  return deed(indicator, { from, to, place: place ?? house.pack.country.iso2 })
}

/** Without the ids: they are asked for one figure at a time. */
const shown = ({ lineage, ...value }: ValueRow) => ({ ...value, records: lineage?.records.reduce((sum, { ids }) => sum + ids.length, 0) ?? null })

const valuesOf = (db: Db, code: string) =>
  db.rows<ValueRow>(
    sql`select * from results.indicator_value where indicator = ${code} order by to_day desc, from_day desc, indicator_version desc, scope, edition desc`,
  )

export const resultsRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/api/results/indicators',
    policy: office,
    summary: 'The catalogue of indicators, each with its latest figure of the whole country or none',
    answer: async ({ house, actor }) => {
      const catalogue = catalogueOfHouse(house)
      if (isRefused(catalogue)) return catalogue
      const country = house.pack.country.iso2
      const latest = await read(house.doors, actor, (db) =>
        db.rows<ValueRow>(
          sql`select distinct on (indicator) * from results.indicator_value where scope = ${country} order by indicator, to_day desc, edition desc`,
        ),
      )
      return {
        ...catalogue,
        indicators: catalogue.indicators.map((indicator) => {
          const value = latest.find((each) => each.indicator === indicator.code)
          return {
            ...{ ...indicator, unitNames: catalogue.units[indicator.unit], standsOnRecords: Boolean(sourceOf(house, indicator.code)) },
            latest: value ? shown(value) : null,
          }
        }),
      }
    },
  }),
  route({
    method: 'GET',
    url: '/api/results/indicators/:code',
    policy: office,
    summary: 'One indicator: definition, every figure with its editions, baseline and targets with their history, achievement',
    params: byCode,
    answer: async ({ house, actor, params: { code } }) => {
      const indicator = indicatorOf(house, code)
      if (isRefused(indicator)) return indicator
      return read(house.doors, actor, async (db) => {
        const [values, marks] = [await valuesOf(db, code), await marksOf(db, code)]
        const latest = values.find(({ scope }) => scope === house.pack.country.iso2)
        return {
          indicator: { ...indicator, unitNames: unitNamesOf(house, indicator), standsOnRecords: Boolean(sourceOf(house, code)) },
          values: values.map(shown),
          marks,
          remarks: await remarksOf(db, code),
          standing: standing(marks),
          differences: await differences(db, code),
          plan: await planOf(db, code),
          achievement: reachedBy(marks, latest?.value ?? null),
        }
      })
    },
  }),
  route({
    method: 'POST',
    url: '/api/results/indicators/:code/compute',
    policy: officers,
    summary: 'Work a figure out of the records of its domain; the same records make no new edition',
    params: byCode,
    body: period,
    answer: ({ house, actor, params, body }) =>
      ofIndicator(house, params.code, body, (indicator, asked) =>
        act(house.doors, actor, async (db) => {
          const value = await computeValue(house, db, indicator, asked)
          return isRefused(value) ? value : shown(value)
        }),
      ),
  }),
  route({
    method: 'POST',
    url: '/api/results/indicators/:code/values',
    policy: officers,
    summary: 'Enter a figure that no part of the product computes, with its evidence; a ratio with both its parts',
    params: byCode,
    body: period.extend({
      ...{ value: figure, numerator: figure, denominator: figure, expected: count, received: count },
      unknown: z.enum(unknownReasons).nullish(),
      breakdowns: z.array(breakdown).max(10).nullish(),
      evidence: z.string().max(1000).default(''),
      note: z.string().max(1000).nullish(),
    }),
    answer: ({ house, actor, params, body: { from, to, place, ...typed } }) =>
      ofIndicator(house, params.code, { from, to, place }, (indicator, asked) =>
        act(house.doors, actor, async (db) => {
          const value = await enterValue(house, db, indicator, asked, typed)
          return isRefused(value) ? value : shown(value)
        }),
      ),
  }),
  route({
    method: 'POST',
    url: '/api/results/indicators/:code/marks',
    policy: { who: ['monitoring', 'chief'], class: 2 },
    summary: 'Set a baseline or target; a changed one says why, and the earlier one stays',
    params: byCode,
    body: z.object({
      ...{ kind: z.enum(['baseline', 'target']), day, value: figure },
      source: z.string().min(1).max(500),
      reason: z.string().max(500).nullish(),
    }),
    answer: async ({ house, actor, params: { code }, body }) => {
      const indicator = indicatorOf(house, code)
      if (isRefused(indicator)) return indicator
      return act(house.doors, actor, (db) => setMark(db, code, house.pack.country.iso2, body))
    },
  }),
  route({
    method: 'POST',
    url: '/api/results/indicators/:code/remarks',
    policy: { who: speakers, class: 2 },
    summary: 'Say something about an indicator under the own name',
    params: byCode,
    body: z.object({ words: z.string().trim().min(1).max(2000) }),
    answer: async ({ house, actor, params: { code }, body }) => {
      const indicator = indicatorOf(house, code)
      if (isRefused(indicator)) return indicator
      return act(house.doors, actor, (db) => insertRow(db, Remark, { scope: house.pack.country.iso2, indicator: code, ...body }))
    },
  }),
  route({
    method: 'GET',
    url: '/api/results/lineage/:value',
    policy: office,
    summary: 'The records behind a figure: those that the reader may open, and of the others how many and whose',
    params: z.object({ value: z.string().max(60) }),
    answer: ({ house, actor, params }) =>
      read(house.doors, actor, async (db) => {
        const value = await getRow(db, IndicatorValue, params.value)
        if (!value) return refused(refuse('access.not-found'))
        return { value: shown(value), records: await lineageOf(house, db, value) }
      }),
  }),
  route({
    method: 'GET',
    url: '/api/results/used-in/:record/:id',
    policy: office,
    summary: 'From a record that the reader may open: the figures that were computed from it, and the published reports in which they stand',
    params: z.object({ record: z.string().max(80), id: z.string().max(60) }),
    answer: ({ house, actor, params: { record, id } }) => read(house.doors, actor, (db) => usedIn(house, db, record, id)),
  }),
]
