/** Each time that a household split or joined another: who moved, on what day, why; and whether it was undone. The same compartment as the people themselves. */
import { date, json, oneOf, optional, record, ref, text, timestamp } from '../../kernel/index.ts'

/** Ids alone, with what undoing must restore. Who is erased leaves this list as well. */
export type Moved = { person: string; relation: string; wasHead: boolean }

export const HouseholdChange = record(
  'people.household_change',
  {
    kind: oneOf('Mudança', 'Change', ['split', 'merge']),
    /** The household that people left. */
    household: ref('people.household', 'Agregado', 'Household'),
    /** The one that they went to: new after a split, known before a merge. */
    other: ref('people.household', 'Para o agregado', 'Into household'),
    day: date('Dia', 'Day'),
    moved: json<Moved[]>('Quem mudou', 'Who moved'),
    reason: text('Razão', 'Reason', { letters: 500 }),
    undoneAt: optional(timestamp('Desfeita em', 'Undone at')),
    undoneReason: optional(text('Porque foi desfeita', 'Why it was undone', { letters: 500 })),
    /** Id of whoever undid it; a key would lead out of the compartment. */
    undoneBy: optional(text('Desfeita por', 'Undone by', { letters: 36 })),
  },
  {
    labels: { one: { pt: 'Mudança de agregado', en: 'Household change' }, many: { pt: 'Mudanças de agregados', en: 'Household changes' } },
    class: 3,
    byDeeds: true,
    closed: true,
    index: [['household'], ['other']],
    access: { read: { registrar: 'area' }, create: ['registrar'], update: ['registrar'] },
  },
)
