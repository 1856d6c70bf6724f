-- A list sent again under the same day may hold another line at the same place: both are kept as they came.
alter table solutions.partner_line drop constraint partner_line_once_organisation_reported_on_line;
create index on solutions.partner_line (organisation, reported_on, line);
