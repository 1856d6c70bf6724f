/** What may happen in the middle of an import: two people press at once, or the process is killed. All rows or none, and nothing twice. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asOwner, carryOut, isRefused, takeFile } from '../src/kernel/index.ts'
import { fileOfGroups, writtenBy } from './support/groupsFile.ts'
import { openTestHouse, type TestHouse } from './support/testHouse.ts'

let test: TestHouse
beforeAll(async () => {
  test = await openTestHouse()
})
afterAll(() => test?.close())

const target = { operation: 'Faults' }

async function taken(name: string, bytes: Uint8Array): Promise<string> {
  const took = await takeFile(test.house, test.actor('bento'), 'displacement', { name, bytes }, { target })
  if (isRefused(took)) throw new Error(JSON.stringify(took.refused))
  return took.import.id
}

describe('two presses on one import', () => {
  it('write once; the second is told that it is done', async () => {
    const id = await taken('twice.csv', await fileOfGroups(test, 1, 300))
    const answers = await Promise.all([1, 2, 3].map(() => test.ask('bento', { method: 'POST', url: `/api/imports/${id}/confirm`, payload: {} })))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422, 422])
    expect(answers.filter(({ text }) => text.includes('import.not-open')).length).toBe(2)
    const rows = (await writtenBy(test, id))!
    expect(rows).toMatchObject({ state: 'imported', assessments: 300 })
    const doubled = await asOwner(test.house.doors).rows(sql`select key from displacement.assessment group by key having count(*) > 1`)
    expect(doubled).toEqual([])
  })
})

describe('a process killed in the middle of an import', () => {
  const program = fileURLToPath(new URL('./support/importAndWait.ts', import.meta.url))

  it('leaves nothing of it, and the same import goes through afterwards', async () => {
    const id = await taken('killed.csv', await fileOfGroups(test, 2, 5000))
    const { dataFolder, doors } = test.house
    const child = spawn(process.execPath, ['--import', 'tsx', program, dataFolder, id, doors.ownerUrl, test.people.bento.id], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let said = ''
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk
      // The first portion is written, the rest is not: now.
      if (/ of \d/.test(said)) child.kill('SIGKILL')
    })
    const [, signal] = (await once(child, 'exit')) as [number | null, string | null]
    expect([signal, said.split('\n')[0]]).toEqual(['SIGKILL', expect.stringMatching(/^\d+ of \d+$/)])
    const [at, of] = said.split('\n')[0]!.split(' of ').map(Number) as [number, number]
    expect(at).toBeLessThan(of)
    // The server notices the broken connection and rolls back; until then the lock is held.
    expect(await writtenBy(test, id)).toMatchObject({ state: 'read', assessments: 0, cells: 0, rounds: 0, lines: 0, places: 0 })
    const again = await carryOut(test.house, test.actor('bento'), id)
    if (isRefused(again)) throw new Error(JSON.stringify(again.refused))
    expect(await writtenBy(test, id)).toMatchObject({ state: 'imported', assessments: of })
  })
})
