-- People reached by sex and age, as far as the source says; what is missing to the total is unknown.
alter table coordination.activity
  add column reached_women integer check (reached_women >= 0),
  add column reached_men integer check (reached_men >= 0),
  add column reached_girls integer check (reached_girls >= 0),
  add column reached_boys integer check (reached_boys >= 0);
