-- Relief: what the pipeline lets go from a warehouse.

create table relief.release (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  warehouse uuid not null references relief.warehouse,
  year integer not null check (year >= 1900 and year <= 2200),
  number integer not null check (number >= 1),
  organisation uuid not null references organisations.organisation,
  place text not null,
  lines jsonb not null,
  state text not null check (state in ('open', 'dispatched', 'received', 'cancelled')),
  constraint release_once_warehouse_year_number unique nulls not distinct (warehouse, year, number)
);
create index on relief.release (scope);
create index on relief.release (organisation);
create index on relief.release (state);
create index on relief.release (import_id) where import_id is not null;
