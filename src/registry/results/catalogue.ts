/**
 * The catalogue of indicators in the country pack: what each figure counts, in words, from which part of the product, and how figures of several places or
 * periods are put together. Definitions are the mission's; no target is invented (specification: results, section 5.1).
 */
import { z } from 'zod'
import { aggregations } from '../../engines/indicators/index.ts'
import type { Refusal } from '../../kernel/shared.ts'
import { bilingual, domainName } from './strategy.ts'

const indicator = z
  .strictObject({
    /** Area and number; X stands for the whole mission. */
    code: z.string().regex(/^(\d{1,2}|X)\.\d{1,2}$/),
    /** A changed definition is a new version and begins a new series. */
    version: z.int().min(1),
    name: bilingual,
    domain: domainName,
    /** `entered`: nobody but an outside authority can know it; everything else waits for the part that will compute it. */
    method: z.enum(['computed', 'entered']),
    aggregation: z.enum(aggregations),
    unit: z.string().regex(/^[a-z]+$/),
    direction: z.enum(['up', 'down']),
    frequency: z.enum(['month', 'quarter', 'year']),
    breakdowns: z.array(z.string()),
    counted: bilingual,
    denominator: bilingual.optional(),
    /** Protection, health, border and demobilisation figures: the public sees them at province level at most. */
    restricted: z.literal(true).optional(),
  })
  .refine(({ aggregation, denominator }) => (aggregation === 'ratio') === Boolean(denominator), { message: 'a ratio, and nothing else, has a denominator' })

const unitNames = z.strictObject({ one: bilingual, many: bilingual })
const catalogue = z
  .strictObject({
    ...{ definedBy: bilingual, date: z.iso.date(), unconfirmed: z.boolean() },
    /** What is counted, as it stands beside one and beside many. */
    units: z.record(z.string(), unitNames),
    indicators: z.array(indicator).min(1),
  })
  .superRefine(({ units, indicators }, context) => {
    for (const [at, { unit }] of indicators.entries())
      if (!units[unit]) context.addIssue({ code: 'custom', path: ['indicators', at, 'unit'], message: `the unit ${unit} has no name` })
  })

export type UnitNames = z.infer<typeof unitNames>
export type IndicatorCatalogue = z.infer<typeof catalogue>
export type Indicator = IndicatorCatalogue['indicators'][number]

/** Refusals: `results.catalogue-unreadable {place, problem}`; `results.indicator-twice {codes}`. */
export function readCatalogue(json: unknown): IndicatorCatalogue | Refusal {
  const parsed = catalogue.safeParse(json)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!
    return { code: 'results.catalogue-unreadable', facts: { place: issue.path.join('.'), problem: issue.message } }
  }
  const codes = parsed.data.indicators.map(({ code }) => code)
  const twice = codes.filter((code, at) => codes.indexOf(code) !== at)
  return twice.length > 0 ? { code: 'results.indicator-twice', facts: { codes: twice } } : parsed.data
}
