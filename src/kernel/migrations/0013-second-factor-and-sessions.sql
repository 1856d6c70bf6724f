-- Recovery codes for a lost telephone, codes that count once, and sessions and tokens that can be told apart and ended one by one.

create table kernel.recovery_code (
  hash bytea primary key,
  person uuid not null references kernel.person on delete cascade,
  used_at timestamptz
);
create index on kernel.recovery_code (person);

-- The half minute of the last code that opened: the same code never opens twice.
alter table kernel.person add column totp_used_step bigint;

-- Browser and system as words ("Firefox", "Windows"); the full line that a browser sends would tell more of a person than is needed.
alter table kernel.session
  add column id uuid not null default gen_random_uuid() unique,
  add column browser text,
  add column system text,
  drop column strong;
create index on kernel.session (person);

alter table kernel.token add column last_seen timestamptz;
create index on kernel.token (person);
