-- Projects with their results, what they plan under the strategy, and dated notes of progress.
create table results.project (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  code text not null,
  name jsonb not null,
  summary jsonb not null,
  donor uuid not null references organisations.organisation,
  agreement text,
  agreed_on date,
  budget jsonb not null,
  from_day date not null,
  to_day date not null,
  iati_identifier text,
  state text not null check (state in ('pipeline', 'implementation', 'finalisation', 'closed', 'cancelled', 'suspended')),
  open boolean not null,
  constraint project_once_code unique nulls not distinct (code)
);
create index on results.project (scope);
create index on results.project (donor);
create index on results.project (import_id) where import_id is not null;

create table results.project_result (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  project uuid not null references results.project,
  kind text not null check (kind in ('outcome', 'output')),
  name jsonb not null,
  assumption text,
  indicators jsonb not null
);
create index on results.project_result (scope);
create index on results.project_result (project);
create index on results.project_result (import_id) where import_id is not null;

create table results.planned_activity (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  project uuid not null references results.project,
  result uuid references results.project_result,
  activity text not null,
  name jsonb not null,
  places jsonb not null,
  partners jsonb not null,
  from_day date not null,
  to_day date not null,
  budget_line text,
  markers jsonb not null,
  nexus_part text check (nexus_part in ('humanitarian', 'development', 'peace')),
  hazard text check (hazard in ('cyclone', 'flood', 'drought', 'conflict', 'epidemic', 'other')),
  modality text check (modality in ('inKind', 'cash', 'voucher', 'service', 'training', 'works')),
  state text not null check (state in ('planned', 'underWay', 'done', 'cancelled')),
  cancelled_because text
);
create index on results.planned_activity (scope);
create index on results.planned_activity (project);
create index on results.planned_activity (activity);
create index on results.planned_activity (import_id) where import_id is not null;

create table results.progress_note (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  activity uuid not null references results.planned_activity,
  day date not null,
  words text not null
);
create index on results.progress_note (scope);
create index on results.progress_note (activity);
create index on results.progress_note (import_id) where import_id is not null;
