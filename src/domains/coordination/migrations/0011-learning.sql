-- Courses, sessions, who took part and what it earned them. Names lie sealed under a key of each person.

create sequence coordination.certificate_number;
grant usage on sequence coordination.certificate_number to capulana_app;

create table coordination.curriculum (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  code text not null,
  edition integer not null check (edition >= 1),
  topic jsonb not null,
  focus_area integer not null check (focus_area >= 1 and focus_area <= 15),
  hours integer not null check (hours >= 1 and hours <= 1000),
  language text not null,
  minimum_attendance integer not null check (minimum_attendance >= 0 and minimum_attendance <= 100),
  pass_mark integer check (pass_mark >= 0 and pass_mark <= 100),
  questions_version text,
  refresher_months integer check (refresher_months >= 1 and refresher_months <= 120),
  constraint curriculum_once_code_edition unique nulls not distinct (code, edition)
);
create index on coordination.curriculum (scope);
create index on coordination.curriculum (import_id) where import_id is not null;

create table coordination.training_session (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  curriculum uuid not null references coordination.curriculum,
  place text not null,
  venue text,
  from_day date not null,
  to_day date not null,
  half_days integer not null check (half_days >= 1 and half_days <= 60),
  trainers jsonb not null,
  cost integer check (cost >= 0),
  counted_only jsonb not null
);
create index on coordination.training_session (scope);
create index on coordination.training_session (curriculum);
create index on coordination.training_session (from_day);
create index on coordination.training_session (import_id) where import_id is not null;

create table coordination.learner (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 3,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  sealed text,
  organisation uuid references organisations.organisation,
  role text,
  audience text not null check (audience in ('official', 'border', 'police', 'civil_society', 'partner', 'focal', 'other')),
  unit text,
  sex text not null,
  age_band text,
  disability boolean,
  province text,
  account uuid references kernel.person,
  consent_wording text not null,
  consent_at timestamptz not null,
  erased_at timestamptz
);
create index on coordination.learner (scope);
create index on coordination.learner (account);
create index on coordination.learner (import_id) where import_id is not null;

create table coordination.participation (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 3,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  session uuid not null references coordination.training_session,
  learner uuid not null references coordination.learner,
  attendance jsonb not null,
  pre_score double precision check (pre_score >= 0 and pre_score <= 100),
  post_score double precision check (post_score >= 0 and post_score <= 100),
  certificate text,
  issued_on date,
  issued_by uuid references kernel.person,
  refresher_due date,
  constraint participation_once_session_learner unique nulls not distinct (session, learner)
);
create index on coordination.participation (scope);
create index on coordination.participation (learner);
create index on coordination.participation (certificate);
create index on coordination.participation (import_id) where import_id is not null;

create table coordination.coaching_visit (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 3,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  learner uuid not null references coordination.learner,
  day date not null,
  task text not null,
  score integer check (score >= 0 and score <= 100),
  advice text not null
);
create index on coordination.coaching_visit (scope);
create index on coordination.coaching_visit (learner);
create index on coordination.coaching_visit (import_id) where import_id is not null;
