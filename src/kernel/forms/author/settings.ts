/** What a form is for beyond its questions: which record it becomes, where and when its answers were true, how it is reviewed and how long it is kept. */
import type { Actor } from '../../access/actor.ts'
import { canUpdate } from '../../access/rules.ts'
import { audit } from '../../audit/audit.ts'
import { act, type Refused, refused } from '../../db/transaction.ts'
import type { House } from '../../house.ts'
import { updateRow } from '../../record/store.ts'
import { type Refusal, refuse } from '../../refusal.ts'
import { Form } from '../form.ts'
import { draftOf, type FormRow, formById, publishedOf, understoodBy } from './find.ts'

export type FormSettings = Partial<
  Pick<FormRow, 'titles' | 'taker' | 'placeQuestion' | 'dateQuestion' | 'listsAt' | 'makerChecker' | 'restricted' | 'sealed' | 'retentionMonths'>
>

export async function setForm(house: House, actor: Actor, id: string, settings: FormSettings): Promise<FormRow | Refused> {
  return act(house.doors, actor, async (db) => {
    if (!canUpdate(actor, Form)) return refused(refuse('access.not-allowed', { deed: 'update', record: Form.name }))
    const form = await formById(db, id)
    if (!form) return refused(refuse('access.not-found'))
    const version = (await draftOf(db, id)) ?? (await publishedOf(db, id))[0]
    const paths = new Set(version ? (await understoodBy(house, version)).questions.map(({ path }) => path) : [])
    const refusals: Refusal[] = []
    for (const path of [settings.placeQuestion, settings.dateQuestion]) if (path && !paths.has(path)) refusals.push(refuse('forms.question-gone', { path }))
    if (settings.taker && !house.domains.some(({ takers }) => takers?.some(({ name }) => name === settings.taker)))
      refusals.push(refuse('forms.taker-unknown', { taker: settings.taker }))
    if (settings.sealed !== undefined && settings.sealed !== form.sealed && (await publishedOf(db, id)).length > 0)
      refusals.push(refuse('forms.sealed-too-late', { form: form.title }))
    if (refusals.length > 0) return refused(...refusals)
    // The phone closes it too.
    const after = await updateRow(db, Form, id, settings.sealed ? { ...settings, restricted: true } : settings)
    await audit(db, 'form.settings', Form.name, id, { fields: Object.keys(settings) })
    return after!
  })
}
