-- The repository is searched by focus area too, and counts how often each file is taken: by month, robots apart, nothing of who took it.

alter table kernel.product add column focus_areas smallint[] not null default '{}';
create index on kernel.product using gin (focus_areas);

create table kernel.download (
  slug text not null,
  version integer not null,
  name text not null,
  month date not null,
  by_robot boolean not null,
  n bigint not null default 1,
  primary key (slug, version, name, month, by_robot)
);
