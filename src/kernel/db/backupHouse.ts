/** A backup of a running house for the officers who are named, remembered with its age: what the command and the night have in common. */
import type { House } from '../house.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { type BackupDone, backup } from './backup.ts'
import { rememberBackup } from './lastBackup.ts'
import { asSealing, backupRecipients, type NamedRecipient } from './recipients.ts'
import { asOwner } from './transaction.ts'

/** With `recipients` for these alone, otherwise for those of pack and settings; with nobody named the file is signed but open. */
export async function backupHouse(
  house: House,
  file: string,
  recipients?: readonly NamedRecipient[],
): Promise<(BackupDone & { encryptedTo: string[] }) | Refusal> {
  if (!house.cluster) return refuse('backup.own-server')
  const officers = recipients ?? (await backupRecipients(house))
  const done = await backup({ cluster: house.cluster, dataFolder: house.dataFolder, file, sign: house.keyring.sealKey, recipients: asSealing(officers) })
  if ('code' in done) return done
  await rememberBackup(asOwner(house.doors), done, officers.length > 0)
  return { ...done, encryptedTo: officers.map(({ name, fingerprint }) => `${name} (${fingerprint})`) }
}
