/** Large imports are written by a job: one may leave, the result is that of the request, a killed process leaves nothing and the job comes again. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asOwner, carryOut, confirmAndWait, isRefused, type Jobs, startJobs, takeFile } from '../src/kernel/index.ts'
import { fileOfGroups, writtenBy } from './support/groupsFile.ts'
import { type Refusals, rowCounts, wizardOf } from './support/importing.ts'
import { openTestHouse, type TestHouse } from './support/testHouse.ts'

let test: TestHouse
let jobs: Jobs | null = null
beforeAll(async () => {
  test = await openTestHouse({ rowsInRequest: 200 })
})
afterAll(async () => {
  await jobs?.stop()
  await test?.close()
})

type Progress = { doing: string; done: number; of: number; failure: Refusals['refusals'] | null }
const ask = async <T>(method: 'GET' | 'POST', url: string, who: 'bento' | 'ana' = 'bento') =>
  (await test.ask(who, { method, url, ...(method === 'POST' ? { payload: {} } : {}) })) as unknown as { status: number; body: T; text: string }
const progressOf = async (id: string) => (await ask<Progress>('GET', `/api/imports/${id}/progress`)).body
const stateOf = async (id: string) => (await ask<{ state: string; summary: Record<string, unknown> }>('GET', `/api/imports/${id}`)).body
const handIn = async (round: number, rows: number, operation: string | null) => {
  const file = { name: `ronda-${round}.csv`, bytes: await fileOfGroups(test, round, rows) }
  return (await wizardOf(test).handIn(file, operation ? { operation } : {})).body.import.id
}
const ended = async (id: string) => {
  for (;;) {
    const { state } = await stateOf(id)
    if (state !== 'importing') return state
    await new Promise((next) => setTimeout(next, 200))
  }
}

describe('an import above the size of a request', () => {
  it('is confirmed at once, waits with nothing written, and cannot be confirmed twice', async () => {
    const id = await handIn(1, 4000, 'Jobs')
    const before = await rowCounts(test)
    expect((await ask<{ state: string }>('POST', `/api/imports/${id}/confirm`)).body.state).toBe('importing')
    expect(await progressOf(id)).toEqual({ doing: 'waiting', done: 0, of: 4000, failure: null })
    expect(await rowCounts(test)).toEqual(before)
    expect((await ask('POST', `/api/imports/${id}/confirm`)).text).toContain('import.not-open')
    expect((await ask('POST', `/api/imports/${id}/choices`)).text).toContain('import.not-open')
  })

  it('leaves nothing when the process that writes is killed, and is written once by the next', async () => {
    const waiting = (await asOwner(test.house.doors).one<{ id: string }>(sql`select id from kernel.import where state = 'importing'`))!.id
    const program = fileURLToPath(new URL('./support/jobsAndWait.ts', import.meta.url))
    const child = spawn(process.execPath, ['--import', 'tsx', program, test.house.dataFolder, test.house.doors.ownerUrl], { stdio: 'inherit' })
    const exit = once(child, 'exit')
    while ((await progressOf(waiting)).done === 0) await new Promise((next) => setTimeout(next, 20))
    child.kill('SIGKILL')
    expect((await exit)[1]).toBe('SIGKILL')
    const told = await progressOf(waiting)
    expect(told.doing).toBe('writing')
    expect(told.done).toBeLessThan(4000)
    expect(await writtenBy(test, waiting)).toMatchObject({ state: 'importing', assessments: 0, cells: 0, rounds: 0 })

    jobs = await startJobs(test.house)
    expect(await ended(waiting)).toBe('imported')
    expect(await writtenBy(test, waiting)).toMatchObject({ assessments: 4000 })
    const { attempts } = (await asOwner(test.house.doors).one<{ attempts: number }>(sql`select attempts from kernel.import_job where import = ${waiting}`))!
    expect(attempts).toBe(2)
    const lines = await asOwner(test.house.doors).rows<{ deed: string }>(sql`select deed from kernel.audit where record_id = ${waiting} order by seq`)
    expect(lines.map(({ deed }) => deed)).toEqual(['import.take', 'import.queue', 'import.carry-out'])
  })

  it('gives the same as inside the request', async () => {
    const byJob = await handIn(2, 300, 'Same by job')
    await ask('POST', `/api/imports/${byJob}/confirm`)
    expect(await ended(byJob)).toBe('imported')
    const inRequest = await handIn(2, 300, 'Same in request')
    const done = await carryOut(test.house, test.actor('bento'), inRequest)
    if (isRefused(done)) throw new Error(JSON.stringify(done.refused))
    expect(await writtenBy(test, byJob)).toEqual(await writtenBy(test, inRequest))
    expect((await stateOf(byJob)).summary).toMatchObject({ imported: done.summary.imported, newPlaces: done.summary.newPlaces })
  })

  it('says in a sentence why nothing was written, and opens again', async () => {
    const id = await handIn(3, 300, null)
    const before = await rowCounts(test)
    await ask('POST', `/api/imports/${id}/confirm`)
    expect(await ended(id)).toBe('failed')
    const { failure } = await progressOf(id)
    expect(failure).toMatchObject([
      { code: 'import.operation-missing', sentence: { pt: expect.stringContaining('operação'), en: expect.stringContaining('operation') } },
    ])
    expect(await rowCounts(test)).toEqual(before)
    expect((await ask('POST', `/api/imports/${id}/reopen`, 'ana')).status).toBe(403)
    expect((await ask<{ state: string }>('POST', `/api/imports/${id}/reopen`)).body.state).toBe('read')
    expect((await ask('POST', `/api/imports/${id}/reopen`)).text).toContain('import.not-failed')
    await wizardOf(test).choose(id, { target: { operation: 'Named now' } })
    await ask('POST', `/api/imports/${id}/confirm`)
    expect(await ended(id)).toBe('imported')
  })

  it('is not written for somebody who has lost the right meanwhile', async () => {
    await jobs!.stop()
    jobs = null
    const id = await handIn(4, 300, 'Lost right')
    await asOwner(test.house.doors).run(sql`update kernel.person set roles = '{partner}' where id = ${test.people.carla.id}`)
    await asOwner(test.house.doors).run(sql`update kernel.import set state = 'importing' where id = ${id}`)
    await asOwner(test.house.doors).run(sql`
      insert into kernel.import_job (import, by_person, by_name, roles, areas) values (${id}, ${test.people.carla.id}, 'carla', '{dataOfficer}', '{*}')`)
    jobs = await startJobs(test.house)
    expect(await ended(id)).toBe('failed')
    expect((await progressOf(id)).failure).toMatchObject([{ code: 'import.person-without-right', facts: { name: 'carla' } }])
    expect(await writtenBy(test, id)).toMatchObject({ assessments: 0, cells: 0 })
  })

  it('gives up with a sentence when it was interrupted again and again', async () => {
    await jobs!.stop()
    jobs = null
    const id = await handIn(5, 300, 'Interrupted')
    await ask('POST', `/api/imports/${id}/confirm`)
    await asOwner(test.house.doors).run(sql`update kernel.import_job set attempts = 3 where import = ${id}`)
    jobs = await startJobs(test.house)
    expect(await ended(id)).toBe('failed')
    expect((await progressOf(id)).failure).toMatchObject([{ code: 'import.interrupted', facts: { attempts: 3 } }])
  })
})

describe('the command', () => {
  it('writes a large import itself where no program runs, and waits for one that does', async () => {
    const operator = { userId: null, name: 'operator', roles: ['dataOfficer' as const], areas: ['*'], credential: 'system' as const }
    for (const running of [true, false]) {
      if (!running) {
        await jobs!.stop()
        jobs = null
      }
      const file = { name: 'comando.csv', bytes: await fileOfGroups(test, running ? 6 : 7, 300) }
      const took = await takeFile(test.house, operator, 'displacement', file, { target: { operation: 'Command' } })
      if (isRefused(took)) throw new Error(JSON.stringify(took.refused))
      expect(await confirmAndWait(test.house, operator, took.import.id)).toMatchObject({ state: 'imported', summary: { imported: 300 } })
    }
  })
})
