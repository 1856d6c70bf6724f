-- Agreements, contacts as far as each agreed to appear, and the directory of services.

create table coordination.agreement (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  kind text not null check (kind in ('mou', 'letter', 'implementing', 'joint_programme', 'data_sharing', 'framework', 'ppp')),
  title text not null,
  parties jsonb not null,
  lead uuid references organisations.organisation,
  focus_area integer check (focus_area >= 1 and focus_area <= 15),
  from_day date not null,
  to_day date not null,
  signed_on date,
  ended_on date,
  value integer check (value >= 0),
  currency text,
  notice_days integer not null check (notice_days >= 0 and notice_days <= 730),
  deliverables jsonb not null,
  reports jsonb not null,
  data_clause jsonb,
  amendments jsonb not null,
  state text not null check (state in ('draft', 'negotiated', 'cleared', 'signed', 'active', 'ended', 'terminated'))
);
create index on coordination.agreement (scope);
create index on coordination.agreement (import_id) where import_id is not null;

create table coordination.contact (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  name text not null,
  organisation uuid not null references organisations.organisation,
  role text,
  cluster text,
  area text,
  phone text,
  email text,
  consent text not null check (consent in ('refused', 'cluster', 'partners', 'public')),
  consent_on date not null,
  review_by date not null,
  active boolean not null
);
create index on coordination.contact (scope);
create index on coordination.contact (organisation);
create index on coordination.contact (import_id) where import_id is not null;

create table coordination.service (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  provider uuid not null references organisations.organisation,
  kind text not null,
  place text not null,
  hours text,
  cost text,
  languages text,
  accessibility text,
  for_whom text,
  capacity text,
  status text not null check (status in ('full', 'partial', 'none', 'unknown')),
  verified_on date,
  verified_how text,
  sensitive boolean not null,
  channel text
);
create index on coordination.service (scope);
create index on coordination.service (provider);
create index on coordination.service (place);
create index on coordination.service (import_id) where import_id is not null;
