/**
 * When two organisations tell of the same work: the same type of activity, in the same place, on the same days. Nobody is accused of anything: what looks alike is
 * asked, and people say whether it is (specification: coordination, 4.5).
 */
import { fold } from '../places/spelling.ts'

export type Work = {
  id: string
  organisation: string
  sector: string
  type: string | null
  /** The lowest level that is known, or the province alone where no more may be told. */
  place: string | null
  /** The site by its name inside the place, where somebody wrote it. */
  site: string | null
  /** Null: nobody knows on which day it began, and nothing can be said of its days. */
  fromDay: string | null
  /** Null: it goes on, unless it is completed. */
  toDay: string | null
  status: string | null
}

const lastDay = ({ fromDay, toDay, status }: Work): string => toDay ?? (status === 'completed' ? fromDay! : '9999-12-31')

const meet = (one: Work, other: Work): boolean =>
  one.fromDay !== null && other.fromDay !== null && one.fromDay <= lastDay(other) && other.fromDay <= lastDay(one)

/** Two sites of one place that have different names are two sites; a site that nobody named could be either. */
const sameSite = (one: Work, other: Work): boolean => one.site === null || other.site === null || fold(one.site) === fold(other.site)

const kindOf = ({ sector, type, place }: Work): string | null => (type === null || place === null ? null : JSON.stringify([sector, fold(type), place]))

/** Pairs of different organisations, by what they have in common; each pair once, in the order of the rows. */
export function alikeIn<W extends Work>(works: readonly W[]): [W, W][] {
  const kinds = new Map<string, W[]>()
  for (const work of works) {
    const kind = kindOf(work)
    if (kind === null || work.status === 'cancelled') continue
    const known = kinds.get(kind)
    if (known) known.push(work)
    else kinds.set(kind, [work])
  }
  return [...kinds.values()].flatMap((same) =>
    same.flatMap((one, at) =>
      same
        .slice(at + 1)
        .filter((other) => one.organisation !== other.organisation && meet(one, other) && sameSite(one, other))
        .map((other): [W, W] => [one, other]),
    ),
  )
}
