-- What was erased: that it was, why and when. The hash of its id lets us know it again when an old backup brings it back, and says nothing to anybody else.

create table kernel.tombstone (
  id_hash text primary key,
  what text not null,
  reason text not null,
  at timestamptz not null default now()
);
grant select, insert on kernel.tombstone to capulana_app;

-- Keys whose rows have gone; emptied as soon as the vault has let them go.
create table kernel.key_to_destroy (
  id uuid primary key,
  at timestamptz not null default now()
);
grant insert on kernel.key_to_destroy to capulana_app;
