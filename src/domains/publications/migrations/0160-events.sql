-- Launches, exhibitions, days of …, as communications plans them.

create table publications.event (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  kind text not null check (kind in ('launch', 'exhibition', 'day_of', 'information_visit', 'training', 'other')),
  title jsonb not null,
  about jsonb not null,
  place text not null,
  venue text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  donors jsonb not null,
  is_public boolean not null,
  written_by uuid references kernel.person,
  cleared_by uuid references kernel.person,
  cleared_at timestamptz,
  cancelled_because text
);
create index on publications.event (scope);
create index on publications.event (starts_at);
create index on publications.event (import_id) where import_id is not null;
