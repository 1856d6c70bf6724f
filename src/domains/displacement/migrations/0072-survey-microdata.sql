-- Public files of single answers: what was proposed, how easily somebody is recognised in it, and who let it out.

create table displacement.survey_microdata (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  survey uuid not null references displacement.survey,
  columns jsonb not null,
  with_weights boolean not null,
  reason text not null,
  records integer not null check (records >= 1),
  risk jsonb not null,
  table_hash text not null,
  state text not null check (state in ('proposed', 'published')),
  published_by uuid references kernel.person,
  published_at timestamptz
);
create index on displacement.survey_microdata (scope);
create index on displacement.survey_microdata (survey);
create index on displacement.survey_microdata (import_id) where import_id is not null;
