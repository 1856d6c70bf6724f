-- Requests for data that are not public. Who asks lies sealed in the row; the key lies in the vault and can be destroyed.

create schema publications;

create sequence publications.request_number;
grant usage on sequence publications.request_number to capulana_app;

create table publications.data_request (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 3,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  number text not null,
  product text not null,
  product_version integer not null check (product_version >= 1),
  state text not null check (state in ('received', 'asked_back', 'prepared', 'granted', 'refused')),
  language text not null check (language in ('pt', 'en')),
  use_until date not null,
  sealed text,
  prepared_by uuid references kernel.person,
  decided_by uuid references kernel.person,
  decided_at timestamptz,
  granted_until date,
  revoked_at timestamptz,
  link_hash text,
  openings integer not null check (openings >= 0),
  last_opened_at timestamptz,
  erased_at timestamptz,
  constraint data_request_once_number unique nulls not distinct (number)
);
create index on publications.data_request (scope);
create index on publications.data_request (state);
create index on publications.data_request (link_hash);
create index on publications.data_request (import_id) where import_id is not null;
