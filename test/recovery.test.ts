/** Encrypted backups by command: keys made, officers named, the nightly backup for them, and no way back without one of their keys. */
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { argumentsOf } from '../src/command/arguments.ts'
import { backupCommand, restoreCommand, verifyCommand } from '../src/command/backups.ts'
import type { Command } from '../src/command/command.ts'
import { doctorCommand } from '../src/command/doctor.ts'
import { recipientsCommand, recoveryKeyCommand } from '../src/command/recovery.ts'
import { CriteriaSet } from '../src/domains/relief/selection/criteria.ts'
import { SelectionCandidate } from '../src/domains/relief/selection/households.ts'
import { candidatesOf, hashOfCandidates } from '../src/domains/relief/selection/register.ts'
import { SelectionRun } from '../src/domains/relief/selection/run.ts'
import { rankAgain, storedOf } from '../src/domains/relief/selection/stored.ts'
import { everyDomain } from '../src/domains.ts'
import { asOwner, type Health, type House, insertRow, isRefused, openHouse, updateRow } from '../src/kernel/index.ts'
import { nightlyBackup } from '../src/kernel/jobs/nightlyBackup.ts'
import { layGoods } from './support/distributionDay.ts'
import { agreedCriteria } from './support/selectionList.ts'

let folder: string
let data: string
let house: House
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'capulana-recovery-'))
  data = join(folder, 'data')
  const opened = await openHouse({ dataFolder: data, country: 'mozambique', domains: everyDomain, durability: 'test' })
  if (isRefused(opened)) throw new Error(JSON.stringify(opened))
  house = opened
})
afterAll(async () => {
  await house?.close()
  process.exitCode = 0
  await rm(folder, { recursive: true, force: true })
})

const file = (name: string) => join(folder, name)
async function told<T>(command: Command, ...given: string[]): Promise<T> {
  const parsed = argumentsOf([...given, ...(given.includes('--data') ? [] : ['--data', data])])
  if ('problem' in parsed) throw new Error(parsed.problem)
  const answer = await command.run(parsed)
  return (isRefused(answer) ? answer.refused[0] : answer) as T
}
const isSealed = async (name: string) => (await readFile(name)).subarray(0, 17).toString() === 'capulana-sealed-1'
const part = async (name: string) => (await told<Health>(doctorCommand, '--json')).checks.find((check) => check.name === name)!

describe('a recovery key', () => {
  it('is made once, for its owner alone, and never written over', async () => {
    const made = await told<{ fingerprint: string }>(recoveryKeyCommand, file('alda'))
    expect(made.fingerprint).toMatch(/^[0-9a-f]{16}$/)
    expect((await stat(file('alda'))).mode & 0o777).toBe(0o600)
    expect(await readFile(file('alda.pub'), 'utf8')).toContain('PUBLIC KEY')
    expect(await told(recoveryKeyCommand, file('alda'))).toMatchObject({ code: 'db.key-exists' })
    await told(recoveryKeyCommand, file('bruno'))
  })

  it('is refused where the other half is wanted', async () => {
    expect(await told(backupCommand, file('x.backup'), '--recipients', file('alda'))).toMatchObject({ code: 'db.no-public-key' })
    expect(await told(restoreCommand, file('x.backup'), '--key', file('alda.pub'), '--data', file('nowhere'))).toMatchObject({ code: 'db.no-private-key' })
  })
})

