/**
 * What a backup says about itself: every file with its hash, every table with its rows, when and from where; signed with the mission's key so that a
 * changed backup is never taken for a true one.
 */
import { createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { z } from 'zod'
import { Damaged } from './archive.ts'

export const FORMAT = 'capulana-backup-1'
export const MANIFEST = 'manifest.json'
export const SIGNATURE = 'manifest.sig'

const manifestShape = z.object({
  format: z.literal(FORMAT),
  createdAt: z.iso.datetime(),
  /** PostgreSQL's own version number, such as 180004. */
  server: z.number().int(),
  walFrom: z.string(),
  walTo: z.string(),
  epochs: z.record(z.string(), z.string()),
  /** Rows per database and table, counted just before the copy was closed and just after: what is restored lies between. */
  rows: z.record(z.string(), z.record(z.string(), z.tuple([z.number().int(), z.number().int()]))),
  files: z.array(z.object({ path: z.string(), bytes: z.number().int(), sha256: z.string().length(64) })),
  /** The signing key's public half (SPKI, base64): says who signed, proves it only to those who know the key from elsewhere. */
  signer: z.string(),
})

export type Manifest = z.infer<typeof manifestShape>
export type KeptFile = Manifest['files'][number]

export const publicText = (key: KeyObject): string =>
  (key.type === 'private' ? createPublicKey(key) : key).export({ type: 'spki', format: 'der' }).toString('base64')

export function signed(manifest: Manifest, key: KeyObject): { text: Buffer; signature: Buffer } {
  const text = Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`)
  return { text, signature: Buffer.from(sign(null, text, key).toString('base64')) }
}

export type ReadManifest = { manifest: Manifest; signature: 'valid' | 'invalid' | 'other-key' }

export function readManifest(text: Buffer, signature: Buffer, verifyKey: KeyObject | undefined): ReadManifest {
  const parsed = manifestShape.safeParse(parseJson(text))
  if (!parsed.success) throw new Damaged('the list of contents is not readable')
  const manifest = parsed.data
  if (verifyKey && publicText(verifyKey) !== manifest.signer) return { manifest, signature: 'other-key' }
  return { manifest, signature: isSignedBy(manifest.signer, text, signature) ? 'valid' : 'invalid' }
}

function isSignedBy(signer: string, text: Buffer, signature: Buffer): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(signer, 'base64'), type: 'spki', format: 'der' })
    return key.asymmetricKeyType === 'ed25519' && verify(null, text, key, Buffer.from(signature.toString(), 'base64'))
  } catch {
    return false
  }
}

function parseJson(text: Buffer): unknown {
  try {
    return JSON.parse(text.toString('utf8'))
  } catch {
    return null
  }
}
