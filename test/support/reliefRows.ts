/** The least that each record of relief asks for, for the access tables. */
import { Waybill } from '../../src/domains/relief/papers/waybill.ts'
import { Request } from '../../src/domains/relief/requests/request.ts'
import { Item } from '../../src/domains/relief/things/item.ts'
import { Kit } from '../../src/domains/relief/things/kit.ts'
import { Warehouse } from '../../src/domains/relief/warehouses/warehouse.ts'
import { type Db, insertRow } from '../../src/kernel/index.ts'
import { LedgerDocument } from '../../src/kernel/ledger/document.ts'
import { Organisation } from '../../src/registry/organisations/organisation.ts'
import { type DistributionGround, distributionAnswers, layDistribution } from './distributionRows.ts'
import { ownOrganisation } from './everyRole.ts'

export type ReliefGround = {
  item: string
  kit: string
  warehouse: string
  organisation: string
  document: string
  waybill: string
  request: string
} & DistributionGround

const itemOf = (code: string) => ({ code, name: { pt: code, en: code }, baseUnit: 'C62' as const, packs: [], expires: false, treated: false })

const warehouseOf = (code: string) => ({ code, name: code, place: 'MZ0109', open: true })

const waybillOf = (number: number) => ({
  ...{ year: 2021, number, place: 'MZ0109', transporter: 'a', vehicle: 'a', hash: 'a', state: 'on_road' as const },
  lines: [{ item: 'GROUND', lot: '', shelf: 'GROUND/A', quantity: 1, reason: null }],
})
const requestOf = { year: 2021, place: 'MZ0109', households: 1, neededBy: '2021-06-01', lines: [], state: 'draft' as const }
const nobodyCounted = { women: null, men: null, girls: null, boys: null }

/** Of the vault's class, which nobody here may see. */
export async function layRelief(db: Db): Promise<ReliefGround> {
  const common = { scope: 'MZ', class: 4 }
  const item = (await insertRow(db, Item, { ...common, ...itemOf('GROUND') })).id
  const kit = (await insertRow(db, Kit, { ...common, code: 'GROUND', name: { pt: 'a', en: 'a' } })).id
  const warehouse = (await insertRow(db, Warehouse, { ...common, ...warehouseOf('GROUND') })).id
  const organisation = (await insertRow(db, Organisation, { ...common, name: 'Ground of relief', kind: 'ngo' })).id
  const paper = { owner: 'relief', kind: 'waybill' as const, series: 'GROUND', year: 2021, number: 1 }
  const document = (await insertRow(db, LedgerDocument, { ...common, ...paper })).id
  const waybill = (await insertRow(db, Waybill, { ...common, document, warehouse, organisation, ...waybillOf(1) })).id
  const request = (await insertRow(db, Request, { ...common, organisation, number: 1_000_000, ...requestOf })).id
  return { item, kit, warehouse, organisation, document, waybill, request, ...(await layDistribution(db)) }
}

const ownOrOther = (other: string, n: number) => (n % 2 === 0 ? ownOrganisation : other)

export const reliefAnswers = (
  { item, kit, warehouse, organisation, document, waybill, request, ...ground }: ReliefGround,
  n: number,
): Record<string, Record<string, unknown>> => ({
  ...distributionAnswers({ ...ground, organisation }, n),
  'relief.item': itemOf(`ITEM-${n}`),
  'relief.kit': { code: `KIT-${n}`, name: { pt: 'a', en: 'a' } },
  'relief.kit_version': { kit, edition: n + 1, parts: [{ item: 'GROUND', perKit: 1 }], validFrom: '2021-06-01' },
  'relief.lot': { item, code: `LOT-${n}`, origin: 'gift' },
  'relief.warehouse': warehouseOf(`WH-${n}`),
  'relief.treatment_batch': { lots: [{ item: 'GROUND', lot: 'a' }], method: 'a', day: '2021-06-01', treatedUntil: '2022-06-01' },
  'relief.received_note': { document, warehouse, year: 2021, number: 1, source: 'order', lines: [] },
  'relief.aside_line': { warehouse, file: 'a', fileSha256: 'a', line: n + 1, why: [], suggestions: [], state: 'waiting' },
  'relief.waybill': { document, warehouse, organisation: ownOrOther(organisation, n), ...waybillOf(n + 2) },
  'relief.receipt': { waybill, organisation: ownOrOther(organisation, n), lines: [] },
  'relief.discrepancy': {
    ...{ waybill, organisation: ownOrOther(organisation, n), item: 'GROUND', lot: '', kind: 'short', sent: 2, received: 1, quantity: 1 },
    state: 'open',
  },
  'relief.release': {
    warehouse,
    year: 2021,
    number: n + 1,
    organisation: ownOrOther(organisation, n),
    place: 'MZ0109',
    lines: [{ item: 'GROUND', quantity: 1 }],
    state: 'open',
  },
  'relief.assessment': {
    ...{ place: 'MZ0109', assessedOn: '2021-06-01', method: 'observation', householdsAssessed: 1, lacking: [], teamSize: 1 },
    damage: { none: null, partly: null, destroyed: null },
  },
  'relief.request': { ...requestOf, organisation: ownOrOther(organisation, n), number: n + 1 },
  'relief.request_report': {
    ...{ request, organisation: ownOrOther(organisation, n), place: 'MZ0109', distributedOn: '2021-06-01', households: 1 },
    ...{ individuals: nobodyCounted, lines: [] },
  },
  'relief.pipeline_line': {
    ...{ item: 'GROUND', quantity: 1, earliest: '2021-06-01', likely: '2021-06-01', latest: '2021-06-01', stage: 'pledged', confidence: 1 },
    ...{ offers: [], wood: false },
  },
})
