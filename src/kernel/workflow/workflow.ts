/**
 * The life of a record: its states, the steps between them, who may take a step, and what forbids it. A guard returns every reason, not the first; an empty
 * list means yes. State, effects and the audit line are written in one transaction.
 */
import { sql } from 'kysely'
import type { Role } from '../access/roles.ts'
import { audit } from '../audit/audit.ts'
import { type Db, isRefused, type Refused, refused } from '../db/transaction.ts'
import type { Field } from '../record/fields.ts'
import { isId, type RecordDeclaration, type RowOf } from '../record/record.ts'
import { getRow, updateRow } from '../record/store.ts'
import { schemaOf } from '../record/validate.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { Bilingual } from '../text/bilingual.ts'

export type StepContext<H = unknown> = { db: Db; input: Record<string, unknown>; house: H }

export type Step<R extends RecordDeclaration> = {
  label: Bilingual
  to: string
  by: readonly Role[]
  unless?: readonly ((row: RowOf<R>, context: StepContext) => Promise<Refusal[]>)[]
  /** What else happens with the step, in the same transaction; may still refuse. */
  also?: (row: RowOf<R>, context: StepContext) => Promise<Partial<RowOf<R>> | Refused | undefined>
  /** Asked of the person who takes the step. */
  asks?: Record<string, Field>
}

type StatesOf<R extends RecordDeclaration> = RowOf<R> extends { state: infer V } ? Extract<V, string> : never

/** Complete by type: a state without an entry does not compile. */
export type Life<R extends RecordDeclaration> = { [State in StatesOf<R>]: Record<string, Step<R>> }

export type Workflow<R extends RecordDeclaration = RecordDeclaration> = { record: R; life: Record<string, Record<string, Step<R>>> }

export function workflow<R extends RecordDeclaration>(record: R, life: NoInfer<Life<R>>): Workflow<R> {
  const states = new Set(record.fields.state?.values ?? [])
  for (const [state, steps] of Object.entries(life as Record<string, Record<string, Step<R>>>))
    for (const [name, step] of Object.entries(steps))
      if (!states.has(step.to)) throw new Error(`${record.name}: step ${state}.${name} leads to "${step.to}", which is no state`)
  return { record, life: life as Record<string, Record<string, Step<R>>> }
}

type WithState = { state: string }

/** The steps that this actor could try from this state. */
export const stepsFor = <R extends RecordDeclaration>({ life }: Workflow<R>, state: string, held: readonly Role[]): [string, Step<R>][] =>
  Object.entries(life[state] ?? {}).filter(([, step]) => step.by.some((role) => held.includes(role)))

/** What stands in the way of a step, without taking it: the workbench shows it before anybody presses the button. */
export async function obstacles<R extends RecordDeclaration>(step: Step<R>, row: RowOf<R>, context: StepContext): Promise<Refusal[]> {
  const found: Refusal[] = []
  for (const guard of step.unless ?? []) found.push(...(await guard(row, context)))
  return found
}

/** A decision that is no decision must not pass as one. */
function wrongAnswer(record: string, asked: string, field: Field, given: unknown): Refusal[] {
  const facts = { record, field: asked, label: field.label.en, labelPt: field.label.pt }
  if (given === undefined || given === null || given === '') return field.required ? [refuse('record.missing', facts)] : []
  return schemaOf(field).safeParse(given).success ? [] : [refuse('record.wrong-value', facts)]
}

export async function takeStep<R extends RecordDeclaration>(flow: Workflow<R>, id: string, name: string, context: StepContext): Promise<RowOf<R> | Refused> {
  const { db, input } = context
  const { record } = flow
  // Two people pressing at once: the second waits here and then meets the new state.
  if (isId(id)) await db.rows(sql`select 1 from ${sql.raw(`${record.schema}.${record.table}`)} where id = ${id} for update`)
  const row = await getRow(db, record, id)
  if (!row) return refused(refuse('access.not-found'))
  const { state } = row as unknown as WithState
  const steps = flow.life[state] ?? {}
  const step = Object.hasOwn(steps, name) ? steps[name] : undefined
  if (!step) return refused(refuse('workflow.no-such-step', { step: name, state }))
  if (!step.by.some((role) => db.actor.roles.includes(role))) return refused(refuse('access.not-allowed', { deed: name, record: record.name }))
  const wrong = Object.entries(step.asks ?? {}).flatMap(([asked, field]) => wrongAnswer(record.name, asked, field, input[asked]))
  if (wrong.length > 0) return { refused: wrong }
  const found = await obstacles(step, row, context)
  if (found.length > 0) return { refused: found }
  const changes = await step.also?.(row, context)
  if (isRefused(changes)) return changes
  const after = await updateRow(db, record, id, { ...changes, state: step.to } as unknown as Partial<RowOf<R>>)
  if (!after) return refused(refuse('access.not-allowed', { deed: name, record: record.name }))
  await audit(db, name, record.name, id, { from: state, to: step.to })
  return after
}
