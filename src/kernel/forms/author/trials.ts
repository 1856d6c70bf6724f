/** Trying a draft: what was filled in is typed as a real submission would be and shown to its author. It lives apart and dies with the draft. */
import { answersOf, parseInstance, readingOf } from '../../../engines/instance/index.ts'
import type { Actor } from '../../access/actor.ts'
import { canCreate } from '../../access/rules.ts'
import { audit } from '../../audit/audit.ts'
import { act, type Refused, refused } from '../../db/transaction.ts'
import type { House } from '../../house.ts'
import { insertRow } from '../../record/store.ts'
import { refuse } from '../../refusal.ts'
import { Trial } from '../trial.ts'
import { draftOf, understoodBy } from './find.ts'

export async function tryDraft(house: House, actor: Actor, form: string, xml: string): Promise<{ id: string; answers: object } | Refused> {
  return act(house.doors, actor, async (db) => {
    if (!canCreate(actor, Trial)) return refused(refuse('access.not-allowed', { deed: 'create', record: Trial.name }))
    const draft = await draftOf(db, form)
    if (!draft) return refused(refuse('forms.no-draft'))
    const parsed = parseInstance(xml)
    if ('problem' in parsed) return refused(refuse(parsed.problem.code, parsed.problem.facts))
    const { questions } = await understoodBy(house, draft)
    const answers = { rows: answersOf(parsed.root, readingOf(questions)).rows }
    const { id } = await insertRow(db, Trial, { scope: draft.scope, formVersion: draft.id, xml, answers })
    await audit(db, 'form.try', Trial.name, id)
    return { id, answers }
  })
}
