-- Who does what where, meetings, agreements and learning: one compartment.
create schema coordination;
grant usage on schema coordination to capulana_app;
