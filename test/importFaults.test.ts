/** What may happen in the middle of an import: two people press at once, or the process is killed. All rows or none, and nothing twice. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asOwner, carryOut, isRefused, takeFile } from '../src/kernel/index.ts'
import { openTestHouse, type TestHouse } from './support/testHouse.ts'

let test: TestHouse
beforeAll(async () => {
  test = await openTestHouse()
})
afterAll(() => test?.close())

const header = 'adm3_pcode,round,reporting_date,households,individuals,reason,origin,status'
const target = { operation: 'Faults' }

/** One round with several groups of people in each posto: rows of one place differ by where people came from. */
async function fileOf(round: number, rows: number): Promise<Uint8Array> {
  const postos = await asOwner(test.house.doors).rows<{ pcode: string }>(
    sql`select pcode from places.place where kind = 'posto' and valid_to is null order by pcode`,
  )
  const origins = ['MZ01', 'MZ02', 'MZ03', 'MZ04', 'MZ05', 'MZ06', 'MZ07', 'MZ08', 'MZ09', 'MZ10', 'MZ11', '']
  const lines = Array.from({ length: rows }, (_, n) => {
    const { pcode } = postos[n % postos.length]!
    return `${pcode},${round},2021-06-30,${(n % 7) + 1},${((n % 7) + 1) * 5},Conflict,${origins[Math.floor(n / postos.length) % origins.length]},assessed`
  })
  return Buffer.from(`${[header, ...lines].join('\n')}\n`)
}

async function taken(name: string, bytes: Uint8Array): Promise<string> {
  const took = await takeFile(test.house, test.actor('bento'), 'displacement', { name, bytes }, { target })
  if (isRefused(took)) throw new Error(JSON.stringify(took.refused))
  return took.import.id
}

const written = (id: string) =>
  asOwner(test.house.doors).one<{ assessments: number; cells: number; rounds: number; places: number; state: string; lines: number }>(sql`
    select (select count(*) from displacement.assessment where import_id = ${id}) as assessments, (select count(*) from displacement.presence_cell where import_id = ${id}) as cells,
      (select count(*) from displacement.round where import_id = ${id}) as rounds, (select count(*) from displacement.master_list_line where import_id = ${id}) as lines,
      (select count(*) from places.place where import_id = ${id}) as places, (select state from kernel.import where id = ${id}) as state`)

describe('two presses on one import', () => {
  it('write once; the second is told that it is done', async () => {
    const id = await taken('twice.csv', await fileOf(1, 300))
    const answers = await Promise.all([1, 2, 3].map(() => test.ask('bento', { method: 'POST', url: `/api/imports/${id}/confirm`, payload: {} })))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422, 422])
    expect(answers.filter(({ text }) => text.includes('import.not-open')).length).toBe(2)
    const rows = (await written(id))!
    expect(rows).toMatchObject({ state: 'imported', assessments: 300 })
    const doubled = await asOwner(test.house.doors).rows(sql`select key from displacement.assessment group by key having count(*) > 1`)
    expect(doubled).toEqual([])
  })
})

describe('a process killed in the middle of an import', () => {
  const program = fileURLToPath(new URL('./support/importAndWait.ts', import.meta.url))

  it('leaves nothing of it, and the same import goes through afterwards', async () => {
    const id = await taken('killed.csv', await fileOf(2, 5000))
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
    expect(await written(id)).toMatchObject({ state: 'read', assessments: 0, cells: 0, rounds: 0, lines: 0, places: 0 })
    const again = await carryOut(test.house, test.actor('bento'), id)
    if (isRefused(again)) throw new Error(JSON.stringify(again.refused))
    expect(await written(id)).toMatchObject({ state: 'imported', assessments: of })
  })
})
