-- Flow monitoring: points, the hours that somebody watched, the groups and travellers seen meanwhile, and whether a point of entry is open.
create table displacement.flow_point (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  name text not null,
  code text not null,
  place uuid not null references places.place,
  kind text not null check (kind in ('border', 'internal', 'port', 'airport', 'transit')),
  neighbour text,
  latitude double precision,
  longitude double precision,
  open_hours integer not null check (open_hours >= 1 and open_hours <= 24),
  opened_on date,
  closed_on date,
  corridor text,
  stands_for_corridor boolean,
  constraint flow_point_once_code unique nulls not distinct (code)
);
create index on displacement.flow_point (scope);
create index on displacement.flow_point (place);
create index on displacement.flow_point (import_id) where import_id is not null;

create table displacement.observation_session (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  point uuid not null references displacement.flow_point,
  day date not null,
  from_time text not null,
  to_time text not null,
  observed_minutes integer not null check (observed_minutes >= 1 and observed_minutes <= 1440),
  note text
);
create index on displacement.observation_session (scope);
create index on displacement.observation_session (point, day);
create index on displacement.observation_session (recorded_at, id);
create index on displacement.observation_session (import_id) where import_id is not null;

create table displacement.flow_group (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  session uuid not null references displacement.observation_session,
  direction text not null check (direction in ('in', 'out', 'internal')),
  origin text,
  destination text,
  nationality text,
  transport text,
  reason text,
  women_adult integer check (women_adult >= 0),
  men_adult integer check (men_adult >= 0),
  girls integer check (girls >= 0),
  boys integer check (boys >= 0),
  individuals integer check (individuals >= 0),
  vulnerable text[] not null
);
create index on displacement.flow_group (scope);
create index on displacement.flow_group (session);
create index on displacement.flow_group (recorded_at, id);
create index on displacement.flow_group (import_id) where import_id is not null;

create table displacement.flow_interview (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 3,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  session uuid not null references displacement.observation_session,
  sex text not null check (sex in ('f', 'm', 'x', 'u')),
  age_band text,
  nationality text,
  origin text,
  destination text,
  reason text,
  stay text check (stay in ('day', 'week', 'months', 'longer', 'for_good', 'unknown')),
  has_document text check (has_document in ('yes', 'no', 'no_answer')),
  need text,
  trouble text check (trouble in ('yes', 'no', 'no_answer'))
);
create index on displacement.flow_interview (scope);
create index on displacement.flow_interview (session);
create index on displacement.flow_interview (recorded_at, id);
create index on displacement.flow_interview (import_id) where import_id is not null;

create table displacement.entry_point_status (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  point uuid not null references displacement.flow_point,
  mode text not null check (mode in ('land', 'air', 'blue')),
  status text not null check (status in ('open', 'partial', 'closed')),
  restrictions text,
  from_day date not null,
  to_day date,
  source text not null
);
create index on displacement.entry_point_status (scope);
create index on displacement.entry_point_status (point, from_day);
create index on displacement.entry_point_status (import_id) where import_id is not null;

create table displacement.flow_bulletin (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  kind text not null check (kind in ('week', 'month')),
  period_from date not null,
  period_to date not null,
  state text not null check (state in ('published', 'withdrawn')),
  published_at timestamptz,
  slug text,
  hash text,
  constraint flow_bulletin_once_kind_period_from unique nulls not distinct (kind, period_from)
);
create index on displacement.flow_bulletin (scope);
create index on displacement.flow_bulletin (import_id) where import_id is not null;

