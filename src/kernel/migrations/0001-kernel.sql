-- What every part of the house stands on: people who use the system, their sign-ins, the audit and its seals, imports, files, publications.
-- Tables of this schema are written by the kernel's own code; records of the domains have schemas of their own.

create type kernel.areas_range as range (subtype = text, collation = "C", multirange_type_name = kernel.areas);

create table kernel.epoch (
  id text primary key,
  since timestamptz not null default now(),
  reason text not null check (reason in ('new', 'restore', 'rollback-found', 'import'))
);

create table kernel.person (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  email text not null unique check (email = lower(email)),
  language text not null default 'pt' check (language in ('pt', 'en')),
  organisation text,
  roles text[] not null,
  areas text[] not null,
  password_hash text,
  totp_secret bytea,
  failed_attempts integer not null default 0,
  locked_until timestamptz,
  demonstration boolean not null default false,
  disabled_at timestamptz,
  created_at timestamptz not null default now()
);

create table kernel.sign_in_link (
  hash bytea primary key,
  person uuid not null references kernel.person on delete cascade,
  expires_at timestamptz not null,
  used_at timestamptz
);

create table kernel.session (
  hash bytea primary key,
  person uuid not null references kernel.person on delete cascade,
  created_at timestamptz not null default now(),
  last_seen timestamptz not null default now(),
  expires_at timestamptz not null,
  strong boolean not null default false
);

create table kernel.token (
  id uuid primary key default gen_random_uuid(),
  hash bytea not null unique,
  name text not null,
  person uuid references kernel.person on delete cascade,
  roles text[] not null,
  areas text[] not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz
);

create table kernel.audit (
  seq bigint generated always as identity primary key,
  xid xid8 not null default pg_current_xact_id(),
  at timestamptz not null default now(),
  who uuid,
  role text not null,
  deed text not null,
  record text not null,
  record_id text,
  facts jsonb not null default '{}'
);
create index on kernel.audit (record, record_id);
create index on kernel.audit (xid, seq);

-- The chain stands apart from the rows it covers: chaining at write time halves the rate of writing.
create table kernel.audit_chain (
  position bigint primary key,
  seq bigint not null unique,
  xid xid8 not null,
  hash text not null
);

create table kernel.audit_seal (
  last_position bigint primary key,
  first_seq bigint not null,
  last_seq bigint not null,
  hash text not null,
  at timestamptz not null default now(),
  -- Which key signed: after a restore without the old keyring, older seals cannot be proven, and are told apart from broken ones.
  key_id text not null,
  signature text not null
);

create table kernel.file (
  sha256 text primary key,
  bytes bigint not null,
  kind text not null,
  stored_at timestamptz not null default now()
);

create table kernel.import (
  id uuid primary key default gen_random_uuid(),
  kind text not null,
  file_name text not null,
  sha256 text not null references kernel.file,
  choices jsonb not null default '{}',
  summary jsonb not null default '{}',
  state text not null check (state in ('read', 'importing', 'imported', 'undone', 'failed')),
  by_person uuid references kernel.person,
  at timestamptz not null default now(),
  imported_at timestamptz,
  undone_at timestamptz,
  undone_by uuid references kernel.person
);
create index on kernel.import (sha256);

create table kernel.mapping (
  source text not null,
  kind text not null,
  columns jsonb not null,
  at timestamptz not null default now(),
  primary key (kind, source)
);

create table kernel.product (
  id uuid primary key default gen_random_uuid(),
  slug text not null,
  version integer not null,
  kind text not null,
  title jsonb not null,
  summary jsonb not null,
  places text[] not null,
  period_from date not null,
  period_to date not null,
  hash text not null,
  licence text not null,
  credit text not null,
  demonstration boolean not null default false,
  content_sha256 text not null references kernel.file,
  files jsonb not null,
  subject text not null,
  change_note jsonb,
  published_at timestamptz not null default now(),
  published_by uuid references kernel.person,
  superseded_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  unique (slug, version)
);

create table kernel.setting (
  name text primary key,
  value jsonb not null,
  at timestamptz not null default now()
);

grant usage on schema kernel to capulana_app;
grant select on kernel.epoch, kernel.product, kernel.file, kernel.setting to capulana_app;
grant insert on kernel.file, kernel.product to capulana_app;
grant update (superseded_at, withdrawn_at, withdrawn_reason) on kernel.product to capulana_app;
grant insert on kernel.audit to capulana_app;
grant select, insert on kernel.import, kernel.mapping to capulana_app;
grant update (state, choices, summary, imported_at, undone_at, undone_by) on kernel.import to capulana_app;
grant update on kernel.mapping to capulana_app;
grant select (id, name, organisation, roles, areas, disabled_at, demonstration) on kernel.person to capulana_app;
grant usage on type kernel.areas_range to capulana_app;

-- Who did what is read by those who must answer for it, through a role check here as well as in the route.
alter table kernel.audit enable row level security;
create policy writing on kernel.audit for insert to capulana_app with check (true);
create policy reading on kernel.audit for select to capulana_app using ((select current_setting('app.roles')::text[]) && array['admin', 'system']);
grant select on kernel.audit to capulana_app;

-- An import is seen by those who import and by administrators; its author's area decides when it is written, the rows' own policies decide the rest.
alter table kernel.import enable row level security;
create policy working on kernel.import to capulana_app
  using ((select current_setting('app.roles')::text[]) && array['dataOfficer', 'admin', 'system'])
  with check ((select current_setting('app.roles')::text[]) && array['dataOfficer', 'system']);
