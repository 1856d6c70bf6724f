-- Stock of anything that is counted in whole units: accounts, documents and the moves between accounts. Moves are written once; a balance is their sum.

create schema if not exists ledger;

create table ledger.account (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  owner text not null,
  code text not null,
  kind text not null check (
    kind in ('bin', 'custody', 'in_transit', 'quarantine', 'supplier', 'handed_over', 'lost', 'damaged', 'adjustment', 'assembly')
  ),
  name jsonb not null,
  place text,
  closed_on date,
  constraint account_once_owner_code unique nulls not distinct (owner, code)
);
create index on ledger.account (scope);
create index on ledger.account (import_id) where import_id is not null;

create table ledger.document (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  owner text not null,
  kind text not null check (
    kind in ('opening', 'goods_received', 'release', 'waybill', 'handover', 'return', 'loss', 'damage', 'count', 'assembly', 'recall', 'discrepancy', 'cancellation')
  ),
  series text not null,
  year integer not null check (year >= 1900 and year <= 2200),
  number integer not null check (number >= 1),
  reverses uuid references ledger.document,
  words text,
  second_by uuid references kernel.person,
  constraint document_once_owner_series_kind_year_number unique nulls not distinct (owner, series, kind, year, number)
);
create index on ledger.document (scope);
create index on ledger.document (owner, recorded_at);
create index on ledger.document (import_id) where import_id is not null;
create unique index document_reversed_once on ledger.document (reverses) where reverses is not null;

create table ledger.move (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  document uuid not null references ledger.document,
  item text not null,
  lot text not null,
  from_account uuid not null references ledger.account,
  to_account uuid not null references ledger.account,
  quantity integer not null check (quantity >= 1),
  reverses uuid references ledger.move,
  constraint move_has_two_sides check (from_account <> to_account),
  constraint move_happened check (effective_at is not null)
);
create index on ledger.move (scope);
create index on ledger.move (document);
create index move_out_of on ledger.move (from_account, item, lot, effective_at) include (quantity);
create index move_into on ledger.move (to_account, item, lot, effective_at) include (quantity);
create index on ledger.move (import_id) where import_id is not null;
create unique index move_reversed_once on ledger.move (reverses) where reverses is not null;

create table ledger.proposal (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  owner text not null,
  posting jsonb not null,
  state text not null check (state in ('waiting', 'posted', 'withdrawn')),
  document uuid references ledger.document
);
create index on ledger.proposal (scope);
create index on ledger.proposal (owner, state);
create index on ledger.proposal (import_id) where import_id is not null;

create table ledger.discrepancy (
  id uuid primary key default gen_random_uuid(),
  scope text collate "C" not null,
  class smallint not null default 2,
  effective_at timestamptz,
  recorded_at timestamptz not null default now(),
  recorded_by uuid default nullif(current_setting('app.user', true), '')::uuid,
  import_id uuid,
  version integer not null default 1,
  owner text not null,
  document uuid not null references ledger.document,
  caused_by uuid not null references ledger.document,
  account uuid not null references ledger.account,
  item text not null,
  lot text not null,
  quantity integer not null check (quantity >= 1),
  state text not null check (state in ('unexplained', 'explained', 'signed', 'cancelled')),
  explanation text,
  explained_by uuid references kernel.person,
  signed_by uuid references kernel.person
);
create index on ledger.discrepancy (scope);
create index on ledger.discrepancy (owner, state);
create index on ledger.discrepancy (import_id) where import_id is not null;

-- The last number of each kind of paper in each series and year: taken inside the transaction that writes the paper, so that no number is ever missing.
create table kernel.paper_series (
  owner text not null,
  series text not null,
  kind text not null,
  year integer not null,
  last integer not null,
  primary key (owner, series, kind, year)
);
grant select, insert, update on kernel.paper_series to capulana_app;

-- Where something really lies: what lies nowhere (given, lost, ordered) may owe.
create function ledger.holds_goods(kind text) returns boolean immutable language sql as $$ select kind in ('bin', 'custody', 'in_transit', 'quarantine') $$;

