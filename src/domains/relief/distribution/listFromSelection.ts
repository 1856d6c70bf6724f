/**
 * The list of a distribution taken from a selection: the households that it chose, as they were published and not as somebody typed them anew. What a household gets
 * follows its size where the list of candidates said it. Relief specification, 2.4 and 3.4. Strategy: focus area 12, activities C and I.
 */
import { sql } from 'kysely'
import { asTheHouse, type Db, getRow, type Refusal, type Refused, refuse, refused } from '../../../kernel/index.ts'
import { hashOfOutcome } from '../selection/lifeOfRun.ts'
import { SelectionRun, type SelectionRunRow } from '../selection/run.ts'
import { keepList, type ListedHousehold } from './householdList.ts'
import { type DistributionRow, oneDistribution } from './planDistribution.ts'

export type SelectionHere = { id: string; programme: string; number: number; selected: number; publishedAt: string }

/** One of the two holds the other: the camp and its district. */
const isHere = (run: string, place: string) => run.startsWith(place) || place.startsWith(run)

export async function selectionsFor(db: Db, id: string): Promise<{ selections: SelectionHere[] } | Refused> {
  const distribution = await oneDistribution(db, id)
  if (!distribution) return refused(refuse('access.not-found'))
  const selections = await db.rows<SelectionHere & { place: string }>(sql`
    select r.id, r.programme, r.number, r.place, to_json(r.published_at) #>> '{}' as published_at,
      (select count(*)::int from relief.selection_line l where l.run = r.id and l.outcome = 'selected') as selected
    from relief.selection_run r where r.state = 'published' order by r.published_at desc`)
  return { selections: selections.filter(({ place }) => isHere(place, distribution.place)).map(({ place: _, ...run }) => run) }
}

type Line = ListedHousehold & { outcome: 'selected' | 'not_selected' | 'reserve' }

/** The house reads: sizes stand beside answers that are nobody's business here. */
const linesOf = (db: Db, run: string): Promise<Line[]> =>
  asTheHouse(db, (house) =>
    house.rows<Line>(sql`
      select l.household, l.outcome, c.people from relief.selection_line l
      left join relief.selection_candidate c on c.run = l.run and c.household = l.household where l.run = ${run}::uuid order by l.household collate "C"`),
  )

const wrongWith = ({ programme, number, state, place, outcomeHash }: SelectionRunRow, distribution: DistributionRow, lines: readonly Line[]): Refusal[] => {
  if (distribution.blanket) return [refuse('relief.blanket-selection')]
  if (state !== 'published') return [refuse('relief.selection-unpublished', { programme, number })]
  if (!isHere(place, distribution.place)) return [refuse('relief.selection-elsewhere', { programme, number, place })]
  return hashOfOutcome(lines) === outcomeHash ? [] : [refuse('relief.selection-changed', { programme, number })]
}

export async function listFromSelection(db: Db, id: string, runId: string): Promise<{ households: number } | Refused> {
  const [distribution, run] = [await oneDistribution(db, id), await getRow(db, SelectionRun, runId)]
  if (!distribution || !run) return refused(refuse('access.not-found'))
  const lines = await linesOf(db, runId)
  const wrong = wrongWith(run, distribution, lines)
  if (wrong.length > 0) return { refused: wrong }
  const rows = lines.filter(({ outcome }) => outcome === 'selected').map(({ household, people }) => ({ household, people }))
  return keepList(db, id, { rows, selection: runId })
}
