-- A figure and a comment say whose they are as a copy of their activity: one reference over both columns holds activity and organisation at once, and follows when
-- the activity passes to another organisation. Indexes that no question asks for go; an import is taken back by its activities.
create unique index activity_of_organisation on coordination.activity (id, organisation);
alter table coordination.reach_figure drop constraint reach_figure_activity_fkey, drop constraint reach_figure_organisation_fkey,
  add constraint reach_figure_activity_fkey foreign key (activity, organisation) references coordination.activity (id, organisation) on update cascade;
alter table coordination.activity_comment drop constraint activity_comment_activity_fkey, drop constraint activity_comment_organisation_fkey,
  add constraint activity_comment_activity_fkey foreign key (activity, organisation) references coordination.activity (id, organisation) on update cascade;
drop index coordination.reach_figure_scope_idx, coordination.reach_figure_recorded_at_id_idx, coordination.reach_figure_import_id_idx;
drop index coordination.activity_comment_scope_idx, coordination.activity_comment_import_id_idx;
drop index coordination.activity_scope_idx, coordination.activity_place_sector_idx, coordination.activity_source_idx;
