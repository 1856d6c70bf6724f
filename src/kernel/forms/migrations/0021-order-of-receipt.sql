-- Exports and feeds read a form's submissions in the order of receipt, page by page.
create index on forms.submission (form, server_seq);
