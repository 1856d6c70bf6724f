-- Pairs of registrations that may be one person, what people answered, and what was learned from it. People are named by id alone.

create table displacement.duplicate_pair (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 3,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  exercise uuid not null references displacement.registration_exercise,
  first text not null,
  second text not null,
  state text not null check (state in ('suggested', 'same', 'different', 'unsure')),
  weight_bits double precision not null,
  evidence jsonb not null,
  model_version integer not null check (model_version >= 0),
  decided_at timestamptz,
  link text,
  constraint duplicate_pair_once_first_second unique nulls not distinct (first, second)
);
create index on displacement.duplicate_pair (scope);
create index on displacement.duplicate_pair (exercise, state);
create index on displacement.duplicate_pair (import_id) where import_id is not null;

create table displacement.linkage_weights (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  number integer not null check (number >= 1),
  weights jsonb not null,
  decisions integer not null check (decisions >= 0),
  constraint linkage_weights_once_number unique nulls not distinct (number)
);
create index on displacement.linkage_weights (scope);
create index on displacement.linkage_weights (import_id) where import_id is not null;

create table displacement.pair_answer (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 3,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  pair uuid not null references displacement.duplicate_pair,
  reviewer uuid not null references kernel.person,
  answer text not null check (answer in ('same', 'different', 'unsure')),
  reason text,
  constraint pair_answer_once_pair_reviewer unique nulls not distinct (pair, reviewer)
);
create index on displacement.pair_answer (scope);
create index on displacement.pair_answer (import_id) where import_id is not null;
