-- Words of files for the codes of a list: what a person has settled holds for the next file of the source; what nobody has settled yet waits in the desk.
create table kernel.spelling (
  id uuid primary key default gen_random_uuid(),
  list text not null,
  source text not null,
  -- Folded: the same word in other letters is the same spelling.
  folded text not null,
  written text not null,
  suggestions text[] not null default '{}',
  state text not null check (state in ('waiting', 'accepted', 'refused')),
  code text,
  times integer not null,
  import uuid references kernel.import on delete set null,
  at timestamptz not null default now(),
  decided_by uuid references kernel.person,
  decided_at timestamptz,
  unique (list, source, folded),
  check ((state = 'accepted') = (code is not null))
);

grant select, insert on kernel.spelling to capulana_app;
grant update (state, code, times, import, decided_by, decided_at) on kernel.spelling to capulana_app;
alter table kernel.spelling enable row level security;
create policy working on kernel.spelling to capulana_app
  using ((select current_setting('app.roles')::text[]) && array['dataOfficer', 'admin', 'system'])
  with check ((select current_setting('app.roles')::text[]) && array['dataOfficer', 'system']);
