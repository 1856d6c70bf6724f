-- What organisations and coordination said of two activities that look like the same work; the likeness itself is computed.
create table coordination.same_work_answer (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  first uuid not null references coordination.activity,
  second uuid not null references coordination.activity,
  organisation uuid references organisations.organisation,
  answer text not null check (answer in ('different', 'shared')),
  because text not null
);
create index on coordination.same_work_answer (scope);
create index on coordination.same_work_answer (first, second);
create index on coordination.same_work_answer (second);
create index on coordination.same_work_answer (import_id) where import_id is not null;
