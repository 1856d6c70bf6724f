-- Registration exercises and their lines. A household is named by its id alone: nothing points into the register of people.

create table displacement.registration_exercise (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  operation uuid not null references displacement.operation,
  name text not null,
  sites jsonb not null,
  purpose text not null,
  legal_basis text not null,
  retain_until date not null,
  retained_by uuid references kernel.person,
  state text not null check (state in ('collecting', 'verifying', 'closed', 'retained', 'erased')),
  constraint registration_exercise_once_operation_name unique nulls not distinct (operation, name)
);
create index on displacement.registration_exercise (scope);
create index on displacement.registration_exercise (import_id) where import_id is not null;

create table displacement.registration_line (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 3,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  exercise uuid not null references displacement.registration_exercise,
  household text,
  place text not null,
  day date not null,
  team text,
  consent text not null check (consent in ('given', 'refused')),
  verification text not null check (verification in ('unverified', 'verified', 'rejected')),
  counted jsonb,
  needs text[] not null
);
create index on displacement.registration_line (scope);
create index on displacement.registration_line (exercise);
create index on displacement.registration_line (household);
create index on displacement.registration_line (import_id) where import_id is not null;
