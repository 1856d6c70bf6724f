/** A person decides between what an item says and what a phone proposed: take it, keep what is there, or write down a third. What he chose is a version like any other. */
import { sql } from 'kysely'
import type { Actor } from '../../access/actor.ts'
import { canUpdate } from '../../access/rules.ts'
import { audit } from '../../audit/audit.ts'
import { act, type Db, type Refused, refused } from '../../db/transaction.ts'
import type { House } from '../../house.ts'
import { getRow, updateRow } from '../../record/store.ts'
import { refuse } from '../../refusal.ts'
import { asTheHouse } from '../asTheHouse.ts'
import { FieldList, ItemProposal, ListItem } from '../list.ts'
import { letGo } from './letGo.ts'
import { heldItem, type ListHome, writeItem } from './writeItem.ts'

export type ProposalDecision = { decision: 'applied' | 'kept-current' | 'merged' | 'forced'; properties?: Record<string, string>; label?: string }

export const decideProposal = (house: House, actor: Actor, id: string, asked: ProposalDecision) =>
  act(house.doors, actor, async (db): Promise<{ decision: string; itemVersion: number | null } | Refused> => {
    if (!canUpdate(actor, ItemProposal)) return refused(refuse('access.not-allowed', { deed: 'decide', record: ItemProposal.name }))
    await db.rows(sql`select 1 from forms.item_proposal where id = ${id} for update`)
    const proposal = await getRow(db, ItemProposal, id)
    if (!proposal) return refused(refuse('access.not-found'))
    if (proposal.decision) return refused(refuse('forms.proposal-decided', { decision: proposal.decision }))
    const decided = { decision: asked.decision, decidedBy: actor.userId, decidedAt: new Date().toISOString() }
    if (!(await updateRow(db, ItemProposal, id, decided))) return refused(refuse('access.not-allowed', { deed: 'decide', record: ItemProposal.name }))
    const itemVersion = await asTheHouse(db, async (within) => {
      const list = await homeOf(within, proposal.list)
      if (asked.decision === 'kept-current') return null
      const current = await heldItem(within, proposal.list, proposal.entity)
      const { label, ...properties } = proposal.ours
      const chosen = asked.decision === 'merged' ? { label: asked.label, properties: asked.properties ?? {} } : { label, properties }
      const state = {
        label: chosen.label ?? current?.label ?? proposal.entity,
        properties: { ...current?.properties, ...chosen.properties },
        deed: asked.decision === 'forced' ? ('forced' as const) : ('decided' as const),
        submission: proposal.submission,
      }
      const version = await writeItem(within, list, proposal.entity, state, proposal, proposal)
      await letGo(within, list, proposal.entity)
      return version
    })
    await audit(db, `proposal.${asked.decision}`, ItemProposal.name, id, { entity: proposal.entity, itemVersion })
    return { decision: asked.decision, itemVersion }
  })

const homeOf = async (db: Db, id: string): Promise<ListHome> => (await db.one<ListHome>(sql`select id, code, scope, class from forms.list where id = ${id}`))!

/** Out of the list; phones are told, its versions stay. */
export const removeItem = (house: House, actor: Actor, id: string) =>
  act(house.doors, actor, async (db): Promise<{ removed: string } | Refused> => {
    if (!canUpdate(actor, ListItem)) return refused(refuse('access.not-allowed', { deed: 'remove', record: ListItem.name }))
    const item = await getRow(db, ListItem, id)
    if (!item || item.deletedAt) return refused(refuse('access.not-found'))
    const list = await getRow(db, FieldList, item.list)
    if (!list) return refused(refuse('access.not-found'))
    await asTheHouse(db, (within) =>
      writeItem(within, list, item.entity, { label: item.label, properties: item.properties, deed: 'removed', submission: null }, item),
    )
    await audit(db, 'remove', ListItem.name, id, { entity: item.entity })
    return { removed: item.entity }
  })
