-- A large import is written by a job that nobody waits for. Its progress stands in a row of its own, because the writing transaction holds the import's.
create table kernel.import_job (
  import uuid primary key references kernel.import on delete cascade,
  by_person uuid references kernel.person,
  by_name text not null,
  roles text[] not null,
  areas text[] not null,
  queued_at timestamptz not null default now(),
  attempts integer not null default 0,
  doing text not null default 'waiting' check (doing in ('waiting', 'reading', 'writing')),
  done integer not null default 0,
  of_rows integer not null default 0,
  failure jsonb
);

grant select, insert, delete on kernel.import_job to capulana_app;
alter table kernel.import_job enable row level security;
create policy working on kernel.import_job to capulana_app
  using ((select current_setting('app.roles')::text[]) && array['dataOfficer', 'admin', 'system'])
  with check ((select current_setting('app.roles')::text[]) && array['dataOfficer', 'system']);
