-- Records of other domains in which the people of an activity are counted one by one: there they stand in place of its estimate.
alter table coordination.activity add column counted_from jsonb;
create index on coordination.activity using gin (counted_from jsonb_path_ops) where counted_from is not null;
