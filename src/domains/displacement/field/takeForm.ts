/**
 * An approved form becomes the facts of a place in its round: the assessment as sent, the presence cells, the outcome on the master list. An edit that is
 * approved later changes the same cells, counted up in their versions; two forms never count one place twice.
 */
import { sql } from 'kysely'
import {
  audit,
  type Db,
  type House,
  insertRow,
  isRefused,
  type Refused,
  refuse,
  refused,
  type TakenRecord,
  type TakenSubmission,
  type Taker,
  updateRow,
} from '../../../kernel/index.ts'
import { checkRound } from '../checks.ts'
import { AgeCount, Assessment, MasterListLine, PresenceCell, type ReplacedOutcome } from '../presence.ts'
import { withOutcomeOf } from '../taking/replacedOutcome.ts'
import { takeBackForm } from './takeBackForm.ts'
import { baselineFacts, type FormCell, type PlaceFacts, siteFacts } from './understandForm.ts'

type Listed = {
  line: string
  round: string
  number: number
  state: string
  place: string
  scope: string
  name: string
  outcome: string | null
  reason: string | null
  sourceRound: number | null
  access: string | null
  replaced: ReplacedOutcome[] | null
}

/** The line that the phone chose, in the latest edition of its round; an old list or a list of another form may name the place alone. */
async function lineOf(db: Db, type: 'BA' | 'SA', { place, line }: PlaceFacts): Promise<Listed | null> {
  return db.one<Listed>(sql`
    select l.id as line, r.id as round, r.number, r.state, p.id as place, l.scope, p.name, l.outcome, l.reason, l.source_round, l.access, l.replaced
    from displacement.master_list_line l join displacement.round r on r.id = l.round join places.place p on p.id = l.place
    left join (displacement.master_list_line chosen join displacement.round of_chosen on of_chosen.id = chosen.round) on chosen.id::text = ${line ?? ''}
    where p.pcode = ${place} and r.assessment_type = ${type} and r.state not in ('draft', 'superseded', 'withdrawn')
    order by coalesce(r.operation = of_chosen.operation and r.number = of_chosen.number, false) desc, r.state = 'collecting' desc, r.number desc, r.edition desc limit 1`)
}

/** Figures of this place that came another way: a second phone, or a file. Figures carried over give way to a visit. */
const countedOtherwise = (db: Db, { round, place, line }: Listed, root: string) =>
  db.one(sql`
    select 1 from displacement.presence_cell where round = ${round} and place = ${place} and import_id is distinct from ${root}::uuid
      and import_id is distinct from ${line}::uuid limit 1`)

type Told = { facts: PlaceFacts; type: 'BA' | 'SA'; before: readonly TakenRecord[] }

async function take(db: Db, submission: TakenSubmission, { facts, type, before }: Told): Promise<TakenRecord[] | Refused> {
  const listed = await lineOf(db, type, facts)
  if (!listed) return refused(refuse('round.place-not-listed', { place: facts.place }))
  if (!['collecting', 'cleaning'].includes(listed.state))
    return refused(refuse('round.not-collecting', { round: listed.number, state: listed.state, place: listed.name }))
  const { root } = submission
  // An edit that names another place or round leaves nothing behind where it was counted first.
  const elsewhere = await takeBackForm(db, root, before, listed.line)
  if (elsewhere) return elsewhere
  if (await countedOtherwise(db, listed, root)) return refused(refuse('round.place-counted-already', { place: listed.name, round: listed.number }))
  const assessment = await assessmentOf(db, submission, facts, listed)
  const cells = await writeCells(db, facts, { listed, assessment: assessment.id, submission })
  if (isRefused(cells)) return cells
  await writeAges(db, facts, { listed, assessment: assessment.id, submission })
  await updateRow(db, MasterListLine, listed.line, {
    ...{ outcome: facts.outcome, reason: facts.reason, sourceRound: null },
    replaced: withOutcomeOf(listed.replaced, {
      ...{ import: root, outcome: listed.outcome, reason: listed.reason, sourceRound: listed.sourceRound, access: listed.access },
    }),
    ...(facts.access === 'accessible' || facts.access === 'partly' || facts.access === 'inaccessible' ? { access: facts.access } : {}),
  })
  if (listed.state === 'cleaning') await checkRound(db, listed.round)
  await audit(db, 'round.form-taken', 'displacement.round', listed.round, { submission: submission.id, place: listed.place })
  return [
    { record: Assessment.name, id: assessment.id, paths: { place: '/data/where/place', effectiveAt: '/data/visit/visit_date' } },
    {
      record: MasterListLine.name,
      id: listed.line,
      paths: { outcome: '/data/visit/outcome', reason: '/data/visit/not_assessed_reason', access: '/data/visit/access' },
    },
    ...cells.map((id) => ({ record: PresenceCell.name, id })),
  ]
}

