/**
 * The keys of one mission: the seal of the audit, the signature of backups, the box for second-factor secrets, the signature of receipts, and the key that
 * phones seal finished forms to. They live in one file of mode 0600 beside the database, never in a backup of the data: who steals a backup gets no key.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto'
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export type PublicJwk = { kty: 'EC'; crv: 'P-256'; x: string; y: string }
/** A key on the curve that every browser knows: ECDSA for receipts, ECDH for sealing. */
export type CurveKey = { id: string; privateKey: KeyObject; jwk: PublicJwk }

export type Keyring = {
  sealKey: KeyObject
  sealPublicKey: KeyObject
  /** Signs receipts; phones pin it when they are enrolled. */
  receiptKey: CurveKey
  /** Phones seal finished forms to it, so that nobody who takes the phone can read them. */
  sealingKey: CurveKey
  /** AES-256-GCM under the mission's box key: 12 bytes nonce, 16 bytes tag, then the text. */
  close(text: string): Buffer
  open(box: Buffer): string
  /** A secret for one purpose, the same each time. */
  derive(purpose: string): string
}

type Stored = { sealPrivateKey: string; boxKey: string; receiptPrivateKey: string; sealingPrivateKey: string }

const privatePem = (key: KeyObject) => key.export({ type: 'pkcs8', format: 'pem' }) as string
const newCurveKey = () => privatePem(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey)

async function stored(file: string): Promise<Stored> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
    return '{}'
  })
  const kept = JSON.parse(text) as Partial<Stored>
  // A keyring of an earlier version gains the keys that it lacks and keeps those that it has.
  const whole: Stored = {
    sealPrivateKey: kept.sealPrivateKey ?? privatePem(generateKeyPairSync('ed25519').privateKey),
    boxKey: kept.boxKey ?? randomBytes(32).toString('base64url'),
    receiptPrivateKey: kept.receiptPrivateKey ?? newCurveKey(),
    sealingPrivateKey: kept.sealingPrivateKey ?? newCurveKey(),
  }
  if (Object.keys(whole).every((name) => name in kept)) return whole
  await writeFile(`${file}.new`, JSON.stringify({ ...kept, ...whole }), { mode: 0o600 })
  await chmod(`${file}.new`, 0o600)
  await rename(`${file}.new`, file)
  return whole
}

function curveKey(pem: string): CurveKey {
  const privateKey = createPrivateKey(pem)
  const { x, y } = createPublicKey(privateKey).export({ format: 'jwk' }) as { x: string; y: string }
  return { privateKey, jwk: { kty: 'EC', crv: 'P-256', x, y }, id: createHash('sha256').update(`${x}.${y}`).digest('hex').slice(0, 16) }
}

export async function openKeyring(dataFolder: string): Promise<Keyring> {
  await mkdir(dataFolder, { recursive: true })
  const { sealPrivateKey, boxKey, receiptPrivateKey, sealingPrivateKey } = await stored(join(dataFolder, 'keyring.json'))
  const sealKey = createPrivateKey(sealPrivateKey)
  const key = Buffer.from(boxKey, 'base64url')
  return {
    derive: (purpose) => createHmac('sha256', key).update(purpose).digest('hex'),
    sealKey,
    sealPublicKey: createPublicKey(sealKey),
    receiptKey: curveKey(receiptPrivateKey),
    sealingKey: curveKey(sealingPrivateKey),
    close(text) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, nonce)
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), body])
    },
    open(box) {
      const decipher = createDecipheriv('aes-256-gcm', key, box.subarray(0, 12))
      decipher.setAuthTag(box.subarray(12, 28))
      return Buffer.concat([decipher.update(box.subarray(28)), decipher.final()]).toString('utf8')
    },
  }
}
