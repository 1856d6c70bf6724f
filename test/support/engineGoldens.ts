/**
 * The published figures of relief and of durable solutions, worked out by the engines and nothing else, so that Node and a browser can each do it and be compared.
 * Relief specification, section 4; durable solutions specification, section 4.
 */
import { gapOf } from '../../src/domains/relief/gap/gapOf.ts'
import { resultsOf } from '../../src/domains/relief/monitoring/results.ts'
import { sizesOf } from '../../src/domains/relief/monitoring/sizes.ts'
import { boardRow } from '../../src/domains/relief/pipeline/board.ts'
import { mondays } from '../../src/domains/relief/pipeline/weeksAhead.ts'
import { allocate } from '../../src/engines/allocation/index.ts'
import { checkToken, expectedCount, isAssisted, signedToken, tokenText } from '../../src/engines/handover/index.ts'
import {
  balance,
  countDifference,
  firstWeekWithout,
  forecast,
  kitsAvailable,
  loadOf,
  type Move,
  missingFor,
  monthsOfCover,
  project,
  promise,
  shortfall,
} from '../../src/engines/ledger/index.ts'
import { randomFrom, wilson } from '../../src/engines/sampling/index.ts'
import { lotteryKey, rank } from '../../src/engines/scoring/index.ts'
import {
  composite,
  criterionGap,
  firstPass,
  modalityNote,
  printedShares,
  programmeProgress,
  shelterRungs,
  yearAfter,
} from '../../src/engines/solutions/index.ts'

const shelf = { account: 'bin', item: 'tarpaulin', lot: 'A' }
const move = (from: string, to: string, quantity: number, day: string): Move => ({
  ...{ item: 'tarpaulin', lot: 'A', from, to, quantity, effectiveAt: day, recordedAt: day },
})
const rounded = (value: number, digits: number) => Number(value.toFixed(digits))

const stock = () => {
  const moves = [
    ...[move('supplier', 'bin', 500, '1'), move('bin', 'out', 320, '2'), move('back', 'bin', 14, '3')],
    ...[move('bin', 'lost', 6, '4'), move('adjustment', 'bin', 2, '5')],
  ]
  const counted = [move('supplier', 'bin', 1000, '1'), move('bin', 'out', 100, '3')]
  const early = [move('supplier', 'bin', 500, '2021-03-03'), move('bin', 'out', 200, '2021-03-02')]
  const parts = { tarpaulin: 2, tools: 1, cleaning: 1, kitchen: 1, jerrycan: 5, bucket: 2, blanket: 3, net: 3 }
  const held = { tarpaulin: 410, tools: 250, cleaning: 260, kitchen: 231, jerrycan: 1148, bucket: 470, blanket: 690, net: 700 }
  const { kilograms, cubicMetres } = loadOf([
    { quantity: 690, weight: 0.68, volume: 0.0015333333333333 },
    { quantity: 700, weight: 0.444, volume: 0.0017 },
    { quantity: 3, weight: null, volume: 0.01 },
    { quantity: 5, weight: null, volume: 0.01 },
  ])
  return {
    balance: balance(moves, shelf),
    countAtItsMoment: countDifference(900, counted, shelf, '5'),
    issuedBeforeReceipt: shortfall(early, shelf)?.at,
    kits: kitsAvailable(parts, held),
    missingFor240: missingFor(240, parts, held),
    load: [rounded(kilograms.atLeast, 1), kilograms.unknown, rounded(cubicMetres.atLeast - 0.08, 3)],
    onTheGround: expectedCount({ opening: 0, received: 120, handed: 104, returned: 10, damaged: 1 }),
  }
}

const today = '2026-11-25'
const weeks = mondays(today)
const pipeline = () => {
  const releases = [400, 500, 300, 700, 200]
  const confirmed = project({ onHand: 1000, arrivals: [0, 0, 800], releases })
  const waiting = releases.map((quantity, at) => ({
    ...{ request: `r${at}`, name: `2026/${at}`, organisation: 'Oxfam', place: 'MZ0109', neededBy: weeks[at]!, item: 'TARP', quantity },
  }))
  const arrival = { item: 'TARP', quantity: 800, day: weeks[2]!, earliest: weeks[2]!, latest: weeks[2]!, confidence: 100, isConfirmed: true }
  const board = boardRow({ safety: new Map(), onHand: [{ warehouse: 'w', item: 'TARP', quantity: 1000 }], coming: [arrival], releases: [], waiting }, 'TARP', {
    today,
    issues: [],
  })
  const chances = { 3: 0.25, 4: 0.25, 5: 0.25, 6: 0.25 }
  const order = { onHand: 400, releases: Array<number>(6).fill(100), arrivals: [{ quantity: 400, chances }], draws: 20_000 }
  return {
    confirmed,
    firstWeekWithout: firstWeekWithout(confirmed),
    withUnconfirmed: project({ onHand: 1000, arrivals: [0, 0, 800, 500], releases }),
    promise: promise(1000, confirmed),
    board: [board.weeks.slice(0, 5), board.firstWeekWithout],
    // Drawn from a seed: the same draws in Node and in a browser, to the last one.
    withoutInWeek5: forecast({ ...order, random: randomFrom('pemba') })[4]!.without,
    cover: [monthsOfCover(600, [100, 200, 300]), monthsOfCover(600, [])],
    shared: allocate({ demand: [600, 900, 1500].map((need) => ({ to: String(need), need, weight: 1 })), stock: 1001, minimum: 0 }).lines.map(
      ({ given }) => given,
    ),
  }
}

