-- Relief: criteria, selections with their candidates and outcomes, what the community said, appeals.

create table relief.criteria_set (
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
  name jsonb not null,
  place text not null,
  valid_from date not null,
  source text not null,
  criteria jsonb not null,
  minutes_on date,
  women integer check (women >= 0 and women <= 100000),
  men integer check (men >= 0 and men <= 100000),
  displaced_present integer check (displaced_present >= 0 and displaced_present <= 100000),
  cluster_agreed_on date,
  state text not null check (state in ('draft', 'agreed')),
  agreed_by uuid references kernel.person,
  constraint criteria_set_once_code_edition unique nulls not distinct (code, edition)
);
create index on relief.criteria_set (scope);
create index on relief.criteria_set (import_id) where import_id is not null;

create table relief.selection_run (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  programme text not null,
  place text not null,
  number integer not null check (number >= 1),
  criteria_set uuid not null references relief.criteria_set,
  cut_kind text not null check (cut_kind in ('quota', 'threshold')),
  cut integer not null check (cut >= 0),
  reserves integer not null check (reserves >= 0 and reserves <= 100000),
  tie_policy text not null check (tie_policy in ('strict_quota', 'include_all_ties')),
  tie_breaks jsonb not null,
  state text not null check (state in ('criteria_agreed', 'registered', 'candidates_frozen', 'seed_drawn', 'ranked', 'community_check', 'appeals_open', 'appeals_closed', 'approved', 'published')),
  candidates integer check (candidates >= 0),
  candidates_hash text,
  frozen_at timestamptz,
  seed text,
  seed_drawn_at timestamptz,
  witnesses jsonb,
  ranked_hash text,
  fairness_answers jsonb not null,
  appeals_due date,
  outcome_hash text,
  run_by uuid references kernel.person,
  approved_by uuid references kernel.person,
  approved_at timestamptz,
  published_at timestamptz,
  constraint selection_run_once_place_programme_number unique nulls not distinct (place, programme, number)
);
create index on relief.selection_run (scope);
create index on relief.selection_run (state);
create index on relief.selection_run (import_id) where import_id is not null;

create table relief.selection_candidate (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 3,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  run uuid not null references relief.selection_run,
  household text not null,
  answers jsonb not null,
  ties jsonb not null,
  groups jsonb not null,
  line integer not null check (line >= 1),
  constraint selection_candidate_once_run_household unique nulls not distinct (run, household)
);
create index on relief.selection_candidate (scope);
create index on relief.selection_candidate (import_id) where import_id is not null;

create table relief.selection_line (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  run uuid not null references relief.selection_run,
  household text not null,
  rank integer check (rank >= 1),
  outcome text not null check (outcome in ('selected', 'not_selected', 'reserve')),
  basis text not null check (basis in ('rank', 'appeal')),
  published boolean not null,
  constraint selection_line_once_run_household unique nulls not distinct (run, household)
);
create index on relief.selection_line (scope);
create index on relief.selection_line (import_id) where import_id is not null;

create table relief.selection_finding (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 3,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  run uuid not null references relief.selection_run,
  household text not null,
  says text not null check (says in ('include', 'exclude')),
  constraint selection_finding_once_run_household unique nulls not distinct (run, household)
);
create index on relief.selection_finding (scope);
create index on relief.selection_finding (import_id) where import_id is not null;

create table relief.selection_appeal (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 3,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  run uuid not null references relief.selection_run,
  household text not null,
  origin text not null check (origin in ('household', 'community_check')),
  ground text not null check (ground in ('not_listed', 'wrong_answer', 'wrong_rank', 'should_not_be_listed')),
  received_on date not null,
  due_on date not null,
  decision text check (decision in ('include', 'exclude', 'unchanged')),
  reason text,
  language text,
  decided_by uuid references kernel.person,
  decided_at timestamptz,
  feedback_case text
);
create index on relief.selection_appeal (scope);
create index on relief.selection_appeal (run);
create index on relief.selection_appeal (import_id) where import_id is not null;

-- A seed stands only beside a list that was frozen before it was drawn.
alter table relief.selection_run add constraint seed_after_freeze check (seed is null or (candidates_hash is not null and seed_drawn_at >= frozen_at));
