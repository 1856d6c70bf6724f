-- How indicators are followed, visits that were made to see, and checks of the data behind a figure.
create table results.monitoring_plan (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  indicator text not null,
  tool text not null,
  sample text not null,
  frequency text not null check (frequency in ('month', 'quarter', 'year')),
  responsible text not null,
  cost double precision check (cost >= 0),
  constraint monitoring_plan_once_indicator unique nulls not distinct (indicator)
);
create index on results.monitoring_plan (scope);
create index on results.monitoring_plan (import_id) where import_id is not null;

create table results.monitoring_visit (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  title text not null,
  activity uuid references results.planned_activity,
  place text,
  due date not null,
  checklist text not null,
  done_on date,
  findings text,
  actions text
);
create index on results.monitoring_visit (scope);
create index on results.monitoring_visit (activity);
create index on results.monitoring_visit (import_id) where import_id is not null;

create table results.quality_check (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  indicator text not null,
  day date not null,
  validity_mark integer not null check (validity_mark >= 1 and validity_mark <= 5),
  validity_words text not null,
  reliability_mark integer not null check (reliability_mark >= 1 and reliability_mark <= 5),
  reliability_words text not null,
  timeliness_mark integer not null check (timeliness_mark >= 1 and timeliness_mark <= 5),
  timeliness_words text not null,
  precision_mark integer not null check (precision_mark >= 1 and precision_mark <= 5),
  precision_words text not null,
  integrity_mark integer not null check (integrity_mark >= 1 and integrity_mark <= 5),
  integrity_words text not null,
  sample_size integer check (sample_size >= 1),
  sample_agreed integer check (sample_agreed >= 0)
);
create index on results.quality_check (scope);
create index on results.quality_check (indicator);
create index on results.quality_check (import_id) where import_id is not null;
