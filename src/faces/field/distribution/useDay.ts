/** The day on this screen: list, facts of this tablet and of the others, and the deeds at the table. Everything is on the disk before the screen says so. */
import { useCallback, useEffect, useMemo, useState } from 'react'
import {
  aboveEntitlement,
  custodyLeft,
  type Day,
  dayOf,
  type FieldFact,
  type Held,
  type ShownService,
  type Standing,
  standingOf,
  takeLots,
} from '../../../engines/handover/index.ts'
import type { Told } from '../outbox/entry.ts'
import { usePhone, usePicture } from '../usePhone.tsx'
import { type DayHere, dayAt, groupOf, handovers, type KeptFact, type ListedHere, type ListHere, listAt, writeFact } from './daysHere.ts'
import { factsElsewhere, keepMet, metTablets, othersOf } from './elsewhere.ts'

export type How = Pick<FieldFact, 'receivedBy' | 'acknowledgement' | 'collector'>
type Moved = Pick<FieldFact, 'kind' | 'household'> & Partial<FieldFact>

export type OpenDay = {
  day: DayHere
  list: ListedHere[]
  kept: KeptFact[]
  counts: Day
  /** What other tablets handed over, as far as this one knows. */
  others: ShownService[]
  learn: (shown: ShownService) => Promise<void>
  left: Held[]
  standing: (household: ListedHere) => Standing
  hand: (household: ListedHere, line: { line: number; item: string; quantity: number }, how: How) => Promise<Told | null>
  say: (household: string, kind: 'no_show' | 'refused') => Promise<void>
  takeBack: (fact: FieldFact) => Promise<void>
  serveOutside: (household: string, given: { item: string; quantity: number; reason: string }) => Promise<void>
}

export function useDay(id: string): OpenDay | null {
  const { cache, work, refresh } = usePhone()
  const { profile, isMeeting } = usePicture()
  const [state, setState] = useState<{ day: DayHere; list: ListedHere[]; kept: KeptFact[]; met: ShownService[] } | null>(null)
  const load = useCallback(async () => {
    const [day, list, kept, met] = await Promise.all([
      ...([cache.value<DayHere>(dayAt(id)), cache.value<ListHere>(listAt(id)), handovers.facts(work, 'all', groupOf(id)), metTablets(cache, id)] as const),
    ])
    if (day && list) setState({ day, list: list.households, kept, met })
  }, [cache, work, id])
  // Read again when a meeting ended: receipts came, and what others handed over.
  useEffect(() => {
    if (!isMeeting) void load()
  }, [isMeeting, load])

  const others = useMemo(() => (state ? othersOf(state.day, state.met) : []), [state])
  const facts = useMemo(() => (state ? [...state.kept.map(({ fact }) => fact), ...factsElsewhere(others, state.day.code)] : []), [state, others])
  const counts = useMemo(() => (state ? dayOf(state.list, facts, false) : null), [state, facts])
  if (!state || !counts) return null
  const { day, list, kept } = state
  const own = kept.map(({ fact }) => fact)
  const left = custodyLeft(day.issued, own)
  const isMoney = (item: string) => day.money?.includes(item) ?? false
  const device = profile.deviceId ?? ''
  const write = async (given: Moved) => {
    const at = new Date(Date.now() - profile.skewMs).toISOString()
    const nothing = { line: 0, item: null, quantity: 0, lots: [], reverses: null, receivedBy: null, acknowledgement: null, collector: null, reason: null }
    const written = await writeFact(work, day, { ...nothing, device, at, ...given })
    setState((before) => before && { ...before, kept: [...before.kept, written] })
    await refresh()
  }
  return {
    ...{ day, list, kept, counts, left, others },
    async learn(shown) {
      await keepMet(cache, id, shown)
      await load()
    },
    standing: (household) => standingOf(household, facts),
    async hand(household, { line, item, quantity }, how) {
      const above = aboveEntitlement(household, facts, { line, quantity })
      if (above) return { code: 'relief.above-entitlement', facts: { ...above } }
      await write({
        kind: 'handed',
        household: household.household,
        line,
        item,
        quantity,
        lots: isMoney(item) ? [] : takeLots(left, item, quantity).lots,
        ...how,
      })
      return null
    },
    say: (household, kind) => write({ kind, household }),
    takeBack: ({ household, line, item, quantity, lots, sequence }) => write({ kind: 'taken_back', household, line, item, quantity, lots, reverses: sequence }),
    serveOutside: (household, { item, quantity, reason }) =>
      write({
        kind: 'exception',
        household,
        line: 1,
        item,
        quantity,
        lots: takeLots(left, item, quantity).lots,
        reason,
        receivedBy: 'head',
        acknowledgement: 'witness',
      }),
  }
}
