-- A tablet that records cash and vouchers alone holds no goods, so there is no shelf that they came from.
alter table relief.distribution_tablet alter column source drop not null;
