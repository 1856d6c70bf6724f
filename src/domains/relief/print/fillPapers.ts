/** What stands on each paper of the warehouse. */
import { loadOf } from '../../../engines/ledger/index.ts'
import type { Language, RowOf } from '../../../kernel/index.ts'
import { printNumber } from '../../../kernel/publishing.ts'
import type { Things } from '../papers/lines.ts'
import type { ReceivedNote } from '../papers/receivedNote.ts'
import type { WaybillNow } from '../papers/waybillsOf.ts'
import type { BinCard } from '../stock/cardOf.ts'
import type { LotLine } from '../stock/donorLots.ts'
import type { StockNow } from '../stock/stockNow.ts'
import { printKind, printUnit, printWords } from './printWords.ts'
import type { StockPaper } from './stockPaper.ts'

/** `clock`: the moment as the wall of the country shows it. */
export type Printing = { lang: Language; things: Things; clock: (at: string) => string }

const nameOf = ({ things, lang }: Printing, item: string) => things.items.get(item)?.name[lang] ?? item
const unitOf = ({ things, lang }: Printing, item: string) => printUnit(things.items.get(item)?.baseUnit ?? '', lang)

export function waybillPaper(waybill: WaybillNow, printing: Printing): StockPaper {
  const { lang, clock } = printing
  const w = printWords[lang]
  const number = `${waybill.warehouseCode} ${waybill.year}/${waybill.number}`
  return {
    ...{ title: w.waybill, number, code: `${number} ${waybill.hash}` },
    facts: [
      [w.from, `${waybill.warehouseName} (${waybill.warehouseCode})`],
      [w.to, `${waybill.consignee}, ${waybill.placeName ?? waybill.place}`],
      [w.left, clock(waybill.effectiveAt!)],
      [w.transporter, `${waybill.transporter}, ${waybill.vehicle}${waybill.driver ? `, ${waybill.driver}` : ''}`],
      [w.fingerprint, waybill.hash.slice(0, 16)],
    ],
    columns: [
      ...[{ title: w.code }, { title: w.item, wide: true }, { title: w.lot }, { title: w.quantity, number: true }, { title: w.unit }],
      ...[
        { title: w.cameQuantity, number: true },
        { title: w.damagedQuantity, number: true },
      ],
    ],
    rows: waybill.lines.map(({ item, lot, quantity }) => {
      const came = waybill.received?.lines.find((one) => one.item === item && one.lot === lot)
      const written = came ? [printNumber(came.received, lang), printNumber(came.damaged, lang)] : ['', '']
      return [item, nameOf(printing, item), lot, printNumber(quantity, lang), unitOf(printing, item), ...written]
    }),
    signatures: [w.signSent, w.signDriver, w.signReceived],
  }
}

export function loadingPaper(waybill: WaybillNow, printing: Printing): StockPaper {
  const { lang, things } = printing
  const w = printWords[lang]
  const known = (value: number | null | undefined, quantity: number) => (value ? printNumber(value * quantity, lang, 1) : w.unknown)
  const of = (item: string) => things.items.get(item)
  const { kilograms, cubicMetres } = loadOf(
    waybill.lines.map(({ item, quantity }) => ({ quantity, weight: of(item)?.weightKg ?? null, volume: of(item)?.volumeM3 ?? null })),
  )
  const sum = (title: string, { atLeast, unknown }: { atLeast: number; unknown: number }, decimals: number) =>
    `${title}: ${unknown > 0 ? `${w.atLeast} ` : ''}${printNumber(atLeast, lang, decimals)}${unknown > 0 ? ` (${unknown} ${w.unknownItems})` : ''}`
  return {
    ...{ title: w.loading, number: `${waybill.warehouseCode} ${waybill.year}/${waybill.number}` },
    facts: [
      [w.to, `${waybill.consignee}, ${waybill.placeName ?? waybill.place}`],
      [w.vehicle, `${waybill.transporter}, ${waybill.vehicle}`],
    ],
    columns: [
      ...[{ title: w.shelf }, { title: w.item, wide: true }, { title: w.lot }, { title: w.quantity, number: true }],
      ...[
        { title: w.weight, number: true },
        { title: w.volume, number: true },
      ],
    ],
    rows: waybill.lines.map(({ item, lot, shelf, quantity }) => [
      ...[shelf, nameOf(printing, item), lot, printNumber(quantity, lang)],
      ...[known(of(item)?.weightKg, quantity), known(of(item)?.volumeM3, quantity)],
    ]),
    notes: [sum(`${w.total}, ${w.weight}`, kilograms, 1), sum(`${w.total}, ${w.volume}`, cubicMetres, 3)],
    signatures: [w.signKeeper, w.signDriver],
  }
}

