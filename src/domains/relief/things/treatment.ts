/** The treatment of bamboo and poles: a batch says which lots were treated, how and until when it holds. No lot leaves before. Strategy: focus area 12, activity G. */
import { sql } from 'kysely'
import { audit, type Db, date, type House, insertRow, json, optional, type Refused, record, refuse, refused, text } from '../../../kernel/index.ts'
import { catalogueReads, stockKeepers } from '../office.ts'

type TreatedLot = { item: string; lot: string }

export const TreatmentBatch = record(
  'relief.treatment_batch',
  {
    lots: json<TreatedLot[]>('Lotes', 'Lots'),
    method: text('Método', 'Method', { letters: 200 }),
    chemical: optional(text('Produto', 'Chemical', { letters: 200 })),
    day: date('Dia', 'Day'),
    treatedUntil: date('Tratado até', 'Treated until'),
  },
  {
    labels: { one: { pt: 'Tratamento', en: 'Treatment batch' }, many: { pt: 'Tratamentos', en: 'Treatment batches' } },
    class: 2,
    byDeeds: true,
    appendOnly: true,
    access: { read: catalogueReads, create: stockKeepers, update: [] },
  },
)

export type TreatmentGiven = { lots: TreatedLot[]; method: string; chemical: string | null; day: string; treatedUntil: string }

export async function treat(db: Db, house: House, given: TreatmentGiven): Promise<{ id: string } | Refused> {
  if (given.treatedUntil <= given.day) return refused(refuse('relief.treatment-days'))
  const treatment = given.chemical ? `${given.method} (${given.chemical})` : given.method
  const changed = await db.rows<TreatedLot>(sql`
    update relief.lot l set treated_until = ${given.treatedUntil}::date, treatment = ${treatment}, version = l.version + 1
    from relief.item i, jsonb_to_recordset(${JSON.stringify(given.lots)}::jsonb) as g(item text, lot text)
    where i.id = l.item and i.code = g.item and l.code = g.lot returning i.code as item, l.code as lot`)
  const missing = given.lots.find(({ item, lot }) => !changed.some((one) => one.item === item && one.lot === lot))
  if (missing) return refused(refuse('relief.lot-unknown', { item: missing.item, lot: missing.lot }))
  const { id } = await insertRow(db, TreatmentBatch, { scope: house.pack.country.pcode, ...given })
  await audit(db, 'relief.treatment', TreatmentBatch.name, id, { lots: given.lots.length })
  return { id }
}
