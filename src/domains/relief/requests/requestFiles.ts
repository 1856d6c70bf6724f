/** Requests as a table: one row for each line of a request. */
import type { Language } from '../../../kernel/index.ts'
import { column, type TableToWrite } from '../tableFile.ts'
import type { RequestShown } from './readRequests.ts'

const columns = [
  column('request', 'Pedido', 'Request', '#meta+request'),
  column('organisation', 'Organização', 'Organisation', '#org'),
  column('place_code', 'Código do lugar', 'Place code', '#adm+code'),
  column('place', 'Lugar', 'Place', '#adm+name'),
  column('households', 'Agregados a servir', 'Households to serve', '#targeted+hh', 'integer'),
  column('item', 'Artigo ou kit', 'Item or kit', '#item+code'),
  column('asked', 'Pedido (quantidade)', 'Asked', '#output+requested', 'integer'),
  column('approved', 'Aprovado (vazio: por decidir)', 'Approved (empty: undecided)', '#output+approved', 'integer'),
  column('state', 'Estado', 'State', '#status'),
  column('needed_by', 'Preciso até', 'Needed by', '#date+needed', 'date'),
  column('submitted', 'Entregue em', 'Submitted at', '#date+submitted'),
  column('decided', 'Decidido em', 'Decided at', '#date+decided'),
  column('received', 'Recebido em', 'Received at', '#date+received'),
  column('reported', 'Relatado em', 'Reported at', '#date+reported'),
  column('households_served', 'Agregados servidos (relatório)', 'Households served (report)', '#reached+hh', 'integer'),
]

const rowsOf = (row: RequestShown) =>
  row.lines.map(({ code, asked, approved }) => [
    ...[`${row.year}/${row.number}`, row.organisationName, row.place, row.placeName, row.households, code, asked, approved, row.state, row.neededBy],
    ...[row.submittedAt, row.decidedAt, row.receivedAt, row.reportedAt, row.report?.households ?? null],
  ])

export const requestTable = (rows: readonly RequestShown[], language: Language): TableToWrite => ({
  ...{ name: 'relief-requests', title: language === 'pt' ? 'Pedidos' : 'Requests', columns, language },
  rows: rows.flatMap(rowsOf),
})
