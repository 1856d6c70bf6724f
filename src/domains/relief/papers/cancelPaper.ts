/** A paper is cancelled by another that mirrors it; both stay on every card. What others have built on is not cancelled: a receipt is put right by its discrepancies. */
import { sql } from 'kysely'
import { asTheHouse, cancel, type Db, type Refused, refuse, refused } from '../../../kernel/index.ts'
import { keeps, owner } from '../office.ts'
import { releaseReopened } from '../requests/goodsMoved.ts'

type Paper = {
  scope: string
  kind: string
  secondBy: string | null
  waybill: string | null
  waybillState: string | null
  release: string | null
  ofReceipt: boolean
}

export async function cancelPaper(db: Db, id: string, words: string, now: string) {
  const paper = await asTheHouse(db, (house) =>
    house.one<Paper>(sql`
      select d.scope, d.kind, d.second_by, w.id as waybill, w.state as waybill_state, w.release,
        exists (select 1 from relief.receipt r where r.document = d.id) or exists (select 1 from relief.discrepancy e where e.document = d.id)
          or (d.kind = 'discrepancy') as of_receipt
      from ledger.document d left join relief.waybill w on w.document = d.id where d.id = ${id}::uuid and d.owner = ${owner}`),
  )
  if (!paper || !keeps(db.actor, paper.scope)) return refused(refuse('access.not-found'))
  if (paper.ofReceipt || paper.waybillState === 'received') return refused(refuse('relief.receipt-stays'))
  // What two people signed, one does not take back by himself.
  if (paper.secondBy && !db.actor.roles.includes('pipeline')) return refused(refuse('relief.second-person'))
  const cancelled = await cancel(db, id, { at: now, words })
  if ('refused' in cancelled || !paper.waybill) return cancelled
  return asTheHouse(db, async (house): Promise<typeof cancelled | Refused> => {
    await house.run(sql`update relief.waybill set state = 'cancelled', version = version + 1 where id = ${paper.waybill}`)
    if (paper.release) await releaseReopened(house, paper.release)
    return cancelled
  })
}
