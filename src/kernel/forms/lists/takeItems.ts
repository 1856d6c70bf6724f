/**
 * The changes of lists that a submission brings, all of them or none. Each is applied, kept as a proposal, or held until the earlier link of its chain comes; a
 * link that comes lets go what waited for it.
 */
import { sql } from 'kysely'
import { parseInstance } from '../../../engines/instance/index.ts'
import { type Db, isRefused, type Refused, refused } from '../../db/transaction.ts'
import type { House } from '../../house.ts'
import { insertRow } from '../../record/store.ts'
import { refuse } from '../../refusal.ts'
import { asTheHouse } from '../asTheHouse.ts'
import { asText } from '../export/cells.ts'
import { ItemProposal } from '../list.ts'
import { questionsOf } from '../questionTable.ts'
import { type ItemChange, itemChanges } from './itemChanges.ts'
import { letGo } from './letGo.ts'
import { listNamed, viewNamed } from './listNamed.ts'
import { type Plan, planChange, valuesOf } from './planChange.ts'
import { heldItem, type ListHome, pastOf, writeItem } from './writeItem.ts'

export type Moment = 'receipt' | 'approval'
export type ItemSubmission = {
  id: string
  root: string
  form: string
  project: string
  formVersion: string
  scope: string
  class: number
  effectiveAt: string | null
  author: string | null
  xml: string
  listsAt: Moment
}

const submissionOf = (db: Db, instance: string) =>
  db.one<ItemSubmission>(sql`
    select s.id, coalesce(s.root, s.id) as root, s.form, f.project, s.form_version, s.scope, s.class, s.effective_at, s.recorded_by as author, s.xml, f.lists_at
    from forms.submission s join forms.form f on f.id = s.form where s.id = ${instance}`)

async function correctedTexts(db: Db, instance: string): Promise<Map<string, string>> {
  const rows = await db.rows<{ path: string; turn: number; after: unknown }>(sql`
    select path, turn, after from forms.correction where submission = ${instance} and change_type in ('change_response', 'blank_response') order by recorded_at, id`)
  return new Map(rows.map(({ path, turn, after }) => [`${turn} ${path}`, asText(after)]))
}

/** How many items were changed or proposed. */
export async function takeItems(house: House, db: Db, instance: string, moment: Moment): Promise<number | Refused> {
  const sent = await submissionOf(db, instance)
  const parsed = sent && parseInstance(sent.xml)
  if (!sent || !parsed || 'problem' in parsed || !sent.xml.includes('entity')) return 0
  return asTheHouse(db, async (within) => {
    const questions = await questionsOf(house, within, sent.formVersion)
    const changes = itemChanges(parsed.root, questions, await correctedTexts(within, instance))
    let taken = 0
    for (const change of changes) {
      const done = await takeOne(house, within, sent, change, moment)
      if (isRefused(done)) return done
      taken += done
    }
    return taken
  })
}

async function takeOne(house: House, db: Db, sent: ItemSubmission, change: ItemChange, moment: Moment): Promise<number | Refused> {
  const view = viewNamed(house, change.list)
  if (view) {
    if (sent.listsAt !== moment) return 0
    if (!view.saveTo) return refused(refuse('forms.list-read-only', { list: change.list }))
    const { entity, label, properties } = change
    const submission = { id: sent.id, scope: sent.scope, effectiveAt: sent.effectiveAt, author: sent.author }
    const saved = await view.saveTo(db, { kind: change.create ? 'create' : 'update', entity, label, properties, submission })
    return isRefused(saved) ? saved : 1
  }
  const list = await listNamed(db, sent, change)
  if ((sent.listsAt === 'approval' || list.approvalNeeded ? 'approval' : 'receipt') !== moment) return 0
  const before = await db.one(sql`
    select 1 from forms.item_version where list = ${list.id} and entity = ${change.entity} and submission = ${sent.id}
    union all select 1 from forms.item_proposal where list = ${list.id} and entity = ${change.entity} and submission = ${sent.id}`)
  if (before) return 0
  const plan = planChange(change, await heldItem(db, list.id, change.entity), await pastOf(db, list.id, change.entity, sent.root))
  return carryOutPlan(db, list, sent, change, plan)
}

async function carryOutPlan(db: Db, list: ListHome, sent: ItemSubmission, change: ItemChange, plan: Plan): Promise<number | Refused> {
  if (plan.do === 'refuse') return refused(plan.refusal)
  if (plan.do === 'nothing') return 0
  if (plan.do === 'propose') {
    const { branch, baseVersion, trunkVersion } = change
    await insertRow(db, ItemProposal, {
      ...{ scope: sent.scope, class: sent.class, list: list.id, entity: change.entity, kind: plan.kind, base: plan.base, theirs: plan.theirs },
      ...{ ours: valuesOf(change), submission: sent.id, branch, baseVersion, trunkVersion },
    })
    return 1
  }
  const deed = plan.do === 'create' ? 'created' : 'updated'
  await writeItem(db, list, change.entity, { label: plan.label, properties: plan.properties, deed, submission: sent.id }, sent, change)
  await letGo(db, list, change.entity)
  return 1
}
