/** The requests of market and labour assessments: each is kept at its place and shown with what the rules propose, or with what to ask first. The officer decides. */
import { sql } from 'kysely'
import { z } from 'zod'
import { type ModalityNote, modalityNote } from '../../../engines/solutions/index.ts'
import {
  type AnyRoute,
  act,
  audit,
  type Db,
  day,
  insertRow,
  line,
  maybe,
  type Refused,
  type RowOf,
  read,
  refuse,
  refused,
  route,
} from '../../../kernel/index.ts'
import { officers, openReaders } from '../office.ts'
import { MarketAssessment } from './works.ts'

type Assessment = RowOf<typeof MarketAssessment>
const given = z.object({
  ...{ place: line(60), assessedOn: day, material: line(200), shopsAble: maybe(z.int().min(0)), shopsNeeded: maybe(z.int().min(0)) },
  ...{ price: maybe(z.number().min(0)), currency: maybe(z.string().length(3)), priceRisePercent: maybe(z.number().min(-100)) },
  ...{ roadOpen: maybe(z.boolean()), cashRisk: maybe(z.enum(['low', 'medium', 'high'])), masons: maybe(z.int().min(0)), seasonality: maybe(line(300)) },
})

async function keepAssessment(db: Db, facts: z.infer<typeof given>): Promise<{ id: string } | Refused> {
  if (!(await db.one(sql`select 1 from places.place where pcode = ${facts.place}`))) return refused(refuse('house.place-unknown', { place: facts.place }))
  const { id } = await insertRow(db, MarketAssessment, { scope: facts.place, ...facts })
  await audit(db, 'market.keep', MarketAssessment.name, id)
  return { id }
}

type AssessmentNow = Assessment & { placeName: string | null; note: ModalityNote }

async function assessmentsNow(db: Db, priceLimit: number): Promise<AssessmentNow[]> {
  const rows = await db.rows<Assessment & { placeName: string | null }>(sql`
    select m.*, p.name as place_name from solutions.market_assessment m left join places.place p on p.pcode = m.place order by m.assessed_on desc, m.id limit 500`)
  return rows.map((row) => {
    const { shopsAble, shopsNeeded, priceRisePercent: priceRise, roadOpen, cashRisk } = row
    return { ...row, note: modalityNote({ shopsAble, shopsNeeded, priceRise, roadOpen, cashRisk }, priceLimit) }
  })
}

export const marketRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/api/solutions/markets',
    policy: { who: openReaders, class: 2 },
    summary: 'Market and labour assessments, each with what the rules propose: cash, vouchers, goods, or what to ask first',
    answer: async ({ house, actor }) => ({ assessments: await read(house.doors, actor, (db) => assessmentsNow(db, house.pack.thresholds.priceRisePercent)) }),
  }),
  route({
    method: 'POST',
    url: '/api/solutions/markets',
    policy: { who: officers, class: 2 },
    summary: 'Keep a market and labour assessment of a place',
    body: given,
    answer: ({ house, actor, body }) => act(house.doors, actor, (db) => keepAssessment(db, body)),
  }),
]
