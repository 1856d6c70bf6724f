/**
 * How many filled forms a second the house takes in, as ODK Collect sends them: multipart over HTTP with keep-alive, key in the path, fsync on, receipts and
 * typed answers included. Named peer: ODK Central's published 82/s at one connection and 194/s at sixteen on two cores. Physical limit in the same run: three
 * bare inserts in a transaction of their own on the same database. The sender is a process of its own.
 * Run: npx tsx bench/ingest.ts [--minutes 10]
 */
import { spawn } from 'node:child_process'
import { Agent, request } from 'node:http'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import pg from 'pg'
import { asOwner, type House } from '../src/kernel/index.ts'
import { serve } from '../src/serve.ts'
import { openFreshHouse } from './support/freshHouse.ts'
import { filledForm, layIngest } from './support/ingestForm.ts'
import { bar, machineLoad, ms, peakMemory, percentile, say } from './support/measure.ts'
import { countProcessor } from './support/processor.ts'

type Sent = { accepted: string[]; receipts: number; others: number; seconds: number; waits: number[] }

/** One form as Collect writes it. */
function sendOne(agent: Agent, address: string): Promise<{ status: number; receipt: boolean; instanceId: string; wait: number }> {
  const { xml, instanceId } = filledForm()
  const body = Buffer.from(
    `--b\r\nContent-Disposition: form-data; name="xml_submission_file"; filename="s.xml"\r\nContent-Type: text/xml\r\n\r\n${xml}\r\n--b--\r\n`,
  )
  const began = performance.now()
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'multipart/form-data; boundary=b', 'content-length': body.length, 'x-openrosa-version': '1.0' }
    const asked = request(`${address}/submission`, { method: 'POST', agent, headers }, (answer) => {
      answer.resume()
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          receipt: answer.headers['x-capulana-receipt'] !== undefined,
          instanceId,
          wait: (performance.now() - began) / 1000,
        }),
      )
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

/** `perSecond` 0: as fast as the answers come. */
async function sender(address: string, connections: number, seconds: number, perSecond: number): Promise<Sent> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const sent: Sent = { accepted: [], receipts: 0, others: 0, seconds: 0, waits: [] }
  const began = performance.now()
  const until = began + seconds * 1000
  let given = 0
  const one = async () => {
    while (performance.now() < until) {
      const turn = given++
      const ahead = perSecond > 0 ? began + (turn * 1000) / perSecond - performance.now() : 0
      if (ahead > 0) await new Promise((resolve) => setTimeout(resolve, ahead))
      const { status, receipt, instanceId, wait } = await sendOne(agent, address)
      sent.waits.push(wait)
      if (status === 201) sent.accepted.push(instanceId)
      else sent.others++
      if (receipt) sent.receipts++
    }
  }
  await Promise.all(Array.from({ length: connections }, one))
  agent.destroy()
  return { ...sent, seconds: (performance.now() - began) / 1000 }
}

function sendFromOutside(address: string, connections: number, seconds: number, perSecond = 0): Promise<Sent> {
  const args = ['--import', 'tsx', fileURLToPath(import.meta.url), 'send', address, String(connections), String(seconds), String(perSecond)]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  let text = ''
  child.stdout.on('data', (piece) => (text += piece))
  return new Promise((resolve, reject) =>
    child.once('close', (code) => (code === 0 ? resolve(JSON.parse(text) as Sent) : reject(new Error(`the sender ended with ${code}`)))),
  )
}

/** Three rows in one transaction, sixteen at a time: what any exactly-once ingest costs at least on this database. */
async function rawRate(house: House, seconds: number): Promise<number> {
  await asOwner(house.doors).run(sql`create table if not exists public.raw_ingest (id bigint generated always as identity primary key, kind int, body text)`)
  const until = performance.now() + seconds * 1000
  let done = 0
  const { xml } = filledForm()
  const one = async () => {
    const client = new pg.Client(house.doors.ownerUrl)
    await client.connect()
    const insert = { name: 'raw', text: 'insert into public.raw_ingest (kind, body) values ($1, $2)' }
    while (performance.now() < until) {
      await client.query('begin')
      for (const kind of [1, 2, 3]) await client.query({ ...insert, values: [kind, kind === 1 ? xml : 'x'] })
      await client.query('commit')
      done++
    }
    await client.end()
  }
  await Promise.all(Array.from({ length: 16 }, one))
  return done / seconds
}

async function oracle(house: House, accepted: readonly string[]): Promise<boolean> {
  const found = await asOwner(house.doors).one<{ submissions: number; receipts: number; known: number; twice: number }>(sql`
    select (select count(*)::int from forms.submission) as submissions, (select count(*)::int from forms.receipt where outcome = 'complete') as receipts,
      (select count(*)::int from forms.submission where instance_id = any (${accepted}::text[])) as known,
      (select count(*)::int from (select 1 from forms.submission group by form, instance_id having count(*) > 1) d) as twice`)
  const { submissions, receipts, known, twice } = found!
  const clean = known === accepted.length && submissions === accepted.length && receipts === accepted.length && twice === 0
  say(`  oracle: accepted ${accepted.length}, rows ${submissions}, receipts ${receipts}, twice ${twice}: ${clean ? 'clean' : 'missed'}`)
  if (!clean) process.exitCode = 1
  return clean
}

async function measure(minutes: number | null): Promise<void> {
  const fresh = await openFreshHouse()
  const { house } = fresh
  const { path } = await layIngest(house, await fresh.person('bento', ['dataOfficer']))
  const server = await serve(house)
  const address = (await server.listen({ port: 0, host: '127.0.0.1' })).replace('localhost', '127.0.0.1') + path
  const accepted = (await sendFromOutside(address, 4, 4)).accepted
  say(`one form is ${Buffer.byteLength(filledForm().xml)} bytes; ${machineLoad()}`)
  const runs: [number, number, number][] =
    minutes === null
      ? [
          [1, 12, 0],
          [16, 20, 0],
        ]
      : [[16, minutes * 60, 100]]
  for (const [connections, seconds, rate] of runs) {
    const used = await countProcessor(house)
    const sent = await sendFromOutside(address, connections, seconds, rate)
    const { own, database } = await used()
    accepted.push(...sent.accepted)
    const n = sent.accepted.length
    const perSecond = n / sent.seconds
    say(
      `${connections} connection${connections > 1 ? 's' : ''}: ${perSecond.toFixed(0)} submissions/s, p50 ${ms(percentile(sent.waits, 0.5))}, p99 ${ms(percentile(sent.waits, 0.99))}, not accepted ${sent.others}; ${machineLoad()}`,
    )
    say(`  CPU each: server ${((own * 1000) / n).toFixed(2)} ms, database ${((database * 1000) / n).toFixed(2)} ms`)
    if (minutes === null && connections === 16) {
      const raw = await rawRate(house, 8)
      say(`  raw rate of three inserts ${raw.toFixed(0)}/s: ratio ${(perSecond / raw).toFixed(2)}`)
      bar('seconds for 388 submissions (twice ODK Central)', 388 / perSecond, 1, ' s')
    }
    if (minutes !== null) bar('seconds for 100 submissions', 100 / perSecond, 1.01, ' s')
  }
  await oracle(house, accepted)
  say(`  ${peakMemory()}; ${machineLoad()}`)
  await server.close()
  await fresh.close()
}

const [what, ...given] = process.argv.slice(2)
if (what === 'send') process.stdout.write(JSON.stringify(await sender(given[0]!, Number(given[1]), Number(given[2]), Number(given[3]))))
else await measure(what === '--minutes' ? Number(given[0] ?? 10) : null)
