/** A paper is cancelled by another that mirrors it; both stay on every card. What others have built on is not cancelled: a receipt is put right by its discrepancies. */
import { sql } from 'kysely'
import { asTheHouse, cancel, type Db, type Refused, refuse, refused } from '../../../kernel/index.ts'
import { keeps, owner } from '../office.ts'
import { releaseReopened } from '../requests/goodsMoved.ts'
import { isReceipt, needsManager } from './stays.ts'

type Paper = {
  scope: string
  kind: string
  secondBy: string | null
  waybill: string | null
  release: string | null
  received: boolean
}

export async function cancelPaper(db: Db, id: string, words: string, now: string) {
  const paper = await asTheHouse(db, (house) =>
    house.one<Paper>(sql`
      select d.scope, d.kind, d.second_by, w.id as waybill, w.release,
        ${isReceipt} as received
      from ledger.document d left join relief.waybill w on w.document = d.id where d.id = ${id}::uuid and d.owner = ${owner}`),
  )
  if (!paper || !keeps(db.actor, paper.scope)) return refused(refuse('access.not-found'))
  if (paper.received) return refused(refuse('relief.receipt-stays'))
  if (needsManager(db, paper.secondBy)) return refused(refuse('relief.second-person'))
  const cancelled = await cancel(db, id, { at: now, words })
  if ('refused' in cancelled || !paper.waybill) return cancelled
  return asTheHouse(db, async (house): Promise<typeof cancelled | Refused> => {
    await house.run(sql`update relief.waybill set state = 'cancelled', version = version + 1 where id = ${paper.waybill}`)
    if (paper.release) await releaseReopened(house, paper.release)
    return cancelled
  })
}
