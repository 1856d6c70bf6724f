-- A sealed form is about named people: its document and answers are closed under a key of each submission, and stand in no other column.

alter table forms.form add column sealed boolean not null default false;
alter table forms.submission add column sealed text;
alter table forms.quarantine add column sealed text;
