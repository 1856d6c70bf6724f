/**
 * What was heard in the time before a campaign, while it ran, and after it, each as long as the campaign. Counts by topic and kind with the days and places of listening beside them:
 * more listening hears more, so no cause is claimed. Where nobody listened nothing is known, and a part of the time that has not come is not there yet.
 */
const parts = ['before', 'during', 'after'] as const
export type CampaignPart = (typeof parts)[number]

export const heardKinds = ['question', 'rumour', 'remark'] as const
export type HeardKind = (typeof heardKinds)[number]
/** Somebody listened: on which day, in which district or province (P-code), over which channel. */
export type Listened = { day: string; place: string; channel: string }
/** `topic`: of the country's list of message topics. `times`: how often it was heard at that session. */
export type Heard = Listened & { topic: string; kind: HeardKind; times: number }

export type PartOfTime = {
  part: CampaignPart
  from: string
  to: string
  /** It begins later than today, or is not over. */
  still: 'to-come' | 'running' | null
  sessions: number
  days: string[]
  places: string[]
}
export type HeardLine = { topic: string; kind: HeardKind; counts: Record<CampaignPart, number | 'unknown'> }
export type HeardAround = { time: PartOfTime[]; lines: HeardLine[]; sums: Record<CampaignPart, number | 'unknown'> }

const dayAfter = (day: string, days: number) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)

/** From the first day before to the last day after. */
export function timeAround({ fromDay, toDay }: { fromDay: string; toDay: string }): Record<CampaignPart, { from: string; to: string }> {
  const days = Math.round((Date.parse(toDay) - Date.parse(fromDay)) / 86_400_000) + 1
  return {
    before: { from: dayAfter(fromDay, -days), to: dayAfter(fromDay, -1) },
    during: { from: fromDay, to: toDay },
    after: { from: dayAfter(toDay, 1), to: dayAfter(toDay, days) },
  }
}

const inside = (given: { place: string }, places: readonly string[]) => places.some((place) => given.place.startsWith(place) || place.startsWith(given.place))

/** `topics`: those of the campaign's messages, which stand first and stand even where nothing was heard of them. */
export function heardAround(
  campaign: { fromDay: string; toDay: string; places: readonly string[]; topics: readonly string[] },
  { listened, heard }: { listened: readonly Listened[]; heard: readonly Heard[] },
  today: string,
): HeardAround {
  const around = timeAround(campaign)
  const within = (each: Listened, part: CampaignPart) => each.day >= around[part].from && each.day <= around[part].to && inside(each, campaign.places)
  const time = parts.map((part): PartOfTime => {
    const own = listened.filter((each) => within(each, part))
    const { from, to } = around[part]
    return {
      ...{ part, from, to, still: from > today ? 'to-come' : to >= today ? 'running' : null, sessions: own.length },
      ...{ days: [...new Set(own.map(({ day }) => day))].sort(), places: [...new Set(own.map(({ place }) => place))].sort() },
    }
  })
  const known = (part: CampaignPart) => time.some((each) => each.part === part && each.sessions > 0)
  const count = (fits: (told: Heard) => boolean) =>
    Object.fromEntries(
      parts.map((part) => [
        part,
        known(part) ? heard.filter((told) => fits(told) && within(told, part)).reduce((sum, { times }) => sum + times, 0) : 'unknown',
      ]),
    ) as HeardLine['counts']
  const told = heard.filter((each) => parts.some((part) => within(each, part)))
  const topics = [...new Set([...campaign.topics, ...told.map(({ topic }) => topic).sort()])]
  const lines = topics.flatMap((topic) =>
    heardKinds
      .filter((kind) => campaign.topics.includes(topic) || told.some((each) => each.topic === topic && each.kind === kind))
      .map((kind) => ({ topic, kind, counts: count((each) => each.topic === topic && each.kind === kind) })),
  )
  return { time, lines, sums: count(() => true) }
}
