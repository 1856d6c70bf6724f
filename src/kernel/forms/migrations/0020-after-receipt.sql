-- Answers with their corrections in them, beside those of the document: so that filters and feeds see what is true today.
alter table forms.answers add column corrected jsonb;

-- When a form's answers become records, and the checks that need no engine.
alter table forms.form add column taken_at text check (taken_at in ('receipt', 'approval'));
alter table forms.form add column checks jsonb;

create table forms.origin (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  submission uuid not null references forms.submission,
  instance uuid not null references forms.submission,
  form_version uuid not null references forms.form_version,
  record text not null,
  record_id text not null,
  paths jsonb not null,
  times integer not null check (times >= 1),
  constraint origin_once_submission_record_record_id unique nulls not distinct (submission, record, record_id)
);
create index on forms.origin (scope);
create index on forms.origin (record, record_id);
create index on forms.origin (import_id) where import_id is not null;

create table forms.item_version (
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
  item_version integer not null check (item_version >= 1),
  label text not null,
  properties jsonb not null,
  deed text not null check (deed in ('created', 'updated', 'decided', 'forced', 'removed')),
  trunk_version integer check (trunk_version >= 0),
  branch text,
  branch_base integer check (branch_base >= 0),
  submission uuid references forms.submission,
  constraint item_version_once_list_entity_item_version unique nulls not distinct (list, entity, item_version)
);
create index on forms.item_version (scope);
create index on forms.item_version (import_id) where import_id is not null;
