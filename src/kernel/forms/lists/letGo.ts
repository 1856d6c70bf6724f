/**
 * What waited for an earlier link of its chain goes on when that link has come. A link that never comes (a broken phone) holds nobody back for more than seven
 * days: then the waiting change is made all the same, and marked as forced.
 */
import { sql } from 'kysely'
import { theSystem } from '../../access/actor.ts'
import { act, type Db, isRefused } from '../../db/transaction.ts'
import type { House } from '../../house.ts'
import type { RowOf } from '../../record/record.ts'
import { updateRow } from '../../record/store.ts'
import { ItemProposal } from '../list.ts'
import type { ItemChange } from './itemChanges.ts'
import { type Plan, planChange } from './planChange.ts'
import { heldItem, type ListHome, pastOf, writeItem } from './writeItem.ts'

type Proposal = RowOf<typeof ItemProposal>

const daysHeld = 7

/** The change that a proposal keeps, as it was sent. */
function changeOf({ entity, ours, branch, baseVersion, trunkVersion }: Proposal, list: string): ItemChange {
  const { label = null, ...properties } = ours
  return { list, entity, create: false, update: true, label, properties, baseVersion, trunkVersion, branch }
}

const waiting = (db: Db, list: string, entity: string) =>
  db.rows<Proposal>(sql`
    select * from forms.item_proposal where list = ${list} and entity = ${entity} and kind = 'held' and decision is null order by base_version nulls first, recorded_at for update`)

const decidedNow = (decision: 'applied' | 'forced') => ({ decision, decidedAt: new Date().toISOString() })

async function carryOn(db: Db, list: ListHome, proposal: Proposal, plan: Plan, forced: boolean): Promise<boolean> {
  if (plan.do === 'propose') {
    if (plan.kind === 'held') return false
    // Its link has come, and meanwhile somebody else changed the item: now people decide.
    await updateRow(db, ItemProposal, proposal.id, { kind: plan.kind, base: plan.base, theirs: plan.theirs })
    return true
  }
  if (plan.do !== 'create' && plan.do !== 'update') return false
  const deed = forced ? 'forced' : plan.do === 'create' ? 'created' : 'updated'
  const state = { label: plan.label, properties: plan.properties, deed, submission: proposal.submission } as const
  await writeItem(db, list, proposal.entity, state, proposal, proposal)
  await updateRow(db, ItemProposal, proposal.id, decidedNow(forced ? 'forced' : 'applied'))
  return true
}

export async function letGo(db: Db, list: ListHome, entity: string): Promise<void> {
  for (const proposal of await waiting(db, list.id, entity)) {
    const plan = planChange(changeOf(proposal, list.code), await heldItem(db, list.id, entity), await pastOf(db, list.id, entity, null))
    await carryOn(db, list, proposal, plan, false)
  }
}

/** Run by a job: what has waited too long, oldest first. */
export async function forceHeld(house: House, now: Date): Promise<number> {
  const since = new Date(now.getTime() - daysHeld * 86_400_000).toISOString()
  const forced = await act(house.doors, theSystem, async (db) => {
    const late = await db.rows<Proposal & { code: string; listScope: string; listClass: number }>(sql`
      select p.*, l.code, l.scope as list_scope, l.class as list_class from forms.item_proposal p join forms.list l on l.id = p.list
      where p.kind = 'held' and p.decision is null and p.recorded_at < ${since}::timestamptz order by p.base_version nulls first, p.recorded_at for update of p`)
    let done = 0
    for (const { code, listScope, listClass, ...proposal } of late) {
      const list = { id: proposal.list, code, scope: listScope, class: listClass }
      const plan = planChange(changeOf(proposal, code), await heldItem(db, list.id, proposal.entity), await pastOf(db, list.id, proposal.entity, null), true)
      if (await carryOn(db, list, proposal, plan, true)) done++
      await letGo(db, list, proposal.entity)
    }
    return done
  })
  return isRefused(forced) ? 0 : forced
}
