-- The day came and something stood in the way: since when a product waits behind its day.

alter table publications.product add column held_at timestamptz;
