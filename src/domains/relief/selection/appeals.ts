/**
 * Appeals, and what the community says of a list. A finding that contradicts the list is an appeal like any other: somebody decides, and the household is told why in
 * its language. The ranked list stays as it was drawn; a decision changes the outcome beside it (relief specification, 2.3 and 3.3).
 */
import { sql } from 'kysely'
import { asTheHouse, audit, type Db, getRow, insertRow, type Refused, refuse, refused } from '../../../kernel/index.ts'
import { dayAfter } from '../requests/clock.ts'
import { type AppealRow, SelectionAppeal } from './households.ts'
import type { Outcome } from './line.ts'
import { SelectionRun, type SelectionRunRow } from './run.ts'

export type Finding = { household: string; says: 'include' | 'exclude' }
export type AppealGiven = Pick<AppealRow, 'household' | 'ground' | 'receivedOn' | 'feedbackCase'>
export type Decision = { decision: 'include' | 'exclude' | 'unchanged'; reason: string; language: string }

const outcomes = async (db: Db, run: string): Promise<Map<string, Outcome>> =>
  new Map(
    (await db.rows<{ household: string; outcome: Outcome }>(sql`select household, outcome from relief.selection_line where run = ${run}::uuid`)).map(
      ({ household, outcome }) => [household, outcome],
    ),
  )

/** Opens appeals that nobody had to bring: neighbours contradicted the list, or a household was never asked everything. */
export function openFor(house: Db, run: SelectionRunRow, given: Pick<AppealRow, 'household' | 'origin' | 'ground'>[], on: { day: string; days: number }) {
  return house.rows(sql`
    insert into relief.selection_appeal (scope, class, run, household, origin, ground, received_on, due_on)
    select ${run.scope}, 3, ${run.id}::uuid, g.household, g.origin, g.ground, ${on.day}::date, ${dayAfter(on.day, on.days)}::date
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as g(household text, origin text, ground text)`)
}

export async function keepFindings(
  db: Db,
  id: string,
  findings: readonly Finding[],
  on: { day: string; days: number },
): Promise<{ kept: number; contradicting: number } | Refused> {
  await db.rows(sql`select 1 from relief.selection_run where id = ${id}::uuid for update`)
  const run = await getRow(db, SelectionRun, id)
  if (!run) return refused(refuse('access.not-found'))
  if (run.state !== 'community_check') return refused(refuse('selection.not-in-check'))
  const twice = findings.map(({ household }) => household).find((household, at, all) => all.indexOf(household) !== at)
  if (twice) return refused(refuse('selection.found-already', { household: twice }))
  return asTheHouse(db, async (house) => {
    const known = await house.one<{ household: string }>(sql`
      select household from relief.selection_finding where run = ${id}::uuid and household = any (${findings.map(({ household }) => household)}::text[]) limit 1`)
    if (known) return refused(refuse('selection.found-already', { household: known.household }))
    const outcomeOf = await outcomes(house, id)
    await house.rows(sql`
      insert into relief.selection_finding (scope, class, run, household, says)
      select ${run.scope}, 3, ${id}::uuid, f.household, f.says from jsonb_to_recordset(${JSON.stringify(findings)}::jsonb) as f(household text, says text)`)
    const contradicting = findings.filter(({ household, says }) => (says === 'include') !== (outcomeOf.get(household) === 'selected'))
    const appeals = contradicting.map(({ household, says }) => ({
      ...{ household, origin: 'community_check' as const },
      ground: says === 'exclude' ? ('should_not_be_listed' as const) : outcomeOf.has(household) ? ('wrong_rank' as const) : ('not_listed' as const),
    }))
    await openFor(house, run, appeals, on)
    await audit(house, 'selection.check', SelectionRun.name, id, { checked: findings.length, contradicting: contradicting.length })
    return { kept: findings.length, contradicting: contradicting.length }
  })
}

export async function receiveAppeal(db: Db, id: string, given: AppealGiven, days: number): Promise<{ dueOn: string } | Refused> {
  const run = await getRow(db, SelectionRun, id)
  if (!run) return refused(refuse('access.not-found'))
  if (!['ranked', 'community_check', 'appeals_open'].includes(run.state)) return refused(refuse('selection.no-appeals-now'))
  const dueOn = dayAfter(given.receivedOn, days)
  await asTheHouse(db, (house) => insertRow(house, SelectionAppeal, { scope: run.scope, class: 3, run: id, origin: 'household', ...given, dueOn }))
  await audit(db, 'selection.appeal', SelectionRun.name, id, { ground: given.ground })
  return { dueOn }
}

export async function decideAppeal(db: Db, id: string, { decision, reason, language }: Decision, now: string): Promise<{ outcome: string } | Refused> {
  const appeal = await getRow(db, SelectionAppeal, id)
  const run = appeal && (await getRow(db, SelectionRun, appeal.run))
  if (!appeal || !run) return refused(refuse('access.not-found'))
  if (appeal.decision) return refused(refuse('selection.appeal-decided', { household: appeal.household }))
  if (!['ranked', 'community_check', 'appeals_open'].includes(run.state)) return refused(refuse('selection.no-appeals-now'))
  return asTheHouse(db, async (house) => {
    await house.rows(sql`
      update relief.selection_appeal set decision = ${decision}, reason = ${reason}, language = ${language}, decided_by = ${db.actor.userId}::uuid,
        decided_at = ${now}::timestamptz, version = version + 1 where id = ${id}::uuid`)
    const outcome = { include: 'selected', exclude: 'not_selected', unchanged: null }[decision]
    if (outcome)
      await house.rows(sql`
        insert into relief.selection_line (scope, class, run, household, outcome, basis, published)
        values (${run.scope}, 2, ${run.id}::uuid, ${appeal.household}, ${outcome}, 'appeal', false)
        on conflict on constraint selection_line_once_run_household do update set outcome = excluded.outcome, basis = 'appeal', version = relief.selection_line.version + 1`)
    await audit(house, 'selection.decide', SelectionAppeal.name, id, { decision })
    return { outcome: outcome ?? 'unchanged' }
  })
}

export type Targeting = { chosenChecked: number; wronglyChosen: number; othersChecked: number; wronglyLeftOut: number }

/** Targeting error in both directions, against the list as it was drawn; the community is no truth either, and the numbers say of whom it spoke. */
export function targetingOf(findings: readonly Finding[], chosen: ReadonlySet<string>): Targeting {
  const [among, others] = [findings.filter(({ household }) => chosen.has(household)), findings.filter(({ household }) => !chosen.has(household))]
  return {
    ...{ chosenChecked: among.length, wronglyChosen: among.filter(({ says }) => says === 'exclude').length },
    ...{ othersChecked: others.length, wronglyLeftOut: others.filter(({ says }) => says === 'include').length },
  }
}

export const findingsOf = (db: Db, run: string): Promise<Finding[]> =>
  asTheHouse(db, (house) =>
    house.rows<Finding>(sql`select household, says from relief.selection_finding where run = ${run}::uuid order by household collate "C"`),
  )
