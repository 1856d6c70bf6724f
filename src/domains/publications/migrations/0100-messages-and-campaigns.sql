-- Messages with their texts and trials, materials, campaigns and what went out; main languages of places and what donors ask to be shown.

create table publications.message (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  key text not null,
  topic text not null,
  source_language text not null,
  source_edition integer not null check (source_edition >= 1),
  fact_source text not null,
  valid_until date not null,
  fact_changed_on date,
  fact_change text,
  approved_edition integer,
  approved_by uuid references kernel.person,
  approved_at timestamptz,
  constraint message_once_key unique nulls not distinct (key)
);
create index on publications.message (scope);
create index on publications.message (import_id) where import_id is not null;

create table publications.message_text (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  message uuid not null references publications.message,
  language text not null,
  edition integer not null check (edition >= 1),
  text text not null,
  says_edition integer not null check (says_edition >= 1),
  looked_over_by uuid references kernel.person,
  looked_over_at timestamptz,
  back_translation text,
  back_translated_by uuid references kernel.person,
  constraint message_text_once_message_language_edition unique nulls not distinct (message, language, edition)
);
create index on publications.message_text (scope);
create index on publications.message_text (import_id) where import_id is not null;

create table publications.message_trial (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  message uuid not null references publications.message,
  language text not null,
  edition integer not null check (edition >= 1),
  day date not null,
  place text not null,
  people text not null,
  asked integer not null check (asked >= 1 and asked <= 100000),
  understood integer not null check (understood >= 0 and understood <= 100000)
);
create index on publications.message_trial (scope);
create index on publications.message_trial (message);
create index on publications.message_trial (import_id) where import_id is not null;

create table publications.iec_item (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  code text not null,
  title jsonb not null,
  kind text not null check (kind in ('poster', 'leaflet', 'audio', 'video', 'manual')),
  topic text not null,
  languages text[] not null,
  message uuid references publications.message,
  print jsonb,
  consent text not null check (consent in ('no_people', 'agreed', 'unknown')),
  recalled_on date,
  recall_reason text,
  constraint iec_item_once_code unique nulls not distinct (code)
);
create index on publications.iec_item (scope);
create index on publications.iec_item (import_id) where import_id is not null;

create table publications.campaign (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  name jsonb not null,
  objective text not null,
  audience text not null,
  literacy text not null check (literacy in ('reads', 'hears', 'both', 'unknown')),
  languages text[] not null,
  places jsonb not null,
  messages jsonb not null,
  channels jsonb not null,
  from_day date not null,
  to_day date not null,
  budget_line text,
  indicators jsonb not null,
  partner uuid references organisations.organisation,
  government text not null check (government in ('not_required', 'waiting', 'given')),
  government_words text,
  state text not null check (state in ('planned', 'cleared', 'on_air', 'ended', 'cancelled')),
  written_by uuid references kernel.person,
  cleared_by uuid references kernel.person,
  cleared_at timestamptz,
  ended_because text
);
create index on publications.campaign (scope);
create index on publications.campaign (state);
create index on publications.campaign (from_day);
create index on publications.campaign (import_id) where import_id is not null;

create table publications.delivery (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  message uuid references publications.message,
  item uuid references publications.iec_item,
  campaign uuid references publications.campaign,
  channel text not null check (channel in ('portal', 'print', 'radio', 'loudspeaker', 'theatre', 'brigade', 'meeting', 'sms', 'voice', 'social', 'press')),
  language text,
  place text not null,
  day date not null,
  deliverer text not null,
  quantity integer check (quantity >= 0 and quantity <= 100000000),
  reach integer check (reach >= 0 and reach <= 100000000),
  method text check (method in ('counted', 'estimated', 'platform', 'station_claim')),
  emergency boolean not null,
  looked_at_by uuid references kernel.person,
  looked_at timestamptz,
  constraint delivery_once_message_item_channel_place_day_deliverer unique nulls not distinct (message, item, channel, place, day, deliverer)
);
create index on publications.delivery (scope);
create index on publications.delivery (campaign);
create index on publications.delivery (day);
create index on publications.delivery (import_id) where import_id is not null;

create table publications.main_language (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  place text not null,
  language text not null,
  percent double precision not null check (percent >= 0 and percent <= 100),
  survey text not null,
  as_of date not null,
  constraint main_language_once_place_language_as_of unique nulls not distinct (place, language, as_of)
);
create index on publications.main_language (scope);
create index on publications.main_language (import_id) where import_id is not null;

create table publications.visibility_rule (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  donor uuid not null references organisations.organisation,
  marks text not null,
  wording jsonb not null,
  materials text not null,
  left_off_at text[] not null,
  agreement text
);
create index on publications.visibility_rule (scope);
create index on publications.visibility_rule (donor);
create index on publications.visibility_rule (import_id) where import_id is not null;