describe('a backup', () => {
  it('is open while nobody is named, and the doctor says so', async () => {
    expect(await told(backupCommand, file('open.backup'))).toMatchObject({ encryptedTo: [] })
    expect(await isSealed(file('open.backup'))).toBe(false)
    expect([(await part('encryption')).state, (await part('backup')).state]).toEqual(['watch', 'well'])
  })

  it('to several officers is opened by each of them alone, and by nobody without a key', async () => {
    await told(backupCommand, file('both.backup'), '--recipients', file('alda.pub'), file('bruno.pub'))
    expect(await isSealed(file('both.backup'))).toBe(true)
    expect(await told(restoreCommand, file('both.backup'), '--data', file('without'))).toMatchObject({ code: 'db.backup-wrong-key' })
    await told(recoveryKeyCommand, file('carlos'))
    expect(await told(restoreCommand, file('both.backup'), '--key', file('carlos'), '--data', file('other'))).toMatchObject({ code: 'db.backup-wrong-key' })
    for (const officer of ['alda', 'bruno'])
      expect(await told(restoreCommand, file('both.backup'), '--key', file(officer), '--data', file(`by-${officer}`))).toMatchObject({
        epochs: { capulana: { reason: 'restore' } },
      })
    expect(await told(verifyCommand, file('both.backup'))).toMatchObject({ code: 'db.backup-wrong-key' })
    expect(await told(verifyCommand, file('both.backup'), '--key', file('bruno'))).toMatchObject({ ok: true, signatureProven: true })
  })

  it('of the night, and every other, is for the officers who are named, until they are named no more', async () => {
    const named = await told<{ name: string; fingerprint: string }[]>(recipientsCommand, 'add', file('alda.pub'))
    expect(named.map(({ name }) => name)).toEqual(['alda'])
    await nightlyBackup(house)
    const [night] = await readdir(join(data, 'backup'))
    expect(await isSealed(join(data, 'backup', night!))).toBe(true)
    expect(await told(backupCommand, file('named.backup'))).toMatchObject({ encryptedTo: [`alda (${named[0]!.fingerprint})`] })
    expect((await part('encryption')).state).toBe('well')
    expect(await told(recipientsCommand, 'remove', 'ffff')).toMatchObject({ code: 'db.no-such-recipient' })
    expect(await told(recipientsCommand, 'remove', named[0]!.fingerprint)).toEqual([])
    await told(backupCommand, file('open-again.backup'))
    expect(await isSealed(file('open-again.backup'))).toBe(false)
  })
})

describe('a second place for the backups of the night', () => {
  it('is refused inside the folder of the data, and where there is no folder: none is made', async () => {
    expect(await told(backupCommand, '--second', join(data, 'backup'))).toMatchObject({ code: 'db.second-place-inside' })
    expect(await told(backupCommand, '--second', file('not-there'))).toMatchObject({ code: 'db.second-place-gone' })
    await expect(stat(file('not-there'))).rejects.toThrow('ENOENT')
    expect((await told<Health>(doctorCommand, '--json')).checks.map(({ name }) => name)).not.toContain('second')
  })

  it('gets each night the same copy, keeps fourteen, and the doctor tells its age', async () => {
    await mkdir(file('second'))
    for (let day = 10; day < 25; day++) await writeFile(join(file('second'), `capulana-2020-01-${day}.backup`), '')
    await writeFile(join(file('second'), 'capulana-notes.txt'), 'of somebody else')
    expect(await told(backupCommand, '--second', file('second'))).toEqual({ folder: file('second') })
    await nightlyBackup(house)
    const kept = await readdir(file('second'))
    const night = kept.find((name) => name.startsWith(`capulana-${new Date().getUTCFullYear()}`))!
    expect([kept.length, kept.includes('capulana-notes.txt'), kept.includes('capulana-2020-01-11.backup')]).toEqual([15, true, false])
    expect((await readFile(join(file('second'), night))).equals(await readFile(join(data, 'backup', night)))).toBe(true)
    expect(await part('second')).toMatchObject({ state: 'well', says: { code: 'health.second-fresh', facts: { hours: 0, folder: file('second') } } })
  })

  it('is enough to come back from', async () => {
    const night = (await readdir(file('second'))).find((name) => name.startsWith(`capulana-${new Date().getUTCFullYear()}`))!
    const restored = await told(restoreCommand, join(file('second'), night), '--data', file('again'), '--keyring', join(data, 'keyring.json'))
    expect(restored).toMatchObject({ epochs: { capulana: { reason: 'restore' } } })
    expect((await stat(join(file('again'), 'keyring.json'))).isFile()).toBe(true)
  })

  it('that is gone is an alarm; the night still makes the first copy, says that it failed, and makes no folder', async () => {
    await rm(file('second'), { recursive: true })
    await rm(join(data, 'backup'), { recursive: true })
    await expect(nightlyBackup(house)).rejects.toThrow('db.second-place-gone')
    expect(await readdir(join(data, 'backup'))).toHaveLength(1)
    expect(await part('second')).toMatchObject({ state: 'alarm', says: { code: 'health.second-gone' } })
    expect(await told(backupCommand, '--second', 'none')).toEqual({ folder: null })
    expect((await told<Health>(doctorCommand, '--json')).checks.map(({ name }) => name)).not.toContain('second')
  })
})

