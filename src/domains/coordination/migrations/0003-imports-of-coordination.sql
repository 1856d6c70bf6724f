-- Cluster coordination takes 4W workbooks in through the house's wizard, and sees no other kind of file there.
create policy of_coordination on kernel.import to capulana_app
  using ((select current_setting('app.roles')::text[]) && array['clusterCoordinator'] and kind = 'fourW')
  with check ((select current_setting('app.roles')::text[]) && array['clusterCoordinator'] and kind = 'fourW');
create policy of_coordination on kernel.import_job to capulana_app
  using ((select current_setting('app.roles')::text[]) && array['clusterCoordinator'] and exists (select 1 from kernel.import i where i.id = import and i.kind = 'fourW'))
  with check ((select current_setting('app.roles')::text[]) && array['clusterCoordinator'] and exists (select 1 from kernel.import i where i.id = import and i.kind = 'fourW'));
create policy of_coordination on kernel.import_preview to capulana_app
  using ((select current_setting('app.roles')::text[]) && array['clusterCoordinator'] and exists (select 1 from kernel.import i where i.id = import and i.kind = 'fourW'))
  with check ((select current_setting('app.roles')::text[]) && array['clusterCoordinator'] and exists (select 1 from kernel.import i where i.id = import and i.kind = 'fourW'));
