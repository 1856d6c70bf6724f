/** The least that each record of distributions asks for, for the access tables. */
import { Distribution, Entitlement } from '../../src/domains/relief/distribution/distribution.ts'
import { Handover } from '../../src/domains/relief/distribution/handover.ts'
import { DistributionTablet } from '../../src/domains/relief/distribution/tablet.ts'
import { type Db, insertRow, LedgerAccount } from '../../src/kernel/index.ts'
import { ownOrganisation } from './everyRole.ts'

export type DistributionGround = { distribution: string; tablet: string; account: string; handovers: string[] }

const of = (code: string) => ({
  ...{
    code,
    name: code,
    place: 'MZ0109',
    point: 'Escola',
    day: '2021-06-01',
    modality: 'in_kind' as const,
    packages: [],
    safety: [],
    blanket: false,
    state: 'planned' as const,
  },
  standard: { since: '2021-01-01', source: 'x', anyOf: [] },
})
const handoverOf = (distribution: string, sequence: number) => ({
  ...{ distribution, household: 'H-1', line: 0, device: 'ground', sequence, kind: 'no_show' as const, quantity: 0, lots: [], saidAt: '2021-06-01T08:00:00Z' },
  ...{ paper: false, late: false, hash: 'x', receiptNumber: 1_000_000 + sequence, receipt: 'x', receiptKey: 'x', receiptSignature: 'x' },
})

/** Of the vault's class, which nobody here may see. */
export async function layDistribution(db: Db): Promise<DistributionGround> {
  const common = { scope: 'MZ', class: 4 }
  const distribution = (await insertRow(db, Distribution, { ...common, ...of('GROUND') })).id
  const kept = { owner: 'relief', code: 'custody/ground', kind: 'custody', name: { pt: 'a', en: 'a' } } as const
  const account = (await insertRow(db, LedgerAccount, { ...common, ...kept })).id
  const held = { custody: account, source: account, lastSequence: 0, state: 'open' } as const
  const tablet = (await insertRow(db, DistributionTablet, { ...common, distribution, device: 'ground', label: 'a', ...held })).id
  const handovers: string[] = []
  for (let n = 1; n <= 200; n++) handovers.push((await insertRow(db, Handover, { ...common, ...handoverOf(distribution, n) })).id)
  return { distribution, tablet, account, handovers }
}

/** One household of four in Metuge got what the standard asks for. */
export async function laySettledDistribution(db: Db, organisation: string): Promise<void> {
  const scope = 'MZ0109'
  const standard = { since: '2021-01-01', source: 'x', anyOf: [{ item: 'BUCKET', quantity: 1 }] }
  const about = { ...of('OX-1'), name: 'Baldes', day: '2026-10-10', organisation, standard, state: 'reconciled' as const }
  const { id: distribution } = await insertRow(db, Distribution, { scope, ...about })
  const list = { lines: [], mark: false, alternates: true, verified: true, prints: 1, revokedTo: 0 }
  await insertRow(db, Entitlement, { scope, class: 3, distribution, household: 'H-1', people: 4, ...list })
  await insertRow(db, Handover, { scope, class: 3, ...handoverOf(distribution, 1), kind: 'handed', item: 'BUCKET', quantity: 2 })
}

export const distributionAnswers = (
  { distribution, tablet, account, handovers, organisation }: DistributionGround & { organisation: string },
  n: number,
): Record<string, Record<string, unknown>> => ({
  'relief.distribution': { ...of(`D-${n}`), organisation: n % 2 === 0 ? ownOrganisation : organisation },
  'relief.entitlement': { distribution, household: `H-${n}`, lines: [], mark: false, alternates: true, verified: false, prints: 0, revokedTo: 0 },
  'relief.distribution_tablet': { distribution, device: `d-${n}`, label: 'a', custody: account, source: account, lastSequence: 0, state: 'open' },
  'relief.handover': handoverOf(distribution, 1000 + n),
  'relief.distribution_exception': { distribution, handover: handovers[n % handovers.length], reason: 'x', state: 'waiting' },
  'relief.reconciliation_line': { distribution, tablet, item: `I-${n}`, lot: '', returned: 0, damaged: 0, counted: 0 },
})
