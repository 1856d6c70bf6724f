/** Capture under faults: the server killed in the middle of ingest, the line cut at any byte, a slow line, hostile documents. Each row by its number in the fault matrix. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { everyDomain } from '../src/domains.ts'
import { parseReceipt, receiptHolds } from '../src/engines/instance/index.ts'
import { temporaryDisk } from '../src/kernel/db/testing/disk.ts'
import { asOwner, isRefused, openHouse } from '../src/kernel/index.ts'
import { countOf, filled, layFieldWork } from './support/fieldWork.ts'
import { type Answered, post } from './support/openRosaClient.ts'
import { openTestHouse, type TestHouse } from './support/testHouse.ts'

const receiptIn = (answer: Answered) =>
  JSON.parse(Buffer.from(String(answer.headers['x-capulana-receipt']), 'base64url').toString()) as { text: string; keyId: string; signature: string }

describe('1: the server killed in the middle of ingest', () => {
  let folder: string
  let child: ChildProcess
  beforeAll(async () => {
    folder = await mkdtemp(join(temporaryDisk(), 'capulana-kill-'))
  })
  afterAll(async () => {
    child?.removeAllListeners('exit')
    child?.kill('SIGKILL')
    await pause(1000)
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  })

  const begin = (path?: string): Promise<{ address: string; path: string }> =>
    new Promise((resolve, reject) => {
      const program = fileURLToPath(new URL('./support/holdServer.ts', import.meta.url))
      child = spawn(process.execPath, ['--import', 'tsx', program, join(folder, 'data'), ...(path ? [path] : [])], { stdio: ['ignore', 'pipe', 'inherit'] })
      child.stdout!.once('data', (line: Buffer) => resolve(JSON.parse(line.toString())))
      child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
    })

  it('leaves each form whole with its receipt, or absent; sent again, all are there once', async () => {
    let { address, path } = await begin()
    const forms: ReturnType<typeof filled>[] = []
    const receipts = new Map<string, string>()
    for (const after of [300, 900]) {
      let going = true
      const stream = async () => {
        while (going) {
          const form = filled()
          forms.push(form)
          const answer = await post(address, `${path}/submission`, { xml: form.xml }).catch(() => null)
          if (answer?.status === 201) receipts.set(form.instanceId, receiptIn(answer).text)
        }
      }
      const streams = Array.from({ length: 8 }, stream)
      while (receipts.size < after / 10) await pause(20)
      await pause(after * Math.random())
      child.removeAllListeners('exit')
      child.kill('SIGKILL')
      going = false
      await Promise.all(streams)
      ;({ address, path } = await begin(path))
    }
    expect(receipts.size).toBeGreaterThan(50)
    for (const { xml, instanceId } of forms) {
      const again = await post(address, `${path}/submission`, { xml })
      expect(again.status).toBe(201)
      const before = receipts.get(instanceId)
      if (before !== undefined) expect(receiptIn(again).text).toBe(before)
    }
    const house = await openHouse({ dataFolder: join(folder, 'data'), country: 'mozambique', domains: everyDomain, besideRunning: true })
    if (isRefused(house)) throw new Error(JSON.stringify(house.refused))
    const found = await asOwner(house.doors).one(sql`
      select count(*)::int as rows, count(distinct instance_id)::int as forms, (select count(*)::int from forms.receipt) as receipts,
        (select count(*)::int from forms.submission s where not exists (select 1 from forms.answers a where a.submission = s.id)
          or not exists (select 1 from forms.standing t where t.submission = s.id)) as halves from forms.submission`)
    expect(found).toEqual({ rows: forms.length, forms: forms.length, receipts: forms.length, halves: 0 })
    const row = await asOwner(house.doors).one<{ text: string; signature: string }>(sql`select text, signature from forms.receipt order by recorded_at limit 1`)
    expect(await receiptHolds(row!, house.keyring.receiptKey.jwk)).toBe(true)
    await house.doors.close()
  }, 600_000)
})

/** Stands between phone and server: lets so many bytes pass in each direction, then cuts; or lets them drip. */
function between(port: number, line: { up: () => number; down: () => number; bytesPerSecond?: number }): Promise<{ address: string; close(): void }> {
  const open = new Set<Socket>()
  const pass = async (from: Socket, to: Socket, most: number) => {
    let left = most
    for await (const piece of from as AsyncIterable<Buffer>) {
      if (line.bytesPerSecond) await pause((piece.length * 1000) / line.bytesPerSecond)
      to.write(piece.subarray(0, left))
      left -= piece.length
      if (left <= 0) break
    }
    from.destroy()
    to.end()
  }
  const server: Server = createServer((phone) => {
    const house = connect(port, '127.0.0.1')
    for (const socket of [phone, house]) {
      open.add(socket)
      socket.on('error', () => {})
    }
    pass(phone, house, line.up()).catch(() => house.destroy())
    pass(house, phone, line.down()).catch(() => phone.destroy())
  })
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () =>
      resolve({
        address: `http://127.0.0.1:${(server.address() as { port: number }).port}`,
        close: () => {
          for (const socket of open) socket.destroy()
          server.close()
        },
      }),
    ),
  )
}

