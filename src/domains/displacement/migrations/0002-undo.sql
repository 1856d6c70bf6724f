-- An outcome that an import gave can be taken back to what stood before.
alter table displacement.master_list_line add column replaced jsonb;

-- Taking an import back deletes rows that others refer to; without these, each deleted row would read a whole table.
create index on displacement.assessment (place);
create index on displacement.presence_cell (assessment);
create index on displacement.correction (place);
create index on displacement.correction (cell);
create index on displacement.finding (place);
create index on displacement.endorsement (place);
