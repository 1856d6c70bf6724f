-- Relief: lines of stock sheets that could not be counted as they were written, kept as they came until somebody settles them.

create table relief.stock_sheet_line (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  warehouse uuid not null references relief.warehouse,
  file text not null,
  line integer not null check (line >= 1),
  cells jsonb not null,
  typed jsonb not null,
  why jsonb not null,
  suggestions jsonb not null,
  state text not null check (state in ('waiting', 'counted', 'set_aside')),
  document uuid references ledger.document,
  settled_by uuid references kernel.person,
  settled_words text
);
create index on relief.stock_sheet_line (scope);
create index on relief.stock_sheet_line (warehouse, state);
create index on relief.stock_sheet_line (import_id) where import_id is not null;

