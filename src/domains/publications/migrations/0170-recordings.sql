-- Sound and film beside pictures: they have no width in pixels that matters here, and must have their words.

alter table publications.asset alter column width drop not null, alter column height drop not null;
alter table publications.asset drop constraint asset_type_check;
alter table publications.asset add constraint asset_type_check
  check (type in ('image/jpeg', 'image/png', 'audio/mpeg', 'audio/wav', 'audio/mp4', 'video/mp4'));
alter table publications.asset add column transcript jsonb;
