/** What a keeper does with scanned lines, and what the house is told of it. */
import type { Pack } from '../../../api/stock.ts'

export const deeds = ['receive', 'waybill', 'put-away', 'count', 'pack', 'break', 'put-aside', 'take-up', 'return', 'loss', 'damage'] as const
export type DeedName = (typeof deeds)[number]

export type Line = {
  key: string
  item: string
  name: string
  lot: string
  shelf: string
  quantity: number
  pack: Pack | null
  /** When it was scanned: a count compares with the stock of that moment. */
  at: string
  reason: string
  ordered: string
  /** Empty: not said from which promise it came. */
  pipelineLine: string
}
export const unitsOf = ({ quantity, pack }: Pick<Line, 'quantity' | 'pack'>) => quantity * (pack?.units ?? 1)

export type Head = {
  source: 'order' | 'donation' | 'opening'
  reference: string
  release: string
  organisation: string
  toWarehouse: string
  place: string
  placeName: string
  transporter: string
  vehicle: string
  driver: string
  toShelf: string
  words: string
}
export const emptyHead: Head = {
  ...{ source: 'order', reference: '', release: '', organisation: '', toWarehouse: '', place: '', placeName: '' },
  ...{ transporter: '', vehicle: '', driver: '', toShelf: '', words: '' },
}

/** Still missing before the house can be asked. */
export function isReady(deed: DeedName, head: Head, lines: readonly Line[]): boolean {
  if (lines.length === 0) return false
  if (deed === 'waybill') return Boolean((head.organisation || head.toWarehouse) && head.place && head.transporter.trim() && head.vehicle.trim())
  if (deed === 'put-away' || deed === 'pack') return head.toShelf !== ''
  if (deed === 'take-up') return head.toShelf !== '' && head.words.trim() !== ''
  // The kit and at least one part of it.
  if (deed === 'break') return lines.length > 1
  if (deed === 'return') return head.organisation !== ''
  return ['receive', 'count'].includes(deed) || head.words.trim() !== ''
}

type Asked = { url: string; payload: object }

export function askedOf(warehouse: string, deed: DeedName, head: Head, lines: readonly Line[]): Asked[] {
  const base = `/api/relief/warehouses/${warehouse}`
  const plain = lines.map(({ item, lot, shelf, quantity, pack }) => ({ item, lot, shelf, quantity, pack: pack?.name ?? null }))
  const words = head.words.trim() || null
  if (deed === 'receive') {
    const ordered = lines.map((line, n) => ({
      ...plain[n],
      ordered: line.ordered === '' ? null : Number(line.ordered),
      pipelineLine: line.pipelineLine || null,
    }))
    return [{ url: `${base}/papers/receive`, payload: { source: head.source, reference: head.reference.trim() || null, lines: ordered } }]
  }
  if (deed === 'waybill') {
    const reasons = lines.map((line, n) => ({ ...plain[n], reason: line.reason.trim() || null }))
    const { place, transporter, vehicle, driver, organisation, toWarehouse, release } = head
    const to = { organisation: organisation || null, toWarehouse: toWarehouse || null, release: release || null }
    return [{ url: `${base}/waybills`, payload: { ...to, place, transporter, vehicle, driver: driver.trim() || null, lines: reasons } }]
  }
  // A sheet belongs to one shelf: what was counted on two is two sheets.
  if (deed === 'count')
    return [...new Set(lines.map(({ shelf }) => shelf))].map((shelf) => ({
      url: `${base}/papers/count`,
      payload: {
        ...{ shelf, words },
        lines: lines.filter((line) => line.shelf === shelf).map((line) => ({ item: line.item, lot: line.lot, counted: unitsOf(line), countedAt: line.at })),
      },
    }))
  if (deed === 'pack') return lines.map((line) => ({ url: `${base}/papers/pack`, payload: { kit: line.item, kits: unitsOf(line), toShelf: head.toShelf } }))
  // The kit was scanned first; its parts are read off the boxes, because the house cannot know which lot lay in which kit.
  if (deed === 'break') {
    const [whole] = lines
    return [{ url: `${base}/papers/break`, payload: { kit: whole!.item, lot: whole!.lot, kits: unitsOf(whole!), shelf: whole!.shelf, parts: plain.slice(1) } }]
  }
  const payload = { words, toShelf: head.toShelf || null, organisation: head.organisation || null, lines: plain }
  return [{ url: `${base}/papers/move/${deed}`, payload }]
}
