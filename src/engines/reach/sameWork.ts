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

/** With whom it was done and who paid, as its sender names them. */
export type SentWork = Work & { implementer: string | null; funder: string | null; projectCode: string | null }

const lastDay = ({ fromDay, toDay, status }: Work): string => toDay ?? (status === 'completed' ? fromDay! : '9999-12-31')

const meet = (one: Work, other: Work): boolean =>
  one.fromDay !== null && other.fromDay !== null && one.fromDay <= lastDay(other) && other.fromDay <= lastDay(one)

/** Two sites of one place that have different names are two sites; a site that nobody named could be either. */
const sameSite = (one: string | null, other: string | null): boolean => one === null || other === null || one === other
const siteOf = ({ site }: Work): string | null => (site === null ? null : fold(site))

const kindOf = ({ sector, type, place }: Work): string | null => (type === null || place === null ? null : JSON.stringify([sector, fold(type), place]))

type Written<W> = { work: W; site: string | null }

/** What stands and can be compared, by what it has in common; each name is folded once. */
function byKind<W extends Work>(works: readonly W[]): Map<string, Written<W>[]> {
  const kinds = new Map<string, Written<W>[]>()
  for (const work of works) {
    const kind = work.status === 'cancelled' ? null : kindOf(work)
    if (kind === null) continue
    const written = { work, site: siteOf(work) }
    const known = kinds.get(kind)
    if (known) known.push(written)
    else kinds.set(kind, [written])
  }
  return kinds
}

/** Whoever pays names the one who does it, and that one names who pays: the same project, or days that meet. */
const nameEachOther = (donor: SentWork, doer: SentWork): boolean =>
  donor.organisation !== doer.organisation &&
  donor.implementer === doer.organisation &&
  doer.funder === donor.organisation &&
  (meet(donor, doer) || (donor.projectCode !== null && donor.projectCode === doer.projectCode))

/** Rows of the donor with the rows of the implementer that tell of the same work: the implementer's count. Who names each other both ways is left to people. */
export function sentByBoth<W extends SentWork>(works: readonly W[]): { donor: W; implementer: W }[] {
  return [...byKind(works).values()].flatMap((same) => {
    const doers = same.filter(({ work }) => work.funder !== null)
    return same.flatMap(({ work: donor, site }) =>
      doers
        .filter((doer) => sameSite(site, doer.site) && nameEachOther(donor, doer.work) && !nameEachOther(doer.work, donor))
        .map(({ work: implementer }) => ({ donor, implementer })),
    )
  })
}

/** Pairs of different organisations, by what they have in common; each pair once, in the order of the rows. */
export function alikeIn<W extends Work>(works: readonly W[]): [W, W][] {
  return [...byKind(works).values()].flatMap((same) =>
    same.flatMap(({ work: one, site }, at) =>
      same
        .slice(at + 1)
        .filter((other) => one.organisation !== other.work.organisation && sameSite(site, other.site) && meet(one, other.work))
        .map((other): [W, W] => [one, other.work]),
    ),
  )
}
