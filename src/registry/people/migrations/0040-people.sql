-- Registered people, a compartment of its own: no key leads in or out of this schema (test/peopleApart.test.ts reads the catalogue).

create schema people;
create sequence people.household_number start 10000000;
grant usage on sequence people.household_number to capulana_app;

create table people.household (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 3,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  number text not null,
  place text not null,
  setting text,
  head uuid,
  state text not null check (state in ('active', 'left', 'merged')),
  merged_into uuid references people.household,
  constraint household_once_number unique nulls not distinct (number)
);
create index on people.household (scope);
create index on people.household (place);
create index on people.household (import_id) where import_id is not null;

create table people.person (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 3,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  household uuid not null references people.household,
  sealed text not null,
  sex text not null,
  birth_year integer check (birth_year >= 1850 and birth_year <= 2200),
  age_band text,
  vulnerabilities text[] not null,
  difficulties text[] not null
);
create index on people.person (scope);
create index on people.person (household);
create index on people.person (import_id) where import_id is not null;

-- A head is one of the people, who come after the household.
alter table people.household add foreign key (head) references people.person;

create table people.membership (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 3,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  household uuid not null references people.household,
  person uuid not null references people.person,
  relation text not null,
  from_day date not null,
  until_day date
);
create index on people.membership (scope);
create index on people.membership (household);
create index on people.membership (person);
create index on people.membership (import_id) where import_id is not null;

create table people.consent (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 3,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  household uuid not null references people.household,
  person uuid references people.person,
  purpose text not null,
  wording_version text not null,
  language text not null,
  words text not null,
  answer text not null check (answer in ('given', 'refused', 'withdrawn')),
  answered_at timestamptz not null
);
create index on people.consent (scope);
create index on people.consent (household);
create index on people.consent (person);
create index on people.consent (import_id) where import_id is not null;

create table people.residence (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 3,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  household uuid not null references people.household,
  kind text not null check (kind in ('current', 'previous')),
  place text not null,
  setting text,
  from_day date,
  until_day date
);
create index on people.residence (scope);
create index on people.residence (household);
create index on people.residence (import_id) where import_id is not null;

create table people.person_link (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 3,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  first uuid not null references people.person,
  second uuid not null references people.person,
  undone_at timestamptz,
  undone_reason text
);
create index on people.person_link (scope);
create index on people.person_link (first);
create index on people.person_link (second);
create index on people.person_link (import_id) where import_id is not null;
