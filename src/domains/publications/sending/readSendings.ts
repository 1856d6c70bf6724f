/** How each sending stands: batches out and waiting, how old the queue is and why it waits, what arrived; and how many asked to be written to, by language and channel. */
import { sql } from 'kysely'
import { asTheHouse, type Db } from '../../../kernel/index.ts'
import type { BatchRow, SendingRow } from './sending.ts'

export type SendingLine = Pick<SendingRow, 'id' | 'number' | 'language' | 'channel' | 'place' | 'recipients' | 'state' | 'stoppedBecause' | 'recordedAt'> & {
  messageKey: string
  placeName: string | null
  batches: number
  out: number
  sent: number | null
  delivered: number | null
  /** Since when something waits; null: nothing does. */
  waitingSince: string | null
  nextTryAt: string | null
} & Pick<BatchRow, 'fault' | 'faultStatus'>

export const sendingsNow = (db: Db): Promise<SendingLine[]> =>
  db.rows(sql`
    select s.id, s.number, s.language, s.channel, s.place, s.recipients, s.state, s.stopped_because, s.recorded_at, m.key as message_key, p.name as place_name,
      b.batches, b.out, d.quantity as sent, d.reach as delivered, b.waiting_since, b.next_try_at, b.fault, b.fault_status
    from publications.sending s join publications.message m on m.id = s.message join publications.delivery d on d.id = s.delivery
      left join places.place p on p.pcode = s.place and p.valid_to is null
      cross join lateral (
        select count(*)::int as batches, count(*) filter (where state in ('handed_over', 'done'))::int as out,
          min(recorded_at) filter (where state = 'waiting') as waiting_since, min(next_try_at) filter (where state = 'waiting') as next_try_at,
          (array_agg(fault order by next_try_at desc) filter (where state = 'waiting' and fault is not null))[1] as fault,
          (array_agg(fault_status order by next_try_at desc) filter (where state = 'waiting' and fault is not null))[1] as fault_status
        from publications.sending_batch where sending = s.id) b
    order by s.recorded_at desc, s.id limit 200`)

export type OptInCount = { language: string; sms: number; voice: number; stopped: number }

/** Counts of the whole list: no place is small enough here to point at somebody. */
export const optInCounts = (db: Db): Promise<OptInCount[]> =>
  asTheHouse(db, (house) =>
    house.rows(sql`
      select language, count(*) filter (where stopped_at is null and channels ? 'sms')::int as sms,
        count(*) filter (where stopped_at is null and channels ? 'voice')::int as voice, count(*) filter (where stopped_at is not null)::int as stopped
      from publications.opt_in group by language order by language`),
  )
