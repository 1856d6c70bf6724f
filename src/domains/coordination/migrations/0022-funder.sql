-- Who pays for an activity or leads it, as its implementer tells: the donor may send the same work.
alter table coordination.activity add column funder uuid references organisations.organisation;
