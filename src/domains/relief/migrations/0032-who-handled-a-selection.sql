-- Who had a hand in a selection, so that none of them approves it; and the appeals that the list itself opens, for households whose missing answers could change it.

alter table relief.selection_run add column handled_by jsonb not null default '[]';
alter table relief.selection_run alter column handled_by drop default;
alter table relief.selection_appeal drop constraint selection_appeal_origin_check;
alter table relief.selection_appeal add constraint selection_appeal_origin_check check (origin in ('household', 'community_check', 'unanswered'));
