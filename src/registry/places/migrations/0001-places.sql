create schema if not exists places;

create table places.place (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 1,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  pcode text not null,
  name text not null,
  kind text not null check (kind in ('country', 'province', 'district', 'posto', 'locality', 'site')),
  level integer not null check (level >= 0 and level <= 5),
  parent uuid references places.place,
  country text not null,
  valid_from date,
  valid_to date,
  predecessors text[] not null,
  lon double precision check (lon >= -180 and lon <= 180),
  lat double precision check (lat >= -90 and lat <= 90),
  site_type text,
  classification text,
  source text,
  constraint place_once_country_pcode unique nulls not distinct (country, pcode)
);
create index on places.place (scope);
create index on places.place (parent);
create index on places.place (kind);
create index on places.place (import_id) where import_id is not null;

create table places.alias (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 1,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  place uuid not null references places.place,
  name text not null,
  kind text not null check (kind in ('name', 'code')),
  source text,
  constraint alias_once_place_kind_name unique nulls not distinct (place, kind, name)
);
create index on places.alias (scope);
create index on places.alias (import_id) where import_id is not null;

create table places.boundary (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 1,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  place uuid not null references places.place,
  kind text not null check (kind in ('official', 'schematic')),
  geometry jsonb not null,
  credit text not null,
  constraint boundary_once_place_kind unique nulls not distinct (place, kind)
);
create index on places.boundary (scope);
create index on places.boundary (import_id) where import_id is not null;
