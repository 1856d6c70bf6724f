-- A figure of reach is never without its activity, is read by whoever reads that, and is taken back with it: it stands in the activity itself.
alter table coordination.activity
  add column reached_people integer check (reached_people >= 0),
  add column reached_households integer check (reached_households >= 0),
  add column reached_facilities integer check (reached_facilities >= 0),
  add column reached_items integer check (reached_items >= 0),
  add column targeted_people integer check (targeted_people >= 0),
  add column targeted_households integer check (targeted_households >= 0),
  add column reach_kind text check (reach_kind in ('new', 'cumulative', 'repeat')),
  add column disjoint_with text,
  add column reach_known_by text check (reach_known_by in ('counted', 'estimated', 'derived'));

-- What figures say as columns; whether they add and how they are known is what is said of the people, else of another unit.
create function pg_temp.columns_of(figures jsonb) returns jsonb language sql as $$
  select jsonb_object_agg(case f ->> 'unit' when 'person' then f ->> 'measure' || '_people' when 'household' then f ->> 'measure' || '_households'
      when 'facility' then f ->> 'measure' || '_facilities' else f ->> 'measure' || '_items' end, f -> 'number')
    || jsonb_build_object(
      'reach_kind', (array_agg(f ->> 'kind' order by f ->> 'unit' = 'person' desc) filter (where f ->> 'kind' is not null))[1],
      'disjoint_with', (array_agg(f ->> 'disjoint_with' order by f ->> 'unit' = 'person' desc) filter (where f ->> 'disjoint_with' is not null))[1],
      'reach_known_by', (array_agg(f ->> 'evidence' order by f ->> 'unit' = 'person' desc) filter (where f ->> 'evidence' <> 'not_stated'))[1])
  from jsonb_array_elements(figures) f
$$;

update coordination.activity a set reached_people = b.reached_people, reached_households = b.reached_households, reached_facilities = b.reached_facilities,
  reached_items = b.reached_items, targeted_people = b.targeted_people, targeted_households = b.targeted_households, reach_kind = b.reach_kind,
  disjoint_with = b.disjoint_with, reach_known_by = b.reach_known_by
from (select activity, pg_temp.columns_of(jsonb_agg(to_jsonb(f))) as told from coordination.reach_figure f group by activity) r,
  jsonb_populate_record(null::coordination.activity, r.told) b where r.activity = a.id;
-- What stood before a change stands as it would be written today, so that it can be taken back.
update coordination.activity_change set before = jsonb_set(before - 'reach', '{activity}', (before -> 'activity') || coalesce(pg_temp.columns_of(before -> 'reach'), '{}'))
where before ? 'activity' and before ? 'reach';

drop function pg_temp.columns_of(jsonb);
drop table coordination.reach_figure;

-- With the figures gone a comment alone says whose it is beside its activity: a reference of its own is less than a second index over every activity.
alter table coordination.activity_comment drop constraint activity_comment_activity_fkey,
  add constraint activity_comment_activity_fkey foreign key (activity) references coordination.activity,
  add constraint activity_comment_organisation_fkey foreign key (organisation) references organisations.organisation;
drop index coordination.activity_of_organisation;
-- Codes of activities are compared as bytes: no language orders them.
alter table coordination.activity alter column external_id type text collate "C";
-- Asked for only when a whole import is taken back, which may read the table.
drop index coordination.activity_import_id_idx;
