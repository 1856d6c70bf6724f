/** What the bench shows of a selection: to everybody who follows it counts, hashes and outcomes; what a household answered only to those cleared for it. */
import { sql } from 'kysely'
import { asTheHouse, type Db, getRow, type House, type Refused, refuse, refused } from '../../../kernel/index.ts'
import { findingsOf, type Targeting, targetingOf } from './appeals.ts'
import { CriteriaSet, type CriteriaSetRow } from './criteria.ts'
import { type FieldRates, fairnessReport } from './fairnessReport.ts'
import type { AppealRow } from './households.ts'
import { linesOf } from './lifeOfRun.ts'
import type { SelectionLineRow } from './line.ts'
import { mixedSeed, type RankedLine, rankedList } from './ranking.ts'
import { SelectionRun, type SelectionRunRow } from './run.ts'
import { rankAgain, storedOf, type Verified, verifySelection } from './stored.ts'

export type RunInList = SelectionRunRow & { placeName: string | null; setName: { pt: string; en: string }; selected: number; openAppeals: number }

/** Open appeals are a count, which everybody who follows a run may know. */
export const runsNow = (db: Db): Promise<RunInList[]> =>
  db
    .rows<RunInList>(sql`
      select s.*, p.name as place_name, c.name as set_name,
        (select count(*)::int from relief.selection_line l where l.run = s.id and l.outcome = 'selected') as selected
      from relief.selection_run s join relief.criteria_set c on c.id = s.criteria_set left join places.place p on p.pcode = s.place
      order by s.recorded_at desc, s.id limit 500`)
    .then(async (runs) => {
      const open = await asTheHouse(db, (house) =>
        house.rows<{ run: string; n: number }>(sql`
          select run, count(*)::int as n from relief.selection_appeal where decision is null and run = any (${runs.map(({ id }) => id)}::uuid[]) group by run`),
      )
      return runs.map((run) => ({ ...run, openAppeals: open.find((each) => each.run === run.id)?.n ?? 0 }))
    })

export const setsNow = (db: Db): Promise<(CriteriaSetRow & { placeName: string | null })[]> =>
  db.rows(sql`
    select c.*, p.name as place_name from relief.criteria_set c left join places.place p on p.pcode = c.place order by c.code, c.edition desc limit 500`)

export type OpenRun = RunInList & {
  set: CriteriaSetRow
  lines: Pick<SelectionLineRow, 'household' | 'rank' | 'outcome' | 'basis'>[]
  unanswered: number
  toAsk: number
  fairness: FieldRates[]
  targeting: Targeting | null
  verified: Verified | null
}

export async function openRun(db: Db, house: House, id: string): Promise<OpenRun | Refused> {
  const run = (await runsNow(db)).find((each) => each.id === id)
  if (!run) return refused(refuse('access.not-found'))
  const stored = await storedOf(db, run)
  const [list, lines, findings] = [await rankAgain(run, stored), await linesOf(db, id), await findingsOf(db, id)]
  const chosen = new Set(list?.lines.filter(({ outcome }) => outcome === 'selected').map(({ household }) => household))
  return {
    ...run,
    set: stored.set,
    lines: lines.map(({ household, rank, outcome, basis }) => ({ household, rank, outcome, basis })),
    unanswered: stored.candidates.filter(({ answers }) => Object.values(answers).includes(null)).length,
    toAsk: list?.lines.filter(({ ask }) => ask).length ?? 0,
    fairness: lines.length > 0 ? fairnessReport({ candidates: stored.candidates, lines, answers: run.fairnessAnswers }, house.pack.thresholds) : [],
    targeting: findings.length > 0 ? targetingOf(findings, chosen) : null,
    verified: run.candidatesHash ? await verifySelection(db, run) : null,
  }
}

/** With points and what gave them: for those who see what households answered, and for the household itself when it asks. */
export async function rankedWithReasons(db: Db, id: string): Promise<{ lines: (RankedLine & { now: SelectionLineRow['outcome'] })[] } | Refused> {
  const run = await getRow(db, SelectionRun, id)
  if (!run) return refused(refuse('access.not-found'))
  const [list, lines] = [await rankAgain(run, await storedOf(db, run)), await linesOf(db, id)]
  const nowOf = new Map(lines.map(({ household, outcome }) => [household, outcome]))
  return { lines: list?.lines.map((line) => ({ ...line, now: nowOf.get(line.household) ?? line.outcome })) ?? [] }
}

export const appealsOf = (db: Db, run: string): Promise<AppealRow[]> =>
  db.rows<AppealRow>(sql`select * from relief.selection_appeal where run = ${run}::uuid order by decision is not null, due_on, household collate "C"`)

export type Compared = { enter: string[]; leave: string[] }

/** Who would be chosen by the other criteria alone, and who no longer: same candidates, same cut, same seed. */
export async function compareSets(db: Db, id: string, other: string): Promise<Compared | Refused> {
  const [run, set] = [await getRow(db, SelectionRun, id), await getRow(db, CriteriaSet, other)]
  if (!run || !set) return refused(refuse('access.not-found'))
  if (!run.seed || !run.candidatesHash) return refused(refuse('selection.not-drawn-yet'))
  const stored = await storedOf(db, run)
  const seed = mixedSeed(run.seed, run.candidatesHash)
  const chosenBy = async (criteria: CriteriaSetRow['criteria']) => {
    const { lines } = await rankedList({ run, criteria, candidates: stored.candidates, seed })
    return new Set(lines.filter(({ outcome }) => outcome === 'selected').map(({ household }) => household))
  }
  const [before, after] = [await chosenBy(stored.set.criteria), await chosenBy(set.criteria)]
  return { enter: [...after].filter((household) => !before.has(household)), leave: [...before].filter((household) => !after.has(household)) }
}
