-- Groups of partners, their meetings, and the actions that come out of them.

create table coordination.meeting_group (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  name jsonb not null,
  kind text not null check (kind in ('cluster', 'working_group', 'task_force', 'forum', 'reference_group', 'committee')),
  terms text,
  chair uuid not null references organisations.organisation,
  members jsonb not null,
  rhythm text not null check (rhythm in ('weekly', 'fortnightly', 'monthly', 'quarterly', 'as_needed'))
);
create index on coordination.meeting_group (scope);
create index on coordination.meeting_group (import_id) where import_id is not null;

create table coordination.meeting (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  meeting_group uuid not null references coordination.meeting_group,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  venue text not null,
  topics jsonb not null,
  state text not null check (state in ('called', 'held', 'cancelled')),
  present jsonb,
  minutes jsonb,
  minuted_at timestamptz
);
create index on coordination.meeting (scope);
create index on coordination.meeting (meeting_group, starts_at);
create index on coordination.meeting (import_id) where import_id is not null;

create table coordination.action_point (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  meeting_group uuid not null references coordination.meeting_group,
  meeting uuid not null references coordination.meeting,
  decision text,
  words text not null,
  owner uuid not null references organisations.organisation,
  person text not null,
  due date not null,
  first_due date not null,
  moves jsonb not null,
  state text not null check (state in ('open', 'done', 'dropped')),
  evidence text,
  closed_on date,
  drop_reason text,
  reminded jsonb not null
);
create index on coordination.action_point (scope);
create index on coordination.action_point (meeting_group);
create index on coordination.action_point (meeting);
create index on coordination.action_point (owner);
create index on coordination.action_point (due);
create index on coordination.action_point (import_id) where import_id is not null;
