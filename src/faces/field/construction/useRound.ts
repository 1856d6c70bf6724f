/** The round on this screen: the houses as the office lent them and as they stand after what was written here since. */
import { useCallback, useEffect, useMemo, useState } from 'react'
import { houseAfter, type RoundContents, type RoundKind } from '../../../engines/solutions/index.ts'
import { usePhone, usePicture } from '../usePhone.tsx'
import { type HouseHere, type KeptRound, type RoundHere, roundHere, roundShelf, writeRoundFact } from './roundHere.ts'

export type OpenRound = Pick<RoundHere, 'designs' | 'checklist'> & {
  houses: HouseHere[]
  /** What was written at one house, as long as this phone remembers it. */
  factsOf: (house: string) => KeptRound[]
  write: <K extends RoundKind>(kind: K, house: string, content: RoundContents[K]) => Promise<void>
}

export function useRound(): OpenRound | 'none' | null {
  const { cache, work, refresh } = usePhone()
  const { profile, isMeeting } = usePicture()
  const [state, setState] = useState<{ round: RoundHere | null; kept: KeptRound[] } | null>(null)
  const load = useCallback(async () => {
    const [round, kept] = await Promise.all([roundHere(cache), roundShelf.facts(work)])
    setState({ round, kept })
  }, [cache, work])
  // Read again when a meeting ended: receipts came, and what others did.
  useEffect(() => {
    if (!isMeeting) void load()
  }, [isMeeting, load])

  const houses = useMemo(() => {
    if (!state?.round) return []
    const { houses: lent, lastSequence, checklist } = state.round
    const since = state.kept.map(({ fact }) => fact).filter(({ sequence }) => sequence > lastSequence)
    return lent.map((house) =>
      houseAfter(
        house,
        since.filter(({ subject }) => subject === house.id),
        checklist,
      ),
    )
  }, [state])
  if (!state) return null
  const { round, kept } = state
  if (!round) return 'none'
  return {
    ...{ designs: round.designs, checklist: round.checklist, houses },
    factsOf: (house) => kept.filter(({ fact }) => fact.subject === house),
    async write(kind, subject, content) {
      const at = new Date(Date.now() - profile.skewMs).toISOString()
      const written = await writeRoundFact(work, round, { kind, subject, content, at, device: profile.deviceId ?? '' })
      setState((before) => before && { ...before, kept: [...before.kept, written] })
      await refresh()
    },
  }
}
