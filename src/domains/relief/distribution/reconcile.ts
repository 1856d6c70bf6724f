/**
 * Whether the goods of the day are all accounted for, by item and lot: opening + received − handed − returned − damaged = counted. What does not fit is explained by
 * one person and signed by another, and an explanation holds only for the difference that it explained (relief specification, 3.4 and 4.10).
 */
import { sql } from 'kysely'
import { expectedCount } from '../../../engines/handover/index.ts'
import { audit, type Db, getRow, type Refusal, type Refused, refuse, refused, updateRow } from '../../../kernel/index.ts'
import { ReconciliationLine } from './tablet.ts'

export type ReconciledLine = {
  id: string
  tablet: string
  label: string
  item: string
  lot: string
  opening: number
  received: number
  handed: number
  returned: number
  damaged: number
  expected: number
  counted: number
  variance: number
  explanation: string | null
  state: 'fits' | 'unexplained' | 'explained' | 'signed'
  explainedBy: string | null
}

type Found = Omit<ReconciledLine, 'opening' | 'expected' | 'variance' | 'state'> & { explainedVariance: number | null; signedBy: string | null }

function stateOf({ explainedVariance, signedBy }: Found, variance: number): ReconciledLine['state'] {
  if (variance === 0) return 'fits'
  if (explainedVariance !== variance) return 'unexplained'
  return signedBy ? 'signed' : 'explained'
}

/** Received and handed come from the ledger, so that a fact that comes in late is in them. */
export async function reconciledLines(db: Db, distribution: string): Promise<ReconciledLine[]> {
  const found = await db.rows<Found>(sql`
    select l.id, l.tablet, t.label, l.item, l.lot, l.returned, l.damaged, l.counted, l.explanation, l.explained_variance, l.explained_by, l.signed_by,
      coalesce(flow.received, 0)::int as received, coalesce(flow.handed, 0)::int as handed
    from relief.reconciliation_line l join relief.distribution_tablet t on t.id = l.tablet
    left join lateral (
      select sum(m.quantity) filter (where d.kind = 'release') as received,
        sum(case when m.from_account = t.custody then m.quantity else -m.quantity end) filter (where d.kind = 'handover') as handed
      from ledger.move m join ledger.document d on d.id = m.document
      where m.item = l.item and m.lot = l.lot and (m.from_account = t.custody or m.to_account = t.custody)
    ) flow on true
    where l.distribution = ${distribution} order by t.label, l.item, l.lot`)
  return found.map((line) => {
    const { explainedVariance: _, signedBy: __, ...shown } = line
    const expected = expectedCount({ ...line, opening: 0 })
    const variance = line.counted - expected
    return { ...shown, opening: 0, expected, variance, state: stateOf(line, variance) }
  })
}

/** Everything that stands between a closed day and a reconciled one. */
export async function unexplained(db: Db, distribution: string): Promise<Refusal[]> {
  const open = await db.rows<{ label: string }>(
    sql`select label from relief.distribution_tablet where distribution = ${distribution} and state = 'open' order by label`,
  )
  const lines = await reconciledLines(db, distribution)
  return [
    ...(open.length > 0 ? [refuse('relief.tablet-not-counted', { list: open.map(({ label }) => label) })] : []),
    ...lines
      .filter(({ state }) => state === 'unexplained' || state === 'explained')
      .map(({ item, lot, expected, counted }) => refuse('relief.unexplained-variance', { item, lot, expected, counted })),
  ]
}

async function lineOf(db: Db, id: string): Promise<ReconciledLine | null> {
  const row = await getRow(db, ReconciliationLine, id)
  return row ? ((await reconciledLines(db, row.distribution)).find((line) => line.id === id) ?? null) : null
}

export async function explainVariance(db: Db, id: string, words: string): Promise<{ state: 'explained' } | Refused> {
  const line = await lineOf(db, id)
  if (!line) return refused(refuse('access.not-found'))
  if (line.state === 'fits' || line.state === 'signed') return refused(refuse('ledger.nothing-waits'))
  const changed = { explanation: words, explainedVariance: line.variance, explainedBy: db.actor.userId, signedBy: null }
  if (!(await updateRow(db, ReconciliationLine, id, changed))) return refused(refuse('access.not-found'))
  await audit(db, 'relief.explain-variance', ReconciliationLine.name, id)
  return { state: 'explained' }
}

export async function signVariance(db: Db, id: string): Promise<{ state: 'signed' } | Refused> {
  const line = await lineOf(db, id)
  if (!line) return refused(refuse('access.not-found'))
  if (line.state !== 'explained') return refused(refuse('ledger.nothing-waits'))
  if (line.explainedBy === db.actor.userId) return refused(refuse('ledger.second-person'))
  if (!(await updateRow(db, ReconciliationLine, id, { signedBy: db.actor.userId }))) return refused(refuse('access.not-found'))
  await audit(db, 'relief.sign-variance', ReconciliationLine.name, id)
  return { state: 'signed' }
}
