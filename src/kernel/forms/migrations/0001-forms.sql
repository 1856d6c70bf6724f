-- Forms and the field: questionnaires and their versions, keys of phones, what was sent (written once), where it stands, what it says, and lists on phones.

create schema if not exists forms;
create sequence forms.server_seq as integer;

create table forms.project (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  number integer not null check (number >= 1 and number <= 1000000),
  name text not null,
  training boolean not null,
  closed_on date,
  constraint project_once_number unique nulls not distinct (number)
);
create index on forms.project (scope);
create index on forms.project (import_id) where import_id is not null;

create table forms.form (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  project uuid not null references forms.project,
  code text not null,
  title text not null,
  titles jsonb not null,
  state text not null check (state in ('draft', 'published', 'closed', 'retired')),
  taker text,
  place_question text,
  date_question text,
  lists_at text not null check (lists_at in ('receipt', 'approval')),
  maker_checker boolean not null,
  restricted boolean not null,
  retention_months integer check (retention_months >= 1 and retention_months <= 1200),
  constraint form_once_project_code unique nulls not distinct (project, code)
);
create index on forms.form (scope);
create index on forms.form (import_id) where import_id is not null;

create table forms.form_version (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  form uuid not null references forms.form,
  name text not null,
  state text not null check (state in ('draft', 'published')),
  workbook text,
  workbook_name text,
  xform text,
  md5 text,
  understood text not null,
  refusals integer not null check (refusals >= 0),
  warnings integer not null check (warnings >= 0),
  languages jsonb not null,
  compiler text not null,
  published_at timestamptz,
  published_by uuid references kernel.person,
  note text,
  drift jsonb,
  constraint form_version_once_form_name_state unique nulls not distinct (form, name, state)
);
create index on forms.form_version (scope);
create index on forms.form_version (import_id) where import_id is not null;

create table forms.attachment (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  form_version uuid not null references forms.form_version,
  file_name text not null,
  kind text not null check (kind in ('file', 'list')),
  sha256 text,
  bytes integer check (bytes >= 0),
  list text,
  constraint attachment_once_form_version_file_name unique nulls not distinct (form_version, file_name)
);
create index on forms.attachment (scope);
create index on forms.attachment (import_id) where import_id is not null;

create table forms.device (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  project uuid not null references forms.project,
  label text not null,
  kind text not null check (kind in ('person', 'shared')),
  person uuid references kernel.person,
  areas jsonb not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  revoked_by uuid references kernel.person,
  skew_seconds integer,
  persistent_storage boolean,
  announced_seq integer not null check (announced_seq >= 0),
  client text
);
create index on forms.device (scope);
create index on forms.device (import_id) where import_id is not null;

create table forms.assignment (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  of_project uuid not null references forms.project,
  of_form uuid references forms.form,
  target_kind text not null check (target_kind in ('device', 'person', 'role')),
  target text not null,
  from_day date,
  until_day date,
  constraint assignment_once_of_project_of_form_target_kind_target unique nulls not distinct (of_project, of_form, target_kind, target)
);
create index on forms.assignment (scope);
create index on forms.assignment (target);
create index on forms.assignment (import_id) where import_id is not null;

create table forms.submission (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  form uuid not null references forms.form,
  form_version uuid not null references forms.form_version,
  instance_id text not null,
  server_seq integer not null default nextval('forms.server_seq'),
  xml text not null,
  payload_hash text not null,
  files_hash text not null,
  root uuid references forms.submission,
  replaces uuid references forms.submission,
  device uuid references forms.device,
  device_seq integer check (device_seq >= 0),
  client text,
  started_at timestamptz,
  finished_at timestamptz,
  elapsed_ms integer check (elapsed_ms >= 0),
  instance_name text,
  constraint submission_once_form_instance_id unique nulls not distinct (form, instance_id)
);
create index on forms.submission (scope);
create index on forms.submission (form, recorded_at);
create index on forms.submission (root);
create index on forms.submission (server_seq);
create index on forms.submission (import_id) where import_id is not null;

create table forms.standing (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  submission uuid not null references forms.submission,
  form uuid not null references forms.form,
  current uuid not null references forms.submission,
  state text not null check (state in ('received', 'hasIssues', 'edited', 'approved', 'rejected', 'withdrawn')),
  files_missing integer not null check (files_missing >= 0),
  open_findings integer not null check (open_findings >= 0),
  checked_at timestamptz,
  decided_by uuid references kernel.person,
  decided_at timestamptz,
  reason text,
  constraint standing_once_submission unique nulls not distinct (submission)
);
create index on forms.standing (scope);
create index on forms.standing (form, state);
create index on forms.standing (current);
create index on forms.standing (import_id) where import_id is not null;

create table forms.submission_file (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  submission uuid not null references forms.submission,
  ordinal integer not null check (ordinal >= 0),
  name text not null,
  sha256 text,
  bytes integer check (bytes >= 0),
  constraint submission_file_once_submission_ordinal unique nulls not distinct (submission, ordinal)
);
create index on forms.submission_file (scope);
create index on forms.submission_file (sha256);
create index on forms.submission_file (import_id) where import_id is not null;

create table forms.receipt (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  form_code text not null,
  instance_id text not null,
  payload_hash text not null,
  outcome text not null check (outcome in ('stored', 'complete', 'quarantined', 'withdrawn')),
  text text not null,
  key_id text not null,
  signature text not null,
  submission uuid references forms.submission,
  constraint receipt_once_form_code_instance_id_payload_hash_outcome unique nulls not distinct (form_code, instance_id, payload_hash, outcome)
);
create index on forms.receipt (scope);
create index on forms.receipt (submission);
create index on forms.receipt (import_id) where import_id is not null;

