-- Texts that journalists may take as they stand.

create table publications.press_text (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  kind text not null check (kind in ('mission', 'project', 'quote', 'contact')),
  title jsonb not null,
  text jsonb not null,
  valid_until date not null,
  written_by uuid references kernel.person,
  cleared_by uuid references kernel.person,
  cleared_at timestamptz
);
create index on publications.press_text (scope);
create index on publications.press_text (import_id) where import_id is not null;
