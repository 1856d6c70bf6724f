-- Facts from the field: what phones brought from building sites, with their receipts; what did not fit any more waits for an officer. Lines of partners that could not be taken.

create table solutions.round_fact (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 3,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  device text not null,
  sequence integer not null check (sequence >= 1),
  kind text not null check (kind in ('design', 'step', 'inspect', 'repair', 'tenure', 'consent', 'withdraw')),
  subject text not null,
  content text not null,
  said_at timestamptz not null,
  state text not null check (state in ('done', 'aside', 'settled')),
  reasons jsonb not null,
  settled_by uuid references kernel.person,
  settled_words text,
  receipt_number integer not null check (receipt_number >= 1),
  receipt text not null,
  receipt_key text not null,
  receipt_signature text not null,
  hash text not null,
  constraint round_fact_once_device_sequence unique nulls not distinct (device, sequence),
  constraint round_fact_once_receipt_number unique nulls not distinct (receipt_number)
);
create index on solutions.round_fact (scope);
create index on solutions.round_fact (state);
create index on solutions.round_fact (import_id) where import_id is not null;

create index on solutions.inspection using gin (items jsonb_path_ops);

create sequence solutions.round_receipt as integer;
grant usage on sequence solutions.round_receipt to capulana_app;

create table solutions.partner_line (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  organisation uuid not null references organisations.organisation,
  reported_on date not null,
  line integer not null check (line >= 1),
  code text,
  place text,
  stage text,
  why text not null check (why in ('code', 'place', 'stage')),
  constraint partner_line_once_organisation_reported_on_line unique nulls not distinct (organisation, reported_on, line)
);
create index on solutions.partner_line (scope);
create index on solutions.partner_line (import_id) where import_id is not null;

