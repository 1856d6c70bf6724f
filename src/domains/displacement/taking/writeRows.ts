/** The rows as they were sent, the cells made from them, and the outcome of each place on the master list; in portions, so that a long file shows progress. */
import { sql } from 'kysely'
import { isKnown } from '../../../engines/count.ts'
import { type Db, type Refused, refuse, refused } from '../../../kernel/index.ts'
import type { Settled } from '../import/interpret.ts'
import type { ProposedAssessment, ProposedRound } from '../import/proposal.ts'
import type { RoundIds, Writing } from './write.ts'

const portion = 2000
const known = (count: ProposedAssessment['individuals']) => (isKnown(count) ? count : null)

/** The columns that every portion hands to the database. */
function toRow(assessment: ProposedAssessment, rounds: RoundIds, { country, reportingDate, to }: ProposedRound) {
  const { writtenCode, writtenName, date, households, individuals, females, males, ages, returnees, returneeHouseholds, siteType, outcome } = assessment
  return {
    key: assessment.key,
    round: rounds.get(assessment.roundKey)!.id,
    country,
    /** When it was true: the day of the visit, else the day that the round speaks of. When we learned it is the database's own clock. */
    effective: date ?? reportingDate ?? to,
    pcode: assessment.placeKey,
    sheet: assessment.sheet,
    line: assessment.line,
    setting: assessment.setting,
    site_type: siteType?.type ?? null,
    classification: siteType?.building ?? null,
    sent: {
      code: writtenCode,
      name: writtenName,
      date,
      households,
      individuals,
      females,
      males,
      ...(ages.length > 0 ? { ages } : {}),
      returnees,
      status: outcome,
      sourceRound: assessment.sourceRound,
      reasons: assessment.reasons,
      ...(assessment.unlisted ? { unlisted: assessment.unlisted } : {}),
    },
    reasons: assessment.reasons,
    origin_pcode: assessment.origin?.code ?? null,
    origin_name: assessment.origin?.name ?? null,
    arrival: assessment.arrival,
    households: known(households),
    individuals: known(individuals),
    females: known(females),
    males: known(males),
    ages: ages.length > 0 ? ages : null,
    returnees: known(returnees),
    returnee_households: known(returneeHouseholds),
    outcome,
    reason: assessment.outcomeReason,
    source_round: assessment.sourceRound,
    method: outcome === 'carried_forward' ? 'carried' : 'key_informant',
    present: outcome === 'assessed' || outcome === 'carried_forward' || (isKnown(individuals) && individuals > 0),
  }
}

const columns =
  sql.raw(`r(key text, round uuid, country text, effective date, pcode text, sheet text, line int, setting text, site_type text, classification text, sent jsonb, reasons text[],
  origin_pcode text, origin_name text, arrival text, households int, individuals int, females int, males int, ages jsonb, returnees int, returnee_households int, outcome text, reason text,
  source_round int, method text, present boolean)`)

/** One statement a portion: the text is read once, each place is looked up once, and a cell finds its row without searching all that were ever sent. */
async function writePortion(db: Db, importId: string, rows: ReturnType<typeof toRow>[]): Promise<string[]> {
  const cell = (group: string, figures: string, where: string) => sql`
    insert into displacement.presence_cell (scope, import_id, effective_at, round, place, assessment, population_group, reasons, origin_pcode, origin_name, arrival_period, setting, method,
      households, individuals, females, males)
    select r.home, ${importId}, r.effective, r.round, r.place, a.id, ${group}, r.reasons, r.origin_pcode, r.origin_name, r.arrival, r.setting, r.method, ${sql.raw(figures)}
    from given r join sent a on a.key = r.key where ${sql.raw(where)}`
  const lost = await db.rows<{ pcode: string }>(sql`
    with given as materialized (
      select r.*, p.id as place, p.scope as home
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as ${columns} left join places.place p on p.country = r.country and p.pcode = r.pcode
    ), sent as (
      insert into displacement.assessment (scope, import_id, effective_at, round, place, key, source_kind, sheet, line, setting, site_type, classification, sent)
      select r.home, ${importId}, r.effective, r.round, r.place, r.key, 'import', r.sheet, r.line, r.setting, r.site_type, r.classification, r.sent
      from given r where r.place is not null
      returning id, key
    ), displaced as (${cell('IDP', 'r.households, r.individuals, r.females, r.males', 'r.present')}
    ), returned as (${cell('RET', 'r.returnee_households, r.returnees, null::int, null::int', 'r.returnees is not null')}
    ), aged as (
      insert into displacement.age_count (scope, import_id, effective_at, round, place, assessment, sex, age_band, individuals)
      select r.home, ${importId}, r.effective, r.round, r.place, a.id, b.sex, b.band, b.individuals
      from given r join sent a on a.key = r.key cross join jsonb_to_recordset(r.ages) as b(sex text, band text, individuals int) where r.ages is not null
    ), listed as (
      insert into displacement.master_list_line as known (scope, import_id, round, place, outcome, reason, source_round)
      select distinct on (r.round, r.place) r.home, ${importId}::uuid, r.round, r.place, r.outcome, r.reason, r.source_round
      from given r where r.place is not null order by r.round, r.place, r.outcome
      on conflict (round, place) do update set outcome = excluded.outcome, reason = excluded.reason, source_round = excluded.source_round, version = known.version + 1,
        -- A second portion of the same file adds nothing to what stood before the file.
        replaced = case when known.import_id = ${importId} or known.replaced @> ${JSON.stringify([{ import: importId }])}::jsonb then known.replaced
          else coalesce(known.replaced, '[]'::jsonb) || jsonb_build_array(
            jsonb_build_object('import', ${importId}::text, 'outcome', known.outcome, 'reason', known.reason, 'sourceRound', known.source_round)) end
    )
    select distinct pcode from given where place is null`)
  return lost.map(({ pcode }) => pcode)
}

export async function writeRows(settled: Settled, rounds: RoundIds, { db, importId, progress }: Writing): Promise<Refused | null> {
  const roundByKey = new Map(settled.rounds.map((round) => [round.key, round]))
  const { assessments } = settled
  for (let at = 0; at < assessments.length; at += portion) {
    const rows = assessments.slice(at, at + portion).map((assessment) => toRow(assessment, rounds, roundByKey.get(assessment.roundKey)!))
    const lost = await writePortion(db, importId, rows)
    if (lost.length > 0) return refused(refuse('import.places-not-in-register', { places: lost }))
    progress(Math.min(at + portion, assessments.length), assessments.length)
  }
  return null
}
