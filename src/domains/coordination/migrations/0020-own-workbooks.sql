-- A partner takes its own 4W workbook in, and sees the files of its organisation alone.
create policy of_partner on kernel.import to capulana_app
  using ((select current_setting('app.roles')::text[]) && array['partner'] and kind = 'fourWOwn'
    and choices -> 'target' ->> 'organisation' = (select nullif(current_setting('app.organisation'), '')))
  with check ((select current_setting('app.roles')::text[]) && array['partner'] and kind = 'fourWOwn'
    and choices -> 'target' ->> 'organisation' = (select nullif(current_setting('app.organisation'), '')));
create policy of_partner on kernel.import_job to capulana_app
  using ((select current_setting('app.roles')::text[]) && array['partner'] and exists (select 1 from kernel.import i where i.id = import and i.kind = 'fourWOwn'))
  with check ((select current_setting('app.roles')::text[]) && array['partner'] and exists (select 1 from kernel.import i where i.id = import and i.kind = 'fourWOwn'));
create policy of_partner on kernel.import_preview to capulana_app
  using ((select current_setting('app.roles')::text[]) && array['partner'] and exists (select 1 from kernel.import i where i.id = import and i.kind = 'fourWOwn'))
  with check ((select current_setting('app.roles')::text[]) && array['partner'] and exists (select 1 from kernel.import i where i.id = import and i.kind = 'fourWOwn'));
