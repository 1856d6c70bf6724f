-- Women, girls, men and boys by age band, as counted in a row that was sent; what a publication applies to its total is worked out from these.
create table displacement.age_count (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  round uuid not null references displacement.round,
  place uuid not null references places.place,
  assessment uuid not null references displacement.assessment,
  sex text not null check (sex in ('f', 'm')),
  age_band text not null,
  individuals integer not null check (individuals >= 0),
  constraint age_count_once_round_assessment_sex_age_band unique nulls not distinct (round, assessment, sex, age_band)
);
create index on displacement.age_count (scope);
create index on displacement.age_count (place);
create index on displacement.age_count (assessment);
create index on displacement.age_count (import_id) where import_id is not null;
