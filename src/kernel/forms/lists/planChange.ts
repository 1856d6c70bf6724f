/**
 * What becomes of one change of one item, decided from what is there: it is applied, it waits for the earlier link of its chain, or it is kept as a proposal
 * because somebody else changed the item meanwhile. Pure: nothing is read or written here.
 */
import { type Refusal, refuse } from '../../refusal.ts'
import type { ItemChange } from './itemChanges.ts'

export type ItemState = { itemVersion: number; label: string; properties: Record<string, string>; deleted: boolean }
/** Every version there was, oldest first. */
export type PastVersion = {
  itemVersion: number
  label: string
  properties: Record<string, string>
  branch: string | null
  branchBase: number | null
  fromSameSubmission: boolean
}

type Values = Record<string, string>
export type Plan =
  | { do: 'create'; label: string; properties: Values }
  | { do: 'update'; label: string; properties: Values }
  | { do: 'propose'; kind: 'hard' | 'soft' | 'unknown' | 'held'; base: Values; theirs: Values }
  | { do: 'nothing' }
  | { do: 'refuse'; refusal: Refusal }

export const valuesOf = ({ label, properties }: { label: string | null; properties: Values }): Values =>
  label === null ? properties : { ...properties, label }

const isUuid = (text: string) => /^(uuid:)?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)

export function planChange(change: ItemChange, item: ItemState | null, past: readonly PastVersion[], forced = false): Plan {
  if (!isUuid(change.entity)) return refusal('uuid', change)
  if (!item) return planNew(change, forced)
  if (item.deleted) return { do: 'propose', kind: 'unknown', base: {}, theirs: valuesOf(item) }
  if (change.create && !change.update) return planTwin(change, item, past)
  const base = baseOf(change, past)
  if (base === null && !forced) return { do: 'propose', kind: 'held', base: {}, theirs: valuesOf(item) }
  const since = base ?? item
  if (since.itemVersion >= item.itemVersion || forced) return { do: 'update', ...merged(item, change) }
  return { do: 'propose', kind: conflictOf(valuesOf(since), valuesOf(item), valuesOf(change)), base: valuesOf(since), theirs: valuesOf(item) }
}

const refusal = (problem: string, { list, entity }: ItemChange): Plan => ({ do: 'refuse', refusal: refuse('forms.item-unusable', { problem, list, entity }) })

function planNew(change: ItemChange, forced: boolean): Plan {
  if (change.create || forced)
    return change.label || forced ? { do: 'create', label: change.label ?? change.entity, properties: change.properties } : refusal('label', change)
  return { do: 'propose', kind: change.branch ? 'held' : 'unknown', base: {}, theirs: {} }
}

/** Made a second time: by an edit of the same submission it is a change of what that made; by anybody else it is a dispute. */
function planTwin(change: ItemChange, item: ItemState, past: readonly PastVersion[]): Plan {
  if (!past[0]?.fromSameSubmission) return { do: 'propose', kind: 'hard', base: {}, theirs: valuesOf(item) }
  const after = merged(item, change)
  return same(valuesOf(after), valuesOf(item)) ? { do: 'nothing' } : { do: 'update', ...after }
}

/** The state that this change was made upon; null: its earlier link has not come. */
function baseOf({ branch, baseVersion, trunkVersion }: ItemChange, past: readonly PastVersion[]): PastVersion | null | undefined {
  const first = past[0]
  if (baseVersion === null) return past.at(-1)
  if (branch === null || baseVersion === trunkVersion) return past.find(({ itemVersion }) => itemVersion === baseVersion) ?? null
  // Along a chain the phone counts for itself: what it made upon version n is its version n + 1.
  const link = past.find((version) => version.branch === branch && version.branchBase === baseVersion - 1)
  return link ?? (trunkVersion === null && baseVersion === 1 ? first : null) ?? null
}

const merged = (item: { label: string; properties: Values }, { label, properties }: { label: string | null; properties: Values }) => ({
  label: label ?? item.label,
  properties: { ...item.properties, ...properties },
})

const same = (one: Values, other: Values) => Object.keys({ ...one, ...other }).every((name) => (one[name] ?? '') === (other[name] ?? ''))

/** Hard: the same property was given two values. Soft: each changed something else. */
function conflictOf(base: Values, theirs: Values, ours: Values): 'hard' | 'soft' {
  const touched = Object.keys(ours).filter((name) => (ours[name] ?? '') !== (base[name] ?? ''))
  return touched.some((name) => (theirs[name] ?? '') !== (base[name] ?? '') && (theirs[name] ?? '') !== ours[name]) ? 'hard' : 'soft'
}
