-- Reports of the strategy: frozen figures, text in two languages, and who froze, reviewed and cleared them.

create table results.strategy_report (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  from_day date not null,
  to_day date not null,
  edition integer not null check (edition >= 1),
  state text not null check (state in ('draft', 'figures_frozen', 'reviewed', 'cleared', 'published', 'superseded')),
  figures jsonb,
  texts jsonb,
  returned_because text,
  change_note jsonb,
  licence text,
  credit text,
  frozen_by uuid references kernel.person,
  reviewed_by uuid references kernel.person,
  cleared_by uuid references kernel.person,
  published_at timestamptz,
  slug text,
  hash text,
  constraint strategy_report_once_from_day_to_day_edition unique nulls not distinct (from_day, to_day, edition)
);
create index on results.strategy_report (scope);
create index on results.strategy_report (import_id) where import_id is not null;
