/** What turns which part of the house to watch or to alarm: each fact alone against a house that is well. */
import { describe, expect, it } from 'vitest'
import type { HouseFacts } from './facts.ts'
import { judge, worst } from './judge.ts'

const now = new Date('2026-03-10T12:00:00Z')
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000).toISOString()
const hours = 60
const job = { queue: 'renew-mark', lastDone: ago(1), waitingSince: null, failing: false }

const well: HouseFacts = {
  now,
  version: '1',
  postgres: '18',
  epoch: 'aaaa',
  began: ago(1000 * hours),
  auditLines: 10,
  bytes: 1,
  settings: { fsync: 'on', fullPageWrites: 'on', synchronousCommit: 'on' },
  rollbacks: [],
  unmarked: null,
  ownDatabase: true,
  backup: { at: ago(8 * hours), encrypted: true },
  nights: { here: ago(8 * hours), second: { folder: '/second', newest: ago(8 * hours) } },
  recipients: 3,
  lastSeal: ago(10),
  unsealedSince: null,
  disk: { free: 200e9, whole: 500e9 },
  jobs: [job],
  withoutSecondFactor: 0,
}
const codesOf = (facts: Partial<HouseFacts>) =>
  judge({ ...well, ...facts })
    .filter(({ state }) => state !== 'well')
    .map(({ state, says }) => `${state} ${says.code}`)

describe('a house', () => {
  it('in which everything is in order is well in every part', () => {
    expect(codesOf({})).toEqual([])
    expect(worst(judge(well))).toBe('well')
  })

  const rollback = { epoch: 'bbbb', since: ago(5), facts: { markSeq: 15, seq: 10 } }
  const jobsLate = [{ ...job, lastDone: ago(12) }]
  it.each<[string, Partial<HouseFacts>, string]>([
    ['that was put back', { rollbacks: [rollback] }, 'alarm health.rolled-back'],
    ['whose mark cannot be written', { unmarked: { code: 'db.mark-not-kept', facts: { file: 'x' } } }, 'watch db.mark-not-kept'],
    ['without fsync', { settings: { ...well.settings, fsync: 'off' } }, 'alarm health.not-durable'],
    ['without full page writes', { settings: { ...well.settings, fullPageWrites: 'off' } }, 'alarm health.not-durable'],
    ['that confirms before the disk has it', { settings: { ...well.settings, synchronousCommit: 'local' } }, 'alarm health.not-durable'],
    ['that missed one night', { backup: { at: ago(27 * hours), encrypted: true } }, 'watch health.backup-old'],
    ['that missed three nights', { backup: { at: ago(73 * hours), encrypted: true } }, 'alarm health.backup-old'],
    ['that is old and was never backed up', { backup: null }, 'alarm health.backup-none'],
    ['that is new and was never backed up', { backup: null, began: ago(60) }, 'watch health.backup-none'],
    ['whose second place cannot be reached', { nights: { here: ago(60), second: { folder: '/second', newest: 'unreachable' } } }, 'alarm health.second-gone'],
    ['whose second place is empty', { nights: { here: ago(60), second: { folder: '/second', newest: null } } }, 'watch health.second-none'],
    ['whose second place missed a night', { nights: { here: ago(60), second: { folder: '/second', newest: ago(27 * hours) } } }, 'watch health.second-old'],
    ['whose second place missed three', { nights: { here: ago(60), second: { folder: '/second', newest: ago(73 * hours) } } }, 'alarm health.second-old'],
    ['whose backups are open', { recipients: 0 }, 'watch health.backup-open'],
    ['with a line unsealed for an hour', { unsealedSince: ago(60) }, 'watch health.seal-late'],
    ['with a line unsealed for three hours', { unsealedSince: ago(180) }, 'alarm health.seal-late'],
    ['with little room', { disk: { free: 50e9, whole: 500e9 } }, 'watch health.disk-filling'],
    ['with hardly any room', { disk: { free: 20e9, whole: 500e9 } }, 'alarm health.disk-full'],
    ['on a small disk with 900 MB', { disk: { free: 0.9e9, whole: 8e9 } }, 'alarm health.disk-full'],
    ['in which nobody works', { jobs: [{ ...job, lastDone: ago(60) }] }, 'alarm health.jobs-stand'],
    ['whose work is late', { jobs: jobsLate }, 'watch health.jobs-late'],
    ['with a job that waits', { jobs: [job, { ...job, queue: 'seal-audit', waitingSince: ago(20) }] }, 'watch health.jobs-late'],
    ['with a job that fails', { jobs: [job, { ...job, queue: 'nightly-backup', failing: true }] }, 'alarm health.jobs-failing'],
    ['in which no job ever ran', { jobs: [] }, 'watch health.jobs-never'],
    ['with an administrator without second factor', { withoutSecondFactor: 1 }, 'watch health.factors-missing'],
  ])('%s says so', (_, facts, expected) => {
    expect(codesOf(facts)).toEqual([expected])
  })

  it('whose database is elsewhere is not judged well for a backup that cannot be seen', () => {
    expect(codesOf({ ownDatabase: false, backup: null, recipients: 0 })).toEqual(['watch health.backup-elsewhere'])
  })

  it('is as well as its worst part', () => {
    expect(worst(judge({ ...well, recipients: 0 }))).toBe('watch')
    expect(worst(judge({ ...well, recipients: 0, rollbacks: [rollback] }))).toBe('alarm')
  })
})
