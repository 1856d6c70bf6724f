-- Relief: who could be asked after a distribution, who was drawn, what they answered.

create table relief.pdm_round (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  code text not null,
  title jsonb not null,
  place text not null,
  distributions jsonb not null,
  window_from date not null,
  window_to date not null,
  form_version text not null,
  questions jsonb not null,
  margin_points double precision not null check (margin_points >= 0.5 and margin_points <= 49),
  design_effect double precision not null check (design_effect >= 1 and design_effect <= 10),
  response_rate double precision not null check (response_rate >= 0.1 and response_rate <= 1),
  state text not null check (state in ('planned', 'drawn', 'reported')),
  strata jsonb not null,
  frame_hash text,
  seed text,
  drawn_at timestamptz,
  complaints integer check (complaints >= 0 and complaints <= 1000000),
  reported_at timestamptz,
  constraint pdm_round_once_code unique nulls not distinct (code)
);
create index on relief.pdm_round (scope);
create index on relief.pdm_round (import_id) where import_id is not null;

create table relief.pdm_unit (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  round uuid not null references relief.pdm_round,
  household text not null,
  kind text not null check (kind in ('served', 'not_served', 'not_selected')),
  stratum text not null,
  role text not null check (role in ('frame', 'drawn', 'reserve')),
  turn integer check (turn >= 1),
  visited text not null check (visited in ('waiting', 'answered', 'refused', 'absent', 'moved')),
  constraint pdm_unit_once_round_household unique nulls not distinct (round, household)
);
create index on relief.pdm_unit (scope);
create index on relief.pdm_unit (import_id) where import_id is not null;

create table relief.pdm_visit (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 3,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  unit uuid not null references relief.pdm_unit,
  visited_on date not null,
  answers jsonb not null,
  constraint pdm_visit_once_unit unique nulls not distinct (unit)
);
create index on relief.pdm_visit (scope);
create index on relief.pdm_visit (import_id) where import_id is not null;
