-- Relief: needs assessments, what partners ask of the pipeline, and what they report.

create table relief.assessment (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  place text not null,
  assessed_on date not null,
  method text not null check (method in ('household_survey', 'key_informants', 'observation', 'group_discussion')),
  organisation uuid references organisations.organisation,
  households_assessed integer not null check (households_assessed >= 1 and households_assessed <= 10000000),
  lacking jsonb not null,
  damage jsonb not null,
  team_size integer not null check (team_size >= 1 and team_size <= 500),
  words text
);
create index on relief.assessment (scope);
create index on relief.assessment (place, assessed_on);
create index on relief.assessment (import_id) where import_id is not null;

create table relief.request (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  organisation uuid not null references organisations.organisation,
  year integer not null check (year >= 1900 and year <= 2200),
  number integer not null check (number >= 1),
  place text not null,
  households integer not null check (households >= 1 and households <= 10000000),
  needed_by date not null,
  assessment uuid references relief.assessment,
  lines jsonb not null,
  own_stock text,
  other_donors text,
  state text not null check (state in ('draft', 'submitted', 'field_review', 'cluster_decision', 'approved', 'part_approved', 'refused', 'released', 'dispatched', 'received', 'reported', 'closed_unreported')),
  submitted_by uuid references kernel.person,
  submitted_at timestamptz,
  decision_due timestamptz,
  excuse text,
  excused_by uuid references kernel.person,
  field_words text,
  decided_by uuid references kernel.person,
  decided_at timestamptz,
  decision_words text,
  dispatched_at timestamptz,
  received_at timestamptz,
  reported_at timestamptz,
  closed_because text,
  constraint request_once_year_number unique nulls not distinct (year, number)
);
create index on relief.request (scope);
create index on relief.request (organisation);
create index on relief.request (state);
create index on relief.request (place);
create index on relief.request (import_id) where import_id is not null;

create table relief.request_report (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  request uuid not null references relief.request,
  organisation uuid not null references organisations.organisation,
  place text not null,
  distributed_on date not null,
  households integer not null check (households >= 0 and households <= 10000000),
  individuals jsonb not null,
  lines jsonb not null,
  words text
);
create index on relief.request_report (scope);
create index on relief.request_report (request);
create index on relief.request_report (organisation);
create index on relief.request_report (distributed_on);
create index on relief.request_report (import_id) where import_id is not null;

alter table relief.release add column request uuid references relief.request;
create index on relief.release (request);
