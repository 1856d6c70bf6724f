-- Households that split and joined: what was done, why, and what undoing it needs. Stays inside the compartment: no key leads out of it.

create table people.household_change (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 3,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  kind text not null check (kind in ('split', 'merge')),
  household uuid not null references people.household,
  other uuid not null references people.household,
  day date not null,
  moved jsonb not null,
  reason text not null,
  undone_at timestamptz,
  undone_reason text,
  undone_by text
);
create index on people.household_change (scope);
create index on people.household_change (household);
create index on people.household_change (other);
create index on people.household_change (import_id) where import_id is not null;
