-- When whoever must look at an emergency message was reminded, and when the alarm was raised.

alter table publications.delivery add column reminded_at timestamptz, add column alarmed_at timestamptz;
