/**
 * The backup of each night, encrypted where recovery officers are named, kept beside the database and, where the operator has named one, in a second place;
 * the oldest of fourteen makes room in each.
 */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { backupHouse } from '../db/backupHouse.ts'
import { copyToSecondPlace, keepNewest, nightlyFolder, secondPlace } from '../db/secondPlace.ts'
import { asOwner } from '../db/transaction.ts'
import type { House } from '../house.ts'

/** With a database of its own (`DATABASE_URL`) the server's operator backs it up; ours covers the embedded one. */
export async function nightlyBackup(house: House): Promise<void> {
  if (!house.cluster) return
  const folder = nightlyFolder(house.dataFolder)
  await mkdir(folder, { recursive: true })
  const file = join(folder, `capulana-${new Date().toISOString().slice(0, 10)}.backup`)
  const done = await backupHouse(house, file)
  if ('code' in done) throw new Error(`the nightly backup was refused: ${done.code}`)
  await keepNewest(folder)
  const second = await secondPlace(asOwner(house.doors))
  const missed = second ? await copyToSecondPlace(file, second) : null
  // The first copy stands; the job fails, is tried again, and stands as an alarm on the health page.
  if (missed) throw new Error(`the nightly backup did not reach its second place: ${missed.code}`)
}
