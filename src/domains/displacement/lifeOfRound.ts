/**
 * The life of a round, from plan to publication: who may take which step, and everything that forbids it. Nobody reviews what he cleaned, nothing is
 * published that the Government has not endorsed, and no place is left without an answer.
 */
import { sql } from 'kysely'
import {
  audit,
  type Db,
  isRefused,
  oneOf,
  optional,
  type Refusal,
  type Refused,
  refuse,
  refused,
  type StepContext,
  text,
  updateRow,
  workflow,
} from '../../kernel/index.ts'
import { checkRound } from './checks.ts'
import { endorse, reopen } from './endorse.ts'
import { freezeRound } from './freeze.ts'
import { outcomeCounts, snapshotMasterList } from './masterList.ts'
import { publicationRefusals, publishFrozenRound } from './publishRound.ts'
import { Operation, type OperationRow, Round, type RoundRow } from './round.ts'

type Context = StepContext

const operationOf = (db: Db, round: RoundRow) =>
  db.one<OperationRow>(sql`select * from ${sql.raw(`${Operation.schema}.${Operation.table}`)} where id = ${round.operation}`)

/** Without a place to count there is no round. */
async function noScope(round: RoundRow, { db }: Context): Promise<Refusal[]> {
  const operation = await operationOf(db, round)
  const listed = await outcomeCounts(db, round.id)
  const known = await db.one<{ n: number }>(sql`
    select count(*) as n from places.place where kind = ${round.unitLevel} and valid_to is null and country = ${operation?.countryIso3 ?? ''}`)
  return listed.expected + known!.n === 0 ? [refuse('round.no-scope', { unit: round.unitLevel })] : []
}

const formNotReleased = async (round: RoundRow): Promise<Refusal[]> => (round.formVersion ? [] : [refuse('round.form-not-released')])

async function teamMissing(round: RoundRow, { db }: Context): Promise<Refusal[]> {
  const without = await db.rows<{ name: string }>(sql`
    select p.name from displacement.master_list_line l join places.place p on p.id = l.place where l.round = ${round.id} and l.team is null order by p.name`)
  return without.length > 0 ? [refuse('round.team-missing', { places: without.map(({ name }) => name) })] : []
}

/** Every place on the list needs an answer or a reason, so that a gap never looks like a return. */
async function placesWithoutStatus(round: RoundRow, { db }: Context): Promise<Refusal[]> {
  const waiting = await db.rows<{ name: string }>(sql`
    select p.name from displacement.master_list_line l join places.place p on p.id = l.place where l.round = ${round.id} and l.outcome is null order by p.name`)
  return waiting.length > 0 ? [refuse('round.places-without-status', { places: waiting.map(({ name }) => name) })] : []
}

async function nothingToReview(round: RoundRow, { db }: Context): Promise<Refusal[]> {
  const counted = await db.one<{ n: number }>(sql`select count(*) as n from displacement.presence_cell where round = ${round.id}`)
  return counted!.n === 0 ? [refuse('round.no-figures')] : []
}

/** Every page, file and trend names the day that the figures are of. */
const dateMissing = async (round: RoundRow): Promise<Refusal[]> => ((round.reportingDate ?? round.collectedTo) ? [] : [refuse('round.date-missing')])

/** Checks are run anew, so that a finding which somebody corrected a moment ago blocks no longer. */
async function openFindings(round: RoundRow, context: Context): Promise<Refusal[]> {
  const { db } = context
  const found = await db.rows<{ severity: string; code: string }>(sql`
    select severity, code from displacement.finding where round = ${round.id} and severity in ('error', 'warning') and disposition is null`)
  const listed = (severity: string) => found.filter((finding) => finding.severity === severity).map(({ code }) => code)
  const [errors, warnings] = [listed('error'), listed('warning')]
  return [
    ...(errors.length > 0 ? [refuse('round.open-errors', { n: errors.length, list: [...new Set(errors)] })] : []),
    ...(warnings.length > 0 ? [refuse('round.warnings-without-note', { n: warnings.length, list: [...new Set(warnings)] })] : []),
  ]
}

const samePersonAsCleaner = async (round: RoundRow, { db }: Context): Promise<Refusal[]> =>
  round.cleanedBy !== null && round.cleanedBy === db.actor.userId ? [refuse('round.same-person-as-cleaner')] : []

const fresh = async (round: RoundRow, { db }: Context): Promise<void> => {
  await checkRound(db, round.id)
}

const decisionAsked = {
  office: text('Instituição', 'Office', { letters: 200 }),
  decision: oneOf('Decisão', 'Decision', ['endorsed', 'endorsed_with_reservations']),
  decidedOn: optional(text('Data', 'Date')),
}

