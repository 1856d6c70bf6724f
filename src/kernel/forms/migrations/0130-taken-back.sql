-- Rows that an approved submission became, and that were taken back when it was rejected or withdrawn.
alter table forms.origin add column taken_back_at timestamptz;
