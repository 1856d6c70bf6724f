/** How an agreement stands on a day, and what all of them together ask for: which end soon, which reports are late, what they are worth (specification: coordination, 4.8). */
import type { AgreementRow } from './agreement.ts'

type Dated = Pick<AgreementRow, 'state' | 'fromDay' | 'toDay' | 'noticeDays'>
export type Standing = AgreementRow['state'] | 'expiring'

const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

/** The day decides, also where nobody has pressed anything: past its last day nothing is active. */
export function standingOf({ state, toDay, noticeDays }: Dated, today: string): Standing {
  if (state !== 'active') return state
  if (toDay < today) return 'ended'
  return daysBetween(today, toDay) <= noticeDays ? 'expiring' : 'active'
}

/** May money or personal data move under it today? */
export const isInForce = (agreement: Dated, today: string): boolean =>
  agreement.fromDay <= today && ['active', 'expiring'].includes(standingOf(agreement, today))

/** The day until which data that it gave may be kept; null: it gave none, or the clock has not started. */
export function retainUntil({ dataClause, endedOn, toDay, ...dated }: AgreementRow, today: string): string | null {
  if (!dataClause || !['ended', 'terminated'].includes(standingOf({ ...dated, toDay }, today))) return null
  const [year, month, day] = (endedOn ?? toDay).split('-').map(Number) as [number, number, number]
  return new Date(Date.UTC(year, month - 1 + dataClause.retentionMonths, day)).toISOString().slice(0, 10)
}

export type Portfolio = {
  active: number
  endingIn90Days: number
  reportsOverdue: number
  /** Contributions of parties, by currency; what is not said is not in the sum and counted beside it. */
  byParty: { organisation: string; currency: string; value: number; unsaid: number }[]
  byArea: { focusArea: number | null; currency: string; value: number; unsaid: number }[]
}

type Worth = { currency: string; value: number; unsaid: number }

function added<Key>(lines: { key: Key; currency: string | null; value: number | null }[]): ({ key: Key } & Worth)[] {
  const sums = new Map<string, { key: Key } & Worth>()
  for (const { key, currency, value } of lines) {
    const name = `${key} ${currency}`
    const sum = sums.get(name) ?? { key, currency: currency ?? '', value: 0, unsaid: 0 }
    sums.set(name, { ...sum, value: sum.value + (value ?? 0), unsaid: sum.unsaid + (value === null ? 1 : 0) })
  }
  return [...sums.values()]
}

export function portfolioOf(agreements: readonly AgreementRow[], today: string): Portfolio {
  const running = agreements.filter((agreement) => isInForce(agreement, today))
  const parties = running.flatMap(({ parties: all, currency }) =>
    all.map(({ organisation, contribution }) => ({ key: organisation, currency, value: contribution })),
  )
  return {
    active: running.length,
    endingIn90Days: running.filter(({ toDay }) => daysBetween(today, toDay) <= 90).length,
    reportsOverdue: running.flatMap(({ reports }) => reports.filter(({ due, receivedOn }) => receivedOn === null && due < today)).length,
    byParty: added(parties).map(({ key, ...worth }) => ({ organisation: key, ...worth })),
    byArea: added(running.map(({ focusArea, currency, value }) => ({ key: focusArea, currency, value }))).map(({ key, ...worth }) => ({
      focusArea: key,
      ...worth,
    })),
  }
}
