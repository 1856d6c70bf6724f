/** What was approved of a request and is in no release yet, in items: what the form proposes. The server counts again. */
import type { ReliefRequest, Thing } from '../../../api/reliefRequests.ts'

type Line = { item: string; quantity: number }

export function leftToRelease({ lines, releases }: Pick<ReliefRequest, 'lines' | 'releases'>, things: readonly Thing[]): Line[] {
  const left = new Map<string, number>()
  const add = ({ item, quantity }: Line) => left.set(item, (left.get(item) ?? 0) + quantity)
  for (const { code, edition, approved } of lines)
    for (const { item, perKit } of things.find((thing) => thing.code === code && thing.edition === edition)?.parts ?? [])
      add({ item, quantity: perKit * (approved ?? 0) })
  for (const release of releases) if (release.state !== 'cancelled') for (const { item, quantity } of release.lines) add({ item, quantity: -quantity })
  return [...left].filter(([, quantity]) => quantity > 0).map(([item, quantity]) => ({ item, quantity }))
}
