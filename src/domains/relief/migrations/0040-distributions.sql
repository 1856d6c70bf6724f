-- Distributions: plans, frozen lists, tablets with their custody, what happened at the table, and what was counted at the end.

create table relief.distribution (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  code text not null,
  name text not null,
  place text not null,
  point text not null,
  day date not null,
  modality text not null check (modality in ('in_kind', 'cash', 'voucher', 'mixed')),
  organisation uuid references organisations.organisation,
  packages jsonb not null,
  standard jsonb not null,
  messages text,
  consultation jsonb,
  safety jsonb not null,
  list_hash text,
  frozen_at timestamptz,
  closed_at timestamptz,
  cancel_reason text,
  state text not null check (state in ('planned', 'community_informed', 'listed', 'verified', 'list_frozen', 'open', 'closed', 'reconciled', 'reported', 'pdm_due', 'pdm_done', 'cancelled')),
  constraint distribution_once_code unique nulls not distinct (code)
);
create index on relief.distribution (scope);
create index on relief.distribution (organisation);
create index on relief.distribution (place, day);
create index on relief.distribution (import_id) where import_id is not null;

create table relief.entitlement (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 3,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  distribution uuid not null references relief.distribution,
  household text not null,
  people integer check (people >= 1 and people <= 100),
  lines jsonb not null,
  mark boolean not null,
  alternates boolean not null,
  verified boolean not null,
  short_code text,
  prints integer not null check (prints >= 0),
  revoked_to integer not null check (revoked_to >= 0),
  constraint entitlement_once_distribution_household unique nulls not distinct (distribution, household)
);
create index on relief.entitlement (scope);
create index on relief.entitlement (import_id) where import_id is not null;

create table relief.distribution_tablet (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  distribution uuid not null references relief.distribution,
  device text not null,
  label text not null,
  custody uuid not null references ledger.account,
  source uuid not null references ledger.account,
  public_key jsonb,
  last_sequence integer not null check (last_sequence >= 0),
  last_heard_at timestamptz,
  counted_at timestamptz,
  state text not null check (state in ('open', 'counted', 'lost')),
  constraint distribution_tablet_once_distribution_device unique nulls not distinct (distribution, device)
);
create index on relief.distribution_tablet (scope);
create index on relief.distribution_tablet (import_id) where import_id is not null;

create table relief.handover (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 3,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  distribution uuid not null references relief.distribution,
  household text not null,
  line integer not null check (line >= 0),
  device text not null,
  sequence integer not null check (sequence >= 1),
  kind text not null check (kind in ('handed', 'taken_back', 'no_show', 'refused', 'exception')),
  item text,
  quantity integer not null check (quantity >= 0),
  lots jsonb not null,
  reverses integer check (reverses >= 1),
  received_by text check (received_by in ('head', 'member', 'alternate')),
  acknowledgement text check (acknowledgement in ('signature', 'thumb_mark', 'spoken_code', 'witness')),
  collector text,
  reason text,
  said_at timestamptz not null,
  paper boolean not null,
  late boolean not null,
  hash text not null,
  slip text,
  document uuid references ledger.document,
  receipt_number integer not null check (receipt_number >= 1),
  receipt text not null,
  receipt_key text not null,
  receipt_signature text not null,
  constraint handover_once_distribution_household_line_device_sequence unique nulls not distinct (distribution, household, line, device, sequence),
  constraint handover_once_distribution_device_sequence unique nulls not distinct (distribution, device, sequence),
  constraint handover_once_receipt_number unique nulls not distinct (receipt_number)
);
create index on relief.handover (scope);
create index on relief.handover (import_id) where import_id is not null;

create table relief.distribution_exception (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 3,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  distribution uuid not null references relief.distribution,
  handover uuid not null references relief.handover,
  reason text not null,
  state text not null check (state in ('waiting', 'approved', 'rejected')),
  decided_by uuid references kernel.person,
  constraint distribution_exception_once_handover unique nulls not distinct (handover)
);
create index on relief.distribution_exception (scope);
create index on relief.distribution_exception (import_id) where import_id is not null;

create table relief.reconciliation_line (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  distribution uuid not null references relief.distribution,
  tablet uuid not null references relief.distribution_tablet,
  item text not null,
  lot text not null,
  returned integer not null check (returned >= 0),
  damaged integer not null check (damaged >= 0),
  counted integer not null check (counted >= 0),
  explanation text,
  explained_variance integer,
  explained_by uuid references kernel.person,
  signed_by uuid references kernel.person,
  constraint reconciliation_line_once_tablet_item_lot unique nulls not distinct (tablet, item, lot)
);
create index on relief.reconciliation_line (scope);
create index on relief.reconciliation_line (distribution);
create index on relief.reconciliation_line (import_id) where import_id is not null;
create index on relief.distribution_exception (distribution);
create index on relief.handover (distribution, household);

-- The number of the receipt of each fact: one row, one number.
create sequence relief.handover_receipt as integer;
grant usage on sequence relief.handover_receipt to capulana_app;
