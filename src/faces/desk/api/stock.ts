/** Relief stock as the desk reads it: the day of a warehouse, what a code stands for, bin cards, stock and waybills. */
import { useQuery } from '@tanstack/react-query'
import type { LoadFigure } from '../../../engines/ledger/index.ts'
import type { Bilingual } from '../../../kernel/shared.ts'
import type { SpokenRefusal } from '../../ui/Refusals.tsx'
import { get, withQuery } from './ask.ts'
import { useDeed } from './useDeed.ts'

export type Pack = { name: string; units: number }
export type Thing = { code: string; name: Bilingual; baseUnit: string; packs: Pack[]; expires: boolean }
export type Scanned =
  | { kind: 'shelf'; shelf: string }
  | {
      kind: 'item'
      item: Thing
      lot: string | null
      lots: { code: string; expiry: string | null; usable: boolean }[]
      there: { lot: string; shelf: string; quantity: number }[]
    }
  | { kind: 'choices'; items: Thing[] }

/** A line of the catalogue, for its form. */
export type ItemRecord = Thing & {
  version: number
  weightKg: number | null
  volumeM3: number | null
  treated: boolean
  safetyStock: number | null
  specification: string | null
  source: string | null
}

export type SheetLine = { line: number; item: string; lot: string; shelf: string; quantity: number; pack: string | null }
export type AsideLine = {
  id: string
  file: string
  line: number
  item: string
  lot: string
  shelf: string
  quantity: string
  unit: string
  why: SpokenRefusal[]
  suggestions: { pack: string | null; factor: number; quantity: number }[]
}
export type StockSheetRead = { lines: SheetLine[]; waiting: AsideLine[] }

export type StockRow = {
  lot: string
  shelf: string
  warehouse: string
  kind: 'bin' | 'quarantine' | 'in_transit'
  quantity: number
  notUsable: 'expired' | 'untreated' | 'treatment-ended' | 'put-aside' | null
  expiry: string | null
  donor: string | null
}
export type ItemStock = {
  code: string
  name: Bilingual
  baseUnit: string
  usable: number
  notUsable: number
  onRoad: number
  monthsOfCover: number | null
  rows: StockRow[]
}
export type WarehouseOf = { id: string; code: string; name: string; place: string; open: boolean }
export type Stock = {
  warehouses: WarehouseOf[]
  items: ItemStock[]
  kits: { code: string; name: Bilingual; edition: number; kits: number; limitedBy: Bilingual[] }[]
  load: { kilograms: LoadFigure; cubicMetres: LoadFigure }
}

export type Discrepancy = {
  id: string
  item: string
  lot: string
  kind: 'short' | 'over' | 'damaged' | 'wrong_item'
  sent: number
  received: number
  quantity: number
  state: 'open' | 'explained' | 'signed'
  outcome: 'lost' | 'not_loaded' | null
  explanation: string | null
  explainedBy: string | null
  explainedByName: string | null
  signedByName: string | null
}
export type Waybill = {
  id: string
  year: number
  number: number
  warehouse: string
  warehouseCode: string
  warehouseName: string
  organisation: string | null
  toWarehouse: string | null
  toCode: string | null
  consignee: string
  placeName: string | null
  effectiveAt: string
  transporter: string
  vehicle: string
  lines: { item: string; lot: string; shelf: string; quantity: number; reason: string | null }[]
  state: 'on_road' | 'received' | 'cancelled'
  itemNames: Record<string, Bilingual>
  received: { at: string; by: string | null; lines: { item: string; lot: string; received: number; damaged: number }[]; note: string | null } | null
  discrepancies: Discrepancy[]
}
export type ToPick = {
  id: string
  year: number
  number: number
  organisation: string
  organisationName: string
  place: string
  lines: { item: string; quantity: number }[]
}
export type Proposal = {
  id: string
  kind: string
  at: string
  by: string | null
  byMe: boolean
  words: string | null
  lines: { item: string; lot: string; quantity: number; into: boolean }[]
}
export type PaperLine = {
  id: string
  kind: string
  year: number
  number: number
  at: string
  words: string | null
  lines: number
  cancelled: boolean
  note: string | null
  stays: 'received' | 'two_signed' | 'goods_gone' | null
}
export type Day = {
  warehouse: WarehouseOf
  mine: boolean
  shelves: { code: string; kind: StockRow['kind']; closedOn: string | null }[]
  expected: Waybill[]
  sent: Waybill[]
  toPick: ToPick[]
  toSign: {
    proposals: Proposal[]
    unexplained: { id: string; item: string; lot: string; quantity: number; state: string; explanation: string | null; byMe: boolean; shelf: string }[]
  }
  papers: PaperLine[]
}
export type Card = {
  lines: {
    document: string
    kind: string
    year: number
    number: number
    at: string
    change: number
    balance: number
    reversedBy: string | null
    words: string | null
  }[]
}
export type PickList = {
  organisation: string
  place: string
  lines: { item: string; lot: string; shelf: string; quantity: number }[]
  short: { item: string; missing: number }[]
}

const key = ['relief', 'stock'] as const
export const useStock = (warehouse?: string) =>
  useQuery({ queryKey: [...key, 'now', warehouse ?? ''], queryFn: () => get<Stock>(withQuery('/api/relief/stock', { warehouse })) })
export const useDay = (warehouse: string) =>
  useQuery({ queryKey: [...key, 'day', warehouse], queryFn: () => get<Day>(`/api/relief/warehouses/${warehouse}/day`) })
export type Expected = { id: string; item: string; remaining: number; likely: string; donorName: string | null }
export const useExpected = (isAsked: boolean) =>
  useQuery({ queryKey: [...key, 'expected'], queryFn: () => get<{ expected: Expected[] }>('/api/relief/expected'), enabled: isAsked })
export const useAsideLines = (warehouse: string) =>
  useQuery({ queryKey: [...key, 'aside', warehouse], queryFn: () => get<{ waiting: AsideLine[] }>(`/api/relief/warehouses/${warehouse}/aside-lines`) })
export const useWaybills = () => useQuery({ queryKey: [...key, 'waybills'], queryFn: () => get<{ waybills: Waybill[] }>('/api/relief/waybills') })
export const useCard = (asked: { shelf: string; item: string; lot: string } | null) =>
  useQuery({ queryKey: [...key, 'card', asked], queryFn: () => get<Card>(withQuery('/api/relief/card', asked ?? {})), enabled: asked !== null })
export const scanCode = (warehouse: string, code: string) => get<Scanned>(withQuery(`/api/relief/warehouses/${warehouse}/scan`, { code }))
export const pickList = (warehouse: string, release: string) => get<PickList>(`/api/relief/warehouses/${warehouse}/pick/${release}`)
export const useStockDeed = <Given, Answer>(deed: (given: Given) => Promise<Answer>, then?: (answer: Answer) => void) => useDeed(key, deed, then)
