/** Secrets of one data folder, in a file that only its owner reads. Made when first asked for; never part of a backup of the data. */
import { randomBytes, randomUUID } from 'node:crypto'
import { open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'

type Secrets = Record<string, string>

const fileIn = (folder: string) => join(folder, 'secrets.json')

async function readSecrets(folder: string): Promise<Secrets> {
  try {
    return JSON.parse(await readFile(fileIn(folder), 'utf8')) as Secrets
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {}
    throw error
  }
}

/** Written beside, flushed, then put in place: a crash leaves the old file or the new one. */
async function writeSecrets(folder: string, secrets: Secrets): Promise<void> {
  const beside = `${fileIn(folder)}.${randomUUID()}`
  const file = await open(beside, 'wx', 0o600)
  await file.writeFile(`${JSON.stringify(secrets, null, 2)}\n`)
  await file.sync()
  await file.close()
  await rename(beside, fileIn(folder))
}

export const newSecret = (): string => randomBytes(24).toString('base64url')

export const readSecret = async (folder: string, name: string): Promise<string | null> => (await readSecrets(folder))[name] ?? null

/** Call it only while holding the folder: two writers would forget each other's. */
export async function keepSecret(folder: string, name: string, value: string): Promise<void> {
  await writeSecrets(folder, { ...(await readSecrets(folder)), [name]: value })
}
