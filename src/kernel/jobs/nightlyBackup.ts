/**
 * The backup of each night, encrypted where recovery officers are named, kept beside the database until the operator names a second place; the oldest of
 * fourteen makes room.
 */
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { backupHouse } from '../db/backupHouse.ts'
import type { House } from '../house.ts'

const nightsKept = 14

/** With a database of its own (`DATABASE_URL`) the server's operator backs it up; ours covers the embedded one. */
export async function nightlyBackup(house: House): Promise<void> {
  if (!house.cluster) return
  const folder = join(house.dataFolder, 'backup')
  await mkdir(folder, { recursive: true })
  const file = join(folder, `capulana-${new Date().toISOString().slice(0, 10)}.backup`)
  const done = await backupHouse(house, file)
  if ('code' in done) throw new Error(`the nightly backup was refused: ${done.code}`)
  const nights = (await readdir(folder)).filter((name) => name.startsWith('capulana-')).sort()
  for (const oldest of nights.slice(0, -nightsKept)) await rm(join(folder, oldest))
}