export function receivedPaper(note: RowOf<typeof ReceivedNote>, warehouse: { code: string; name: string }, printing: Printing): StockPaper {
  const { lang, clock } = printing
  const w = printWords[lang]
  return {
    ...{ title: w.received, number: `${warehouse.code} ${note.year}/${note.number}` },
    facts: [
      [w.warehouse, warehouse.name],
      [w.source, printKind(note.source, lang)],
      ...(note.reference ? ([[w.reference, note.reference]] satisfies [string, string][]) : []),
      [w.at, clock(note.effectiveAt!)],
    ],
    columns: [
      ...[{ title: w.code }, { title: w.item, wide: true }, { title: w.lot }, { title: w.shelf }],
      ...[{ title: w.ordered, number: true }, { title: w.receivedQuantity, number: true }, { title: w.unit }],
    ],
    rows: note.lines.map(({ item, lot, shelf, quantity, ordered }) => [
      ...[item, nameOf(printing, item), lot, shelf, ordered === null ? w.unknown : printNumber(ordered, lang)],
      ...[printNumber(quantity, lang), unitOf(printing, item)],
    ]),
    signatures: [w.signDriver, w.signKeeper],
  }
}

export function cardPaper(card: BinCard, printing: Printing): StockPaper {
  const { lang, clock } = printing
  const w = printWords[lang]
  return {
    ...{ title: w.card, number: `${card.shelf} · ${card.item}${card.lot && ` · ${card.lot}`}` },
    facts: [
      [w.item, nameOf(printing, card.item)],
      [w.unit, unitOf(printing, card.item)],
    ],
    columns: [...[{ title: w.at }, { title: w.paper, wide: true }, { title: w.other }, { title: w.change, number: true }, { title: w.balance, number: true }]],
    rows: card.lines.map(({ at, kind, year, number, otherCode, change, balance }) => [
      ...[clock(at), `${printKind(kind, lang)} ${year}/${number}`, otherCode.startsWith('partner/') ? '' : otherCode],
      ...[printNumber(change, lang), printNumber(balance, lang)],
    ]),
  }
}

export function countPaper({ items }: StockNow, warehouse: { code: string; name: string }, { lang }: Printing): StockPaper {
  const w = printWords[lang]
  const rows = items.flatMap(({ code, name, rows: lots }) => lots.filter(({ kind }) => kind !== 'in_transit').map((row) => ({ ...row, code, name })))
  return {
    ...{ title: w.countSheet, number: warehouse.code },
    facts: [[w.warehouse, warehouse.name]],
    columns: [
      { title: w.shelf },
      { title: w.code },
      { title: w.item, wide: true },
      { title: w.lot },
      { title: w.counted, number: true },
      { title: w.countedAt },
    ],
    rows: rows.toSorted((a, b) => (a.shelf < b.shelf ? -1 : 1)).map(({ shelf, code, name, lot }) => [shelf, code, name[lang], lot, '', '']),
    notes: [w.countNote],
    signatures: [w.signKeeper, w.signSecond],
  }
}

export function stockPaper({ items }: StockNow, warehouse: { code: string; name: string }, { lang }: Printing): StockPaper {
  const w = printWords[lang]
  return {
    ...{ title: w.stock, number: warehouse.code },
    facts: [[w.warehouse, warehouse.name]],
    columns: [
      ...[{ title: w.code }, { title: w.item, wide: true }, { title: w.lot }, { title: w.shelf }, { title: w.quantity, number: true }],
      ...[{ title: w.expiry }, { title: w.state }],
    ],
    rows: items.flatMap(({ code, name, rows }) =>
      rows.map(({ lot, shelf, quantity, expiry, notUsable, kind }) => [
        ...[code, name[lang], lot, shelf, printNumber(quantity, lang), expiry ?? ''],
        kind === 'in_transit' ? w.onRoad : notUsable ? w.notUsable : w.usable,
      ]),
    ),
  }
}

export function donorPaper(lots: readonly LotLine[], { lang }: Printing): StockPaper {
  const w = printWords[lang]
  const donors = [...new Set(lots.flatMap(({ donor }) => donor ?? []))]
  return {
    ...{ title: w.donorLots, number: donors.length === 1 ? donors[0]! : w.everyDonor },
    facts: [],
    columns: [
      ...[{ title: w.item, wide: true }, { title: w.lot }, { title: w.grant }, { title: w.receivedQuantity, number: true }],
      ...[w.onShelves, w.onRoad, w.withPartners, w.handedOver, w.packed, w.lost].map((title) => ({ title, number: true })),
    ],
    rows: lots.map(({ itemName, lot, grantCode, received, onShelves, onRoad, withPartners, handedOver, packed, lostOrDamaged }) => [
      ...[itemName[lang], lot, grantCode ?? ''],
      ...[received, onShelves, onRoad, withPartners, handedOver, packed, lostOrDamaged].map((figure) => printNumber(figure, lang)),
    ]),
  }
}
