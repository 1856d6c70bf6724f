/** What phones choose from in a survey: the units that are to be asked now, drawn or called up; of the reserve nothing is seen, so that nobody picks the easy door. */
import { sql } from 'kysely'
import type { FieldListRow, FieldListView } from '../../../kernel/index.ts'

export const unitList: FieldListView = {
  code: 'sampled-units',
  labels: { pt: 'Unidades sorteadas dos inquéritos em recolha', en: 'Sampled units of surveys that collect' },
  properties: [
    { name: 'code', label: { pt: 'Código', en: 'Code' } },
    { name: 'survey', label: { pt: 'Inquérito', en: 'Survey' } },
    { name: 'stratum', label: { pt: 'Estrato', en: 'Stratum' } },
    { name: 'cluster', label: { pt: 'Conglomerado', en: 'Cluster' } },
  ],
  rows: (db) =>
    db.rows<FieldListRow>(sql`
      select u.id::text as entity, u.code || ' · ' || u.name as label, u.version, u.scope,
        jsonb_build_object('code', u.code, 'survey', s.code, 'stratum', u.stratum, 'cluster', coalesce(u.cluster, '')) as properties
      from displacement.sampled_unit u join displacement.survey s on s.id = u.survey and s.draw = u.draw
      where s.state = 'collecting' and u.asked and (u.role = 'drawn' or u.replaces is not null) and u.status <> 'replaced' order by u.code collate "C"`),
  registers: [
    { table: 'displacement.sampled_unit', key: 'id', isItem: true },
    { table: 'displacement.survey', key: 'id' },
  ],
  /** A survey that opens brings all its units. */
  itemsWith: async (db, changed) =>
    (
      await db.rows<{ id: string }>(sql`
        select id::text as id from displacement.sampled_unit
        where id = any (${changed.get('displacement.sampled_unit')}::uuid[]) or survey = any (${changed.get('displacement.survey')}::uuid[])`)
    ).map(({ id }) => id),
}
