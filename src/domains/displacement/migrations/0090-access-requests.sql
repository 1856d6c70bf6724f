-- What was asked of which authority so that a team could reach a place, what it answered, and what came of it.
create table displacement.access_request (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  round uuid references displacement.round,
  place text not null,
  asked_on date not null,
  office text not null,
  purpose text not null,
  reply text not null check (reply in ('waiting', 'granted', 'partly', 'refused', 'no_answer')),
  replied_on date,
  reply_words text,
  outcome text check (outcome in ('reached', 'partly', 'not_reached')),
  outcome_on date,
  outcome_words text
);
create index on displacement.access_request (scope);
create index on displacement.access_request (place);
create index on displacement.access_request (round);
create index on displacement.access_request (import_id) where import_id is not null;
