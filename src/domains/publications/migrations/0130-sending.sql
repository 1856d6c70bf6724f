-- Who asked to be written to, and what goes out to their telephones in batches.

create sequence publications.sending_number;
grant usage on sequence publications.sending_number to capulana_app;

create table publications.opt_in (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 3,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  number_hash text not null,
  channels jsonb not null,
  language text not null,
  place text not null,
  topics text[] not null,
  how text not null check (how in ('sms', 'voice', 'meeting', 'brigade', 'hotline')),
  paper text,
  asked_at timestamptz not null,
  stopped_at timestamptz,
  stopped_how text check (stopped_how in ('sms', 'person')),
  sealed text
);
create index on publications.opt_in (scope);
create index on publications.opt_in (number_hash);
create index on publications.opt_in (place);
create index on publications.opt_in (import_id) where import_id is not null;

create table publications.sending (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  number text not null,
  message uuid not null references publications.message,
  language text not null,
  edition integer not null check (edition >= 1),
  text text not null,
  channel text not null check (channel in ('sms', 'voice')),
  place text not null,
  delivery uuid not null references publications.delivery,
  recipients integer not null check (recipients >= 1),
  state text not null check (state in ('waiting', 'handed_over', 'done', 'stopped')),
  stopped_because text,
  constraint sending_once_number unique nulls not distinct (number)
);
create index on publications.sending (scope);
create index on publications.sending (state);
create index on publications.sending (import_id) where import_id is not null;

create table publications.sending_batch (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  sending uuid not null references publications.sending,
  part integer not null check (part >= 1),
  recipients jsonb not null,
  state text not null check (state in ('waiting', 'handed_over', 'done', 'stopped')),
  tries integer not null check (tries >= 0),
  next_try_at timestamptz not null,
  fault text check (fault in ('unreachable', 'forbidden', 'unreadable', 'refused')),
  fault_status integer,
  handed_over_at timestamptz,
  sent integer check (sent >= 0),
  delivered integer check (delivered >= 0),
  failed integer check (failed >= 0),
  constraint sending_batch_once_sending_part unique nulls not distinct (sending, part)
);
create index on publications.sending_batch (scope);
create index on publications.sending_batch (state);
create index on publications.sending_batch (import_id) where import_id is not null;

-- Nobody stands on the list twice.
create unique index opt_in_once_while_on_the_list on publications.opt_in (number_hash) where stopped_at is null;
