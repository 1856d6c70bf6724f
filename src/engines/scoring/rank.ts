/**
 * A ranked list that anybody can make again: score, then agreed tie-breaks, then a lottery whose seed was drawn in public after the list was frozen. The lottery
 * key is SHA-256 over `seed|household`, so neither the order of entry nor whoever runs it can matter. Source: relief specification 4.8.
 */

/** `ties`: what breaks a tie, in the agreed order, smaller first: an earlier displacement, say. */
export type Candidate = { household: string; score: number; ties: readonly string[] }
export type Ranked = Candidate & { place: number; key: string; chosen: boolean }
export type TiePolicy = 'strict_quota' | 'include_all_ties'

const hex = (bytes: ArrayBuffer) => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')

export const lotteryKey = async (seed: string, household: string): Promise<string> =>
  hex(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${seed}|${household}`)))

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** With `include_all_ties` everybody whose score equals that of the last one chosen is chosen too, so more than the quota may be. */
export async function rank(candidates: readonly Candidate[], { seed, quota, policy }: { seed: string; quota: number; policy: TiePolicy }): Promise<Ranked[]> {
  const keyed = await Promise.all(candidates.map(async (candidate) => ({ ...candidate, key: await lotteryKey(seed, candidate.household) })))
  const byTies = (a: Candidate, b: Candidate) => a.ties.map((tie, i) => compare(tie, b.ties[i] ?? '')).find((order) => order !== 0) ?? 0
  const ordered = keyed.toSorted((a, b) => b.score - a.score || byTies(a, b) || compare(a.key, b.key))
  const lastScore = ordered[Math.min(quota, ordered.length) - 1]?.score
  const chosen = (at: number, score: number) => at < quota || (policy === 'include_all_ties' && quota > 0 && score === lastScore)
  return ordered.map((candidate, at) => ({ ...candidate, place: at + 1, chosen: chosen(at, candidate.score) }))
}

export type Judged = { group: string; chosen: boolean }
/** `ratio`: against the group that was chosen most often among those with enough households; null: too few to say, or nobody was chosen. */
export type GroupRate = { group: string; households: number; chosen: number; ratio: number | null; ask: boolean }

/** Selection rates by group. A ratio under `limit` asks for an answer in writing before anybody approves; it accuses nobody. */
export function fairness(judged: readonly Judged[], { limit, atLeast }: { limit: number; atLeast: number }): GroupRate[] {
  const groups = new Map<string, { households: number; chosen: number }>()
  for (const { group, chosen } of judged) {
    const counted = groups.get(group) ?? { households: 0, chosen: 0 }
    groups.set(group, { households: counted.households + 1, chosen: counted.chosen + Number(chosen) })
  }
  const enough = [...groups.values()].filter(({ households }) => households >= atLeast)
  const best = Math.max(0, ...enough.map(({ chosen, households }) => chosen / households))
  return [...groups].map(([group, { households, chosen }]) => {
    const ratio = households < atLeast || best === 0 ? null : chosen / households / best
    return { group, households, chosen, ratio, ask: ratio !== null && ratio < limit }
  })
}
