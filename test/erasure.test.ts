/** What was erased stays erased: after last night's data is put back with today's keys, and after last month's keys are put back with today's data. */
import { randomUUID } from 'node:crypto'
import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { everyDomain } from '../src/domains.ts'
import { act, asOwner, backupHouse, type Domain, type House, isRefused, openHouse, restore, theSystem } from '../src/kernel/index.ts'
import { bury, destroyBuried } from '../src/kernel/keys/erasure.ts'

/** Stands for any domain: one setting for each person, named by his id. */
const trial: Domain = {
  name: 'trial',
  serves: [],
  records: [],
  async erase(db, ids) {
    await db.run(
      sql`insert into kernel.audit (who, role, deed, record, record_id, facts) select null, 'system', 'trial.erased', 'trial', id, '{}' from unnest(${[...ids]}::text[]) id`,
    )
  },
}

let folder: string
let house: House
const open = async (dataFolder: string) => {
  const opened = await openHouse({ dataFolder, country: 'mozambique', domains: [...everyDomain, trial], durability: 'test' })
  if (isRefused(opened)) throw new Error(JSON.stringify(opened.refused))
  return opened
}
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'capulana-erasure-'))
  house = await open(join(folder, 'data'))
})
afterEach(async () => {
  await house?.close()
  await rm(folder, { recursive: true, force: true })
})

const close = async (text: string) => {
  const id = randomUUID()
  return { id, box: (await house.vault.make([id])).get(id)!(text) }
}
const erase = async (ids: string[]) => {
  expect(isRefused(await act(house.doors, theSystem, (db) => bury(db, 'person', ids, 'withdrawn')))).toBe(false)
  expect(await destroyBuried(house)).toBe(ids.length)
  expect(await destroyBuried(house)).toBe(0)
}
const erasedAgain = async () =>
  (await asOwner(house.doors).rows<{ recordId: string }>(sql`select record_id from kernel.audit where deed = 'trial.erased'`)).map(({ recordId }) => recordId)
const tombstones = async () => (await asOwner(house.doors).one<{ n: number }>(sql`select count(*)::int as n from kernel.tombstone`))!.n

describe('an erased person', () => {
  it('is unreadable in the backup of the night before, and erased again before the door opens', async () => {
    const [gone, stays] = [await close('Amina'), await close('Joaquim')]
    const file = join(folder, 'night.backup')
    const done = await backupHouse(house, file, [])
    if ('code' in done) throw new Error(done.code)
    await erase([gone.id])
    await house.close()
    const into = join(folder, 'restored')
    const restored = await restore({ file, into, keyring: join(folder, 'data', 'keyring.json'), durability: 'test' })
    if ('code' in restored) throw new Error(JSON.stringify(restored))
    house = await open(into)
    expect(house.vault.open(gone.id, gone.box)).toBeNull()
    expect(house.vault.open(stays.id, stays.box)).toBe('Joaquim')
    expect(await erasedAgain()).toEqual([gone.id])
    expect(await tombstones()).toBe(1)
  })

  it('stays unreadable when an old copy of the keys is put back, as well', async () => {
    const [gone, stays] = [await close('Amina'), await close('Joaquim')]
    const vault = join(folder, 'data', 'vault.keys')
    await copyFile(vault, `${vault}.old`)
    await erase([gone.id])
    await house.close()
    await copyFile(`${vault}.old`, vault)
    house = await open(join(folder, 'data'))
    expect(house.vault.open(gone.id, gone.box)).toBeNull()
    expect(house.vault.open(stays.id, stays.box)).toBe('Joaquim')
    expect(await erasedAgain()).toEqual([])
    const known = await asOwner(house.doors).one<{ facts: object }>(sql`select facts from kernel.audit where deed = 'erasure.again'`)
    expect(known!.facts).toEqual({ erasedAgain: 0, destroyedAgain: 1 })
  })

  it('is gone at the next start when the server died before its key was destroyed', async () => {
    const gone = await close('Amina')
    await act(house.doors, theSystem, (db) => bury(db, 'person', [gone.id], 'withdrawn'))
    expect(house.vault.open(gone.id, gone.box)).toBe('Amina')
    await house.close()
    house = await open(join(folder, 'data'))
    expect(house.vault.open(gone.id, gone.box)).toBeNull()
  })

  it('leaves a tombstone that names nobody', async () => {
    const gone = await close('Amina')
    await erase([gone.id])
    const left = await asOwner(house.doors).rows<object>(sql`select * from kernel.tombstone`)
    expect(JSON.stringify(left)).not.toContain(gone.id)
    expect(left).toMatchObject([{ what: 'person', reason: 'withdrawn' }])
  })
})
