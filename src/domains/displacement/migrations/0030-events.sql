-- Movements seen between rounds, and the alerts that tell of them the same day.
create table displacement.movement_event (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  operation uuid not null references displacement.operation,
  kind text not null check (kind in ('arrival', 'departure', 'return', 'transit')),
  day date not null,
  place uuid not null references places.place,
  from_place uuid references places.place,
  to_place uuid references places.place,
  reasons text[] not null,
  households integer check (households >= 0),
  individuals integer check (individuals >= 0),
  females integer check (females >= 0),
  males integer check (males >= 0),
  vulnerabilities jsonb,
  times_displaced integer check (times_displaced >= 1 and times_displaced <= 20),
  transport text,
  setting text,
  informant text,
  confidence text check (confidence in ('high', 'medium', 'low')),
  withdrawn_reason text
);
create index on displacement.movement_event (scope);
create index on displacement.movement_event (operation, day);
create index on displacement.movement_event (place);
create index on displacement.movement_event (recorded_at, id);
create index on displacement.movement_event (import_id) where import_id is not null;

create table displacement.movement_alert (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  operation uuid not null references displacement.operation,
  number integer not null check (number >= 1),
  period_from date not null,
  period_to date not null,
  narrative jsonb,
  needs text[],
  state text not null check (state in ('draft', 'released', 'withdrawn')),
  drafted_by uuid references kernel.person,
  released_by uuid references kernel.person,
  released_at timestamptz,
  slug text,
  hash text,
  change_note jsonb,
  constraint movement_alert_once_operation_number unique nulls not distinct (operation, number)
);
create index on displacement.movement_alert (scope);
create index on displacement.movement_alert (import_id) where import_id is not null;
