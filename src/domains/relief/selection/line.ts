/**
 * The outcome of a household: its code, its place in the list and whether it is chosen. No score and no reason stands here, so that whoever plans a distribution needs
 * nothing else. Partners see it once it is published (relief specification, 3.3 and 8).
 */
import { boolean, integer, oneOf, optional, type RowOf, record, ref, text } from '../../../kernel/index.ts'
import { selectionReads } from './office.ts'

export const SelectionLine = record(
  'relief.selection_line',
  {
    run: ref('relief.selection_run', 'Selecção', 'Selection'),
    household: text('Código do agregado', 'Code of the household', { letters: 60 }),
    /** Empty: an appeal brought the household in; it was never ranked. */
    rank: optional(integer('Ordem', 'Rank', { min: 1 })),
    outcome: oneOf('Resultado', 'Outcome', ['selected', 'not_selected', 'reserve']),
    /** What decided: the ranked list, or an appeal after it. */
    basis: oneOf('Decidido por', 'Decided by', ['rank', 'appeal']),
    published: boolean('Publicado', 'Published', { computed: true }),
  },
  {
    labels: { one: { pt: 'Linha da selecção', en: 'Line of a selection' }, many: { pt: 'Linhas de selecções', en: 'Lines of selections' } },
    class: 2,
    title: 'household',
    byDeeds: true,
    derived: true,
    unique: [['run', 'household']],
    access: { read: { ...selectionReads, partner: { condition: 'r.published' } }, create: [], update: [] },
  },
)
export type SelectionLineRow = RowOf<typeof SelectionLine>
export type Outcome = SelectionLineRow['outcome']
