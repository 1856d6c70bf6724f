-- What a phone numbered and we could only keep aside must not look like work that never arrived.
alter table forms.quarantine add column device_seq integer check (device_seq >= 0);
create index on forms.quarantine (device, device_seq);

-- What a phone must do at its next contact: forget what it may no longer hold, after it has sent its own work. Kept until the phone says that it is done.
create table kernel.device_order (
  id uuid primary key default gen_random_uuid(),
  device uuid not null references forms.device on delete cascade,
  kind text not null check (kind in ('purge', 'revoked')),
  topic text not null,
  -- None: everything of the topic.
  ids jsonb,
  at timestamptz not null default now(),
  done_at timestamptz
);
create index on kernel.device_order (device) where done_at is null;
grant select, insert, update on kernel.device_order to capulana_app;

-- A file that came over a slow line may be asked for again by another phone: its last sign of life says when it may be cleared away.
alter table kernel.blob add column touched_at timestamptz not null default now();
