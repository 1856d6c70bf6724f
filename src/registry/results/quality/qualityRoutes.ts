/** The requests of monitoring: the verification bench, how an indicator is followed, and checks of its data. */
import { z } from 'zod'
import { type AnyRoute, act, type House, isRefused, type Policy, type Refused, read, refuse, refused, route } from '../../../kernel/index.ts'
import { readCatalogue } from '../catalogue.ts'
import { resultsOffice } from '../office.ts'
import { keepCheck, setPlan } from './keepChecks.ts'
import { verificationBench } from './verificationBench.ts'

const monitors: Policy = { who: ['monitoring'], class: 2 }
const byCode = z.object({ code: z.string().max(10) })
const mark = z.int().min(1).max(5)
const words = z.string().trim().min(1).max(500)
const count = z
  .int()
  .min(0)
  .nullish()
  .transform((typed) => typed ?? null)

const check = z.object({
  day: z.iso.date(),
  ...{ validityMark: mark, validityWords: words, reliabilityMark: mark, reliabilityWords: words, timelinessMark: mark, timelinessWords: words },
  ...{ precisionMark: mark, precisionWords: words, integrityMark: mark, integrityWords: words },
  ...{ sampleSize: count, sampleAgreed: count },
})
const plan = z.object({
  ...{ tool: z.string().trim().min(1).max(300), sample: words, responsible: z.string().trim().min(1).max(200) },
  frequency: z.enum(['month', 'quarter', 'year']),
  cost: z
    .number()
    .min(0)
    .nullish()
    .transform((typed) => typed ?? null),
})

function known(house: House, code: string): true | Refused {
  const catalogue = readCatalogue(house.pack.indicators)
  if ('code' in catalogue) return refused(catalogue)
  return catalogue.indicators.some((each) => each.code === code) || refused(refuse('access.not-found'))
}

export const qualityRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/api/results/bench',
    policy: resultsOffice,
    summary: 'What waits for verification, what moved oddly, silence, and the lowest mark of each check of data quality',
    answer: async ({ house, actor }) => {
      const catalogue = readCatalogue(house.pack.indicators)
      if ('code' in catalogue) return refused(catalogue)
      const { country, thresholds } = house.pack
      const today = new Date().toISOString().slice(0, 10)
      return read(house.doors, actor, (db) => verificationBench(db, catalogue, country.iso2, thresholds.oddMovePercent / 100, today))
    },
  }),
  route({
    method: 'POST',
    url: '/api/results/indicators/:code/monitoring-plan',
    policy: monitors,
    summary: 'Say how an indicator is followed: tool, sample, frequency, who answers for it',
    params: byCode,
    body: plan,
    answer: ({ house, actor, params: { code }, body }) =>
      act(house.doors, actor, async (db) => {
        const found = known(house, code)
        return isRefused(found) ? found : setPlan(house, db, code, body)
      }),
  }),
  route({
    method: 'POST',
    url: '/api/results/indicators/:code/quality-checks',
    policy: monitors,
    summary: 'Mark the data behind an indicator on five sides, each with its sentence, and recount a sample',
    params: byCode,
    body: check,
    answer: ({ house, actor, params: { code }, body }) =>
      act(house.doors, actor, async (db) => {
        const found = known(house, code)
        return isRefused(found) ? found : keepCheck(house, db, code, body)
      }),
  }),
]
