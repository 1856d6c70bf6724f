-- Figures of the results framework with their method, coverage and the records behind them, and the baselines and targets they are judged by.
create schema results;

create table results.indicator_value (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  indicator text not null,
  indicator_version integer not null check (indicator_version >= 1),
  from_day date not null,
  to_day date not null,
  edition integer not null check (edition >= 1),
  method text not null check (method in ('computed', 'entered')),
  value double precision,
  unknown text check (unknown in ('no-records', 'denominator-unknown', 'not-reported', 'not-counted')),
  numerator double precision,
  denominator double precision,
  expected integer check (expected >= 0),
  received integer check (received >= 0),
  evidence text,
  note text,
  lineage jsonb,
  records_hash text,
  state text not null check (state in ('computed', 'entered', 'verified', 'approved', 'locked')),
  verified_by uuid references kernel.person,
  verification text,
  approved_by uuid references kernel.person,
  locked_at timestamptz,
  constraint indicator_value_once_indicator_indicator_version_from_day_to_da unique nulls not distinct (indicator, indicator_version, from_day, to_day, scope, edition)
);
create index on results.indicator_value (scope);
create index on results.indicator_value (import_id) where import_id is not null;

create table results.indicator_mark (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  indicator text not null,
  kind text not null check (kind in ('baseline', 'target')),
  day date not null,
  value double precision,
  source text not null,
  reason text,
  replaces uuid references results.indicator_mark
);
create index on results.indicator_mark (scope);
create index on results.indicator_mark (indicator, kind);
create index on results.indicator_mark (import_id) where import_id is not null;
