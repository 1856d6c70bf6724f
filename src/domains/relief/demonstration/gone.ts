/** What the demonstration wrote into relief, removed again: its stores with every move in them, its partner and donor, and items that nothing real was counted by. */
import { type RawBuilder, sql } from 'kysely'

const invented = sql`like '%(demonstração)'`
const organisations = sql`select id from organisations.organisation where name ${invented}`
const warehouses = sql`select id from relief.warehouse where name ${invented}`
const waybills = sql`select id from relief.waybill where warehouse in (${warehouses})`
const distributions = sql`select id from relief.distribution where name ${invented}`
const series = sql`select code from relief.warehouse where name ${invented} union select code from relief.distribution where name ${invented}
  union select 'partner/' || id from organisations.organisation where name ${invented}`
const documents = sql`select id from ledger.document where owner = 'relief' and series in (${series})`
const requests = sql`select id from relief.request where organisation in (${organisations})`
const unused = sql`select code from relief.item i where source is not null and not exists (select 1 from ledger.move m where m.item = i.code)
  and (code like 'DEMO-%' or source = 'Sahana Eden, RMS supply catalogue')`

/** Goods first, then their papers, then what they were asked for with. The accounts of the stores stay, closed by nothing in them. */
export const reliefGone: readonly RawBuilder<unknown>[] = [
  sql`delete from relief.reconciliation_line where distribution in (${distributions})`,
  sql`delete from relief.distribution_exception where distribution in (${distributions})`,
  sql`delete from relief.handover where distribution in (${distributions})`,
  sql`delete from relief.distribution_tablet where distribution in (${distributions})`,
  sql`delete from relief.entitlement where distribution in (${distributions})`,
  sql`delete from relief.discrepancy where waybill in (${waybills})`,
  sql`delete from relief.receipt where waybill in (${waybills})`,
  sql`delete from relief.waybill where id in (${waybills})`,
  sql`delete from relief.aside_line where warehouse in (${warehouses})`,
  sql`delete from relief.received_note where warehouse in (${warehouses})`,
  sql`delete from ledger.discrepancy where document in (${documents}) or caused_by in (${documents})`,
  sql`delete from ledger.proposal where document in (${documents})`,
  sql`delete from ledger.move where document in (${documents})`,
  sql`update ledger.document set reverses = null where id in (${documents})`,
  sql`delete from ledger.document where id in (${documents})`,
  sql`delete from kernel.paper_series where owner = 'relief' and series in (${series})`,
  sql`delete from relief.distribution where id in (${distributions})`,
  sql`delete from relief.request_report where request in (${requests})`,
  sql`delete from relief.release where request in (${requests}) or warehouse in (${warehouses})`,
  sql`delete from relief.request where id in (${requests})`,
  sql`delete from relief.pipeline_line where specification ${invented} or donor in (${organisations})`,
  sql`delete from relief.assessment where organisation in (${organisations})`,
  sql`delete from relief.warehouse where id in (${warehouses})`,
  sql`delete from relief.lot where code = 'DEMO-L1'`,
  sql`delete from relief.kit_version where kit in (select id from relief.kit where code like 'DEMO-%')`,
  sql`delete from relief.kit where code like 'DEMO-%'`,
  sql`delete from relief.item where code in (${unused})`,
  sql`update kernel.person set works_for = null where works_for in (${organisations})`,
  sql`delete from organisations.organisation where id in (${organisations})`,
]
