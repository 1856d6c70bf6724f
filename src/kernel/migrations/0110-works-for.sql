-- Whose staff somebody is: a partner's people see and write the rows of their own organisation. The register of organisations stands above the kernel: no
-- foreign key; an organisation that is not there has no rows.
alter table kernel.person add column works_for uuid;
