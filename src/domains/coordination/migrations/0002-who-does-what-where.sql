-- Who does what where: activities with what they reached, the month in which partners answer, and the figures that reach is held against.
create table coordination.cycle (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  month date not null,
  due_on date not null,
  state text not null check (state in ('open', 'validated', 'locked', 'published')),
  reminded_at timestamptz,
  slug text,
  constraint cycle_once_month unique nulls not distinct (month)
);
create index on coordination.cycle (scope);
create index on coordination.cycle (import_id) where import_id is not null;

create table coordination.monthly_report (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  cycle uuid not null references coordination.cycle,
  organisation uuid not null references organisations.organisation,
  state text not null check (state in ('waiting', 'reminded', 'submitted')),
  submitted_at timestamptz,
  constraint monthly_report_once_cycle_organisation unique nulls not distinct (cycle, organisation)
);
create index on coordination.monthly_report (scope);
create index on coordination.monthly_report (recorded_at, id);
create index on coordination.monthly_report (import_id) where import_id is not null;

create table coordination.place_figure (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 1,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  place uuid not null references places.place,
  figure text not null check (figure in ('population', 'in_need')),
  sector text,
  people integer not null check (people >= 0),
  as_of date not null,
  source text not null,
  constraint place_figure_once_place_figure_sector_as_of unique nulls not distinct (place, figure, sector, as_of)
);
create index on coordination.place_figure (scope);
create index on coordination.place_figure (import_id) where import_id is not null;

create table coordination.activity (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  organisation uuid not null references organisations.organisation,
  implementer uuid references organisations.organisation,
  external_id text not null,
  source text not null,
  sector text not null,
  activity_type text,
  description text,
  modality text,
  event text,
  project_code text,
  place uuid references places.place,
  place_unsure boolean not null,
  location text,
  from_day date,
  to_day date,
  status text check (status in ('planned', 'ongoing', 'completed', 'suspended', 'cancelled')),
  last_confirmed date,
  content text not null,
  constraint activity_once_organisation_external_id unique nulls not distinct (organisation, external_id)
);
create index on coordination.activity (scope);
create index on coordination.activity (place, sector);
create index on coordination.activity (source);
create index on coordination.activity (recorded_at, id);
create index on coordination.activity (import_id) where import_id is not null;

create table coordination.reach_figure (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  activity uuid not null references coordination.activity,
  organisation uuid not null references organisations.organisation,
  measure text not null check (measure in ('reached', 'targeted')),
  unit text not null check (unit in ('person', 'household', 'facility', 'item')),
  number integer check (number >= 0),
  kind text check (kind in ('new', 'cumulative', 'repeat')),
  disjoint_with text,
  evidence text not null check (evidence in ('counted', 'estimated', 'derived', 'not_stated')),
  constraint reach_figure_once_activity_measure_unit unique nulls not distinct (activity, measure, unit)
);
create index on coordination.reach_figure (scope);
create index on coordination.reach_figure (recorded_at, id);
create index on coordination.reach_figure (import_id) where import_id is not null;

create table coordination.activity_comment (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  activity uuid not null references coordination.activity,
  organisation uuid not null references organisations.organisation,
  words text not null,
  constraint activity_comment_once_activity unique nulls not distinct (activity)
);
create index on coordination.activity_comment (scope);
create index on coordination.activity_comment (import_id) where import_id is not null;

create table coordination.activity_change (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  activity uuid not null references coordination.activity,
  organisation uuid not null references organisations.organisation,
  kind text not null check (kind in ('confirmed', 'ended', 'changed', 'correction')),
  cycle uuid references coordination.cycle,
  before jsonb not null,
  reason text
);
create index on coordination.activity_change (scope);
create index on coordination.activity_change (activity);
create index on coordination.activity_change (cycle);
create index on coordination.activity_change (import_id) where import_id is not null;
