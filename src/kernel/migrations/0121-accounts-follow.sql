-- Accounts of partners follow an organisation that is joined to another. The application may read nobody's organisation and change no account; this one deed it may.
create function kernel.move_accounts(from_organisation uuid, to_organisation uuid, those uuid[]) returns uuid[]
language plpgsql security definer set search_path = pg_catalog as $$
declare
  moved uuid[];
begin
  if not current_setting('app.roles')::text[] && array['system', 'admin', 'dataOfficer', 'clusterCoordinator']::text[] then
    raise exception 'accounts follow an organisation by the deed of who keeps the register';
  end if;
  with done as (
    update kernel.person set works_for = to_organisation where works_for = from_organisation and (those is null or id = any (those)) returning id
  )
  select coalesce(array_agg(id order by id), '{}') into moved from done;
  return moved;
end $$;
revoke all on function kernel.move_accounts(uuid, uuid, uuid[]) from public;
grant execute on function kernel.move_accounts(uuid, uuid, uuid[]) to capulana_app;
