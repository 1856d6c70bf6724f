/**
 * The seal that makes a changed or removed audit line show: a hash chain over the lines in commit order, kept apart from them, and every so often a signed
 * checkpoint. A line is sealed only once no older transaction can still commit before it. Method: hash chain with signed tree heads, as in SECURITY.md.
 */
import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { sql } from 'kysely'
import type { Doors } from '../db/pool.ts'
import { asOwner } from '../db/transaction.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

export const firstLink = (epoch: string): string => sha256(`capulana-audit-1\n${epoch}`)
/** The row as JSON with its keys in declared order. */
export const nextLink = (previous: string, row: object): string => sha256(`${previous}\n${sha256(JSON.stringify(row))}`)

type AuditRow = {
  seq: number
  xid: string
  at: string
  who: string | null
  role: string
  deed: string
  record: string
  recordId: string | null
  facts: unknown
}
const inOrder = ({ seq, at, who, role, deed, record, recordId, facts }: AuditRow) => ({ seq, at, who, role, deed, record, recordId, facts })

/** The chain begins with the first epoch; later epochs (after a restore) continue it, so that a restored history can still be checked. */
const originOf = async (doors: Doors) => (await asOwner(doors).one<{ id: string }>(sql`select id from kernel.epoch order by since, id limit 1`))?.id ?? ''

/** Chains all lines that are below the snapshot's horizon; gives how many. */
export async function chainNewLines(doors: Doors): Promise<number> {
  const origin = await originOf(doors)
  return doors.owner.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(7303)`.execute(transaction)
    const last = (
      await sql<{ position: number; hash: string; xid: string; seq: number }>`
      select position, hash, xid::text as xid, seq from kernel.audit_chain order by position desc limit 1`.execute(transaction)
    ).rows[0]
    const { rows } = await sql<AuditRow>`
      select seq, xid::text as xid, at, who, role, deed, record, record_id, facts from kernel.audit line
      where (xid, seq) > (${last?.xid ?? '0'}::xid8, ${last?.seq ?? 0}) and xid < pg_snapshot_xmin(pg_current_snapshot())
      order by line.xid, line.seq limit 10000`.execute(transaction)
    let hash = last?.hash ?? firstLink(origin)
    let position = last?.position ?? 0
    const links = rows.map((row) => ({ position: ++position, seq: row.seq, xid: row.xid, hash: (hash = nextLink(hash, inOrder(row))) }))
    if (links.length > 0)
      await sql`
        insert into kernel.audit_chain (position, seq, xid, hash)
        select position, seq, xid::xid8, hash from jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as link(position bigint, seq bigint, xid text, hash text)
      `.execute(transaction)
    return links.length
  })
}

const sealText = (seal: { firstSeq: number; lastSeq: number; lastPosition: number; hash: string; at: string }) =>
  ['capulana-seal-1', seal.firstSeq, seal.lastSeq, seal.lastPosition, seal.hash, seal.at].join('\n')

/** Names a public key without giving anything away: the beginning of its fingerprint. */
const keyId = (key: KeyObject): string =>
  createHash('sha256')
    .update((key.type === 'private' ? createPublicKey(key) : key).export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 16)

/** Signs the end of the chain (Ed25519); nothing new, no seal. */
export async function sealChain(doors: Doors, key: KeyObject, at: Date): Promise<boolean> {
  while ((await chainNewLines(doors)) === 10_000);
  const db = asOwner(doors)
  const before = await db.one<{ lastPosition: number }>(sql`select last_position from kernel.audit_seal order by last_position desc limit 1`)
  const part = await db.one<{ firstSeq: number | null; lastSeq: number; lastPosition: number }>(sql`
    select min(seq) as first_seq, max(seq) as last_seq, max(position) as last_position from kernel.audit_chain where position > ${before?.lastPosition ?? 0}`)
  if (!part || part.firstSeq === null) return false
  const end = await db.one<{ hash: string }>(sql`select hash from kernel.audit_chain where position = ${part.lastPosition}`)
  const seal = { firstSeq: part.firstSeq, lastSeq: part.lastSeq, lastPosition: part.lastPosition, hash: end!.hash, at: at.toISOString() }
  const signature = sign(null, Buffer.from(sealText(seal)), key).toString('base64url')
  await db.run(sql`
    insert into kernel.audit_seal (last_position, first_seq, last_seq, hash, at, key_id, signature)
    values (${seal.lastPosition}, ${seal.firstSeq}, ${seal.lastSeq}, ${seal.hash}, ${seal.at}, ${keyId(key)}, ${signature})`)
  return true
}

/** `unproven`: seals of a key that is not ours, as after a restore without the old keyring; the chain under them was still walked. */
export type AuditVerdict = { ok: boolean; lines: number; seals: number; unproven: number; firstBadSeq: number | null; lastGoodSeal: string | null }

/** Walks the whole chain again; names the first line that was changed or removed and the last seal that still holds. */
export async function verifyAudit(doors: Doors, publicKey: KeyObject): Promise<AuditVerdict> {
  const db = asOwner(doors)
  const links = await db.rows<{ position: number; linkSeq: number; hash: string } & AuditRow>(sql`
    select c.position, c.seq as link_seq, c.hash, a.seq, a.at, a.who, a.role, a.deed, a.record, a.record_id, a.facts
    from kernel.audit_chain c left join kernel.audit a on a.seq = c.seq order by c.position`)
  const seals = await db.rows<{ lastPosition: number; firstSeq: number; lastSeq: number; hash: string; at: string; keyId: string; signature: string }>(
    sql`select * from kernel.audit_seal order by last_position`,
  )
  const byPosition = new Map(seals.map((seal) => [seal.lastPosition, seal]))
  let hash = firstLink(await originOf(doors))
  let lastGoodSeal: string | null = null
  const ours = keyId(publicKey)
  const unproven = seals.filter((seal) => seal.keyId !== ours).length
  for (const [index, link] of links.entries()) {
    const intact = link.position === index + 1 && link.seq !== null && (hash = nextLink(hash, inOrder(link))) === link.hash
    const seal = byPosition.get(link.position)
    const sealed =
      !seal ||
      (seal.hash === link.hash && (seal.keyId !== ours || verify(null, Buffer.from(sealText(seal)), publicKey, Buffer.from(seal.signature, 'base64url'))))
    if (!intact || !sealed) return { ok: false, lines: links.length, seals: seals.length, unproven, firstBadSeq: link.linkSeq, lastGoodSeal }
    if (seal) lastGoodSeal = seal.at
  }
  const missingEnd = seals.length > 0 && seals.at(-1)!.lastPosition > links.length
  return { ok: !missingEnd, lines: links.length, seals: seals.length, unproven, firstBadSeq: missingEnd ? seals.at(-1)!.lastSeq : null, lastGoodSeal }
}
