/**
 * What cannot be taken is kept aside with its files, and said: other content under an id that is known, a form or version that is not, an edit of what was
 * replaced meanwhile. People decide in the office; nothing is refused by a machine and nothing is written over.
 */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { act, type Db, type Refused } from '../db/transaction.ts'
import { type Arriving, giveReceipt, homeOf, onBehalfOf, type Received } from './arrival.ts'
import { filesHashOf } from './receipts.ts'
import { closeContent, isSealedSomewhere } from './sealedContent.ts'
import { type DeclaredFile, missingOf, namedFiles, rememberFiles } from './sentFiles.ts'

export type Aside = { reason: string; declared: DeclaredFile[]; class?: number; scope?: string; project?: string | null; sibling?: string | null }

export const keepAside = (arriving: Arriving, aside: Aside): Promise<Received | Refused> =>
  act(arriving.house.doors, onBehalfOf(arriving.actor), (db) => writeAside(db, arriving, aside))

export async function writeAside(db: Db, arriving: Arriving, aside: Aside): Promise<Received> {
  const { house, actor, document, envelope } = arriving
  const { form, instanceId, payloadHash, meta } = document
  const scope = aside.scope ?? homeOf(house, actor)
  const rowClass = aside.class ?? 2
  const files = aside.declared.map(({ name, sha256, announced, bytes }) => ({ name, sha256, announced, bytes }))
  const project = aside.project === undefined ? sql`(select id from forms.project where number = ${envelope.project})` : sql`${aside.project}::uuid`
  const id = randomUUID()
  const sealed = (await isSealedSomewhere(db, form)) ? await closeContent(house, id, { xml: envelope.xml, rows: [] }) : null
  const made = await db.one<{ id: string }>(sql`
    insert into forms.quarantine (id, scope, class, project, form_code, form_version_name, instance_id, reason, sibling, xml, sealed, payload_hash, files_hash, files, device, device_seq)
    values (${id}, ${scope}, ${sealed ? Math.max(rowClass, 3) : rowClass}, ${project}, ${form}, ${meta.version}, ${instanceId}, ${aside.reason}, ${aside.sibling ?? null},
      ${sealed ? '' : envelope.xml}, ${sealed}, ${payloadHash},
      ${filesHashOf(namedFiles(aside.declared))}, ${JSON.stringify(files)}::jsonb, ${actor.device ?? null}, ${envelope.deviceSeq ?? null})
    on conflict do nothing returning id`)
  const declared = made ? aside.declared : await addFiles(db, document, aside.declared)
  await rememberFiles(db, declared)
  if (made) {
    await db.run(sql`insert into kernel.change (topic, record_id, scope, class) values ('quarantine', ${made.id}, ${scope}, ${rowClass})`)
    await db.run(sql`
      insert into kernel.audit (who, role, deed, record, record_id, facts)
      values (${actor.userId}, ${actor.roles.join(' ')}, 'submission.keep-aside', 'forms.quarantine', ${made.id}, ${JSON.stringify({ reason: aside.reason, via: envelope.via })}::jsonb)`)
  }
  const receipt = await giveReceipt(db, arriving, 'quarantined', { files: declared, scope, class: rowClass, submission: null })
  return { outcome: 'quarantined', receipt, missing: missingOf(declared), submission: null, instanceId, reason: aside.reason }
}

/** The same document again, with more of its files. */
async function addFiles(db: Db, { form, instanceId, payloadHash }: Arriving['document'], sent: readonly DeclaredFile[]): Promise<DeclaredFile[]> {
  const kept = await db.one<{ id: string; files: DeclaredFile[] }>(sql`
    select id, files from forms.quarantine where form_code = ${form} and instance_id = ${instanceId} and payload_hash = ${payloadHash} for update`)
  const left = sent.filter(({ sha256 }) => sha256 !== null)
  const files = kept!.files.map((file) => {
    const at = file.sha256 === null ? left.findIndex(({ name }) => name === file.name) : -1
    return at < 0 ? file : left.splice(at, 1)[0]!
  })
  await db.run(sql`update forms.quarantine set files = ${JSON.stringify(files)}::jsonb, files_hash = ${filesHashOf(namedFiles(files))} where id = ${kept!.id}`)
  return files
}
