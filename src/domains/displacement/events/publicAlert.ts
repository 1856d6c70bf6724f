/**
 * What the world may read of one movement alert: movements by kind and by pair of districts, after disclosure control. Page, one-page PDF, message and data file
 * are all made from this set and from nothing else.
 */

import type { Count } from '../../../engines/count.ts'
import type { FigureToPublish } from '../../../engines/disclosure/index.ts'
import { type Line, linesOf, type MovementKind, sumsByKind } from '../../../engines/movements/summary.ts'
import { type Bilingual, type Db, getRow, type House, type Refused, refuse, refused } from '../../../kernel/index.ts'
import { type AreaTree, treeOf } from '../areas.ts'
import { demonstrationNote } from '../demonstrationNote.ts'
import { safeCounts } from '../disclose.ts'
import type { PublicRound } from '../publicRound.ts'
import { Operation, operationFacts } from '../round.ts'
import type { MovementAlertRow } from './event.ts'
import { movementsOf, nameOfArea, type SeenMovement } from './movements.ts'

/** `individuals` of the movements whose size is known; where `unsized` is not 0 the figure is "at least". */
export type PublicSum = { kind: MovementKind; movements: number; individuals: Count; unsized: number; households: Count; withoutHouseholds: number }
export type PublicLine = PublicSum & { from: string | null; fromName: string | null; to: string | null; toName: string | null }

export type PublicAlert = {
  format: 'capulana-public-alert-1'
  number: number
  operation: PublicRound['operation']
  periodFrom: string
  periodTo: string
  /** When the last report that is in these figures came in. */
  lastReport: string
  sums: PublicSum[]
  lines: PublicLine[]
  reasons: { code: string; label: Bilingual; movements: number }[]
  vulnerabilities: { code: string; label: Bilingual; individuals: Count }[]
  needs: { code: string; label: Bilingual }[]
  narrative: Bilingual
  limitations: Bilingual[]
  demonstration: PublicRound['demonstration']
  licence: string
  credit: string
}

const limitations: Bilingual[] = [
  {
    pt: 'São movimentos comunicados por informantes e não uma contagem de todas as pessoas: não somar ao total de nenhuma ronda.',
    en: 'These are movements reported by informants and not a count of everybody: not to be added to the total of any round.',
  },
  {
    pt: 'A mesma pessoa pode estar em mais de um movimento; o que ninguém comunicou não está aqui.',
    en: 'The same person may be part of more than one movement; what nobody reported is not here.',
  },
]

type Sums = { sums: PublicSum[]; lines: PublicLine[] }

/** Lines of one kind make up its sum; people and households are each made safe, and households of people who are withheld go with them. */
async function disclose(movements: readonly SeenMovement[], tree: AreaTree, minimum: number): Promise<Sums | Refused> {
  const [kinds, lines] = [sumsByKind(movements), linesOf(movements)]
  const keyOf = ({ kind, from, to }: Line) => JSON.stringify([kind, from, to])
  const parents: Record<string, string | null> = Object.fromEntries([
    ...kinds.map(({ kind }) => [kind, null]),
    ...lines.map((line) => [keyOf(line), line.kind]),
  ])
  const figures = (unit: 'individuals' | 'households', hidden: ReadonlySet<string>): FigureToPublish[] =>
    [...kinds.map((sum) => [sum.kind as string, sum[unit]] as const), ...lines.map((line) => [keyOf(line), line[unit]] as const)].map(([area, count]) => ({
      key: { area },
      count,
      sensitive: hidden.has(area),
    }))
  const safe = async (asked: FigureToPublish[]) => {
    const counts = await safeCounts(asked, parents, minimum)
    return 'refused' in counts ? counts : new Map(asked.map(({ key }, at) => [key.area!, counts[at]!]))
  }
  const people = await safe(figures('individuals', new Set()))
  if ('refused' in people) return people
  const households = await safe(figures('households', new Set([...people].flatMap(([area, count]) => (count === 'withheld' ? [area] : [])))))
  if ('refused' in households) return households
  const printed = <Sum extends { individuals: number; unsized: number; movements: number; households: number; withoutHouseholds: number }>(
    sum: Sum,
    area: string,
  ) => ({
    ...sum,
    individuals: sum.unsized === sum.movements ? ('unknown' as const) : people.get(area)!,
    households: sum.withoutHouseholds === sum.movements ? ('unknown' as const) : households.get(area)!,
  })
  return {
    sums: kinds.map((sum) => printed(sum, sum.kind)),
    lines: lines.map((line) => ({ ...printed(line, keyOf(line)), fromName: nameOfArea(tree, line.from), toName: nameOfArea(tree, line.to) })),
  }
}

function reasonsOf(house: House, movements: readonly SeenMovement[]): PublicAlert['reasons'] {
  const counts = new Map<string, number>()
  for (const { reasons } of movements) for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  return [...counts]
    .map(([code, n]) => ({ code, label: labelOf(house, 'reason', code), movements: n }))
    .sort((a, b) => b.movements - a.movements || a.code.localeCompare(b.code))
}

/** People who came or passed, by vulnerability: one person may stand in several lines, so these have no total to be subtracted from. */
function vulnerabilitiesOf(house: House, movements: readonly SeenMovement[], minimum: number): PublicAlert['vulnerabilities'] {
  const counts = new Map<string, number>()
  for (const { vulnerabilities } of movements) for (const { code, individuals } of vulnerabilities) counts.set(code, (counts.get(code) ?? 0) + individuals)
  return [...counts]
    .map(([code, individuals]) => ({
      code,
      label: labelOf(house, 'vulnerability', code),
      individuals: individuals < minimum ? ('withheld' as const) : individuals,
    }))
    .sort((a, b) => a.code.localeCompare(b.code))
}

const labelOf = (house: House, list: string, code: string): Bilingual =>
  house.pack.codeLists.get(list)?.codes.find((each) => each.code === code)?.label ?? { pt: code, en: code }

export type Draft = Omit<PublicAlert, 'narrative'>

export async function buildAlert(house: House, db: Db, alert: MovementAlertRow): Promise<Draft | Refused> {
  const operation = await getRow(db, Operation, alert.operation)
  if (!operation) return refused(refuse('access.not-found'))
  const tree = await treeOf(db, operation)
  const movements = await movementsOf(db, { operation: operation.id, from: alert.periodFrom, to: alert.periodTo }, tree)
  if (movements.length === 0) return refused(refuse('alert.no-movements', { from: alert.periodFrom, to: alert.periodTo }))
  const minimum = house.pack.thresholds.disclosureMinimum
  const safe = await disclose(movements, tree, minimum)
  if ('refused' in safe) return safe
  return {
    format: 'capulana-public-alert-1',
    number: alert.number,
    operation: operationFacts(operation),
    periodFrom: alert.periodFrom,
    periodTo: alert.periodTo,
    lastReport: movements
      .map(({ recordedAt }) => recordedAt)
      .sort()
      .at(-1)!,
    ...safe,
    reasons: reasonsOf(house, movements),
    vulnerabilities: vulnerabilitiesOf(house, movements, minimum),
    needs: (alert.needs ?? []).map((code) => ({ code, label: labelOf(house, 'need', code) })),
    limitations,
    demonstration: operation.demonstration ? demonstrationNote(null) : null,
    licence: operation.licence ?? '',
    credit: operation.credit ?? '',
  }
}
