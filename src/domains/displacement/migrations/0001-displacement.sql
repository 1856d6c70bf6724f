create schema if not exists displacement;

create table displacement.operation (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  name text not null,
  country_iso3 text not null,
  country_pcode text not null,
  country_name jsonb not null,
  cause text not null,
  started_on date,
  status text not null check (status in ('Active', 'Inactive')),
  sensitivity text not null check (sensitivity in ('districts', 'sites')),
  licence text,
  credit text,
  demonstration boolean not null,
  constraint operation_once_country_iso3_name unique nulls not distinct (country_iso3, name)
);
create index on displacement.operation (scope);
create index on displacement.operation (import_id) where import_id is not null;

create table displacement.round (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  operation uuid not null references displacement.operation,
  assessment_type text not null check (assessment_type in ('BA', 'SA', 'ETT')),
  number integer not null check (number >= 0 and number <= 10000),
  edition integer not null check (edition >= 1),
  unit_level text not null check (unit_level in ('district', 'posto', 'locality', 'site')),
  planned_from date,
  planned_to date,
  collected_from date,
  collected_to date,
  reporting_date date,
  state text not null check (state in ('draft', 'planned', 'training', 'collecting', 'cleaning', 'technical_review', 'government_review', 'endorsed', 'published', 'superseded', 'withdrawn')),
  form_version text,
  compared_with uuid references displacement.round,
  supersedes uuid references displacement.round,
  cleaned_by uuid references kernel.person,
  frozen_hash text,
  narrative jsonb,
  limitations jsonb,
  change_note jsonb,
  illustrative_below text check (illustrative_below in ('province', 'district')),
  slug text,
  constraint round_once_operation_assessment_type_number_edition unique nulls not distinct (operation, assessment_type, number, edition)
);
create index on displacement.round (scope);
create index on displacement.round (state);
create index on displacement.round (operation, assessment_type, reporting_date);
create index on displacement.round (import_id) where import_id is not null;

create table displacement.master_list_line (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  round uuid not null references displacement.round,
  place uuid not null references places.place,
  team text,
  access text check (access in ('accessible', 'partly', 'inaccessible')),
  outcome text check (outcome in ('assessed', 'not_assessed', 'carried_forward', 'closed', 'merged', 'empty')),
  reason text,
  source_round integer check (source_round >= 0),
  added_later text,
  note text,
  constraint master_list_line_once_round_place unique nulls not distinct (round, place)
);
create index on displacement.master_list_line (scope);
create index on displacement.master_list_line (place);
create index on displacement.master_list_line (import_id) where import_id is not null;

create table displacement.assessment (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  round uuid not null references displacement.round,
  place uuid not null references places.place,
  key text not null,
  source_kind text not null check (source_kind in ('import', 'form')),
  sheet text,
  line integer check (line >= 1),
  setting text,
  site_type text,
  classification text,
  sent jsonb not null,
  constraint assessment_once_key unique nulls not distinct (key)
);
create index on displacement.assessment (scope);
create index on displacement.assessment (round, place);
create index on displacement.assessment (import_id) where import_id is not null;

create table displacement.presence_cell (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  round uuid not null references displacement.round,
  place uuid not null references places.place,
  assessment uuid references displacement.assessment,
  population_group text not null check (population_group in ('IDP', 'RET', 'HOST')),
  reasons text[] not null,
  origin_pcode text,
  origin_name text,
  arrival_period text,
  setting text,
  households integer check (households >= 0),
  individuals integer check (individuals >= 0),
  females integer check (females >= 0),
  males integer check (males >= 0),
  method text not null check (method in ('counted', 'key_informant', 'registered', 'sampled', 'modelled', 'carried')),
  confidence text check (confidence in ('high', 'medium', 'low')),
  constraint presence_cell_once_round_place_population_group_reasons_origin_ unique nulls not distinct (round, place, population_group, reasons, origin_pcode, origin_name, arrival_period, setting)
);
create index on displacement.presence_cell (scope);
create index on displacement.presence_cell (round, place);
create index on displacement.presence_cell (place);
create index on displacement.presence_cell (import_id) where import_id is not null;

create table displacement.correction (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  round uuid not null references displacement.round,
  place uuid not null references places.place,
  cell uuid not null references displacement.presence_cell,
  field text not null check (field in ('households', 'individuals', 'females', 'males')),
  before integer check (before >= 0),
  after integer check (after >= 0),
  reason text not null,
  note text
);
create index on displacement.correction (scope);
create index on displacement.correction (round);
create index on displacement.correction (import_id) where import_id is not null;

create table displacement.finding (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  round uuid not null references displacement.round,
  place uuid references places.place,
  code text not null,
  severity text not null check (severity in ('error', 'warning', 'note')),
  key text not null,
  facts jsonb not null,
  disposition text,
  note text,
  decided_by uuid references kernel.person,
  constraint finding_once_round_code_key unique nulls not distinct (round, code, key)
);
create index on displacement.finding (scope);
create index on displacement.finding (round);
create index on displacement.finding (import_id) where import_id is not null;

create table displacement.endorsement (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  round uuid not null references displacement.round,
  office text not null,
  decision text not null check (decision in ('endorsed', 'endorsed_with_reservations', 'returned')),
  place uuid references places.place,
  text text,
  decided_on date not null,
  frozen_hash text not null,
  paper_sha256 text
);
create index on displacement.endorsement (scope);
create index on displacement.endorsement (round);
create index on displacement.endorsement (import_id) where import_id is not null;