/** Each instance as it was sent, once: approving the same one again finds its row. */
async function assessmentOf(db: Db, { id, root, answers, effectiveAt }: TakenSubmission, facts: PlaceFacts, { round, place, scope }: Listed) {
  const key = `form ${root} ${id}`
  const known = await db.one<{ id: string }>(sql`select id from displacement.assessment where key = ${key}`)
  if (known) return known
  return insertRow(db, Assessment, {
    ...{ scope, importId: root, effectiveAt, round, place, key, sourceKind: 'form', sheet: null, line: null, setting: facts.cells[0]?.setting ?? null },
    ...{ siteType: facts.siteType, classification: facts.classification, sent: { submission: id, ...answers } as Record<string, unknown> },
  })
}

type Writing = { listed: Listed; assessment: string; submission: TakenSubmission }
type KnownCell = { id: string; populationGroup: string; reasons: string[]; originPcode: string | null; arrivalPeriod: string | null; setting: string | null }

const keyOf = ({ populationGroup, reasons, originPcode, arrivalPeriod, setting }: KnownCell | FormCell) =>
  JSON.stringify([populationGroup, [...reasons].sort(), originPcode, arrivalPeriod, setting])

/** Cells that the form had before get the new figures; those that it no longer tells go, unless somebody has corrected them since. */
async function writeCells(db: Db, facts: PlaceFacts, { listed, assessment, submission }: Writing): Promise<string[] | Refused> {
  const { round, place, line, scope } = listed
  await db.run(sql`delete from displacement.presence_cell where round = ${round} and place = ${place} and import_id = ${line}`)
  const before = await db.rows<KnownCell>(sql`
    select id, population_group, reasons, origin_pcode, arrival_period, setting from displacement.presence_cell where round = ${round} and import_id = ${submission.root}`)
  const now = new Set(facts.cells.map(keyOf))
  const gone = before.filter((cell) => !now.has(keyOf(cell))).map(({ id }) => id)
  const corrected = await db.one(sql`select 1 from displacement.correction where cell = any(${gone}::uuid[]) limit 1`)
  if (corrected) return refused(refuse('round.form-cell-corrected', { place: listed.name }))
  await db.run(sql`delete from displacement.presence_cell where id = any(${gone}::uuid[])`)
  const names = await originNames(db, facts.cells)
  const ids: string[] = []
  for (const cell of facts.cells) {
    const values = {
      ...cell,
      originName: cell.originPcode ? (names.get(cell.originPcode) ?? null) : null,
      ...{ assessment, method: facts.method, confidence: facts.confidence, effectiveAt: submission.effectiveAt },
    }
    const known = before.find((each) => keyOf(each) === keyOf(cell))
    const { id } = known
      ? (await updateRow(db, PresenceCell, known.id, values))!
      : await insertRow(db, PresenceCell, { ...values, scope, importId: submission.root, round, place })
    ids.push(id)
  }
  return ids
}

async function originNames(db: Db, cells: readonly FormCell[]): Promise<Map<string, string>> {
  const codes = cells.flatMap(({ originPcode }) => originPcode ?? [])
  const rows = await db.rows<{ pcode: string; name: string }>(
    sql`select pcode, name from places.place where pcode = any(${codes}::text[]) and valid_to is null`,
  )
  return new Map(rows.map(({ pcode, name }) => [pcode, name]))
}

async function writeAges(db: Db, { ages }: PlaceFacts, { listed, assessment, submission }: Writing): Promise<void> {
  await db.run(sql`delete from displacement.age_count where round = ${listed.round} and import_id = ${submission.root}`)
  for (const { sex, band, individuals } of ages)
    await insertRow(db, AgeCount, {
      ...{ scope: listed.scope, importId: submission.root, effectiveAt: submission.effectiveAt, round: listed.round, place: listed.place },
      ...{ assessment, sex, ageBand: band, individuals },
    })
}

const takeBack: Taker['takeBack'] = (db, _house, { root }, before) => takeBackForm(db, root, before)

export const displacementTakers: readonly Taker[] = [
  {
    name: 'displacement.baseline',
    about: { pt: 'Linha de base: presença por lugar numa ronda', en: 'Baseline: presence by place in a round' },
    take: (db, house: House, submission, before) =>
      take(db, submission, { facts: baselineFacts(submission.answers, house.pack.codeLists), type: 'BA', before }),
    takeBack,
  },
  {
    name: 'displacement.site',
    about: { pt: 'Avaliação de centro: presença e serviços num centro', en: 'Site assessment: presence and services at a site' },
    take: (db, house: House, submission, before) => take(db, submission, { facts: siteFacts(submission.answers, house.pack.codeLists), type: 'SA', before }),
    takeBack,
  },
]
