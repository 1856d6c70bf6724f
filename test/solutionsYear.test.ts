/**
 * A year of building with three phones that come home once a week, one of them away for six weeks while the office goes on: nothing that was written on a phone is lost, a
 * repetition changes nothing, and whatever did not fit any more is listed to the officer with its reason (durable solutions, done when 8). Over HTTP and PostgreSQL.
 */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readFactReceipt } from '../src/engines/handover/index.ts'
import { buildingStages, keyOfRoundFact, type RoundContents, type RoundFact, wayForward } from '../src/engines/solutions/index.ts'
import { asOwner } from '../src/kernel/index.ts'
import { itemsOf, type RoundPhone, takeRoundPhone } from './support/constructionRound.ts'
import { joinedPhone, layProject } from './support/distributionDay.ts'
import { enrol } from './support/secondFactor.ts'
import { type Name, openTestHouse, type TestHouse } from './support/testHouse.ts'

const weeks = 52
const place = 'MZ010902'
const away = { from: 20, to: 25 }

let test: TestHouse
const phones: RoundPhone[] = []
const designs: string[] = []
const receipts = new Map<string, string>()
/** Keys of the facts that cannot fit, and why; written down when the office crosses them. */
const crossed = new Map<string, string>()

let seed = 20_261_128
/** Park and Miller: the same year at each run. */
const chance = (below: number): number => {
  seed = (seed * 48_271) % 2_147_483_647
  return seed % below
}
const dayOf = (week: number) => new Date(Date.UTC(2025, 0, 6 + 7 * week)).toISOString().slice(0, 10)

const post = async (who: Name, url: string, payload: object = {}) => {
  const { status, body } = await test.ask(who, { method: 'POST', url: `/api/solutions/${url}`, payload })
  expect(status, `${url} ${JSON.stringify(body)}`).toBe(200)
  return body as { id: string }
}
type Site = { id: string; state: string; design: string; way: string; adults: Set<string>; tenured: boolean }
const sites: Site[] = []

const looked = (site: Site, week: number): RoundContents['inspect'] => {
  const stage = buildingStages.find((one) => one === site.state)!
  return {
    ...{ design: site.design, stage, seenOn: dayOf(week), fixBy: dayOf(week + 2) },
    answers: itemsOf[stage].map((code) => ({ code, answer: 'pass', note: null, photo: stage === 'finished' ? 'house.jpg' : null })),
  }
}
const land = (week: number, conflict: string): RoundContents['tenure'] => ({
  ...{ kind: 'customary', bothSpouses: 'yes', document: 'held', conflict, checkedOn: dayOf(week), words: null },
})
const agreed = (adult: string, week: number): RoundContents['consent'] => ({
  ...{ adult, informedOn: ['safety', 'land'], language: 'Emakhuwa', method: 'thumb_mark', givenOn: dayOf(week) },
})

async function newSite(n: number): Promise<Site> {
  const design = designs[n % designs.length]!
  const given = { programme: `Ano ${n % 2}`, household: `H-${n}`, chosenBy: 'Selection 1', modality: 'in_kind', number: String(n), place, design }
  const { id } = await post('tomas', 'houses', given)
  const information = { safety: dayOf(0), services: dayOf(0), land: dayOf(0) }
  const way = await post('tomas', 'pathways', { household: `H-${n}`, kind: 'return', destination: place, adults: ['A1', 'A2'], information })
  return { id, state: 'selected', design, way: way.id, adults: new Set(), tenured: false }
}

/** One visit: what the phone's owner can do at this house today, as the phone sees it. */
function visit(phone: RoundPhone, site: Site, week: number): void {
  const at = `${dayOf(week)}T09:00:00Z`
  const forward = wayForward[site.state]
  if (!site.tenured && chance(4) === 0) {
    phone.write('tenure', site.id, land(week, 'no'), at)
    site.tenured = true
  }
  const adult = ['A1', 'A2'].find((one) => !site.adults.has(one))
  if (adult && chance(5) === 0) {
    phone.write('consent', site.way, agreed(adult, week), at)
    site.adults.add(adult)
  }
  if (!forward || forward.step === 'hand_over') return
  if (buildingStages.some((stage) => stage === site.state)) phone.write('inspect', site.id, looked(site, week), at)
  phone.write('step', site.id, { design: site.design, step: forward.step, input: {} }, at)
  site.state = forward.to
}

