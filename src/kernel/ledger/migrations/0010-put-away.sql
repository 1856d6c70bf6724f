-- Goods that only change their shelf have a paper of their own kind.

alter table ledger.document drop constraint document_kind_check;
alter table ledger.document add constraint document_kind_check check (
  kind in ('opening', 'goods_received', 'put_away', 'release', 'waybill', 'handover', 'return', 'loss', 'damage', 'count', 'assembly', 'recall', 'discrepancy', 'cancellation')
);
