/** The candidates of a run are brought in, and may be brought anew until the list is frozen. The file itself is not kept: what counts is the frozen list and its hash. */
import { sql } from 'kysely'
import { asTheHouse, audit, type Db, getRow, type Refused, refuse, refused, updateRow } from '../../../kernel/index.ts'
import { contentHash } from '../../../kernel/publishing.ts'
import { type Cell, readTabular } from '../../../kernel/tables.ts'
import { CriteriaSet } from './criteria.ts'
import type { CandidateRow } from './households.ts'
import { readList } from './readList.ts'
import { SelectionRun, type SelectionRunRow } from './run.ts'

type Sheet = { columns: { index: number; name: string; hxl: string | null; hidden: boolean }[]; rows: { line: number; cells: Cell[] }[] }

/** The first sheet with rows. */
async function sheetOf(name: string, bytes: Buffer): Promise<Sheet | Refused> {
  const file = await readTabular({ name, bytes })
  if ('code' in file) return refused(file)
  const sheet = file.sheets.find(({ rows, hidden }) => rows.length > 0 && !hidden)
  return sheet ?? refused(refuse('selection.list-empty'))
}

export const handled = (run: SelectionRunRow, by: string | null): string[] => [...new Set([...run.handledBy, ...(by ? [by] : [])])]

export async function registerCandidates(
  db: Db,
  id: string,
  file: { name: string; bytes: Buffer },
): Promise<{ candidates: number; unanswered: number } | Refused> {
  await db.rows(sql`select 1 from relief.selection_run where id = ${id}::uuid for update`)
  const run = await getRow(db, SelectionRun, id)
  const set = run && (await getRow(db, CriteriaSet, run.criteriaSet))
  if (!run || !set) return refused(refuse('access.not-found'))
  if (!['criteria_agreed', 'registered'].includes(run.state)) return refused(refuse('selection.list-frozen'))
  const sheet = await sheetOf(file.name, file.bytes)
  if ('refused' in sheet) return sheet
  const found = readList(sheet, { criteria: set.criteria, tieBreaks: run.tieBreaks })
  const [first] = found
  if (first && 'code' in first) return { refused: found as Exclude<typeof found, { household: string }[]> }
  const candidates = found as Extract<typeof found, { household: string }[]>
  await asTheHouse(db, async (house) => {
    await house.rows(sql`delete from relief.selection_candidate where run = ${id}::uuid`)
    await house.rows(sql`
      insert into relief.selection_candidate (scope, class, run, household, answers, ties, groups, line, people)
      select ${run.scope}, 3, ${id}::uuid, c.household, c.answers, c.ties, c.groups, c.line, c.people
      from jsonb_to_recordset(${JSON.stringify(candidates)}::jsonb) as c(household text, answers jsonb, ties jsonb, groups jsonb, line integer, people integer)`)
  })
  await updateRow(db, SelectionRun, id, { state: 'registered', candidates: candidates.length, handledBy: handled(run, db.actor.userId) })
  await audit(db, 'selection.register', SelectionRun.name, id, { candidates: candidates.length })
  return { candidates: candidates.length, unanswered: candidates.filter(({ answers }) => Object.values(answers).includes(null)).length }
}

/** In the order of the codes, so that the order of entry cannot matter. The house reads: who leads a run need not see what each household answered. */
export const candidatesOf = (db: Db, run: string): Promise<CandidateRow[]> =>
  asTheHouse(db, (house) => house.rows<CandidateRow>(sql`select * from relief.selection_candidate where run = ${run}::uuid order by household collate "C"`))

/** What the seed is mixed with: everything that decides, and nothing that can differ between two machines. A size that nobody said leaves no trace in it. */
export const hashOfCandidates = (run: SelectionRunRow, candidates: readonly CandidateRow[]): string =>
  contentHash({
    ...{ criteriaSet: run.criteriaSet, cutKind: run.cutKind, cut: run.cut, reserves: run.reserves, tiePolicy: run.tiePolicy, tieBreaks: run.tieBreaks },
    candidates: candidates.map(({ household, answers, ties, groups, people }) => ({ household, answers, ties, groups, ...(people ? { people } : {}) })),
  })
