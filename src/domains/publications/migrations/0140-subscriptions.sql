-- Who hears by e-mail of what is published.

create table publications.subscription (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 3,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  state text not null check (state in ('asked', 'confirmed', 'left')),
  language text not null check (language in ('pt', 'en')),
  areas jsonb not null,
  places jsonb not null,
  address_hash text,
  link_hash text not null,
  asked_mail_at timestamptz,
  confirmed_at timestamptz,
  left_at timestamptz,
  told_until timestamptz,
  told_at timestamptz,
  refusals integer not null check (refusals >= 0),
  sealed text
);
create index on publications.subscription (scope);
create index on publications.subscription (link_hash);
create index on publications.subscription (address_hash);
create index on publications.subscription (state);
create index on publications.subscription (import_id) where import_id is not null;