describe('the doctor', () => {
  it('prints each part in both languages, and with --json the same as data', async () => {
    const printed = await told<string>(doctorCommand)
    const { checks } = await told<Health>(doctorCommand, '--json')
    for (const { name, sentence } of checks) for (const words of [name, sentence.pt, sentence.en]) expect(printed).toContain(words)
  })
})

/** The last: what it spoils stays spoilt. */
describe('stock and selections', () => {
  it('are proven again on the copy that a backup gives, and what was spoilt in them is told', async () => {
    await layGoods({ house })
    const owner = asOwner(house.doors)
    const common = { scope: 'MZ01', place: 'MZ0109' }
    const criteria = [{ ...agreedCriteria[0], about: [...agreedCriteria[0].about], kind: 'yes' as const, atMost: null }]
    const named = { code: 'ABRIGO', edition: 1, name: { pt: 'Abrigo', en: 'Shelter' }, validFrom: '2021-03-01', source: 'Assembleia', criteria }
    const { id: criteriaSet } = await insertRow(owner, CriteriaSet, { ...common, ...named, state: 'agreed' })
    const plan = {
      programme: 'Abrigo',
      number: 1,
      criteriaSet,
      cutKind: 'quota' as const,
      cut: 1,
      reserves: 0,
      tiePolicy: 'strict_quota' as const,
      tieBreaks: [],
    }
    const run = await insertRow(owner, SelectionRun, { ...common, ...plan, state: 'ranked', fairnessAnswers: [], handledBy: [] })
    for (const [line, female] of [true, true, false].entries())
      await insertRow(owner, SelectionCandidate, {
        ...{ scope: 'MZ01', class: 3, run: run.id, household: `H-${line}`, answers: { female_head: female }, ties: [], groups: {}, line: line + 1 },
      })
    const candidates = await candidatesOf(owner, run.id)
    const drawn = { ...run, seed: '408217', candidatesHash: hashOfCandidates(run, candidates) }
    const { hash } = (await rankAgain(drawn, await storedOf(owner, drawn)))!
    const { seed, candidatesHash } = drawn
    await updateRow(owner, SelectionRun, run.id, {
      seed,
      candidatesHash,
      frozenAt: '2021-03-05T08:00:00Z',
      seedDrawnAt: '2021-03-05T09:00:00Z',
      rankedHash: hash,
    })
    const proven = async (name: string) => {
      await told(backupCommand, file(name))
      const parsed = argumentsOf([file(name), '--data', data])
      if ('problem' in parsed) throw new Error(parsed.problem)
      const answer = await verifyCommand.run(parsed)
      return isRefused(answer) ? answer.refused.map(({ code }) => code) : answer
    }
    expect(await proven('relief.backup')).toMatchObject({ ok: true })
    await owner.run(sql`update relief.selection_candidate set answers = '{"female_head": true}' where run = ${run.id}::uuid`)
    await owner.run(sql`alter table ledger.move disable trigger never_below_zero`)
    await owner.run(sql`update ledger.move m set from_account = m.to_account, to_account = m.from_account where item = 'BLANKET'`)
    await owner.run(sql`update kernel.paper_series set last = last + 1 where series = 'PEMBA'`)
    expect(await proven('spoilt.backup')).toEqual(['ledger.proof-below-zero', 'ledger.proof-number-missing', 'selection.proof-differs'])
    expect(await told(verifyCommand)).toMatchObject({ code: 'ledger.proof-below-zero' })
  }, 120_000)
})