-- Shelves are held for the rest of the transaction, always in the same order: two writers of one shelf wait for each other and never for a circle. Buckets
-- keep the number of locks of one large paper below what the server has room for.
create function ledger.hold(keys text[]) returns void language plpgsql as $$
declare bucket integer;
begin
  for bucket in select distinct hashtext(key) & 1023 from unnest(keys) key order by 1 loop
    perform pg_advisory_xact_lock(7310, bucket);
  end loop;
end $$;

-- The first moment at which each shelf would hold less than nothing if these moves were added to what stands, and the worst that follows.
create function ledger.shortfalls(moves jsonb, added boolean)
returns table (account uuid, item text, lot text, at timestamptz, before bigint, deepest bigint) language sql as $$
  with given as (select * from jsonb_to_recordset(moves) as m(from_account uuid, to_account uuid, item text, lot text, quantity integer, effective_at timestamptz)),
  shelf as (
    select distinct side.account, side.item, side.lot
    from (select from_account as account, item, lot from given union all select to_account, item, lot from given) side
    join ledger.account a on a.id = side.account and ledger.holds_goods(a.kind)
  ),
  change as (
    select s.account, s.item, s.lot, m.effective_at, -m.quantity::bigint as stands, 0::bigint as proposed
    from shelf s join ledger.move m on m.from_account = s.account and m.item = s.item and m.lot = s.lot
    union all
    select s.account, s.item, s.lot, m.effective_at, m.quantity, 0 from shelf s join ledger.move m on m.to_account = s.account and m.item = s.item and m.lot = s.lot
    union all
    select s.account, s.item, s.lot, g.effective_at, 0, -g.quantity
    from shelf s join given g on added and g.from_account = s.account and g.item = s.item and g.lot = s.lot
    union all
    select s.account, s.item, s.lot, g.effective_at, 0, g.quantity
    from shelf s join given g on added and g.to_account = s.account and g.item = s.item and g.lot = s.lot
  ),
  moment as (select c.account, c.item, c.lot, c.effective_at, sum(stands) as stands, sum(stands + proposed) as held from change c group by 1, 2, 3, 4),
  running as (
    select m.account, m.item, m.lot, m.effective_at, sum(stands) over held_by as stands, sum(held) over held_by as held
    from moment m window held_by as (partition by m.account, m.item, m.lot order by m.effective_at)
  )
  select r.account, r.item, r.lot, min(r.effective_at), (array_agg(r.stands order by r.effective_at))[1]::bigint, min(r.held)::bigint
  from running r where r.held < 0 group by 1, 2, 3 order by 1, 2, 3
$$;

-- The second wall: whoever writes a move, no shelf holds less than nothing at any moment, and a reversal is the mirror of what it reverses.
create function ledger.check_moves() returns trigger language plpgsql as $$
declare short record; wrong uuid; written jsonb;
begin
  select coalesce(jsonb_agg(to_jsonb(m)), '[]') into written
  from (select from_account, to_account, item, lot, quantity, effective_at from added) m;
  perform ledger.hold(array(
    select side.account || ' ' || side.item || ' ' || side.lot
    from (select from_account as account, item, lot from added union all select to_account, item, lot from added) side
    join ledger.account a on a.id = side.account and ledger.holds_goods(a.kind)
  ));
  select m.id into wrong from added m join ledger.move r on r.id = m.reverses
  where (r.item, r.lot, r.quantity, r.from_account, r.to_account) is distinct from (m.item, m.lot, m.quantity, m.to_account, m.from_account) limit 1;
  if wrong is not null then raise exception 'ledger: move % does not mirror what it reverses', wrong using errcode = 'check_violation'; end if;
  select * into short from ledger.shortfalls(written, false) limit 1;
  if found then
    raise exception 'ledger: account % would hold % of % (lot "%") at %', short.account, short.deepest, short.item, short.lot, short.at using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger never_below_zero after insert on ledger.move referencing new table as added for each statement execute function ledger.check_moves();
