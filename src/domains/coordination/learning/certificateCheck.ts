/** What a stranger is told of a certificate: ours and current, ours and due for a refresher, or unknown. Never whose. */
import { sql } from 'kysely'
import { type CheckedCertificate, checkCertificate } from '../../../engines/cards/index.ts'
import { type House, read, receiptKeysEver, theSystem } from '../../../kernel/index.ts'

export type CertificateAnswer = CheckedCertificate & { topic?: { pt: string; en: string } }

/** The signature says that it was ours; the register that it still is. */
export async function certificateAnswer(house: House, code: string, today: string): Promise<CertificateAnswer> {
  const checked = await checkCertificate(code, await receiptKeysEver(house.doors), today)
  if (checked.verdict === 'unknown') return checked
  const kept = await read(house.doors, theSystem, (db) =>
    db.one<{ topic: { pt: string; en: string } }>(sql`
      select c.topic from coordination.participation p join coordination.training_session s on s.id = p.session join coordination.curriculum c on c.id = s.curriculum
      where p.certificate = ${checked.facts.number}`),
  )
  return kept ? { ...checked, topic: kept.topic } : { verdict: 'unknown' }
}
