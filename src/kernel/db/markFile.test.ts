import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkMark, keepMark, markFileOf, readMark } from './markFile.ts'

const mark = { epoch: '0b54c1de', seq: 500, at: '2026-03-01T08:00:00.000Z' }
const rolledBack = expect.objectContaining({ code: 'db.rolled-back' })

describe('a database held against its mark', () => {
  it.each([
    ['has no mark yet', null, ['0b54c1de'], 0, null],
    ['knows as much', mark, ['0b54c1de'], 500, null],
    ['knows more', mark, ['0b54c1de'], 501, null],
    ['knows less in the same epoch, and was rolled back', mark, ['0b54c1de'], 499, rolledBack],
    ['was renewed in order since', mark, ['77aa00ff', '0b54c1de'], 10, null],
    ['has never heard of that epoch, and was rolled back', mark, ['11111111'], 900, rolledBack],
  ])('%s', (_, given, epochs, seq, expected) => {
    expect(checkMark(given, { epochs, seq })).toEqual(expected)
  })
})

describe('the mark file', () => {
  let root = ''
  let data = ''
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'capulana-mark-'))
    data = join(root, 'mission')
    await mkdir(data)
  })
  afterAll(() => rm(root, { recursive: true }))

  it('stands beside the data folder, so that bringing the folder back does not bring it back', async () => {
    expect(await readMark(data)).toBeNull()
    expect(await keepMark(data, mark)).toBeNull()
    expect(await keepMark(`${data}/`, { ...mark, seq: 501 })).toBeNull()
    expect(await readMark(data)).toEqual({ ...mark, seq: 501 })
    expect((await readdir(root)).sort()).toEqual(['mission', 'mission.mark'])
    expect(await readdir(data)).toEqual([])
  })

  it('proves nothing when it is not readable', async () => {
    await writeFile(markFileOf(data), '{"epoch": "0b54')
    expect(await readMark(data)).toBeNull()
  })
})
