-- The preview of a large file is made by a job that nobody waits for: how far it is, then what it found, until something that it rests upon changes.
create table kernel.import_preview (
  import uuid primary key references kernel.import on delete cascade,
  -- Fingerprint of what it rests upon; another one means that it must be made anew.
  grounds text not null,
  by_person uuid references kernel.person,
  by_name text not null,
  roles text[] not null,
  areas text[] not null,
  asked_at timestamptz not null default now(),
  attempts integer not null default 0,
  doing text not null default 'waiting' check (doing in ('waiting', 'reading', 'understanding', 'made', 'failed')),
  done bigint not null default 0,
  of_bytes bigint not null default 0,
  preview jsonb,
  failure jsonb,
  check ((doing = 'made') = (preview is not null)),
  check ((doing = 'failed') = (failure is not null))
);

grant select, insert, update, delete on kernel.import_preview to capulana_app;
alter table kernel.import_preview enable row level security;
create policy working on kernel.import_preview to capulana_app
  using ((select current_setting('app.roles')::text[]) && array['dataOfficer', 'admin', 'system'])
  with check ((select current_setting('app.roles')::text[]) && array['dataOfficer', 'system']);
