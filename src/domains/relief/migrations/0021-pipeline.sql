-- Relief: what is on its way to the common pipeline.

create table relief.pipeline_line (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  item text not null,
  quantity integer not null check (quantity >= 1 and quantity <= 2000000000),
  donor uuid references organisations.organisation,
  earliest date not null,
  likely date not null,
  latest date not null,
  stage text not null check (stage in ('pledged', 'ordered', 'shipped', 'customs', 'inland', 'arrived', 'cancelled')),
  confidence integer not null check (confidence >= 0 and confidence <= 100),
  need_cited uuid references relief.assessment,
  specification text,
  offers jsonb not null,
  wood boolean not null,
  wood_source text,
  wood_assessment uuid references relief.assessment
);
create index on relief.pipeline_line (scope);
create index on relief.pipeline_line (item);
create index on relief.pipeline_line (stage);
create index on relief.pipeline_line (import_id) where import_id is not null;
