/**
 * How long it takes to turn a frozen round of 100,000 cells into its public set and its files, stage by stage, against one plain sum per district of the same
 * cells in the same database; and the same for the last round of the demonstration mission. Run: npx tsx bench/publish.ts [rows]
 */
import { sql } from 'kysely'
import { treeOf } from '../src/domains/displacement/areas.ts'
import { assemble } from '../src/domains/displacement/assemble.ts'
import { disclose } from '../src/domains/displacement/disclose.ts'
import { roundJson } from '../src/domains/displacement/exports/roundFiles.ts'
import { hashOfRound } from '../src/domains/displacement/freeze.ts'
import { loadDemonstration } from '../src/domains/displacement/index.ts'
import { lintNarrative, readyToPublish } from '../src/domains/displacement/publishRound.ts'
import type { RoundRow } from '../src/domains/displacement/round.ts'
import { filesOfRound } from '../src/domains/displacement/roundProductFiles.ts'
import { type Actor, asOwner, carryOut, type House, previewImport, read, takeFile } from '../src/kernel/index.ts'
import { areasOfLevel } from '../src/registry/places/index.ts'
import { bigRound, columns, target } from './support/bigRound.ts'
import { openFreshHouse, unrefused } from './support/freshHouse.ts'
import { machineLoad, median, ms, peakMemory, say, timed } from './support/measure.ts'

async function bringIn(house: House, officer: Actor, rows: number): Promise<string> {
  const file = { name: 'round.csv', bytes: bigRound(house, rows) }
  const taken = unrefused(await takeFile(house, officer, 'displacement', file, { target, columns }))
  unrefused(await previewImport(house, officer, taken.import.id))
  const done = unrefused(await carryOut(house, officer, taken.import.id))
  return (done.summary.rounds as { id: string }[])[0]!.id
}

/** The same stages as the step `publish` runs, each with its own clock. */
async function measure(house: House, actor: Actor, id: string, title: string): Promise<void> {
  await read(house.doors, actor, async (db) => {
    const round = (await db.one<RoundRow>(sql`select * from displacement.round where id = ${id}`))!
    const operation = (await db.one<{ countryIso3: string; countryPcode: string; countryName: { pt: string } }>(
      sql`select country_iso3, country_pcode, country_name from displacement.operation where id = ${round.operation}`,
    ))!
    const cells = (await db.one<{ n: number }>(sql`select count(*) as n from displacement.presence_cell where round = ${id}`))!.n
    const plainSums: number[] = []
    for (let run = 0; run < 5; run++) {
      const summed = await timed(() =>
        db.rows(sql`
        select left(p.pcode, 6), sum(c.households), sum(c.individuals), sum(c.females), sum(c.males)
        from displacement.presence_cell c join places.place p on p.id = c.place where c.round = ${id} group by 1`),
      )
      plainSums.push(summed.seconds)
    }
    const frozen = await timed(() => hashOfRound(db, id))
    const tree = await timed(() => treeOf(db, operation))
    const assembled = await timed(() => assemble(db, id, tree.answer))
    const ids = new Map([...tree.answer.byPcode.values()].map((node) => [node.id, node.pcode]))
    const parents = Object.fromEntries(
      [...tree.answer.byPcode.values()].map(({ pcode, level, parent }) => [
        pcode,
        level === 0 ? null : ((parent && ids.get(parent)) ?? tree.answer.country.pcode),
      ]),
    )
    const safe = await timed(() => disclose(assembled.answer, parents, house.pack.thresholds.disclosureMinimum))
    unrefused(safe.answer)
    const built = await timed(() => readyToPublish(house, db, round, 'preview'))
    const set = unrefused(built.answer).publicRound
    // A round that nobody has endorsed yet has no date of endorsement to print.
    const publicRound = { ...set, endorsement: { ...set.endorsement, date: set.endorsement.date || set.round.reportingDate } }
    const linted = await timed(() => lintNarrative(publicRound))
    const outlines = await areasOfLevel(db, operation.countryIso3, 2)
    const files = await timed(() => filesOfRound(publicRound, roundJson(publicRound).hash, outlines))
    const made = unrefused(files.answer)
    // The step takes the fingerprint once and builds the set once, for its guard and for itself.
    const whole = frozen.seconds + built.seconds + linted.seconds + files.seconds
    say(`${title}: ${cells} cells, ${publicRound.areas.length} areas and ${publicRound.cells.length} facts published`)
    say(`  fingerprint of the frozen set  ${ms(frozen.seconds)}`)
    say(`  tree of places                 ${ms(tree.seconds)}`)
    say(`  assemble sums                  ${ms(assembled.seconds)}`)
    say(`  disclosure control and audit   ${ms(safe.seconds)}`)
    say(`  public set, all of the above but the fingerprint, and change and trend ${ms(built.seconds)}`)
    say(`  text held against the figures  ${ms(linted.seconds)}`)
    say(
      `  files (${made.map(({ format }) => format).join(', ')}) ${ms(files.seconds)}, ${Math.round(made.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1024)} kB`,
    )
    say(
      `  whole publication ${ms(whole)}; one plain sum per district in SQL ${ms(median(plainSums))}: public set at ${(built.seconds / median(plainSums)).toFixed(1)} times the sum`,
    )
    say(`  ${peakMemory()}; ${machineLoad()}`)
  })
}

const demonstrated = await openFreshHouse()
unrefused(await loadDemonstration(demonstrated.house, () => {}))
const last = await asOwner(demonstrated.house.doors).one<{ id: string }>(sql`select id from displacement.round order by number desc limit 1`)
await measure(demonstrated.house, await demonstrated.person('celia', ['chief']), last!.id, 'demonstration mission, last round')
await demonstrated.close()

const fresh = await openFreshHouse()
const officer = await fresh.person('bento', ['dataOfficer'])
const id = await bringIn(fresh.house, officer, Number(process.argv[2] ?? 100_000))
await measure(fresh.house, officer, id, 'generated round')
await fresh.close()
