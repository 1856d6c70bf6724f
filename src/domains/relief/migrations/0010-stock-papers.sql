-- Relief: the papers of stock (waybills, receipts, discrepancies, goods received notes) and treatments; lots that were packed here.

alter table relief.lot drop constraint lot_origin_check;
alter table relief.lot add constraint lot_origin_check check (origin in ('purchase', 'gift', 'opening', 'assembly'));

create table relief.treatment_batch (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  lots jsonb not null,
  method text not null,
  chemical text,
  day date not null,
  treated_until date not null
);
create index on relief.treatment_batch (scope);
create index on relief.treatment_batch (import_id) where import_id is not null;

create table relief.received_note (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  document uuid not null references ledger.document,
  warehouse uuid not null references relief.warehouse,
  year integer not null check (year >= 1900 and year <= 2200),
  number integer not null check (number >= 1),
  source text not null check (source in ('order', 'donation', 'opening')),
  reference text,
  lines jsonb not null
);
create index on relief.received_note (scope);
create index on relief.received_note (document);
create index on relief.received_note (warehouse);
create index on relief.received_note (import_id) where import_id is not null;

create table relief.waybill (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  document uuid not null references ledger.document,
  warehouse uuid not null references relief.warehouse,
  year integer not null check (year >= 1900 and year <= 2200),
  number integer not null check (number >= 1),
  release uuid references relief.release,
  organisation uuid references organisations.organisation,
  to_warehouse uuid references relief.warehouse,
  place text not null,
  transporter text not null,
  vehicle text not null,
  driver text,
  lines jsonb not null,
  hash text not null,
  state text not null check (state in ('on_road', 'received', 'cancelled')),
  constraint waybill_once_warehouse_year_number unique nulls not distinct (warehouse, year, number)
);
create index on relief.waybill (scope);
create index on relief.waybill (document);
create index on relief.waybill (release);
create index on relief.waybill (organisation);
create index on relief.waybill (state);
create index on relief.waybill (import_id) where import_id is not null;

create table relief.receipt (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  waybill uuid not null references relief.waybill,
  organisation uuid references organisations.organisation,
  document uuid references ledger.document,
  lines jsonb not null,
  note text
);
create index on relief.receipt (scope);
create index on relief.receipt (waybill);
create index on relief.receipt (import_id) where import_id is not null;

create table relief.discrepancy (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  waybill uuid not null references relief.waybill,
  organisation uuid references organisations.organisation,
  item text not null,
  lot text not null,
  kind text not null check (kind in ('short', 'over', 'damaged', 'wrong_item')),
  sent integer not null check (sent >= 0),
  received integer not null check (received >= 0),
  quantity integer not null check (quantity >= 1),
  state text not null check (state in ('open', 'explained', 'signed')),
  outcome text check (outcome in ('lost', 'not_loaded')),
  explanation text,
  explained_by uuid references kernel.person,
  signed_by uuid references kernel.person,
  signed_at timestamptz,
  document uuid references ledger.document
);
create index on relief.discrepancy (scope);
create index on relief.discrepancy (waybill);
create index on relief.discrepancy (state);
create index on relief.discrepancy (import_id) where import_id is not null;