const people = async () => {
  const one = (household: string, score: number, day: string) => ({ household, score, ties: [day] })
  const candidates = [one('H-0002', 8, '2020-11-02'), one('H-0003', 8, '2020-11-02'), one('H-0004', 8, '2020-10-20'), one('H-0001', 9, '2021-01-01')]
  const order = { seed: 'PEMBA-2021-03', quota: 2, policy: 'strict_quota' as const }
  const ranked = await rank(candidates, order)
  const all = await rank(candidates, { ...order, policy: 'include_all_ties' })
  const strata = [
    { kind: 'served' as const, stratum: 'A', households: 1200, asked: 60 },
    { kind: 'served' as const, stratum: 'B', households: 300, asked: 60 },
  ]
  const said = (stratum: string, yes: number) => Array.from({ length: 60 }, (_, i) => ({ kind: 'served' as const, stratum, answers: { used: i < yes } }))
  const [used] = resultsOf([{ code: 'used' }], [...said('A', 48), ...said('B', 30)], strata)
  const percent = ({ low, high }: { low: number; high: number }) => [rounded(100 * low, 1), rounded(100 * high, 1)]
  return {
    keys: [(await lotteryKey(order.seed, 'H-0003')).slice(0, 16), (await lotteryKey(order.seed, 'H-0002')).slice(0, 16)],
    ranked: ranked.map(({ household }) => household),
    chosen: [ranked.filter(({ chosen }) => chosen).length, all.filter(({ chosen }) => chosen).length],
    monitored: [rounded(100 * used!.share!, 1), rounded(100 * used!.se!, 2)],
    wilson: [percent(wilson(237, 272)!), percent(wilson(13, 13)!)],
    sizes: sizesOf({ households: 600, marginPoints: 5, designEffect: 1.5, responseRate: 1 }),
    assisted: isAssisted([{ item: 'TENT', quantity: 1 }], new Map([['TENT', 1]])),
    gap: [
      gapOf({ present: 582, reached: 410, onTheWay: 90 }),
      gapOf({ present: 400, reached: 410, onTheWay: 90 }),
      gapOf({ present: 'unknown', reached: 1, onTheWay: 1 }),
    ],
  }
}

const solutions = () => {
  const weights = { foundation: 20, frame: 25, roof: 25, finished: 20, inspected: 10 }
  const passed = { foundation: 9, frame: 7, roof: 7, finished: 4, inspected: 4 }
  const [even, behind] = [criterionGap({ yes: 150, asked: 300 }, { yes: 150, asked: 300 }), criterionGap({ yes: 120, asked: 300 }, { yes: 210, asked: 300 })]
  const model = { version: 'M1', weights: { safety: 1, living: 1, housing: 2 }, margin: 0.05, missing: 'left_out' as const }
  const sound = { outcome: 'sound' as const, tenureConflict: false }
  const year = yearAfter(10, [sound, sound, sound, sound, { ...sound, tenureConflict: null }, { outcome: 'damaged', tenureConflict: false }])
  return {
    progress: rounded(programmeProgress({ houses: 10, handedOver: 0, passed }, weights).percent!, 6),
    firstPass: firstPass([{ passed: true }, { passed: false }, { passed: true }, { passed: true }]).rate,
    behind: [rounded(behind!.gap, 3), rounded(behind!.interval.low, 3), rounded(behind!.interval.high, 3)],
    composite: composite({ safety: even, living: behind, housing: null }, model).value,
    ladder: printedShares(shelterRungs, { emergency: 89, transitional: 9, permanent: 2, unknown: 0 }),
    yearAfter: [year.due, year.checked, year.sustained],
    modality: modalityNote({ shopsAble: 6, shopsNeeded: 4, priceRise: 12, roadOpen: false, cashRisk: 'low' }, 10),
  }
}

/** A token is made under a key of its own, believed, and then tried with each of its bits turned over: how many of those were believed. */
export async function tokens() {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify'])
  const { x, y } = await crypto.subtle.exportKey('jwk', pair.publicKey)
  const keys = [{ id: '1f0c93ab77d0e154', jwk: { kty: 'EC' as const, crv: 'P-256' as const, x: x!, y: y! } }]
  const check = { mission: 'MOZ', keys, distribution: 'MIEZE-261127', revoked: [] }
  const facts = { mission: 'MOZ', keyId: keys[0]!.id, distribution: check.distribution, household: 'MZ01-000123-7', print: 1, entitlement: '9F2C44A01B77E0C5' }
  const text = tokenText(facts)!
  const token = signedToken(text, new Uint8Array(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, pair.privateKey, new TextEncoder().encode(text))))
  let [bits, believed] = [0, 0]
  for (let at = 0; at < token.length; at++)
    for (let bit = 0; bit < 8; bit++) {
      const turned = String.fromCharCode(token.charCodeAt(at) ^ (1 << bit))
      bits++
      if ('facts' in (await checkToken(token.slice(0, at) + turned + token.slice(at + 1), check))) believed++
    }
  return { valid: 'facts' in (await checkToken(token, check)), bits, believed }
}

export const goldens = async () => ({ stock: stock(), pipeline: pipeline(), people: await people(), solutions: solutions() })
