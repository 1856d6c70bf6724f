/**
 * The construction round on a phone without network: what happened to a house as facts of the phone's own, how the house stands after them, and in which order houses
 * are walked to. The office computes the same again when the facts arrive; its word holds (durable solutions specification, 3.2 and 5).
 */
import { type BuildingStage, buildingStages, type CheckedItem, inspectionResult } from './stages.ts'

export const roundKinds = ['design', 'step', 'inspect', 'repair', 'tenure', 'consent', 'withdraw'] as const
export type RoundKind = (typeof roundKinds)[number]

/** `content` is the JSON as the phone wrote it: kept letter by letter, so that a newer or older app never loses a word. */
export type RoundFact = {
  kind: RoundKind
  /** Id of the house; of the way for a consent, of the consent for its withdrawal. */
  subject: string
  device: string
  /** Each fact of a device has its own, counted up from 1. */
  sequence: number
  content: string
  /** ISO, by the office's clock as far as the device knows it. */
  at: string
}

export const keyOfRoundFact = ({ device, sequence }: Pick<RoundFact, 'device' | 'sequence'>): string => `round/${device}/${sequence}`
/** What the receipt is about: one content, one text. */
export const roundFactText = (fact: RoundFact): string => ['capulana-round-1', keyOfRoundFact(fact), fact.kind, fact.subject, fact.at, fact.content].join('\n')

/** `design`: what the phone took the house's design for. Another one at the office means that both went on without each other. */
export type RoundContents = {
  design: { design: string; was: string | null }
  step: { design: string | null; step: string; input: Record<string, unknown> }
  inspect: { design: string | null; stage: BuildingStage; seenOn: string; fixBy: string; answers: RoundAnswer[] }
  repair: { stage: BuildingStage; item: string; on: string; words: string }
  tenure: { kind: string; bothSpouses: string; document: string; conflict: string; checkedOn: string; words: string | null }
  consent: { adult: string; informedOn: string[]; language: string; method: string; givenOn: string }
  withdraw: { on: string }
}
/** `photo`: SHA-256 of a picture of the house, which travels by itself. */
export type RoundAnswer = { code: string; answer: CheckedItem['answer']; note: string | null; photo: string | null }

/** A drawing of how a good one looks, as paths in a field of 96 × 64, and the same in words. */
export type GoodExample = { around: string; lines: string; words: { pt: string; en: string } }
export type RoundItem = { code: string; vital: boolean; label: { pt: string; en: string }; example?: GoodExample | undefined }
export type RoundChecklist = Record<BuildingStage, readonly RoundItem[]>
export type RoundDefect = { stage: BuildingStage; item: string; fixBy: string; state: 'open' | 'repaired' | 'seen_repaired' }
export type RoundHouse = {
  state: string
  design: string | null
  /** Of the last inspection of the stage it is at; null: nobody looked. */
  passed: boolean | null
  attempts: number
  defects: RoundDefect[]
  tenureAsked: boolean
}

/** The one way forward from each state, as a step of the house's life. */
export const wayForward: Readonly<Record<string, { step: string; to: string }>> = {
  selected: { step: 'agree', to: 'agreed_design' },
  agreed_design: { step: 'deliver', to: 'materials_delivered' },
  materials_delivered: { step: 'begin', to: 'foundation' },
  foundation: { step: 'frame', to: 'frame' },
  frame: { step: 'roof', to: 'roof' },
  roof: { step: 'finish', to: 'finished' },
  finished: { step: 'inspect', to: 'inspected' },
  inspected: { step: 'hand_over', to: 'handed_over' },
}
export const stageNow = (state: string): BuildingStage | null => buildingStages.find((stage) => stage === state) ?? null

export const checkedItems = (items: readonly RoundItem[], answers: readonly RoundAnswer[]): CheckedItem[] =>
  items.map(({ code, vital }) => ({ code, vital, answer: answers.find((one) => one.code === code)?.answer ?? 'not_seen' }))

function afterInspection<H extends RoundHouse>(house: H, { stage, fixBy, answers }: RoundContents['inspect'], checklist: RoundChecklist): H {
  const { passed, failed } = inspectionResult(checkedItems(checklist[stage], answers))
  const passes = (item: string) => answers.some((one) => one.code === item && one.answer === 'pass')
  const seen = house.defects.map((one) =>
    one.stage === stage && one.state === 'repaired' && passes(one.item) ? { ...one, state: 'seen_repaired' as const } : one,
  )
  return { ...house, passed, attempts: house.attempts + 1, defects: [...seen, ...failed.map((item) => ({ stage, item, fixBy, state: 'open' as const }))] }
}

const afterRepair = <H extends RoundHouse>(house: H, { stage, item }: RoundContents['repair']): H => ({
  ...house,
  defects: house.defects.map((one) => (one.stage === stage && one.item === item && one.state === 'open' ? { ...one, state: 'repaired' as const } : one)),
})

function afterFact<H extends RoundHouse>(house: H, { kind, content }: RoundFact, checklist: RoundChecklist): H {
  const said = JSON.parse(content) as never
  if (kind === 'design') return { ...house, design: (said as RoundContents['design']).design }
  if (kind === 'inspect') return afterInspection(house, said, checklist)
  if (kind === 'repair') return afterRepair(house, said)
  if (kind === 'tenure') return { ...house, tenureAsked: true }
  const forward = wayForward[house.state]
  const isTaken = kind === 'step' && forward?.step === (said as RoundContents['step']).step
  return isTaken ? { ...house, state: forward.to, passed: null, attempts: 0 } : house
}

/** The house as it stands after what this phone wrote down and the office has not told back yet. */
export function houseAfter<H extends RoundHouse>(house: H, facts: readonly RoundFact[], checklist: RoundChecklist): H {
  let now = house
  for (const fact of facts) now = afterFact(now, fact, checklist)
  return now
}

type Placed = { number: string; lon: number | null; lat: number | null }

/** Flat over the few kilometres of a round: exact enough to order houses by. */
const apart = (a: { lon: number; lat: number }, b: { lon: number; lat: number }) =>
  Math.hypot((a.lon - b.lon) * Math.cos((a.lat * Math.PI) / 180), a.lat - b.lat)

/** Each time the nearest house that is left; from where the phone is, else from the first by number. Houses without a point come last, by number. */
export function walkingOrder<H extends Placed>(houses: readonly H[], from: { lon: number; lat: number } | null): H[] {
  const byNumber = houses.toSorted((a, b) => a.number.localeCompare(b.number, 'en', { numeric: true }))
  const left = byNumber.filter((house): house is H & { lon: number; lat: number } => house.lon !== null && house.lat !== null)
  const order: H[] = []
  let here = from ?? left[0] ?? null
  while (here && left.length > 0) {
    const at = left.reduce((best, house, n) => (apart(here!, house) < apart(here!, left[best]!) ? n : best), 0)
    const [next] = left.splice(at, 1)
    order.push(next!)
    here = next!
  }
  return [...order, ...byNumber.filter(({ lon, lat }) => lon === null || lat === null)]
}
