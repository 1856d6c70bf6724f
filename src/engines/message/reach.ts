/**
 * How many a message reached, said as it is known: what was counted apart from what was estimated, what a platform delivered apart from what a station claims.
 * Leaflets handed out are not people, and one person hears the radio and takes a leaflet: no sum over channels is made, here or anywhere.
 */
export const channels = ['portal', 'print', 'radio', 'loudspeaker', 'theatre', 'brigade', 'meeting', 'sms', 'voice', 'social', 'press'] as const
export type Channel = (typeof channels)[number]
export const reachMethods = ['counted', 'estimated', 'platform', 'station_claim'] as const
export type ReachMethod = (typeof reachMethods)[number]

/** What a figure counts: people where somebody counted people, otherwise what was given out or delivered. */
export type ReachUnit = 'people' | 'handed_out' | 'delivered' | 'views'

export type Delivered = {
  channel: Channel
  /** Copies, messages or slots that went out; null: nobody wrote it down. */
  quantity: number | null
  /** Null: unknown, which is not nobody. */
  reach: number | null
  method: ReachMethod | null
}

export type ReachLine = {
  channel: Channel
  method: ReachMethod | 'unknown'
  unit: ReachUnit
  deliveries: number
  reach: number | null
  /** What went out, where it is known of all deliveries of the line. */
  quantity: number | null
}

const unitOf = (channel: Channel): ReachUnit =>
  channel === 'print'
    ? 'handed_out'
    : channel === 'sms' || channel === 'voice'
      ? 'delivered'
      : channel === 'portal' || channel === 'social'
        ? 'views'
        : 'people'

/** A line for each channel and way of knowing; figures of one line are of the same kind and add up. */
export function reachLines(deliveries: readonly Delivered[]): ReachLine[] {
  const lines = new Map<string, ReachLine>()
  for (const { channel, quantity, reach, method } of deliveries) {
    const known = reach === null || method === null ? 'unknown' : method
    const key = `${channel}:${known}`
    const line = lines.get(key)
    const amount = known === 'unknown' ? null : reach
    if (!line) lines.set(key, { channel, method: known, unit: unitOf(channel), deliveries: 1, reach: amount, quantity })
    else {
      line.deliveries += 1
      line.reach = line.reach === null || amount === null ? null : line.reach + amount
      line.quantity = line.quantity === null || quantity === null ? null : line.quantity + quantity
    }
  }
  const order = ['counted', 'platform', 'estimated', 'station_claim', 'unknown']
  return [...lines.values()].sort((one, two) => order.indexOf(one.method) - order.indexOf(two.method) || one.channel.localeCompare(two.channel))
}
