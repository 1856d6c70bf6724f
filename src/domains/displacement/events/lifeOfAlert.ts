/**
 * The life of an alert: drafted by one person, released by another, withdrawn with a reason. Releasing freezes the set and writes page, PDF, message and data
 * file in one transaction, or refuses with every reason.
 */
import { sql } from 'kysely'
import {
  audit,
  type Db,
  type House,
  insertRow,
  isRefused,
  oncePerStep,
  type Refusal,
  type Refused,
  refuse,
  refused,
  type StepContext,
  text,
  workflow,
} from '../../../kernel/index.ts'
import { canonicalJson, publishProduct, sha256, slugOf } from '../../../kernel/publishing.ts'
import { currentRounds } from '../publishedRounds.ts'
import { alertFiles } from './alertFiles.ts'
import { lintAlert, roundFigures, writeAlert } from './alertText.ts'
import { alertWords } from './alertWords.ts'
import { MovementAlert, type MovementAlertRow } from './event.ts'
import { buildAlert, type Draft, type PublicAlert } from './publicAlert.ts'

export const alertKind = 'movement-alert'

const houseOf = ({ house }: StepContext) => house as House

export async function draftAlert(
  db: Db,
  given: { operation: string; periodFrom: string; periodTo: string },
): Promise<{ id: string; number: number } | Refused> {
  if (given.periodFrom > given.periodTo) return refused(refuse('alert.period-reversed'))
  const operation = await db.one<{ scope: string }>(sql`select scope from displacement.operation where id::text = ${given.operation}`)
  if (!operation) return refused(refuse('access.not-found'))
  const next = await db.one<{ n: number }>(sql`select coalesce(max(number), 0) + 1 as n from displacement.movement_alert where operation = ${given.operation}`)
  const alert = await insertRow(db, MovementAlert, { ...given, scope: operation.scope, number: next!.n, needs: [], state: 'draft', draftedBy: db.actor.userId })
  await audit(db, 'alert.draft', MovementAlert.name, alert.id)
  return { id: alert.id, number: alert.number }
}

const isWritten = (alert: MovementAlertRow) => alert.narrative !== null && alert.narrative.pt.trim() !== '' && alert.narrative.en.trim() !== ''

/** The set as it would be released, with its text. */
export const readyAlert = oncePerStep(async (alert: MovementAlertRow, context): Promise<PublicAlert | Refused> => {
  const built = await buildAlert(houseOf(context), context.db, alert)
  return isRefused(built) ? built : { ...built, narrative: isWritten(alert) ? alert.narrative! : writeAlert(built) }
})

export async function lintOfAlert(house: House, set: Draft, narrative: { pt: string; en: string }): Promise<Refusal[]> {
  const rounds = await currentRounds(house)
  const latest = rounds.find(({ round }) => round.operation.name === set.operation.name && round.operation.countryIso3 === set.operation.countryIso3)
  const found = lintAlert(set, narrative, roundFigures(latest?.round ?? null))
  return [...found.pt, ...found.en]
}

/** The guard, shown beforehand too. */
export async function alertObstacles(alert: MovementAlertRow, context: StepContext): Promise<Refusal[]> {
  const set = await readyAlert(alert, context)
  if (isRefused(set)) return set.refused
  const own = alert.draftedBy !== null && alert.draftedBy === context.db.actor.userId ? [refuse('alert.same-person')] : []
  const unlicensed = set.licence.trim() === '' || set.credit.trim() === '' ? [refuse('round.licence-missing')] : []
  return [...own, ...unlicensed, ...(await lintOfAlert(houseOf(context), set, set.narrative))]
}

const titleOf = (set: PublicAlert) => ({
  pt: `${alertWords.pt.alert} ${set.number}: ${set.operation.name}`,
  en: `${alertWords.en.alert} ${set.number}: ${set.operation.name}`,
})

async function release(alert: MovementAlertRow, context: StepContext): Promise<Partial<MovementAlertRow> | Refused> {
  const house = houseOf(context)
  const { db } = context
  const set = await readyAlert(alert, context)
  if (isRefused(set)) return set
  const content = canonicalJson(set)
  const hash = sha256(content)
  const files = await alertFiles(db, set, hash)
  if (isRefused(files)) return files
  const slug = slugOf(`${set.operation.countryIso3} ${set.operation.name} movement alert ${set.number}`)
  await publishProduct(db, house.files, {
    ...{ slug, kind: alertKind, title: titleOf(set), summary: set.narrative, hash, content, files },
    places: [set.operation.countryIso3, ...set.lines.flatMap(({ from, fromName, to, toName }) => [from, fromName, to, toName].filter((each) => each !== null))],
    ...{ periodFrom: set.periodFrom, periodTo: set.periodTo, licence: set.licence, credit: set.credit },
    demonstration: set.demonstration !== null,
    subject: `displacement.movement_alert:${alert.id}`,
    changeNote: alert.changeNote,
  })
  return { slug, hash, releasedBy: db.actor.userId, releasedAt: new Date().toISOString() }
}

/** The page stays and says why; the files stay where a citation finds them. */
async function withdraw(alert: MovementAlertRow, { db, input }: StepContext): Promise<Partial<MovementAlertRow>> {
  const reason = String(input.reason)
  await db.run(sql`update kernel.product set withdrawn_at = now(), withdrawn_reason = ${reason} where slug = ${alert.slug} and withdrawn_at is null`)
  await audit(db, 'alert.withdraw', MovementAlert.name, alert.id, { slug: alert.slug })
  return {}
}

export const lifeOfAlert = workflow(MovementAlert, {
  draft: {
    release: { label: { pt: 'Emitir', en: 'Release' }, to: 'released', by: ['reportOfficer', 'chief', 'dataOfficer'], unless: [alertObstacles], also: release },
  },
  released: {
    withdraw: {
      label: { pt: 'Retirar', en: 'Withdraw' },
      to: 'withdrawn',
      by: ['reportOfficer', 'chief'],
      asks: { reason: text('Motivo', 'Reason', { letters: 500 }) },
      also: withdraw,
    },
  },
  withdrawn: {},
})