/** Everything that has no receipt yet, and now and then everything that has one. */
async function comeHome(phone: RoundPhone): Promise<void> {
  const isOpen = (fact: RoundFact) => !receipts.has(keyOfRoundFact(fact))
  const some = chance(6) === 0 ? phone.facts.slice(-40) : phone.facts.filter(isOpen)
  const { status, answers } = await phone.send(some)
  expect(status).toBe(200)
  expect(answers.map(({ key }) => key)).toEqual(some.map(keyOfRoundFact))
  for (const { key, receipt } of answers) {
    expect(readFactReceipt(receipt!.text)).toMatchObject({ key })
    expect(receipts.get(key) ?? receipt!.text).toBe(receipt!.text)
    receipts.set(key, receipt!.text)
  }
}

beforeAll(async () => {
  test = await openTestHouse()
  for (const name of ['tomas', 'ursula', 'vasco'] as const) await enrol(test.house, test.people[name].id)
  const project = await layProject(test)
  for (const name of ['tomas', 'ursula', 'vasco'] as const)
    phones.push(takeRoundPhone(test, await joinedPhone(test, project, `Telefone ${name}`, 'http://localhost', name)))
  for (const code of ['A', 'B'])
    designs.push(
      (
        await post('tomas', 'designs', {
          ...{ code: `YEAR-${code}`, name: { pt: code, en: code }, areaM2: 20, rooms: 2, hazardFeatures: [] },
          materials: [{ item: 'pole', quantity: 1 }],
        })
      ).id,
    )
})
afterAll(() => test?.close())

it('keeps every fact of a year, each once and with one receipt, and lists what the office had crossed meanwhile', async () => {
  const [, , late] = phones as [RoundPhone, RoundPhone, RoundPhone]
  for (let week = 0; week < weeks; week++) {
    if (week % 4 === 0) sites.push(await newSite(sites.length))
    const isAway = week >= away.from && week <= away.to
    // Each phone has its own houses, so that only what the office does crosses it.
    for (const [at, phone] of phones.entries())
      for (const [n, site] of sites.entries()) if (n % 3 === at && site.state !== 'stopped' && chance(3) > 0) visit(phone, site, week)
    if (week === away.from) await crossWhileAway(late, week)
    for (const phone of phones) if (phone !== late || !isAway) await comeHome(phone)
  }
  for (const phone of phones) {
    // The whole year again: nothing changes.
    for (let at = 0; at < phone.facts.length; at += 200) await phone.send(phone.facts.slice(at, at + 200))
  }
  const written = phones.flatMap(({ facts }) => facts)
  const kept = await asOwner(test.house.doors).rows<{ device: string; sequence: number; content: string; state: string; code: string | null }>(sql`
    select device, sequence, content, state, reasons->0->>'code' as code from solutions.round_fact order by device, sequence`)
  const byKey = new Map(kept.map((row) => [keyOfRoundFact(row), row]))
  expect(kept).toHaveLength(written.length)
  expect(new Set(receipts.values()).size).toBe(written.length)
  expect(written.filter((fact) => byKey.get(keyOfRoundFact(fact))?.content !== fact.content)).toEqual([])
  for (const [key, code] of crossed) expect(byKey.get(key), key).toMatchObject({ state: 'aside', code })
  // Only the phone that was away met anything, and everything that it met is listed in words.
  expect(kept.filter(({ state, device }) => state === 'aside' && device !== late.device)).toEqual([])
  const { aside } = (await test.ask('tomas', { method: 'GET', url: '/api/solutions/aside' })).body as unknown as {
    aside: { id: string; content: string; reasons: { code: string; sentence: { pt: string; en: string } }[] }[]
  }
  expect(aside).toHaveLength(kept.filter(({ state }) => state === 'aside').length)
  expect(aside.every(({ reasons }) => reasons.length > 0 && reasons.every(({ sentence }) => sentence.pt && sentence.en))).toBe(true)
  await nothingLost(written, new Set(kept.filter(({ state }) => state === 'aside').map(keyOfRoundFact)))
  await settles(aside)
}, 120_000)

