/** Which form and version a document belongs to, and whether this actor may hand it in: assigned to his phone, to him or to his role, or he works in the office. */
import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../access/actor.ts'
import { asOwner } from '../db/transaction.ts'
import type { House } from '../house.ts'
import { type Refusal, refuse } from '../refusal.ts'

export type FormToFill = {
  project: string
  form: string
  code: string
  class: number
  /** The row's own version: a form that was changed since it was looked up is looked up again. */
  rowVersion: number
  formVersion: string
  understood: string
  publishedAt: string | null
  placeQuestion: string | null
  dateQuestion: string | null
  sealed: boolean
}

/** Blanks are given only on the days of an assignment; what was begun then is taken for so long after. */
const daysOfGrace = 30

const targetsOf = (actor: Actor): string[] => [actor.userId, actor.device, ...actor.roles].filter((target): target is string => Boolean(target))

const officeRoles = ['dataOfficer', 'coordinator', 'admin'] as const
const worksInOffice = (actor: Actor): boolean => actor.credential !== 'device' && officeRoles.some((role) => actor.roles.includes(role))

/** Over `f`, a form: may this actor hand in what was filled of it? */
const mayHandIn = (actor: Actor): RawBuilder<boolean> =>
  worksInOffice(actor)
    ? sql<boolean>`true`
    : sql<boolean>`exists (select 1 from forms.assignment a where a.of_project = f.project and (a.of_form is null or a.of_form = f.id)
        and a.target = any (${targetsOf(actor)}::text[]) and coalesce(a.from_day, current_date) <= current_date
        and coalesce(a.until_day, current_date) >= current_date - ${daysOfGrace}::int)`

type Asked = { project: number; code: string; version: string | null }

const believedForMs = 30_000
const found = new WeakMap<object, Map<string, { at: number; form: FormToFill }>>()

/** After the database was put back: it may not know the versions that were looked up before. */
export const forgetForms = ({ doors }: Pick<House, 'doors'>): void => void found.delete(doors)

/** What is remembered is checked again by the statement that writes (`stillStands`); a refusal is never remembered. */
export async function formToFill(house: House, actor: Actor, asked: Asked, fresh = false): Promise<FormToFill | Refusal> {
  const own = found.get(house.doors) ?? new Map<string, { at: number; form: FormToFill }>()
  found.set(house.doors, own)
  const key = JSON.stringify([targetsOf(actor), worksInOffice(actor), asked.project, asked.code, asked.version])
  const before = own.get(key)
  if (!fresh && before && Date.now() - before.at < believedForMs) return before.form
  own.delete(key)
  const form = await lookUp(house, actor, asked)
  if ('facts' in form) return form
  if (own.size > 5000) own.clear()
  own.set(key, { at: Date.now(), form })
  return form
}

type Row = FormToFill & { state: string; closed: boolean; allowed: boolean; versionState: string | null }

async function lookUp({ doors }: House, actor: Actor, { project, code, version }: Asked): Promise<FormToFill | Refusal> {
  const rows = await asOwner(doors).rows<Row>(sql`
    select p.id as project, f.id as form, f.code, f.class, f.version as row_version, f.state, f.place_question, f.date_question, f.sealed,
      coalesce(p.closed_on < current_date, false) as closed, ${mayHandIn(actor)} as allowed, v.id as form_version, v.understood, v.published_at, v.state as version_state
    from forms.project p join forms.form f on f.project = p.id
    left join forms.form_version v on v.form = f.id and v.state = 'published' and v.name = ${version ?? ''}
    where p.number = ${project} and f.code = ${code}`)
  const row = rows[0]
  if (!row?.allowed || row.state === 'draft') return refuse('forms.form-unknown', { form: code, project })
  if (row.state !== 'published' || row.closed) return refuse('forms.form-closed', { form: code })
  if (row.versionState === null) return refuse('forms.version-unknown', { form: code, version: version ?? '' })
  const { state: _, closed: __, allowed: ___, versionState: ____, ...form } = row
  // What it says of people is of their class, though the form itself is not.
  return form.sealed ? { ...form, class: Math.max(3, form.class) } : form
}

/** For the statement that writes: the form is as it was looked up, and the actor may still hand it in. */
export const stillStands = (actor: Actor, { form, rowVersion }: FormToFill): RawBuilder<boolean> =>
  sql<boolean>`exists (select 1 from forms.form f where f.id = ${form} and f.version = ${rowVersion} and f.state = 'published' and ${mayHandIn(actor)})`
