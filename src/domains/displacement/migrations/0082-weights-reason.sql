-- Why the weights of comparison changed, and which earlier version was taken up again.

alter table displacement.linkage_weights add column reason text;
alter table displacement.linkage_weights add column restores integer check (restores >= 0);
