/** A document whose id is known: the same content gets the same receipt and may bring files that were missing; other content is kept beside it. */
import { sql } from 'kysely'
import { act, type Refused, read } from '../db/transaction.ts'
import { type Arriving, giveReceipt, onBehalfOf, type Received } from './arrival.ts'
import { writeAside } from './keepAside.ts'
import { type DeclaredFile, fillFiles, missingOf } from './sentFiles.ts'

type Known = { id: string; payloadHash: string; scope: string; class: number; root: string; standing: string; current: string; state: string }

export type ComingAgain = Arriving & { form: { form: string; project: string }; declared: DeclaredFile[] }

/** Who holds this id, whatever became since of the form, its version or the key of the phone. */
export const knownUnder = ({ house, actor, envelope, document }: Arriving) =>
  read(house.doors, onBehalfOf(actor), (db) =>
    db.one<{ form: string; project: string; submission: string; payloadHash: string }>(sql`
      select f.id as form, f.project, s.id as submission, s.payload_hash
      from forms.submission s join forms.form f on f.id = s.form join forms.project p on p.id = f.project
      where p.number = ${envelope.project} and f.code = ${document.form} and s.instance_id = ${document.instanceId}`),
  )

/** Null: no document holds this id, so another number must have been in the way. */
export const keepAgain = (arrival: ComingAgain): Promise<Received | Refused | null> =>
  act<Received | null>(arrival.house.doors, onBehalfOf(arrival.actor), async (db) => {
    const { document, form } = arrival
    const known = await db.one<Known>(sql`
      select s.id, s.payload_hash, s.scope, s.class, st.submission as root, st.id as standing, st.current, st.state
      from forms.submission s join forms.standing st on st.submission = coalesce(s.root, s.id)
      where s.form = ${form.form} and s.instance_id = ${document.instanceId} for update of st`)
    if (!known) return null
    const at = { scope: known.scope, class: known.class, submission: known.id }
    if (known.state === 'withdrawn') {
      const receipt = await giveReceipt(db, arrival, 'withdrawn', { ...at, files: [] })
      return { outcome: 'withdrawn', receipt, missing: [], submission: known.id, instanceId: document.instanceId }
    }
    if (known.payloadHash !== document.payloadHash)
      return writeAside(db, arrival, { reason: 'other-content', declared: arrival.declared, ...at, project: form.project, sibling: known.id })
    const files = await fillFiles(db, known.id, arrival.declared)
    const missing = missingOf(files)
    const changed =
      known.current === known.id &&
      (await db.run(sql`
      update forms.standing set files_missing = ${missing.length}, version = version + 1 where id = ${known.standing} and files_missing <> ${missing.length}`))
    if (changed)
      await db.run(sql`insert into kernel.change (topic, record_id, scope, class) values ('submission', ${known.root}, ${known.scope}, ${known.class})`)
    const outcome = missing.length > 0 ? 'stored' : 'complete'
    const receipt = await giveReceipt(db, arrival, outcome, { ...at, files })
    return { outcome, receipt, missing, submission: known.id, instanceId: document.instanceId }
  })
