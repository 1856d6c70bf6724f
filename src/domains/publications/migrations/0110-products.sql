-- What the mission writes for people to read, the pictures that go with it and the consents behind them, and what journalists ask.

create sequence publications.product_number;
create sequence publications.media_number;
grant usage on sequence publications.product_number, publications.media_number to capulana_app;

create table publications.product (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  number text not null,
  edition integer not null check (edition >= 1),
  kind text not null check (kind in ('story', 'press-release', 'factsheet', 'poster', 'leaflet', 'manual')),
  name text not null,
  state text not null check (state in ('planned', 'drafting', 'figures_frozen', 'reviewed', 'translated', 'cleared', 'scheduled', 'published', 'superseded', 'withdrawn')),
  planned_for date not null,
  publish_on date,
  original text not null check (original in ('pt', 'en')),
  only_because text,
  focus_areas jsonb not null,
  places jsonb not null,
  period_from date not null,
  period_to date not null,
  licence text not null,
  credit text not null,
  donors text,
  joint boolean not null,
  counterpart jsonb,
  protected_people boolean not null,
  texts jsonb not null,
  written_by jsonb not null,
  sources jsonb not null,
  own_figures jsonb not null,
  frozen jsonb,
  frozen_at timestamptz,
  pictures jsonb not null,
  reviewed_by uuid references kernel.person,
  cleared_by uuid references kernel.person,
  returned_because text,
  change_note jsonb,
  published_at timestamptz,
  slug text,
  hash text,
  withdrawn_because text,
  harmful boolean,
  constraint product_once_number_edition unique nulls not distinct (number, edition)
);
create index on publications.product (scope);
create index on publications.product (slug);
create index on publications.product (import_id) where import_id is not null;

create table publications.asset (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  caption_pt text not null,
  caption_en text not null,
  place text not null,
  taken_on date not null,
  credit text not null,
  recognisable integer not null check (recognisable >= 0 and recognisable <= 100),
  children integer not null check (children >= 0 and children <= 100),
  type text not null check (type in ('image/jpeg', 'image/png')),
  width integer not null check (width >= 1),
  height integer not null check (height >= 1),
  bytes integer not null check (bytes >= 1),
  public_sha256 text not null,
  original_sha256 text not null,
  closed_sha256 text not null,
  removed_at timestamptz,
  constraint asset_once_original_sha256 unique nulls not distinct (original_sha256)
);
create index on publications.asset (scope);
create index on publications.asset (import_id) where import_id is not null;

create table publications.picture_consent (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  asset uuid not null references publications.asset,
  who text not null check (who in ('person', 'guardian', 'child')),
  channels jsonb not null,
  use text not null,
  from_day date not null,
  to_day date,
  form text not null,
  withdrawn_at timestamptz,
  sealed text
);
create index on publications.picture_consent (scope);
create index on publications.picture_consent (asset);
create index on publications.picture_consent (import_id) where import_id is not null;

create table publications.media_request (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  number text not null,
  outlet text not null,
  received_at timestamptz not null,
  deadline timestamptz not null,
  language text not null check (language in ('pt', 'en')),
  question text not null,
  sensitive boolean not null,
  state text not null check (state in ('received', 'assigned', 'drafted', 'cleared', 'answered', 'declined', 'followed')),
  assigned_to uuid references kernel.person,
  answer text,
  drafted_by uuid references kernel.person,
  cleared_by uuid references kernel.person,
  informed_on date,
  answered_at timestamptz,
  declined_because text,
  published_link text,
  sealed text,
  constraint media_request_once_number unique nulls not distinct (number)
);
create index on publications.media_request (scope);
create index on publications.media_request (state);
create index on publications.media_request (import_id) where import_id is not null;
