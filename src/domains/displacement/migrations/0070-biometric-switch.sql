-- Fingerprints in an exercise: asked for by one person, granted by another, ended. One that stands at a time.

create table displacement.biometric_switch (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  exercise uuid not null references displacement.registration_exercise,
  assessment text not null,
  purpose text not null,
  sunset date not null,
  minimum_age integer not null check (minimum_age >= 0 and minimum_age <= 120),
  state text not null check (state in ('asked', 'on', 'ended')),
  granted_by uuid references kernel.person,
  granted_at timestamptz,
  ended_by uuid references kernel.person,
  ended_at timestamptz,
  ended_because text check (ended_because in ('person', 'sunset', 'exercise'))
);
create index on displacement.biometric_switch (scope);
create index on displacement.biometric_switch (exercise);
create index on displacement.biometric_switch (import_id) where import_id is not null;
create unique index biometric_switch_one_stands on displacement.biometric_switch (exercise) where state <> 'ended';