describe('a line that is cut', () => {
  let test: TestHouse
  let path: string
  let port: number
  beforeAll(async () => {
    test = await openTestHouse()
    const work = await layFieldWork(test)
    const made = await test.ask('bento', { method: 'POST', url: '/api/forms/devices', payload: { project: work.project, label: 'Telefone', areas: ['MZ01'] } })
    path = `/key/${(made.body as { key: string }).key}/submission`
    port = Number(new URL(await test.server.listen({ port: 0, host: '127.0.0.1' })).port)
  })
  afterAll(() => test?.close())

  it('21: at any byte, on the way there or back, costs another try and nothing else: one record, one receipt', async () => {
    const { xml, instanceId } = filled({ photos: ['1.jpg'] })
    const files = [{ name: '1.jpg', content: Buffer.alloc(20_000, 7) }]
    let turn = 0
    const cutsUp = [1, 60, 400, 900, 1500, 9000, 20_500, 1e9, 1e9, 1e9, 1e9]
    const cutsDown = [1e9, 1e9, 1e9, 1e9, 1e9, 1e9, 1e9, 0, 1, 120, 400]
    const line = await between(port, { up: () => cutsUp[turn] ?? 1e9, down: () => cutsDown[turn] ?? 1e9 })
    let answer: Answered | null = null
    for (; turn < 20 && answer?.status !== 201; turn++) answer = await post(line.address, path, { xml, files }).catch(() => null)
    line.close()
    expect(answer?.status).toBe(201)
    expect(turn, 'each cut was felt').toBeGreaterThanOrEqual(cutsUp.length)
    expect(parseReceipt(receiptIn(answer!).text)).toMatchObject({ instanceId, outcome: 'complete' })
    expect(await countOf(test, 'forms.submission', `instance_id = '${instanceId}'`)).toBe(1)
    expect(await countOf(test, 'forms.receipt', `instance_id = '${instanceId}' and outcome = 'complete'`)).toBe(1)
    expect(await countOf(test, 'forms.submission_file', 'sha256 is not null')).toBe(1)
  })

  it('22: of 50 kbit/s carries a form of 8 kB within 30 seconds', async () => {
    const line = await between(port, { up: () => 1e9, down: () => 1e9, bytesPerSecond: 6250 })
    const { xml } = filled({ households: Array.from({ length: 500 }, (_, n) => n) })
    expect(xml.length).toBeGreaterThan(8000)
    const began = Date.now()
    expect((await post(line.address, path, { xml })).status).toBe(201)
    expect(Date.now() - began).toBeLessThan(30_000)
    line.close()
  })

  it('39: hostile documents are refused at once and leave nothing', async () => {
    const before = await countOf(test, 'forms.submission')
    const hostile = [
      '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;&b;">]><data id="site_visit">&c;</data>',
      '<!DOCTYPE a SYSTEM "http://127.0.0.1/x"><data id="site_visit"/>',
      '<a>'.repeat(200_000),
      `<data id="site_visit" ${Array.from({ length: 100_000 }, (_, n) => `a${n}=""`).join(' ')}/>`,
    ]
    for (const xml of hostile) expect((await post(`http://127.0.0.1:${port}`, path, { xml })).status).toBe(400)
    expect(await countOf(test, 'forms.submission')).toBe(before)
  })
})
