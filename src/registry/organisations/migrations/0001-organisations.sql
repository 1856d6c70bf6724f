create schema if not exists organisations;

create table organisations.organisation (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 1,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  name text not null,
  acronym text,
  kind text not null,
  website text,
  constraint organisation_once_name unique nulls not distinct (name)
);
create index on organisations.organisation (scope);
create index on organisations.organisation (import_id) where import_id is not null;
