-- Which pictures the paper of a product carries: when a consent ends, somebody decides about it.

alter table publications.product add column printed jsonb;
