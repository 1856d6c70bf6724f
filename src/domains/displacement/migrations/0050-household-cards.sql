-- Cards of households: each print once. The number stays when a household is erased, because its card may still be shown.

create table displacement.household_card (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 3,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  exercise uuid not null references displacement.registration_exercise,
  number text not null,
  print integer not null check (print >= 1),
  printed_on date not null,
  reason text not null check (reason in ('first', 'lost', 'damaged', 'changed')),
  constraint household_card_once_number_print unique nulls not distinct (number, print)
);
create index on displacement.household_card (scope);
create index on displacement.household_card (exercise);
create index on displacement.household_card (import_id) where import_id is not null;
