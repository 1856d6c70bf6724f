-- The public half of every key that this mission ever signed with: paper outlives a keyring that was lost. Nothing secret stands here, and it travels with each backup.

create table kernel.receipt_key (
  id text primary key,
  jwk jsonb not null,
  first_used timestamptz not null default now()
);
