/** What somebody learned, for nobody but himself: by the account that he signed in with. */
import { sql } from 'kysely'
import { asTheHouse, type Db, type House, type Refused, refuse, refused } from '../../../kernel/index.ts'
import { type Certificate, certificateOf } from './certificates.ts'

export type OwnLine = {
  id: string
  topic: { pt: string; en: string }
  fromDay: string
  toDay: string
  attendance: boolean[]
  preScore: number | null
  postScore: number | null
  certificate: string | null
  refresherDue: string | null
}

const ownRows = (db: Db, account: string) =>
  db.rows<OwnLine>(sql`
    select p.id, c.topic, s.from_day, s.to_day, p.attendance, p.pre_score, p.post_score, p.certificate, p.refresher_due
    from coordination.participation p join coordination.learner l on l.id = p.learner join coordination.training_session s on s.id = p.session
    join coordination.curriculum c on c.id = s.curriculum where l.account = ${account}::uuid order by s.from_day desc, p.id`)

export const ownLearning = async (db: Db): Promise<OwnLine[]> => (db.actor.userId ? asTheHouse(db, (house) => ownRows(house, db.actor.userId!)) : [])

export async function ownCertificate(db: Db, house: House, id: string): Promise<Certificate | Refused> {
  const own = await ownLearning(db)
  return own.some((line) => line.id === id) ? asTheHouse(db, (all) => certificateOf(all, house, id)) : refused(refuse('access.not-found'))
}
