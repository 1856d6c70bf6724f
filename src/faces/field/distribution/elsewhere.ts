/**
 * What other tablets of the day handed over, as far as this one knows: told by the office, or seen on their pictures. Of each tablet the later word counts, so that nothing
 * is counted twice; none of it is ever sent as this tablet's own.
 */
import type { FieldFact, Served, ShownService } from '../../../engines/handover/index.ts'
import type { LockedStore } from '../store/locked.ts'
import { type DayHere, metAt } from './daysHere.ts'

export const metTablets = async (cache: LockedStore, id: string): Promise<ShownService[]> => (await cache.value<ShownService[]>(metAt(id))) ?? []

/** An older picture of the same tablet changes nothing. */
export async function keepMet(cache: LockedStore, id: string, shown: ShownService): Promise<void> {
  const before = await metTablets(cache, id)
  if (before.some(({ device, through }) => device === shown.device && through > shown.through)) return
  await cache.write({ key: metAt(id), value: [...before.filter(({ device }) => device !== shown.device), shown] })
}

/** A day that was lent to an older app names no tablets. */
function toldByOffice({ elsewhere, tablets = [] }: DayHere): ShownService[] {
  const told = new Map<string, ShownService>(tablets.map((tablet) => [tablet.device, { ...tablet, served: [] }]))
  for (const { device = '', household, line, quantity, at = '' } of elsewhere) {
    const tablet = told.get(device) ?? { device, label: '', through: 0, served: [] }
    const known = tablet.served.find((one) => one.household === household)
    const served: Served = { household, handed: [...(known?.handed ?? []), { line, quantity }], at: known && known.at > at ? known.at : at }
    told.set(device, { ...tablet, served: [...tablet.served.filter((one) => one !== known), served] })
  }
  return [...told.values()]
}

export function othersOf(day: DayHere, met: readonly ShownService[]): ShownService[] {
  const office = toldByOffice(day)
  const isLater = (one: ShownService) => one.through > (office.find(({ device }) => device === one.device)?.through ?? -1)
  const later = met.filter(isLater)
  return [...office.filter(({ device }) => later.every((one) => one.device !== device)), ...later]
}

/** As facts, to be counted beside this tablet's own. */
export const factsElsewhere = (others: readonly ShownService[], distribution: string): FieldFact[] =>
  others.flatMap(({ device, served }) =>
    served.flatMap(({ household, handed, at }) =>
      handed
        .filter(({ quantity }) => quantity > 0)
        .map(({ line, quantity }): FieldFact => {
          const nothing = { item: null, lots: [], reverses: null, receivedBy: null, acknowledgement: null, collector: null, reason: null }
          return { ...nothing, kind: 'handed', distribution, household, line, device, sequence: line, quantity, at }
        }),
    ),
  )
