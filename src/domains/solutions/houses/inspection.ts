/**
 * What somebody saw of a stage. The result is computed from the items (engines/solutions); what failed becomes a defect with a day by which it is repaired. Both are
 * written once: a repair is seen by the next inspection. Strategy: focus area 7, key result 3 and activity L.
 */
import { buildingStages, type CheckedItem } from '../../../engines/solutions/index.ts'
import { boolean, date, integer, json, oneOf, optional, type RowOf, record, ref, text } from '../../../kernel/index.ts'
import { officers, openReads } from '../office.ts'

/** `photo`: name of a picture of the house, never of people. */
export type InspectedItem = CheckedItem & { note: string | null; photo: string | null }

export const Inspection = record(
  'solutions.inspection',
  {
    house: ref('solutions.house', 'Casa', 'House'),
    stage: oneOf('Fase', 'Stage', buildingStages),
    /** Which inspection of this stage it is: the first says how good the work was. */
    attempt: integer('Vez', 'Attempt', { min: 1, computed: true }),
    items: json<InspectedItem[]>('Pontos', 'Items'),
    seenOn: date('Dia', 'Day'),
    passed: boolean('Passou', 'Passed', { computed: true }),
  },
  {
    labels: { one: { pt: 'Inspecção', en: 'Inspection' }, many: { pt: 'Inspecções', en: 'Inspections' } },
    class: 2,
    byDeeds: true,
    appendOnly: true,
    unique: [['house', 'stage', 'attempt']],
    access: { read: openReads, create: officers, update: [] },
  },
)

export const Defect = record(
  'solutions.defect',
  {
    house: ref('solutions.house', 'Casa', 'House'),
    inspection: ref('solutions.inspection', 'Inspecção', 'Inspection'),
    stage: oneOf('Fase', 'Stage', buildingStages),
    item: text('Ponto', 'Item', { letters: 60 }),
    fixBy: date('Reparar até', 'Fix by'),
    repairedOn: optional(date('Reparado em', 'Repaired on', { computed: true })),
    repairWords: optional(text('O que se fez', 'What was done', { letters: 500, computed: true })),
    state: oneOf('Estado', 'State', ['open', 'repaired', 'seen_repaired'], { computed: true }),
  },
  {
    labels: { one: { pt: 'Defeito', en: 'Defect' }, many: { pt: 'Defeitos', en: 'Defects' } },
    class: 2,
    byDeeds: true,
    index: [['house', 'stage']],
    access: { read: openReads, create: officers, update: officers },
  },
)

export type InspectionRow = RowOf<typeof Inspection>
export type DefectRow = RowOf<typeof Defect>
