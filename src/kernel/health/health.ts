/** Is the house well: gathered, judged, and signed for where an alarm was looked into. The page in settings and `capulana doctor` say the same. */
import { sql } from 'kysely'
import type { Actor } from '../access/actor.ts'
import { audit } from '../audit/audit.ts'
import { asOwner, type Refused, refused } from '../db/transaction.ts'
import type { House } from '../house.ts'
import { refuse } from '../refusal.ts'
import type { Bilingual } from '../text/bilingual.ts'
import { type HouseFacts, houseFacts, type OpenRollback } from './facts.ts'
import { type Check, judge, type State, worst } from './judge.ts'

export type Health = Pick<HouseFacts, 'version' | 'postgres' | 'epoch' | 'auditLines' | 'bytes'> & {
  state: State
  checks: (Check & { sentence: Bilingual })[]
  rollbacks: OpenRollback[]
}

export async function healthOf(house: House): Promise<Health> {
  const facts = await houseFacts(house, new Date())
  const checks = judge(facts).map((each) => ({ ...each, sentence: house.catalogue.both(each.says) }))
  const { version, postgres, epoch, auditLines, bytes, rollbacks } = facts
  return { state: worst(checks), checks, version, postgres, epoch, auditLines, bytes, rollbacks }
}

/** Signs for a rollback with what was found out. Written once: an alarm that was looked into is not looked into again by a second click. */
export async function acknowledgeRollback(house: House, actor: Actor, epoch: string, note: string): Promise<{ ok: true } | Refused> {
  if (note.trim() === '') return refused(refuse('health.note-missing'))
  const signed = await asOwner(house.doors).run(sql`
    insert into kernel.rollback_seen (epoch, by_person, note)
    select id, ${actor.userId}, ${note.trim()} from kernel.epoch where id = ${epoch} and reason = 'rollback-found' on conflict do nothing`)
  if (signed === 0) return refused(refuse('access.not-found'))
  await audit({ ...asOwner(house.doors), actor }, 'rollback.acknowledge', 'kernel.epoch', epoch, { note: note.trim() })
  return { ok: true }
}
