-- A round that a person opens starts as the draft of its first edition; an operation is real unless the demonstration made it.
alter table displacement.round alter column state set default 'draft', alter column edition set default 1;
alter table displacement.operation alter column demonstration set default false;
