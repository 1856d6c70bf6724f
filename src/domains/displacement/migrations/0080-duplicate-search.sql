-- Each time that duplicates were looked for over a whole exercise: who asked, how far it is, what it found.

create table displacement.duplicate_search (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  exercise uuid not null references displacement.registration_exercise,
  state text not null check (state in ('waiting', 'looking', 'done', 'failed')),
  attempts integer not null check (attempts >= 0),
  seen integer not null check (seen >= 0),
  people integer check (people >= 0),
  suggested integer check (suggested >= 0),
  ended_at timestamptz
);
create index on displacement.duplicate_search (scope);
create index on displacement.duplicate_search (exercise);
create index on displacement.duplicate_search (import_id) where import_id is not null;

-- One at a time: whoever asks while one runs meets that one.
create unique index duplicate_search_one_at_a_time on displacement.duplicate_search (exercise) where state in ('waiting', 'looking');
