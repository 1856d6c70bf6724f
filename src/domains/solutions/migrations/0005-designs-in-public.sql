-- When a design went into the public library, and when it was taken out again: each a line, the last one counts.
create table solutions.design_release (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  design uuid not null references solutions.house_design,
  open boolean not null,
  reason text not null
);
create index on solutions.design_release (scope);
create index on solutions.design_release (design);
create index on solutions.design_release (import_id) where import_id is not null;
