-- Lines of stock sheets that nobody could take as they were written; they wait for their keeper.
create table relief.aside_line (
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
  file_sha256 text not null,
  line integer not null check (line >= 1),
  item text,
  lot text,
  shelf text,
  quantity text,
  unit text,
  why jsonb not null,
  suggestions jsonb not null,
  state text not null check (state in ('waiting', 'counted', 'left')),
  note uuid references relief.received_note,
  left_because text,
  settled_by uuid references kernel.person,
  constraint aside_line_once_warehouse_file_sha256_line unique nulls not distinct (warehouse, file_sha256, line)
);
create index on relief.aside_line (scope);
create index on relief.aside_line (state);
create index on relief.aside_line (import_id) where import_id is not null;
