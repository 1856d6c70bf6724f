-- Who looked at a line a second time, when, and why it was rejected.

alter table displacement.registration_line add column verification_reason text;
alter table displacement.registration_line add column verified_at timestamptz;
alter table displacement.registration_line add column verified_by uuid references kernel.person;
