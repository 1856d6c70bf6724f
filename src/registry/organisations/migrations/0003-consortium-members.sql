-- Which organisation belongs to which consortium, from when until when.
create table organisations.consortium_member (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 1,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  consortium uuid not null references organisations.organisation,
  member uuid not null references organisations.organisation,
  from_day date,
  to_day date
);
create index on organisations.consortium_member (scope);
create index on organisations.consortium_member (consortium);
create index on organisations.consortium_member (member);
create index on organisations.consortium_member (import_id) where import_id is not null;
