-- Who has read the alarm of a copied-back data folder, when, and what was found out. An epoch 'rollback-found' without a row here is an alarm that stands.

create table kernel.rollback_seen (
  epoch text primary key references kernel.epoch,
  at timestamptz not null default now(),
  by_person uuid references kernel.person,
  note text not null check (length(btrim(note)) > 0)
);
