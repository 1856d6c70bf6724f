-- An organisation that turned out to be another is joined to it: what moved is kept, so that it can be undone.
alter table organisations.organisation add column merged_into uuid references organisations.organisation;

create table organisations.merge (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  merged uuid not null references organisations.organisation,
  joined_to uuid not null references organisations.organisation,
  reason text not null,
  moved jsonb not null,
  lists jsonb not null,
  accounts jsonb not null,
  undone_at timestamptz,
  undone_reason text,
  undone_by text
);
create index on organisations.merge (scope);
create index on organisations.merge (merged);
create index on organisations.merge (joined_to);
create index on organisations.merge (import_id) where import_id is not null;
