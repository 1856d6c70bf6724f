-- The first page of an unfiltered list is read in the order of recording: without these, every row that a person may see was looked at and sorted.
create index on displacement.presence_cell (recorded_at, id);
create index on displacement.assessment (recorded_at, id);
