-- Durable solutions: designs, cases and houses, inspections, tenure and tranches, localities, ways of households, progress, works.

create schema if not exists solutions;

create table solutions.house_design (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  code text not null,
  edition integer not null check (edition >= 1),
  name jsonb not null,
  area_m2 double precision not null check (area_m2 >= 1),
  rooms integer not null check (rooms >= 1 and rooms <= 20),
  materials jsonb not null,
  hazard_features jsonb not null,
  accessibility text,
  cost double precision check (cost >= 0),
  currency text,
  prices_of date,
  sessions text,
  licence text,
  constraint house_design_once_code_edition unique nulls not distinct (code, edition)
);
create index on solutions.house_design (scope);
create index on solutions.house_design (import_id) where import_id is not null;

create table solutions.beneficiary_case (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 3,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  programme text not null,
  household text not null,
  chosen_by text not null,
  needs text,
  modality text not null check (modality in ('in_kind', 'cash', 'voucher', 'mixed')),
  plot text,
  constraint beneficiary_case_once_programme_household unique nulls not distinct (programme, household)
);
create index on solutions.beneficiary_case (scope);
create index on solutions.beneficiary_case (import_id) where import_id is not null;

create table solutions.house (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  kase uuid not null references solutions.beneficiary_case,
  programme text not null,
  number text not null,
  place text not null,
  design uuid references solutions.house_design,
  lon double precision check (lon >= -180 and lon <= 180),
  lat double precision check (lat >= -90 and lat <= 90),
  accuracy_m double precision check (accuracy_m >= 0),
  coach uuid references kernel.person,
  state text not null check (state in ('selected', 'agreed_design', 'materials_delivered', 'foundation', 'frame', 'roof', 'finished', 'inspected', 'handed_over', 'checked_12m', 'stopped')),
  stopped_because text,
  hand_over jsonb,
  constraint house_once_programme_number unique nulls not distinct (programme, number),
  constraint house_once_kase unique nulls not distinct (kase)
);
create index on solutions.house (scope);
create index on solutions.house (state);
create index on solutions.house (place);
create index on solutions.house (import_id) where import_id is not null;

create table solutions.inspection (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  house uuid not null references solutions.house,
  stage text not null check (stage in ('foundation', 'frame', 'roof', 'finished', 'inspected')),
  attempt integer not null check (attempt >= 1),
  items jsonb not null,
  seen_on date not null,
  passed boolean not null,
  constraint inspection_once_house_stage_attempt unique nulls not distinct (house, stage, attempt)
);
create index on solutions.inspection (scope);
create index on solutions.inspection (import_id) where import_id is not null;

create table solutions.defect (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  house uuid not null references solutions.house,
  inspection uuid not null references solutions.inspection,
  stage text not null check (stage in ('foundation', 'frame', 'roof', 'finished', 'inspected')),
  item text not null,
  fix_by date not null,
  repaired_on date,
  repair_words text,
  state text not null check (state in ('open', 'repaired', 'seen_repaired'))
);
create index on solutions.defect (scope);
create index on solutions.defect (house, stage);
create index on solutions.defect (import_id) where import_id is not null;

create table solutions.tenure (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 3,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  house uuid not null references solutions.house,
  kind text not null check (kind in ('duat', 'customary', 'municipal_title', 'lease', 'owner_consent', 'none_known')),
  both_spouses text not null check (both_spouses in ('yes', 'no', 'unknown')),
  document text not null check (document in ('none', 'asked_for', 'held', 'unknown')),
  conflict text not null check (conflict in ('yes', 'no', 'unknown')),
  checked_on date not null,
  words text
);
create index on solutions.tenure (scope);
create index on solutions.tenure (house);
create index on solutions.tenure (import_id) where import_id is not null;

create table solutions.contract (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 3,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  number text not null,
  party text not null,
  kind text not null check (kind in ('mason', 'enterprise', 'transport')),
  currency text not null,
  constraint contract_once_number unique nulls not distinct (number)
);
create index on solutions.contract (scope);
create index on solutions.contract (import_id) where import_id is not null;

create table solutions.tranche (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 3,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  contract uuid not null references solutions.contract,
  house uuid not null references solutions.house,
  stage text not null check (stage in ('foundation', 'frame', 'roof', 'finished', 'inspected')),
  amount double precision not null check (amount >= 0),
  state text not null check (state in ('waiting', 'approved', 'paid')),
  approved_by uuid references kernel.person,
  paid_recorded_by uuid references kernel.person,
  order_reference text,
  constraint tranche_once_contract_house_stage unique nulls not distinct (contract, house, stage)
);
create index on solutions.tranche (scope);
create index on solutions.tranche (import_id) where import_id is not null;

