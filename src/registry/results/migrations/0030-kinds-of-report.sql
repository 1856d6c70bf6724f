-- Reports of every kind have one life; those that were begun before there were kinds are quarters.

alter table results.strategy_report
  add column kind text check (kind in ('quarter', 'month', 'donor', 'focus_area', 'profile')),
  add column subject text;
update results.strategy_report set kind = 'quarter';
alter table results.strategy_report
  alter column kind set not null,
  drop constraint strategy_report_once_from_day_to_day_edition,
  add constraint strategy_report_once_kind_subject_from_day_to_day_edition unique nulls not distinct (kind, subject, from_day, to_day, edition);