export const lifeOfRound = workflow(Round, {
  draft: {
    plan: {
      label: { pt: 'Planear e fixar a lista de lugares', en: 'Plan and fix the list of places' },
      to: 'planned',
      by: ['dataOfficer'],
      unless: [noScope],
      also: async (round, { db }) => {
        await snapshotMasterList(db, round, (await operationOf(db, round))!)
        return undefined
      },
    },
  },
  planned: {
    train: { label: { pt: 'Formação em curso', en: 'Training under way' }, to: 'training', by: ['dataOfficer'] },
    collect: { label: { pt: 'Abrir a recolha', en: 'Open collection' }, to: 'collecting', by: ['dataOfficer'], unless: [formNotReleased, teamMissing] },
  },
  training: {
    collect: { label: { pt: 'Abrir a recolha', en: 'Open collection' }, to: 'collecting', by: ['dataOfficer'], unless: [formNotReleased, teamMissing] },
  },
  collecting: {
    close: {
      label: { pt: 'Fechar a recolha', en: 'Close collection' },
      to: 'cleaning',
      by: ['dataOfficer'],
      unless: [placesWithoutStatus],
      also: async (round, context) => {
        await fresh(round, context)
        return undefined
      },
    },
  },
  cleaning: {
    submit: {
      label: { pt: 'Enviar para revisão técnica', en: 'Send to technical review' },
      to: 'technical_review',
      by: ['dataOfficer'],
      unless: [placesWithoutStatus, nothingToReview, dateMissing, openFindings],
      also: async (_, { db }) => ({ cleanedBy: db.actor.userId }),
    },
  },
  technical_review: {
    forward: {
      label: { pt: 'Enviar ao Governo', en: 'Send to the Government' },
      to: 'government_review',
      by: ['dataOfficer'],
      unless: [samePersonAsCleaner, openFindings],
      also: async (round, { db }) => freezeRound(db, round),
    },
    back: { label: { pt: 'Devolver à limpeza', en: 'Back to cleaning' }, to: 'cleaning', by: ['dataOfficer'] },
  },
  government_review: {
    endorse: { label: { pt: 'Validar', en: 'Endorse' }, to: 'endorsed', by: ['governmentReviewer'], asks: decisionAsked, also: endorse },
    return: {
      label: { pt: 'Devolver com motivos', en: 'Return with reasons' },
      to: 'cleaning',
      by: ['governmentReviewer'],
      asks: { office: decisionAsked.office, text: text('Motivos', 'Reasons') },
      also: reopen,
    },
  },
  endorsed: {
    publish: {
      label: { pt: 'Publicar', en: 'Publish' },
      to: 'published',
      by: ['reportOfficer'],
      unless: [publicationRefusals],
      also: publishFrozenRound,
    },
  },
  published: {},
  superseded: {},
  withdrawn: {},
})

/** A published round never changes: a correction is a new edition, with a note that says what changed and why. */
export async function newEdition(db: Db, round: RoundRow, note: { pt: string; en: string }): Promise<RoundRow | Refused> {
  if (round.state !== 'published') return refused(refuse('round.not-published', { state: round.state }))
  if (note.pt.trim() === '' || note.en.trim() === '') return refused(refuse('round.edition-without-note'))
  const made = await db.one<{ id: string }>(sql`
    insert into displacement.round (scope, operation, assessment_type, number, edition, unit_level, planned_from, planned_to, collected_from, collected_to, reporting_date, state,
      form_version, compared_with, supersedes, narrative, limitations, change_note, illustrative_below)
    select scope, operation, assessment_type, number, edition + 1, unit_level, planned_from, planned_to, collected_from, collected_to, reporting_date, 'cleaning',
      form_version, compared_with, id, null, limitations, ${JSON.stringify(note)}::jsonb, illustrative_below
    from displacement.round where id = ${round.id} on conflict do nothing returning id`)
  if (!made) return refused(refuse('round.edition-open'))
  for (const statement of [
    sql`insert into displacement.master_list_line (scope, round, place, team, access, outcome, reason, source_round, added_later, note, replaced)
      select scope, ${made.id}, place, team, access, outcome, reason, source_round, added_later, note, replaced from displacement.master_list_line where round = ${round.id}`,
    // What a form brought stays that form's, so that its edit or its rejection finds its figures in the new edition.
    sql`insert into displacement.presence_cell (scope, import_id, round, place, assessment, population_group, reasons, origin_pcode, origin_name, arrival_period, setting, households, individuals, females, males, method, confidence)
      select c.scope, a.import_id, ${made.id}, c.place, c.assessment, population_group, reasons, origin_pcode, origin_name, arrival_period, c.setting, households, individuals, females, males, method, confidence
      from displacement.presence_cell c left join displacement.assessment a on a.id = c.assessment and a.source_kind = 'form' where c.round = ${round.id}`,
    sql`insert into displacement.age_count (scope, import_id, round, place, assessment, sex, age_band, individuals)
      select c.scope, a.import_id, ${made.id}, c.place, c.assessment, sex, age_band, individuals
      from displacement.age_count c left join displacement.assessment a on a.id = c.assessment and a.source_kind = 'form' where c.round = ${round.id}`,
  ])
    await db.run(statement)
  await audit(db, 'round.new-edition', 'displacement.round', made.id, { of: round.id })
  const edition = await updateRow(db, Round, made.id, {})
  return isRefused(edition) ? edition : edition!
}
