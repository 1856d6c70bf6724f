-- What stood as a place's point or official boundary before somebody replaced it: who, when and why stand in the same row.

create table places.earlier_geometry (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  place uuid not null references places.place,
  what text not null check (what in ('point', 'boundary')),
  lon double precision,
  lat double precision,
  outline jsonb,
  credit text,
  reason text not null
);
create index on places.earlier_geometry (scope);
create index on places.earlier_geometry (place);
create index on places.earlier_geometry (import_id) where import_id is not null;