create table forms.quarantine (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  project uuid references forms.project,
  form_code text not null,
  form_version_name text,
  instance_id text not null,
  reason text not null,
  sibling uuid references forms.submission,
  xml text not null,
  payload_hash text not null,
  files_hash text not null,
  files jsonb not null,
  device uuid references forms.device,
  decision text check (decision in ('kept-other', 'taken', 'withdrawn')),
  decided_by uuid references kernel.person,
  decided_at timestamptz,
  note text,
  constraint quarantine_once_form_code_instance_id_payload_hash unique nulls not distinct (form_code, instance_id, payload_hash)
);
create index on forms.quarantine (scope);
create index on forms.quarantine (import_id) where import_id is not null;

create table forms.answers (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  submission uuid not null references forms.submission,
  form uuid not null references forms.form,
  repeat text not null,
  turn integer not null check (turn >= 0),
  parent_turn integer not null check (parent_turn >= 0),
  answers jsonb not null,
  constraint answers_once_submission_repeat_turn unique nulls not distinct (submission, repeat, turn)
);
create index on forms.answers (scope);
create index on forms.answers (form, repeat);
create index on forms.answers (import_id) where import_id is not null;

create table forms.finding (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  submission uuid not null references forms.submission,
  path text not null,
  code text not null,
  severity text not null check (severity in ('error', 'warning', 'note')),
  facts jsonb not null,
  state text not null check (state in ('open', 'confirmed', 'corrected', 'returned')),
  answer text,
  answered_by uuid references kernel.person,
  answered_at timestamptz,
  constraint finding_once_submission_path_code unique nulls not distinct (submission, path, code)
);
create index on forms.finding (scope);
create index on forms.finding (import_id) where import_id is not null;

create table forms.correction (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  submission uuid not null references forms.submission,
  path text not null,
  turn integer not null check (turn >= 0),
  before jsonb,
  after jsonb,
  change_type text not null check (change_type in ('change_response', 'blank_response', 'remove_survey', 'no_action')),
  issue text,
  reason text not null,
  rule text
);
create index on forms.correction (scope);
create index on forms.correction (submission);
create index on forms.correction (import_id) where import_id is not null;

create table forms.note (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  submission uuid not null references forms.submission,
  path text,
  words text not null,
  resolved_at timestamptz
);
create index on forms.note (scope);
create index on forms.note (submission);
create index on forms.note (import_id) where import_id is not null;

create table forms.list (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  project uuid not null references forms.project,
  code text not null,
  properties jsonb not null,
  approval_needed boolean not null,
  constraint list_once_project_code unique nulls not distinct (project, code)
);
create index on forms.list (scope);
create index on forms.list (import_id) where import_id is not null;

create table forms.list_item (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  list uuid not null references forms.list,
  entity text not null,
  label text not null,
  properties jsonb not null,
  item_version integer not null check (item_version >= 1),
  trunk_version integer check (trunk_version >= 1),
  branch text,
  submission uuid references forms.submission,
  deleted_at timestamptz,
  constraint list_item_once_list_entity unique nulls not distinct (list, entity)
);
create index on forms.list_item (scope);
create index on forms.list_item (import_id) where import_id is not null;

create table forms.item_proposal (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  list uuid not null references forms.list,
  entity text not null,
  kind text not null check (kind in ('hard', 'soft', 'held', 'unknown')),
  base_version integer check (base_version >= 0),
  trunk_version integer check (trunk_version >= 0),
  branch text,
  base jsonb not null,
  theirs jsonb not null,
  ours jsonb not null,
  submission uuid not null references forms.submission,
  decision text check (decision in ('applied', 'kept-current', 'merged', 'forced')),
  decided_by uuid references kernel.person,
  decided_at timestamptz
);
create index on forms.item_proposal (scope);
create index on forms.item_proposal (list, entity);
create index on forms.item_proposal (submission);
create index on forms.item_proposal (import_id) where import_id is not null;


-- One instance replaces another once; a phone gives each of its numbers once. Unknown is not a value here, so nulls stay distinct.
create unique index submission_once_replaces on forms.submission (replaces) where replaces is not null;
create unique index submission_once_device_seq on forms.submission (device, device_seq) where device_seq is not null;
grant usage on sequence forms.server_seq to capulana_app;

-- Secrets of phones: only hashes, and only the owner's door reads them.
create table kernel.device_secret (
  hash bytea primary key,
  device uuid not null references forms.device on delete cascade
);
create index on kernel.device_secret (device);

-- The change feed: read below the snapshot's horizon, in (xid, seq) order, so that no commit is ever missed.
create table kernel.change (
  seq bigint generated always as identity,
  xid xid8 not null default pg_current_xact_id(),
  -- What readers subscribe to: `list:<code>`, `submission`, `round`.
  topic text not null,
  record_id text not null,
  scope text collate "C" not null,
  class smallint not null default 2,
  deleted boolean not null default false,
  at timestamptz not null default now(),
  primary key (xid, seq)
);
alter table kernel.change enable row level security;
create policy writing on kernel.change for insert to capulana_app with check (true);
create policy reading on kernel.change for select to capulana_app using (
  class <= (select current_setting('app.class')::int)
  and scope collate "C" >= (select current_setting('app.low')) and scope collate "C" < (select current_setting('app.high'))
  and ((select current_setting('app.one_area')::boolean) or scope <@ (select current_setting('app.areas')::kernel.areas)));
grant select, insert on kernel.change to capulana_app;

-- A file on its way: how far it has come. The bytes lie beside the finished files until their hash holds.
create table kernel.blob (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bigint not null check (bytes >= 0),
  device uuid references forms.device,
  begun_at timestamptz not null default now(),
  whole_at timestamptz
);
grant select, insert, update on kernel.blob to capulana_app;
