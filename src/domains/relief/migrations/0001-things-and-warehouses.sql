-- Relief: items, kits and their versions, lots, warehouses. Stock itself stands in the ledger.

create schema if not exists relief;

create table relief.item (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  code text not null,
  name jsonb not null,
  base_unit text not null check (base_unit in ('C62', 'SET', 'PR', 'KGM', 'GRM', 'MTR', 'LTR', 'RO')),
  packs jsonb not null,
  weight_kg double precision check (weight_kg >= 0.000001),
  volume_m3 double precision check (volume_m3 >= 0.000001),
  expires boolean not null,
  treated boolean not null,
  specification text,
  source text,
  constraint item_once_code unique nulls not distinct (code)
);
create index on relief.item (scope);
create index on relief.item (import_id) where import_id is not null;

create table relief.kit (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  code text not null,
  name jsonb not null,
  constraint kit_once_code unique nulls not distinct (code)
);
create index on relief.kit (scope);
create index on relief.kit (import_id) where import_id is not null;

create table relief.kit_version (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  kit uuid not null references relief.kit,
  edition integer not null check (edition >= 1),
  parts jsonb not null,
  valid_from date not null,
  source text,
  constraint kit_version_once_kit_edition unique nulls not distinct (kit, edition)
);
create index on relief.kit_version (scope);
create index on relief.kit_version (import_id) where import_id is not null;

create table relief.lot (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  item uuid not null references relief.item,
  code text not null,
  donor uuid references organisations.organisation,
  grant_code text,
  origin text not null check (origin in ('purchase', 'gift', 'opening')),
  unit_cost double precision check (unit_cost >= 0),
  currency text,
  expiry date,
  treated_until date,
  treatment text,
  specification text,
  constraint lot_once_item_code unique nulls not distinct (item, code)
);
create index on relief.lot (scope);
create index on relief.lot (import_id) where import_id is not null;

create table relief.warehouse (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  code text not null,
  name text not null,
  place text not null,
  capacity_m3 double precision check (capacity_m3 >= 0.001),
  open boolean not null,
  constraint warehouse_once_code unique nulls not distinct (code)
);
create index on relief.warehouse (scope);
create index on relief.warehouse (import_id) where import_id is not null;
