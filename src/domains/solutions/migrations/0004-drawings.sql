-- Drawings of a design, each kept under its content.
create table solutions.drawing (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  design uuid not null references solutions.house_design,
  sha256 text not null,
  type text not null check (type in ('image/png', 'image/jpeg', 'application/pdf')),
  bytes integer not null check (bytes >= 1),
  words text not null,
  licence text not null,
  constraint drawing_once_design_sha256 unique nulls not distinct (design, sha256)
);
create index on solutions.drawing (scope);
create index on solutions.drawing (import_id) where import_id is not null;
