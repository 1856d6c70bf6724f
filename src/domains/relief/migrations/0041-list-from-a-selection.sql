-- A distribution takes its list from a published selection, and says whether it serves everybody of a place; a candidate brings the size of its household along.

alter table relief.distribution add column selection uuid references relief.selection_run;
create index on relief.distribution (selection);
alter table relief.distribution add column blanket boolean not null default false;
alter table relief.distribution alter column blanket drop default;
alter table relief.selection_candidate add column people integer check (people >= 1 and people <= 100);
