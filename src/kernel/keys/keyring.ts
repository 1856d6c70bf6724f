/**
 * The keys of one mission: the seal of the audit, the signature of backups, the box for second-factor secrets. They live in one file of mode 0600 beside
 * the database, never in a backup of the data: who steals a backup gets no key.
 */
import { createCipheriv, createDecipheriv, createHmac, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto'
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export type Keyring = {
  sealKey: KeyObject
  sealPublicKey: KeyObject
  /** AES-256-GCM under the mission's box key: 12 bytes nonce, 16 bytes tag, then the text. */
  close(text: string): Buffer
  open(box: Buffer): string
  /** A secret for one purpose, the same each time. */
  derive(purpose: string): string
}

type Stored = { sealPrivateKey: string; boxKey: string }

async function stored(file: string): Promise<Stored> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Stored
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  const made: Stored = {
    sealPrivateKey: generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    boxKey: randomBytes(32).toString('base64url'),
  }
  await writeFile(`${file}.new`, JSON.stringify(made), { mode: 0o600 })
  await chmod(`${file}.new`, 0o600)
  await rename(`${file}.new`, file)
  return made
}

export async function openKeyring(dataFolder: string): Promise<Keyring> {
  await mkdir(dataFolder, { recursive: true })
  const { sealPrivateKey, boxKey } = await stored(join(dataFolder, 'keyring.json'))
  const sealKey = createPrivateKey(sealPrivateKey)
  const key = Buffer.from(boxKey, 'base64url')
  return {
    derive: (purpose) => createHmac('sha256', key).update(purpose).digest('hex'),
    sealKey,
    sealPublicKey: createPublicKey(sealKey),
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
