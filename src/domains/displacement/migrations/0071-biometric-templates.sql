-- Fingerprint templates, a compartment of their own that no key leads into or out of, and the certificates of their destruction.

create schema biometrics;

create table biometrics.template (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 4,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  exercise text not null,
  person text not null,
  finger integer not null check (finger >= 1 and finger <= 10),
  sealed text not null,
  constraint template_once_exercise_person_finger unique nulls not distinct (exercise, person, finger)
);
create index on biometrics.template (scope);
create index on biometrics.template (person);
create index on biometrics.template (import_id) where import_id is not null;

create table displacement.biometric_destruction (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  exercise uuid not null references displacement.registration_exercise,
  reason text not null check (reason in ('consent-withdrawn', 'person-erased', 'switched-off', 'sunset', 'exercise-closed', 'replaced')),
  templates integer not null check (templates >= 1),
  keys jsonb not null
);
create index on displacement.biometric_destruction (scope);
create index on displacement.biometric_destruction (exercise);
create index on displacement.biometric_destruction (import_id) where import_id is not null;
