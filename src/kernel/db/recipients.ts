/**
 * Who can open the mission's backups: recovery officers, each with a key pair of their own (X25519). The public halves stand in the country pack or among the
 * settings; the private ones stay with the officers and never come here.
 */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { sql } from 'kysely'
import type { House } from '../house.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { Recipient } from './sealed.ts'
import { asOwner, type Db } from './transaction.ts'

export type NamedRecipient = { name: string; publicKey: string; fingerprint: string }

const setting = 'backup.recipients'

const fingerprintOf = (key: KeyObject) =>
  createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 16)

/** A public key from its text; null when it is something else, also when it is the private half. */
function publicKeyOf(text: string): KeyObject | null {
  try {
    if (text.includes('PRIVATE KEY')) return null
    const key = createPublicKey(text)
    return key.asymmetricKeyType === 'x25519' ? key : null
  } catch {
    return null
  }
}

const named = (name: string, key: KeyObject): NamedRecipient => ({
  name,
  publicKey: key.export({ type: 'spki', format: 'pem' }) as string,
  fingerprint: fingerprintOf(key),
})

/** A new pair: the private half in FILE (mode 0600, never written over), the public one in FILE.pub. */
export async function makeRecoveryKey(file: string): Promise<{ file: string; publicFile: string; fingerprint: string } | Refusal> {
  const { privateKey, publicKey } = generateKeyPairSync('x25519')
  try {
    await writeFile(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' })
    await writeFile(`${file}.pub`, publicKey.export({ type: 'spki', format: 'pem' }), { flag: 'wx' })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return refuse('db.key-exists', { file })
    if (code === 'ENOENT' || code === 'EACCES') return refuse('db.key-not-written', { file })
    throw error
  }
  return { file, publicFile: `${file}.pub`, fingerprint: fingerprintOf(publicKey) }
}

export async function readRecipient(file: string): Promise<NamedRecipient | Refusal> {
  const text = await readFile(file, 'utf8').catch(() => null)
  const key = text === null ? null : publicKeyOf(text)
  return key ? named(basename(file).replace(/\.pub$/, ''), key) : refuse('db.no-public-key', { file })
}

export async function readRecoveryKey(file: string): Promise<KeyObject | Refusal> {
  const text = await readFile(file, 'utf8').catch(() => null)
  try {
    const key = createPrivateKey(text ?? '')
    if (key.asymmetricKeyType === 'x25519') return key
  } catch {
    // What is no key at all gets the same answer as a key of another kind.
  }
  return refuse('db.no-private-key', { file })
}

const settled = async (db: Db): Promise<NamedRecipient[]> =>
  (await db.one<{ value: NamedRecipient[] }>(sql`select value from kernel.setting where name = ${setting}`))?.value ?? []

/** Of the pack and of the settings together, each once. */
export async function backupRecipients(house: House): Promise<NamedRecipient[]> {
  const ofPack = (house.pack.country.backupRecipients ?? []).map(({ name, publicKey }) => named(name, publicKeyOf(publicKey)!))
  const all = [...ofPack, ...(await settled(asOwner(house.doors)))]
  return [...new Map(all.map((recipient) => [recipient.fingerprint, recipient])).values()]
}

/** In the shape in which a backup is sealed. */
export const asSealing = (recipients: readonly NamedRecipient[]): Recipient[] => recipients.map(({ publicKey }) => ({ publicKey: createPublicKey(publicKey) }))

export async function settleRecipients(db: Db, change: (held: NamedRecipient[]) => NamedRecipient[]): Promise<NamedRecipient[]> {
  const now = change(await settled(db))
  await db.run(sql`
    insert into kernel.setting (name, value) values (${setting}, ${JSON.stringify(now)}::jsonb) on conflict (name) do update set value = excluded.value, at = now()`)
  return now
}
