/** What stands on each paper of the warehouse. */
import { type LoadFigure, loadOf } from '../../../engines/ledger/index.ts'
import type { Language, RowOf } from '../../../kernel/index.ts'
import { printDate, printNumber } from '../../../kernel/publishing.ts'
import type { Things } from '../papers/lines.ts'
import type { ReceivedNote } from '../papers/receivedNote.ts'
import type { WaybillNow } from '../papers/waybillsOf.ts'
import type { BinCard } from '../stock/cardOf.ts'
import type { LotLine } from '../stock/donorLots.ts'
import type { StockNow } from '../stock/stockNow.ts'
import { printKind, printShelf, printUnit, printWords } from './printWords.ts'
import type { ReleaseToPrint } from './releaseToPrint.ts'
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
      [w.sentBy, waybill.sentBy ?? w.unknown],
      [w.receivedBy, waybill.received ? `${waybill.received.by ?? w.unknown}, ${clock(waybill.received.at)}` : w.nobodyYet],
      [w.fingerprint, waybill.hash.slice(0, 16)],
      ...(waybill.state === 'cancelled' ? ([[w.state, printKind('cancelled', lang)]] satisfies [string, string][]) : []),
    ],
    columns: [
      ...[{ title: w.code }, { title: w.item, wide: true }, { title: w.lot }, { title: w.quantity, number: true }, { title: w.unit }],
      ...[
        { title: w.cameQuantity, number: true, write: !waybill.received },
        { title: w.damagedQuantity, number: true, write: !waybill.received },
      ],
    ],
    rows: waybill.lines.map(({ item, lot, quantity }) => {
      const came = waybill.received?.lines.find((one) => one.item === item && one.lot === lot)
      const written = came ? [printNumber(came.received, lang), printNumber(came.damaged, lang)] : ['', '']
      return [item, nameOf(printing, item), lot, printNumber(quantity, lang), unitOf(printing, item), ...written]
    }),
    // What differed stands under the lines as it was sent: the lines themselves are never changed.
    notes: waybill.discrepancies.map(({ item, kind, quantity, explanation, state, signedByName }) =>
      [
        `${w.differs}: ${printNumber(quantity, lang)} ${unitOf(printing, item)} ${nameOf(printing, item)} ${printKind(kind, lang)}`,
        ...[explanation ?? w.unexplained, ...(state === 'signed' && signedByName ? [signedByName] : [])],
      ].join(' · '),
    ),
    signatures: [w.signSent, w.signDriver, w.signReceived],
  }
}

export function loadingPaper(waybill: WaybillNow, printing: Printing): StockPaper {
  const { lang, things } = printing
  const w = printWords[lang]
  const known = (value: number | null | undefined, quantity: number, decimals: number) => (value ? printNumber(value * quantity, lang, decimals) : w.unknown)
  const of = (item: string) => things.items.get(item)
  const { kilograms, cubicMetres } = loadOf(
    waybill.lines.map(({ item, quantity }) => ({ quantity, weight: of(item)?.weightKg ?? null, volume: of(item)?.volumeM3 ?? null })),
  )
  /** What is known is a least as soon as one item is not; where none is known there is no figure. */
  const sum = ({ atLeast, unknown }: LoadFigure, unit: string, decimals: number) => {
    const much = `${printNumber(atLeast, lang, decimals)} ${unit}`
    if (unknown === 0) return much
    return `${atLeast === 0 ? w.unknown : `${w.atLeast} ${much}`}, ${unknown === 1 ? w.oneUnknown : `${unknown} ${w.moreUnknown}`}`
  }
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
      ...[known(of(item)?.weightKg, quantity, 1), known(of(item)?.volumeM3, quantity, 3)],
    ]),
    notes: [`${w.totalWeight}: ${sum(kilograms, 'kg', 1)}`, `${w.totalVolume}: ${sum(cubicMetres, 'm³', 3)}`],
    signatures: [w.signKeeper, w.signDriver],
  }
}

export function releasePaper(release: ReleaseToPrint, printing: Printing): StockPaper {
  const { lang, clock } = printing
  const w = printWords[lang]
  const { warehouseCode, warehouseName, year, number, consignee, place, placeName, request, state, recordedAt, lines, gone } = release
  const name = `${year}/${number}`
  return {
    ...{ title: w.release, number: warehouseCode ? `${warehouseCode} ${name}` : name },
    facts: [
      ...(warehouseName ? ([[w.from, `${warehouseName} (${warehouseCode})`]] satisfies [string, string][]) : []),
      [w.to, `${consignee}, ${placeName ?? place}`],
      ...(request ? ([[w.request, request]] satisfies [string, string][]) : []),
      [w.at, clock(recordedAt)],
      [w.state, printKind(state, lang)],
    ],
    columns: [
      ...[{ title: w.code }, { title: w.item, wide: true }, { title: w.quantity, number: true }],
      ...[{ title: w.leftAlready, number: true }, { title: w.unit }],
    ],
    rows: lines.map(({ item, quantity }) => {
      const left = gone.filter((line) => line.item === item).reduce((sum, line) => sum + line.quantity, 0)
      return [item, nameOf(printing, item), printNumber(quantity, lang), printNumber(left, lang), unitOf(printing, item)]
    }),
    signatures: [w.signRelease, w.signKeeper, w.signReceived],
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
    rows: card.lines.map(({ at, kind, year, number, otherName, change, balance }) => [
      ...[clock(at), `${printKind(kind, lang)} ${year}/${number}`, otherName[lang]],
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
      ...[w.counted, w.countedAt].map((title) => ({ title, write: true })),
    ],
    rows: rows.toSorted((a, b) => (a.shelf < b.shelf ? -1 : 1)).map(({ shelf, code, name, lot }) => [printShelf(shelf, lang), code, name[lang], lot, '', '']),
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
        ...[code, name[lang], lot, kind === 'in_transit' ? '' : printShelf(shelf, lang), printNumber(quantity, lang), expiry ? printDate(expiry, lang) : ''],
        kind === 'in_transit' ? w.onRoad.toLowerCase() : notUsable ? w.notUsable : w.usable,
      ]),
    ),
  }
}

export function donorPaper(lots: readonly LotLine[], { lang }: Printing): StockPaper {
  const w = printWords[lang]
  const donors = [...new Set(lots.flatMap(({ donor }) => donor ?? []))]
  return {
    ...{ title: w.donorLots, number: donors.length === 1 ? donors[0]! : w.everyDonor, facts: [], flipped: true },
    columns: [
      ...[{ title: w.item, wide: true }, { title: w.lot }, { title: w.grant }, { title: w.receivedQuantity, number: true }],
      ...[w.onShelves, w.onRoad, w.withPartners, w.handedOver, w.packed, w.lost, w.missingAtCount].map((title) => ({ title, number: true })),
    ],
    rows: lots.map(({ itemName, lot, grantCode, received, onShelves, onRoad, withPartners, handedOver, packed, lostOrDamaged, missingAtCount }) => [
      ...[itemName[lang], lot, grantCode ?? ''],
      ...[received, onShelves, onRoad, withPartners, handedOver, packed, lostOrDamaged, missingAtCount].map((figure) => printNumber(figure, lang)),
    ]),
  }
}
