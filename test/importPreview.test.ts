/** Large files are read and understood by a job: no transaction stays open meanwhile, one may leave and come back, and the preview is that of a small file. */
import { Worker } from 'node:worker_threads'
import { sql } from 'kysely'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { asOwner, type Importer, type Jobs, startJobs } from '../src/kernel/index.ts'
import { fileOfGroups, writtenBy } from './support/groupsFile.ts'
import { fromText, type Preview, type Refusals, wizardOf } from './support/importing.ts'
import { openTestHouse, type TestHouse } from './support/testHouse.ts'

let test: TestHouse
let jobs: Jobs | null = null
beforeAll(async () => {
  test = await openTestHouse({ bytesInRequest: 2_000 })
  return () => test.close()
})
afterEach(async () => {
  await jobs?.stop()
  jobs = null
})

type Shown = { preview: Preview | null; preparing: { doing: string; done: number; of: number } | null } & Partial<Refusals>
const look = async (id: string) => (await wizardOf(test).look(id)) as unknown as { status: number; body: Shown; text: string }
const seen = async (id: string): Promise<Preview> => {
  for (;;) {
    const { body, status, text } = await look(id)
    if (status !== 200) throw new Error(text)
    if (body.preview) return body.preview
    await new Promise((next) => setTimeout(next, 100))
  }
}
const handIn = async (round: number, rows: number, operation = 'Previews') => {
  const file = { name: `ronda-${round}.csv`, bytes: await fileOfGroups(test, round, rows) }
  return (await wizardOf(test).handIn(file, { operation })).body.import.id
}
const attemptsOf = async (id: string) =>
  (await asOwner(test.house.doors).one<{ attempts: number }>(sql`select attempts from kernel.import_preview where import = ${id}`))?.attempts

describe('the preview of a large file', () => {
  it('waits for a job, is found again by whoever comes back, and is then that of a small file', async () => {
    const id = await handIn(1, 300)
    expect((await look(id)).body).toMatchObject({ preview: null, preparing: { doing: 'waiting', done: 0 } })
    jobs = await startJobs(test.house)
    const preview = await seen(id)
    expect(await seen(id)).toEqual(preview)
    expect(await attemptsOf(id)).toBe(1)
    test.house.settings.bytesInRequest = 10_000_000
    expect(await seen(id)).toEqual(preview)
    test.house.settings.bytesInRequest = 2_000
    expect(preview).toMatchObject({ rows: 300, inScope: 300, details: { new: 300 } })
  })

  it('is made anew after an answer, and after another import has written the same rows', async () => {
    jobs = await startJobs(test.house)
    const [first, second] = [await handIn(2, 300), await handIn(2, 300)]
    expect(await seen(second)).toMatchObject({ details: { new: 300, rounds: [{ operation: 'Previews' }] } })
    const people = (await seen(second)).details.rounds[0]!.individuals as number
    await wizardOf(test).choose(second, { columns: { individuals: 'households' } })
    expect((await seen(second)).details.rounds).toMatchObject([{ individuals: people / 5 }])
    await wizardOf(test).choose(second, { columns: { individuals: 'individuals' } })
    await seen(first)
    await wizardOf(test).confirm(first)
    while ((await writtenBy(test, first))!.state === 'importing') await new Promise((next) => setTimeout(next, 100))
    expect(await seen(second)).toMatchObject({ details: { new: 0, known: 300 } })
  })

  it('tells that it is not there yet to whoever asks for the refused rows', async () => {
    const id = await handIn(3, 300)
    const asked = await test.ask('bento', { url: `/api/imports/${id}/give-back?lang=pt` })
    expect(asked.text).toContain('import.preview-not-ready')
  })

  it('refuses in a sentence what cannot be read, also by the job', async () => {
    jobs = await startJobs(test.house)
    const wide = fromText('aberto.csv', `pcode,round,households,individuals\n${'MZ010901,1,3,15\n'.repeat(200)}"never closed,1,2,3\n`)
    const { body } = await wizardOf(test).handIn(wide, { operation: 'Previews' })
    for (;;) {
      const { body: shown, status } = await look(body.import.id)
      if (status !== 200) {
        expect(shown.refusals).toMatchObject([{ code: 'import.unclosed-quote', sentence: { pt: expect.any(String), en: expect.any(String) } }])
        break
      }
      expect(shown.preview).toBeNull()
      await new Promise((next) => setTimeout(next, 100))
    }
  })

  it('gives up after three interruptions, says what to do, and is read again when asked', async () => {
    const id = await handIn(4, 300)
    await look(id)
    await asOwner(test.house.doors).run(sql`update kernel.import_preview set attempts = 3, doing = 'reading' where import = ${id}`)
    jobs = await startJobs(test.house)
    while ((await look(id)).status === 200) await new Promise((next) => setTimeout(next, 100))
    expect((await look(id)).body.refusals).toMatchObject([{ code: 'import.preview-interrupted', facts: { attempts: 3 } }])
    expect((await test.ask('elsa', { method: 'POST', url: `/api/imports/${id}/preview`, payload: {} })).status).toBe(403)
    await test.ask('bento', { method: 'POST', url: `/api/imports/${id}/preview`, payload: {} })
    expect(await seen(id)).toMatchObject({ rows: 300 })
  })

  it('is not made for somebody who has lost the right meanwhile; the next officer asks in his own name', async () => {
    const id = await handIn(5, 300)
    await wizardOf(test, 'carla').look(id)
    await asOwner(test.house.doors).run(sql`update kernel.person set roles = '{partner}' where id = ${test.people.carla.id}`)
    jobs = await startJobs(test.house)
    while ((await attemptsOf(id)) !== undefined) await new Promise((next) => setTimeout(next, 100))
    expect(await seen(id)).toMatchObject({ rows: 300 })
  })
})

