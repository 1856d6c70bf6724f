-- Registers tell the change feed what changed in them, whoever wrote it and how: the lists on phones that are views of a register learn of it. The triggers
-- are set at each start for the registers that a domain's lists name (forms/lists/registerFeed.ts). A row that went, was renamed, or left its area or class is
-- told under its former name as gone.
create function kernel.tell_register() returns trigger language plpgsql as $$
declare
  topic text := 'register:' || tg_argv[0];
  gone text := 'insert into kernel.change (topic, record_id, scope, class, deleted) select $1, b.%1$I::text, b.scope, b.class, true from rows_before b';
  there text := 'insert into kernel.change (topic, record_id, scope, class) select $1, a.%1$I::text, a.scope, a.class from rows_after a';
begin
  if tg_op = 'UPDATE' then
    gone := gone || ' where not exists (select from rows_after a where a.id = b.id and a.%1$I = b.%1$I and a.scope = b.scope and a.class = b.class)';
  end if;
  if tg_op <> 'INSERT' then execute format(gone, tg_argv[1]) using topic; end if;
  if tg_op <> 'DELETE' then execute format(there, tg_argv[1]) using topic; end if;
  return null;
end $$;
