-- Lessons that come back with a plan, evaluations with what they recommend and what was answered, and risks with both parts of their score.
create table results.lesson (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  kind text not null check (kind in ('lesson', 'goodPractice')),
  title text not null,
  area integer not null check (area >= 1 and area <= 99),
  place text,
  hazard text check (hazard in ('cyclone', 'flood', 'drought', 'conflict', 'epidemic', 'other')),
  modality text check (modality in ('inKind', 'cash', 'voucher', 'service', 'training', 'works')),
  happened text not null,
  why text not null,
  advice text not null,
  strength text not null check (strength in ('oneObservation', 'severalObservations', 'evaluation')),
  source text
);
create index on results.lesson (scope);
create index on results.lesson (area);
create index on results.lesson (import_id) where import_id is not null;

create table results.lesson_answer (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  lesson uuid not null references results.lesson,
  activity uuid not null references results.planned_activity,
  answer text not null check (answer in ('applied', 'notApplicable', 'notApplied')),
  words text not null
);
create index on results.lesson_answer (scope);
create index on results.lesson_answer (activity);
create index on results.lesson_answer (import_id) where import_id is not null;

create table results.evaluation (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  title text not null,
  questions text not null,
  team text not null,
  day date not null,
  report text not null
);
create index on results.evaluation (scope);
create index on results.evaluation (import_id) where import_id is not null;

create table results.recommendation (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  evaluation uuid not null references results.evaluation,
  words text not null,
  response text check (response in ('accepted', 'partly', 'rejected')),
  action text,
  owner text,
  due date,
  done text,
  done_on date,
  state text not null check (state in ('open', 'answered', 'done'))
);
create index on results.recommendation (scope);
create index on results.recommendation (evaluation);
create index on results.recommendation (import_id) where import_id is not null;

create table results.risk (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  title text not null,
  project uuid references results.project,
  likelihood integer not null check (likelihood >= 1 and likelihood <= 5),
  impact integer not null check (impact >= 1 and impact <= 5),
  harm boolean not null,
  mitigation text not null,
  owner text not null,
  review_on date not null,
  standing text not null check (standing in ('open', 'happened', 'closed'))
);
create index on results.risk (scope);
create index on results.risk (project);
create index on results.risk (import_id) where import_id is not null;
