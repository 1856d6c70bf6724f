/**
 * 2,000 households served by three tablets without network, then merged: every fact once, one receipt each, a second sending that changes nothing. The promise is a
 * minute. Signing at the tablets is not counted; checking, moving goods, signing receipts and both sendings are; the database keeps every commit (fsync on). Run: node bin/run.mjs bench/handovers.ts
 */

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { openCluster } from '../src/kernel/db/cluster.ts'
import { asOwner } from '../src/kernel/index.ts'
import {
  frozen,
  giveGoods,
  householdsUpTo,
  joinedPhone,
  layGoods,
  layProject,
  numberOf,
  opened,
  type Tablet,
  takeTablet,
} from '../test/support/distributionDay.ts'
import { openTestHouse } from '../test/support/testHouse.ts'
import { bar, machineLoad, peakMemory, say, timed } from './support/measure.ts'

const count = 2000
const atOnce = 100

const folder = await mkdtemp(join(tmpdir(), 'capulana-bench-'))
const cluster = await openCluster(folder, { durability: 'full' })
if ('code' in cluster) throw new Error(cluster.code)
process.env.CAPULANA_TEST_CLUSTER = JSON.stringify({ url: cluster.url('postgres'), owner: cluster.owner, port: cluster.port })
const test = await openTestHouse({ country: 'mozambique', durability: 'full' })
await layGoods(test)
const distribution = await frozen(test, count)
const project = await layProject(test)
const tablets: Tablet[] = []
for (const label of ['A', 'B', 'C']) {
  const phone = await joinedPhone(test, project, label)
  await giveGoods(test, distribution.id, phone.id, 1600)
  tablets.push(takeTablet(test, phone, distribution))
}
await opened(test, distribution.id)
householdsUpTo(count).forEach(({ household, people }, n) => {
  const tablet = tablets[n % 3]!
  tablet.write({ household, quantity: people < 5 ? 2 : 4 })
  if (people >= 5) tablet.write({ household, line: 2, item: 'TARPAULIN', quantity: 1 })
})
tablets[1]!.write({ household: numberOf(1) })
const facts = tablets.reduce((sum, tablet) => sum + tablet.facts.length, 0)

async function sendAll(): Promise<number> {
  const receipts = new Set<string>()
  await Promise.all(
    tablets.map(async (tablet) => {
      for (let at = 0; at < tablet.facts.length; at += atOnce)
        for (const { receipt } of (await tablet.send(tablet.facts.slice(at, at + atOnce))).body.answers) if (receipt) receipts.add(receipt.text)
    }),
  )
  return receipts.size
}
const kept = () =>
  asOwner(test.house.doors).one<{ facts: number; moves: number }>(sql`
  select (select count(*)::int from relief.handover) as facts, (select count(*)::int from ledger.move) as moves`)

const first = await timed(sendAll)
const after = await kept()
const second = await timed(sendAll)
const isUnchanged = JSON.stringify(await kept()) === JSON.stringify(after)
say(`${count} households, three tablets, ${facts} facts; ${machineLoad()}, ${peakMemory()}`)
say(
  `  merged in ${first.seconds.toFixed(1)} s with ${first.answer} receipts; sent again in ${second.seconds.toFixed(1)} s with ${second.answer}; unchanged: ${isUnchanged}`,
)
bar('merging', first.seconds, 60, ' s')
if (first.answer !== facts || second.answer !== facts || !isUnchanged || after!.facts !== facts) process.exitCode = 1
await test.close()
await cluster.stop()
await rm(folder, { recursive: true, force: true })
