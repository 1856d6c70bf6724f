-- The parts that a figure is broken into; and, for a record, the figures that it went into without reading every figure's records.

alter table results.indicator_value add column breakdowns jsonb;
create index indicator_value_by_record on results.indicator_value using gin (lineage jsonb_path_ops);
