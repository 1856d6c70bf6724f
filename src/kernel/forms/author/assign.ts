/** Who fills which form: to a phone, a person or everybody with a role, for some days. An assignment is taken back by ending it. */
import { sql } from 'kysely'
import type { Actor } from '../../access/actor.ts'
import { isRole } from '../../access/roles.ts'
import { canCreate } from '../../access/rules.ts'
import { audit } from '../../audit/audit.ts'
import { act, type Refused, refused } from '../../db/transaction.ts'
import type { House } from '../../house.ts'
import { isId, type RowOf } from '../../record/record.ts'
import { getRow } from '../../record/store.ts'
import { type Refusal, refuse } from '../../refusal.ts'
import { Assignment, Device } from '../fieldKey.ts'
import { formById, projectNumbered } from './find.ts'

export type Assigning = {
  project: number
  /** None: every form of the project. */
  form?: string | null
  targetKind: RowOf<typeof Assignment>['targetKind']
  target: string
  fromDay?: string | null
  untilDay?: string | null
}

export async function assign(house: House, actor: Actor, given: Assigning): Promise<{ id: string } | Refused> {
  return act(house.doors, actor, async (db) => {
    if (!canCreate(actor, Assignment)) return refused(refuse('access.not-allowed', { deed: 'create', record: Assignment.name }))
    const project = await projectNumbered(db, given.project)
    const form = given.form ? await formById(db, given.form) : null
    const refusals: Refusal[] = []
    if (!project) refusals.push(refuse('forms.no-project', { number: given.project }))
    if (given.form && form?.project !== project?.id) refusals.push(refuse('access.not-found'))
    const known = await isKnown(
      given,
      async (id) => (await getRow(db, Device, id)) !== null,
      (id) => db.one(sql`select 1 from kernel.person where id = ${id}`),
    )
    if (!known) refusals.push(refuse('forms.target-unknown', { target: given.target }))
    if (given.fromDay && given.untilDay && given.untilDay < given.fromDay)
      refusals.push(refuse('forms.days-reversed', { from: given.fromDay, until: given.untilDay }))
    if (refusals.length > 0 || !project) return refused(...refusals)
    const row = await db.one<{ id: string }>(sql`
      insert into forms.assignment as a (scope, of_project, of_form, target_kind, target, from_day, until_day)
      values (${project.scope}, ${project.id}, ${form?.id ?? null}, ${given.targetKind}, ${given.target}, ${given.fromDay ?? null}, ${given.untilDay ?? null})
      on conflict (of_project, of_form, target_kind, target) do update set from_day = excluded.from_day, until_day = excluded.until_day, version = a.version + 1
      returning id`)
    await audit(db, 'form.assign', Assignment.name, row!.id, { targetKind: given.targetKind })
    return row!
  })
}

async function isKnown(
  { targetKind, target }: Assigning,
  isDevice: (id: string) => Promise<boolean>,
  person: (id: string) => Promise<unknown>,
): Promise<boolean> {
  if (targetKind === 'role') return isRole(target)
  if (!isId(target)) return false
  return targetKind === 'device' ? isDevice(target) : (await person(target)) !== null
}

/** Phones lose the form at their next contact, after their own work has gone. */
export async function unassign(house: House, actor: Actor, id: string): Promise<{ id: string } | Refused> {
  return act(house.doors, actor, async (db) => {
    const gone = isId(id) && canCreate(actor, Assignment) ? await db.run(sql`delete from forms.assignment where id = ${id}`) : 0
    if (gone === 0) return refused(refuse('access.not-found'))
    await audit(db, 'form.unassign', Assignment.name, id)
    return { id }
  })
}
