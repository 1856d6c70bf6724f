-- Surveys: what is asked of whom, the frame and the units drawn from it with their chances, the plan of the analysis, and the answers.
create table displacement.survey (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  operation uuid not null references displacement.operation,
  code text not null,
  title jsonb not null,
  purpose text not null check (purpose in ('needs', 'intention', 'perception', 'satisfaction')),
  about_security boolean not null,
  population jsonb not null,
  languages text not null,
  form uuid references forms.form,
  collected_from date,
  collected_to date,
  licence text,
  credit text,
  state text not null check (state in ('designing', 'drawn', 'collecting', 'weighting', 'approved', 'published', 'withdrawn')),
  design jsonb,
  draw integer not null check (draw >= 0),
  draws jsonb not null,
  protection_review jsonb,
  weighting jsonb,
  weighted_by uuid references kernel.person,
  approved_by uuid references kernel.person,
  results jsonb,
  results_hash text,
  published_at timestamptz,
  slug text,
  hash text,
  change_note jsonb,
  constraint survey_once_code unique nulls not distinct (code)
);
create index on displacement.survey (scope);
create index on displacement.survey (operation);
create index on displacement.survey (form);
create index on displacement.survey (import_id) where import_id is not null;

create table displacement.sample_frame (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  survey uuid not null references displacement.survey,
  number integer not null check (number >= 1),
  kind text not null check (kind in ('places', 'sites', 'list')),
  source_round uuid references displacement.round,
  source text not null,
  strata_by text not null check (strata_by in ('none', 'province', 'district', 'list')),
  unit_count integer not null check (unit_count >= 1),
  households integer not null check (households >= 0),
  without_size jsonb not null,
  hash text not null,
  units jsonb not null,
  constraint sample_frame_once_survey_number unique nulls not distinct (survey, number)
);
create index on displacement.sample_frame (scope);
create index on displacement.sample_frame (import_id) where import_id is not null;

create table displacement.sampled_unit (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  survey uuid not null references displacement.survey,
  draw integer not null check (draw >= 1),
  code text not null,
  name text not null,
  frame_code text not null,
  place uuid references places.place,
  stratum text not null,
  cluster text,
  stage integer not null check (stage >= 1 and stage <= 2),
  asked boolean not null,
  role text not null check (role in ('drawn', 'reserve')),
  turn integer not null check (turn >= 1),
  first_chance double precision not null,
  second_chance double precision not null,
  first_population integer check (first_population >= 1),
  second_population integer check (second_population >= 0),
  weight double precision not null,
  status text not null check (status in ('waiting', 'visited', 'refused', 'absent', 'unreachable', 'outOfScope', 'replaced')),
  note text,
  replaces uuid references displacement.sampled_unit,
  replacement_reason text,
  constraint sampled_unit_once_survey_draw_code unique nulls not distinct (survey, draw, code)
);
create index on displacement.sampled_unit (scope);
create index on displacement.sampled_unit (survey, draw, cluster);
create index on displacement.sampled_unit (replaces);
create index on displacement.sampled_unit (import_id) where import_id is not null;

create table displacement.plan_line (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  survey uuid not null references displacement.survey,
  code text not null,
  edition integer not null check (edition >= 1),
  turn integer not null check (turn >= 1),
  label jsonb not null,
  statistic text not null check (statistic in ('share', 'mean', 'total', 'ratio', 'median')),
  question text not null,
  answers jsonb not null,
  no_answer jsonb not null,
  denominator text,
  breakdowns jsonb not null,
  after_answers boolean not null,
  reason text,
  dropped boolean not null,
  constraint plan_line_once_survey_code_edition unique nulls not distinct (survey, code, edition)
);
create index on displacement.plan_line (scope);
create index on displacement.plan_line (import_id) where import_id is not null;

create table displacement.survey_answer (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 3,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  survey uuid not null references displacement.survey,
  unit uuid not null references displacement.sampled_unit,
  day date,
  outcome text not null check (outcome in ('visited', 'refused', 'absent', 'unreachable', 'outOfScope')),
  answers jsonb not null,
  chosen boolean,
  choice_note text
);
create index on displacement.survey_answer (scope);
create index on displacement.survey_answer (survey);
create index on displacement.survey_answer (unit);
create index on displacement.survey_answer (recorded_at, id);
create index on displacement.survey_answer (import_id) where import_id is not null;
