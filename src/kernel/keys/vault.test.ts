/** Keys that can be destroyed: what was closed with one is unreadable from that moment, whoever holds which copy of the data. */
import { randomUUID } from 'node:crypto'
import { copyFile, mkdtemp, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Alone, openVault, VAULT_FILE } from './vault.ts'

const alone: Alone = async (deed) => deed()
let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'capulana-vault-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const file = () => join(folder, VAULT_FILE)

async function closed(text: string) {
  const vault = openVault(folder, alone)
  const id = randomUUID()
  return { vault, id, box: (await vault.make([id])).get(id)!(text) }
}

describe('the vault', () => {
  it('opens what it closed, for that record alone', async () => {
    const { vault, id, box } = await closed('Amina')
    const other = randomUUID()
    await vault.make([other])
    expect(vault.open(id, box)).toBe('Amina')
    expect(vault.open(other, box)).toBeNull()
    const again = vault.closeAgain(id, box, 'Amina Saíde')!
    expect(vault.open(id, again)).toBe('Amina Saíde')
    vault.close()
  })

  it('refuses a box that somebody changed', async () => {
    const { vault, id, box } = await closed('Amina')
    const bytes = Buffer.from(box, 'base64')
    bytes[bytes.length - 1]! ^= 1
    expect(() => vault.open(id, bytes.toString('base64'))).toThrow()
    vault.close()
  })

  it('keeps the key on the disk before it gives it out, readable by nobody else', async () => {
    const { vault, id, box } = await closed('Amina')
    const second = openVault(folder, alone)
    expect(second.open(id, box)).toBe('Amina')
    expect((await stat(file())).mode & 0o777).toBe(0o600)
    vault.close()
    second.close()
  })

  it('leaves no byte of a destroyed key in the file, and opens nothing with it in another process either', async () => {
    const { vault, id, box } = await closed('Amina')
    const key = (await readFile(file())).subarray(17, 49)
    const second = openVault(folder, alone)
    expect(await vault.destroy([id])).toBe(1)
    expect((await readFile(file())).includes(key)).toBe(false)
    expect(vault.open(id, box)).toBeNull()
    expect(second.open(id, box)).toBeNull()
    expect(vault.closeAgain(id, box, 'Amina')).toBeNull()
    expect([...vault.entries()]).toEqual([{ id, destroyed: true }])
    expect(await vault.destroy([id])).toBe(0)
    vault.close()
    second.close()
  })

  it('goes on after a crash in the middle of a new key: the half record is written over, the whole ones hold', async () => {
    const first = await closed('Amina')
    await first.vault.make([randomUUID()])
    first.vault.close()
    for (const left of [127, 100, 65]) {
      await truncate(file(), left)
      const { vault, id, box } = await closed('Joaquim')
      expect(vault.open(first.id, first.box)).toBe('Amina')
      expect(vault.open(id, box)).toBe('Joaquim')
      expect([...vault.entries()]).toHaveLength(2)
      expect((await stat(file())).size).toBe(128)
      vault.close()
    }
  })

  it('does not take a torn record for a key', async () => {
    const { vault, id, box } = await closed('Amina')
    vault.close()
    const bytes = await readFile(file())
    bytes.fill(0, 40, 49)
    await writeFile(file(), bytes)
    const again = openVault(folder, alone)
    expect(again.open(id, box)).toBeNull()
    expect([...again.entries()]).toEqual([])
    again.close()
  })

  it('gives many writers at once each their own key, with a single wait for the disk', async () => {
    let waits = 0
    const vault = openVault(folder, async (deed) => {
      waits++
      await new Promise((resolve) => setImmediate(resolve))
      return deed()
    })
    const ids = Array.from({ length: 50 }, () => randomUUID())
    const made = await Promise.all(ids.map((id) => vault.make([id])))
    const boxes = made.map((closers, i) => closers.get(ids[i]!)!(`person ${i}`))
    expect(boxes.map((box, i) => vault.open(ids[i]!, box))).toEqual(ids.map((_, i) => `person ${i}`))
    expect(waits).toBe(1)
    vault.close()
  })

  it('holds 100,000 keys, destroys 1,000 among them and opens all others', async () => {
    const vault = openVault(folder, alone)
    const ids = Array.from({ length: 100_000 }, () => randomUUID())
    const made = await vault.make(ids)
    const boxes = ids.map((id) => made.get(id)!(id))
    const gone = ids.filter((_, i) => i % 100 === 7)
    expect(await vault.destroy(gone)).toBe(1000)
    expect((await stat(file())).size).toBe(6_400_000)
    expect(boxes.filter((box, i) => vault.open(ids[i]!, box) === ids[i])).toHaveLength(99_000)
    expect(boxes.filter((box, i) => vault.open(ids[i]!, box) === null)).toHaveLength(gone.length)
    vault.close()
  })

  it('knows again what an old copy of itself still holds, once it is told', async () => {
    const { vault, id, box } = await closed('Amina')
    await copyFile(file(), `${file()}.old`)
    await vault.destroy([id])
    vault.close()
    await copyFile(`${file()}.old`, file())
    const old = openVault(folder, alone)
    expect(old.open(id, box)).toBe('Amina')
    await old.destroy([id])
    expect(old.open(id, box)).toBeNull()
    old.close()
  })
})
