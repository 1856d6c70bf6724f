-- What colleagues say about an indicator, never taken back.
create table results.remark (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  indicator text not null,
  words text not null
);
create index on results.remark (scope);
create index on results.remark (indicator);
create index on results.remark (import_id) where import_id is not null;