/** At the office, while the phone is out of reach: another design, land in conflict, a consent taken back, works stopped. */
async function crossWhileAway(late: RoundPhone, week: number): Promise<void> {
  const [moved, disputed, withdrawn] = [await newSite(900), await newSite(901), await newSite(902)]
  const other = designs.find((design) => design !== moved.design)!
  const expectAside = (code: string, fact: RoundFact) => crossed.set(keyOfRoundFact(fact), code)
  const at = `${dayOf(week)}T10:00:00Z`
  expectAside('house.design-changed', late.write('step', moved.id, { design: moved.design, step: 'agree', input: {} }, at))
  await post('tomas', `houses/${moved.id}/design`, { design: other })
  expectAside('house.tenure-newer', late.write('tenure', disputed.id, land(week, 'no'), at))
  await post('ursula', `houses/${disputed.id}/tenure`, land(week + 2, 'yes'))
  const first = await post('tomas', `pathways/${withdrawn.way}/consents`, agreed('A1', week))
  await post('tomas', `consents/${first.id}/withdraw`, { on: dayOf(week + 1) })
  expectAside('consent.taken-back-since', late.write('consent', withdrawn.way, agreed('A1', week), at))
  const own = sites.find(({ state }, n) => n % 3 === 2 && ['foundation', 'frame', 'roof', 'finished'].includes(state))
  if (!own) return
  const before = late.facts.length
  const { state } = (await asOwner(test.house.doors).one<{ state: string }>(sql`select state from solutions.house where id = ${own.id}`))!
  await post('tomas', `house/${own.id}/steps/stop`, { because: 'Cheia' })
  late.write('step', own.id, { design: own.design, step: 'stop', input: { because: state } }, at)
  expectAside('workflow.no-such-step', late.facts[before]!)
}

/** What the facts became stands row by row, and what the office wrote stands as it was. */
async function nothingLost(written: readonly RoundFact[], aside: ReadonlySet<string>): Promise<void> {
  const of = (kind: RoundFact['kind']) => written.filter((fact) => fact.kind === kind && !aside.has(keyOfRoundFact(fact))).length
  const counts = await asOwner(test.house.doors).one(sql`
    select (select count(*)::int from solutions.inspection) as inspections, (select count(*)::int from solutions.tenure) as tenure,
      (select count(*)::int from solutions.consent) as consents, (select count(*)::int from solutions.beneficiary_case) as cases,
      (select count(*)::int from solutions.house) as houses, (select count(*)::int from solutions.house_design) as designs,
      (select count(*)::int from solutions.consent where withdrawn_on is not null) as withdrawn`)
  const homes = sites.length + 3
  expect(counts).toEqual({
    ...{ inspections: of('inspect'), tenure: of('tenure') + 1, consents: of('consent') + 1, cases: homes, houses: homes, designs: 2, withdrawn: 1 },
  })
  expect(of('inspect')).toBeGreaterThan(40)
}

/** An officer closes one with words; another is carried out once what stood in its way is gone, in the name of whoever did it. */
async function settles(aside: readonly { id: string; content: string; reasons: { code: string }[] }[]): Promise<void> {
  const of = (code: string) => aside.find(({ reasons }) => reasons[0]!.code === code)!
  await post('ursula', `aside/${of('house.tenure-newer').id}/settle`, { words: 'The younger answer holds', again: false })
  const moved = of('house.design-changed')
  const again = (words: string) => test.ask('ursula', { method: 'POST', url: `/api/solutions/aside/${moved.id}/settle`, payload: { words, again: true } })
  expect((await again('Try')).text).toContain('house.design-changed')
  const { subject } = (await asOwner(test.house.doors).one<{ subject: string }>(sql`select subject from solutions.round_fact where id = ${moved.id}`))!
  await post('tomas', `houses/${subject}/design`, { design: (JSON.parse(moved.content) as { design: string }).design })
  expect((await again('The household keeps its first design')).status).toBe(200)
  expect((await again('Twice')).text).toContain('solutions.settled-already')
  const rows = await asOwner(test.house.doors).rows(sql`
    select f.state, h.state as house, a.name as author, s.name as settler from solutions.round_fact f join solutions.house h on h.id::text = f.subject
    join kernel.person a on a.id = f.recorded_by join kernel.person s on s.id = f.settled_by where f.id = ${moved.id}`)
  expect(rows).toEqual([{ state: 'settled', house: 'agreed_design', author: test.people.vasco.name, settler: test.people.ursula.name }])
}
