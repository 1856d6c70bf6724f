/** One row of a 4W as it travels to the database: with the ids of its organisations and its place, and each figure as a column. */
import { nobodySaid, type ReachEvidence, type WhoReached } from '../reach.ts'
import type { ProposedActivity, ProposedReach } from './shapes.ts'

type Reach = {
  reachedPeople: number | null
  reachedHouseholds: number | null
  targetedPeople: number | null
  targetedHouseholds: number | null
  reachKnownBy: ReachEvidence | null
}

function reachOfRow(figures: readonly ProposedReach[]): Reach {
  const figure = (measure: ProposedReach['measure'], unit: ProposedReach['unit']) => figures.find((one) => one.measure === measure && one.unit === unit)
  const number = (...which: Parameters<typeof figure>) => figure(...which)?.number ?? null
  const evidence = figure('reached', 'person')?.evidence ?? 'not_stated'
  return {
    reachedPeople: number('reached', 'person'),
    reachedHouseholds: number('reached', 'household'),
    targetedPeople: number('targeted', 'person'),
    targetedHouseholds: number('targeted', 'household'),
    reachKnownBy: evidence === 'not_stated' ? null : evidence,
  }
}

export type Line = Omit<ProposedActivity, 'line' | 'organisation' | 'implementer' | 'funder' | 'reach' | 'who'> & {
  id: string
  organisation: string
  implementer: string | null
  funder: string | null
  place: string | null
} & Reach &
  WhoReached

export const lineColumns = {
  id: 'uuid',
  organisation: 'uuid',
  implementer: 'uuid',
  funder: 'uuid',
  externalId: 'text',
  sector: 'text',
  activityType: 'text',
  description: 'text',
  modality: 'text',
  event: 'text',
  projectCode: 'text',
  pcode: 'text',
  place: 'uuid',
  placeUnsure: 'boolean',
  location: 'text',
  fromDay: 'date',
  toDay: 'date',
  status: 'text',
  comment: 'text',
  content: 'text',
  reachedPeople: 'integer',
  women: 'integer',
  men: 'integer',
  girls: 'integer',
  boys: 'integer',
  reachedHouseholds: 'integer',
  targetedPeople: 'integer',
  targetedHouseholds: 'integer',
  reachKnownBy: 'text',
} as const

type Ids = { organisations: ReadonlyMap<string, string>; places: ReadonlyMap<string, string> }

export function lineOf(one: ProposedActivity, id: string, { organisations, places }: Ids): Line {
  const idOf = (key: string | null) => (key === null ? null : organisations.get(key)!)
  return {
    id,
    organisation: organisations.get(one.organisation)!,
    implementer: idOf(one.implementer),
    funder: idOf(one.funder),
    externalId: one.externalId,
    sector: one.sector,
    activityType: one.activityType,
    description: one.description,
    modality: one.modality,
    event: one.event,
    projectCode: one.projectCode,
    pcode: one.pcode,
    place: one.pcode === null ? null : places.get(one.pcode)!,
    placeUnsure: one.placeUnsure,
    location: one.location,
    fromDay: one.fromDay,
    toDay: one.toDay,
    status: one.status,
    comment: one.comment,
    content: one.content,
    ...reachOfRow(one.reach),
    ...(one.who ?? nobodySaid),
  }
}
