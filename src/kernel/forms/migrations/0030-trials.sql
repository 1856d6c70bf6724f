-- What authors fill in to try a draft: apart from submissions, gone with the draft.
create table forms.trial (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  form_version uuid not null references forms.form_version,
  xml text not null,
  answers jsonb not null
);
create index on forms.trial (scope);
create index on forms.trial (form_version);
create index on forms.trial (import_id) where import_id is not null;
