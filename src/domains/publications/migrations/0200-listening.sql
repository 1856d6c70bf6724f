-- Where and when somebody listened, and what was heard there, without anybody's name.

create table publications.listening (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  channel text not null check (channel in ('meeting', 'radio', 'brigade', 'theatre', 'loudspeaker', 'sms', 'voice', 'social')),
  place text not null,
  day date not null,
  language text not null,
  team text not null,
  struck_because text,
  constraint listening_once_channel_place_day_language_team unique nulls not distinct (channel, place, day, language, team)
);
create index on publications.listening (scope);
create index on publications.listening (day);
create index on publications.listening (import_id) where import_id is not null;

create table publications.heard (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  listening uuid not null references publications.listening,
  topic text not null,
  message uuid references publications.message,
  kind text not null check (kind in ('question', 'rumour', 'remark')),
  wording text not null,
  times integer not null check (times >= 1 and times <= 10000),
  answer text,
  answered_by uuid references kernel.person,
  cleared_by uuid references kernel.person,
  cleared_at timestamptz
);
create index on publications.heard (scope);
create index on publications.heard (listening);
create index on publications.heard (import_id) where import_id is not null;
