-- The words that the mission agreed on, by language.

create table publications.term (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  concept text not null,
  language text not null,
  preferred text not null,
  avoid text,
  definition text not null,
  source text not null,
  constraint term_once_concept_language unique nulls not distinct (concept, language)
);
create index on publications.term (scope);
create index on publications.term (import_id) where import_id is not null;
