-- The latest figure of an indicator at a place is one step into an index, however long the series has grown.
create index on results.indicator_value (indicator, indicator_version, scope, to_day desc, edition desc);
