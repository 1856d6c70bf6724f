-- Other spellings of organisations: a spelling is never an organisation of its own.
create table organisations.alias (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 1,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  organisation uuid not null references organisations.organisation,
  name text not null,
  source text,
  constraint alias_once_name unique nulls not distinct (name)
);
create index on organisations.alias (scope);
create index on organisations.alias (organisation);
create index on organisations.alias (import_id) where import_id is not null;