/**
 * Asked from another thread, because the one that understands a file does nothing else meanwhile. The queue's own sessions are left out: it looks for work
 * while a file is understood.
 */
function openTransactions(url: string): number {
  const told = new Int32Array(new SharedArrayBuffer(4)).fill(-1)
  const program = `
    const { workerData: { url, told } } = require('node:worker_threads')
    const client = new (require('pg').Client)(url)
    client.connect()
      .then(() => client.query("select count(*)::int as n from pg_stat_activity where datname = current_database() and state like 'idle in transaction%' and application_name <> 'capulana-jobs'"))
      .then(({ rows }) => { Atomics.store(told, 0, rows[0].n); Atomics.notify(told, 0); return client.end() })`
  new Worker(program, { eval: true, workerData: { url, told } })
  if (Atomics.wait(told, 0, -1, 60_000) === 'timed-out') throw new Error('the other thread said nothing')
  return told[0]!
}

it('understands a file while no transaction is open, in the request and in a job', async () => {
  const displacement = test.house.domains.flatMap(({ importers }) => importers ?? []).find(({ kind }) => kind === 'displacement')! as Importer<unknown, unknown>
  const { interpret } = displacement
  const open: number[] = []
  let bothRead = () => {}
  // Nobody asks meanwhile: a question caught in the middle would be the open transaction that is counted.
  const reading = new Promise<void>((done) => {
    bothRead = done
  })
  displacement.interpret = (...given) => {
    if (open.length === 1) bothRead()
    open.push(openTransactions(test.house.doors.ownerUrl))
    return interpret(...given)
  }
  try {
    const { body } = await wizardOf(test).handIn(fromText('curto.csv', 'pcode,round,households,individuals\nMZ010901,9,3,15\n'), { operation: 'Previews' })
    expect((await look(body.import.id)).body.preview).toMatchObject({ rows: 1 })
    const id = await handIn(6, 300)
    await look(id)
    jobs = await startJobs(test.house)
    await reading
    await seen(id)
  } finally {
    displacement.interpret = interpret
  }
  expect(open).toEqual([0, 0])
})