create table solutions.year_check (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  house uuid not null references solutions.house,
  checked_on date not null,
  outcome text not null check (outcome in ('sound', 'damaged', 'empty', 'not_found')),
  tenure_conflict text not null check (tenure_conflict in ('yes', 'no', 'unknown')),
  constraint year_check_once_house unique nulls not distinct (house)
);
create index on solutions.year_check (scope);
create index on solutions.year_check (import_id) where import_id is not null;

create table solutions.partner_house (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  organisation uuid not null references organisations.organisation,
  code text not null,
  place text not null,
  stage text not null check (stage in ('selected', 'agreed_design', 'materials_delivered', 'foundation', 'frame', 'roof', 'finished', 'inspected', 'handed_over', 'checked_12m', 'stopped')),
  reported_on date not null,
  constraint partner_house_once_organisation_code unique nulls not distinct (organisation, code)
);
create index on solutions.partner_house (scope);
create index on solutions.partner_house (place);
create index on solutions.partner_house (import_id) where import_id is not null;

create table solutions.locality_selection (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  programme text not null,
  place text not null,
  choice integer not null check (choice >= 1),
  criteria jsonb not null,
  criteria_source text not null,
  answers jsonb not null,
  hazards jsonb not null,
  minutes jsonb not null,
  land_conflict text not null check (land_conflict in ('yes', 'no', 'unknown')),
  state text not null check (state in ('proposed', 'scored', 'consulted', 'agreed', 'active', 'closed', 'declined')),
  declined_because text,
  constraint locality_selection_once_programme_place_choice unique nulls not distinct (programme, place, choice)
);
create index on solutions.locality_selection (scope);
create index on solutions.locality_selection (import_id) where import_id is not null;

create table solutions.pathway (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 3,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  household text not null,
  kind text not null check (kind in ('return', 'local_integration', 'settlement_elsewhere')),
  destination text not null,
  adults jsonb not null,
  information jsonb not null,
  under_question text,
  moved_on date,
  state text not null check (state in ('informed', 'considering', 'consented', 'go_and_see', 'ready', 'moved', 'month_1', 'month_3', 'month_6', 'month_12', 'reviewed', 'declined', 'left_unknown'))
);
create index on solutions.pathway (scope);
create index on solutions.pathway (household);
create index on solutions.pathway (state);
create index on solutions.pathway (import_id) where import_id is not null;

create table solutions.consent (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 3,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  pathway uuid not null references solutions.pathway,
  adult text not null,
  informed_on jsonb not null,
  language text not null,
  method text not null check (method in ('signature', 'thumb_mark', 'spoken_before_witness')),
  given_on date not null,
  withdrawn_on date
);
create index on solutions.consent (scope);
create index on solutions.consent (pathway);
create index on solutions.consent (import_id) where import_id is not null;

create table solutions.progress_survey (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  place text not null,
  as_of date not null,
  source text not null,
  frame text not null,
  basis text not null check (basis in ('interviews', 'administrative')),
  answers jsonb not null,
  model jsonb,
  constraint progress_survey_once_place_as_of_source unique nulls not distinct (place, as_of, source)
);
create index on solutions.progress_survey (scope);
create index on solutions.progress_survey (import_id) where import_id is not null;

create table solutions.works (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  name text not null,
  kind text not null check (kind in ('drainage', 'road', 'water', 'school', 'health', 'market', 'public_space', 'other')),
  place text not null,
  committee text,
  stage text not null check (stage in ('planned', 'building', 'handed_over')),
  handed_over_on date,
  upkeep text,
  works_after3_months boolean,
  works_after12_months boolean
);
create index on solutions.works (scope);
create index on solutions.works (import_id) where import_id is not null;

create table solutions.livelihood_support (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  group_name text not null,
  kind text not null check (kind in ('tools', 'training', 'grant', 'coaching', 'other')),
  place text not null,
  given_on date not null,
  members integer check (members >= 1),
  women integer check (women >= 0),
  sales_after3_months double precision check (sales_after3_months >= 0),
  sales_after6_months double precision check (sales_after6_months >= 0),
  sales_after12_months double precision check (sales_after12_months >= 0),
  currency text
);
create index on solutions.livelihood_support (scope);
create index on solutions.livelihood_support (import_id) where import_id is not null;

create table solutions.market_assessment (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  place text not null,
  assessed_on date not null,
  material text not null,
  shops_able integer check (shops_able >= 0),
  shops_needed integer check (shops_needed >= 0),
  price double precision check (price >= 0),
  currency text,
  price_rise_percent double precision check (price_rise_percent >= -100),
  road_open boolean,
  cash_risk text check (cash_risk in ('low', 'medium', 'high')),
  masons integer check (masons >= 0),
  seasonality text
);
create index on solutions.market_assessment (scope);
create index on solutions.market_assessment (place, assessed_on);
create index on solutions.market_assessment (import_id) where import_id is not null;
