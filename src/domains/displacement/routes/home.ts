/** The desk's first page: the latest figure of each operation with its date and coverage, and what waits for me. */
import { sql } from 'kysely'
import { type Actor, type Bilingual, type Db, type House, obstacles, stepsFor } from '../../../kernel/index.ts'
import { lifeOfRound } from '../lifeOfRound.ts'
import { currentRounds } from '../publishedRounds.ts'
import type { RoundRow } from '../round.ts'

type Waiting = { kind: 'step' | 'finding'; round: { id: string; number: number; operationName: string }; text: Bilingual; count: number }

async function situationOf(house: House, db: Db) {
  const latest = new Map<string, Awaited<ReturnType<typeof currentRounds>>[number]>()
  for (const published of await currentRounds(house)) {
    const { name, countryIso3 } = published.round.operation
    if (!latest.has(`${countryIso3} ${name}`)) latest.set(`${countryIso3} ${name}`, published)
  }
  const ids = new Map(
    (await db.rows<{ id: string; slug: string; operation: string }>(sql`select id, slug, operation from displacement.round where state = 'published'`)).map(
      (row) => [row.slug, row],
    ),
  )
  return [...latest.values()].map(({ product, round }) => ({
    operation: {
      id: ids.get(product.slug)?.operation ?? null,
      name: round.operation.name,
      countryName: round.operation.countryName,
      countryIso3: round.operation.countryIso3,
      demonstration: round.demonstration !== null,
    },
    round: {
      id: ids.get(product.slug)?.id ?? null,
      number: round.round.number,
      assessmentType: round.round.assessmentType,
      reportingDate: round.round.reportingDate,
      state: 'published',
      slug: product.slug,
    },
    individuals: round.totals.individuals,
    households: round.totals.households,
    coverage: round.coverage,
    change: round.change,
    trend: round.trend,
    boundaries: round.boundaries,
    areas: round.areas.map(({ pcode, name, level, parent, individuals, households }) => ({ pcode, name, level, parent, individuals, households })),
  }))
}

async function waitingFor(house: House, db: Db, actor: Actor): Promise<Waiting[]> {
  const rounds = await db.rows<RoundRow & { operationName: string }>(sql`
    select r.*, o.name as operation_name from displacement.round r join displacement.operation o on o.id = r.operation
    where r.state not in ('published', 'superseded', 'withdrawn') order by r.reporting_date desc nulls first limit 30`)
  const waiting: Waiting[] = []
  for (const round of rounds) {
    const about = { id: round.id, number: round.number, operationName: round.operationName }
    for (const [, step] of stepsFor(lifeOfRound, round.state, actor.roles))
      waiting.push({ kind: 'step', round: about, text: step.label, count: (await obstacles(step, round, { db, input: {}, house })).length })
  }
  const open = actor.roles.includes('dataOfficer')
    ? await db.rows<{ id: string; number: number; operationName: string; n: number }>(sql`
        select r.id, r.number, o.name as operation_name, count(*) as n from displacement.finding f join displacement.round r on r.id = f.round join displacement.operation o on o.id = r.operation
        where f.disposition is null and f.severity <> 'note' and r.state in ('collecting', 'cleaning', 'technical_review') group by r.id, o.name order by n desc limit 30`)
    : []
  for (const { n, ...round } of open) waiting.push({ kind: 'finding', round, text: { pt: 'Achados por decidir', en: 'Findings to decide' }, count: n })
  return waiting
}

export const homeOf = async (house: House, db: Db, actor: Actor) => ({ situation: await situationOf(house, db), waiting: await waitingFor(house, db, actor) })
