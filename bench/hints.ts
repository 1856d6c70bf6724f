/**
 * The hint "may already be registered" as the field app gives it: time against a list of 100,000 people, and how many true doubles are among the first three.
 * Run: npx tsx bench/hints.ts [rows]; with `learn` it prints the chances that src/engines/registered/learned.ts holds.
 */
import { existsSync, readFileSync } from 'node:fs'
import { prepare, train } from '../src/engines/linkage/index.ts'
import { type ListedPerson, likePeople, listOfPeople } from '../src/engines/registered/index.ts'
import { registeredPlan } from '../src/engines/registered/plan.ts'
import { machineLoad, ms, percentile, say } from './support/measure.ts'
import { type People, peopleFrom } from './support/persons.ts'

/** A cheap phone has a sixth of this machine's speed, as in bench/field.ts. */
const slower = 6
const parts = new URL('../../shared/data/refs/mozambican-name-parts.csv', import.meta.url)

function peopleOf({ table: { size, columns } }: People): ListedPerson[] {
  return Array.from({ length: size }, (_, row) => ({
    given: columns.given![row]!,
    surname: columns.family![row]!,
    sex: columns.sex![row]!.toLowerCase(),
    // The list on a phone holds the year alone.
    birth: columns.birth![row]?.slice(0, 4) ?? null,
  }))
}

function learn(people: ListedPerson[]): void {
  const columns = Object.fromEntries((['given', 'surname', 'sex', 'birth'] as const).map((name) => [name, people.map((person) => person[name])]))
  const model = train(prepare(registeredPlan, { size: people.length, columns }), { seed: 1 })
  const short = (chances: number[]) => chances.map((chance) => Number(chance.toPrecision(3)))
  say(JSON.stringify(model.comparisons.map(({ name, levels, m, u, typical }) => ({ name, levels, m: short(m), u: short(u), typical: short(typical) }))))
}

function measure(people: ListedPerson[], { person }: People): void {
  const began = performance.now()
  const list = listOfPeople(people)
  const built = performance.now() - began
  const seen = new Map<number, number>()
  for (const who of person) seen.set(who, (seen.get(who) ?? 0) + 1)
  const asked = Array.from(person.keys()).filter((row) => seen.get(person[row]!)! > 1)
  const times: number[] = []
  let [hits, hinted, shown] = [0, 0, 0]
  for (const row of asked.slice(0, 5000)) {
    const start = performance.now()
    const found = likePeople(list, people[row]!, 4)
    times.push(performance.now() - start)
    const others = found.filter((one) => one.row !== row).slice(0, 3)
    if (others.some((one) => person[one.row] === person[row])) hits++
  }
  for (const row of Array.from(person.keys())
    .filter((one) => seen.get(person[one]!) === 1)
    .slice(0, 5000)) {
    const others = likePeople(list, people[row]!, 4).filter((one) => one.row !== row)
    hinted++
    if (others.length > 0) shown++
  }
  const slowest = percentile(times.slice(200), 0.99) * slower
  say(`list of ${people.length} made ready in ${ms(built / 1000)}, on a phone about ${ms((built * slower) / 1000)}; ${machineLoad()}`)
  say(`hint: median ${ms(percentile(times, 0.5) / 1000)}, p99 ${ms(slowest / slower / 1000)}; on a processor ${slower} times slower ${ms(slowest / 1000)}`)
  say(`  bar: p99 on a phone, at most 50 ms: ${slowest <= 50 ? 'met' : 'missed'}`)
  say(
    `  true double among the first three: ${((100 * hits) / Math.min(5000, asked.length)).toFixed(1)} %; people without a double for whom somebody is shown: ${((100 * shown) / hinted).toFixed(1)} %`,
  )
  if (slowest > 50) process.exitCode = 1
}

if (existsSync(parts)) {
  const isLearning = process.argv.includes('learn')
  const rows = Number(process.argv.find((word) => /^\d+$/.test(word)) ?? (isLearning ? 300_000 : 100_000))
  const people = peopleFrom(readFileSync(parts, 'utf8'), { rows, again: 0.12, seed: isLearning ? 11 : 7 })
  if (isLearning) learn(peopleOf(people))
  else measure(peopleOf(people), people)
} else say('skipped: no shared/data/refs/mozambican-name-parts.csv beside the repository')
