/** Kits: what is packed together, in versions. A kit that was issued keeps the version that it was packed by (relief specification, 2.1). */
import { bilingual, date, integer, json, optional, record, ref, text } from '../../../kernel/index.ts'
import { catalogueReads, pipelineManagers } from '../office.ts'

/** `item`: code of an item; `perKit` in its base unit. */
export type KitPart = { item: string; perKit: number }

const access = {
  read: { ...catalogueReads, partner: 'all', coordinator: 'all', enumerator: 'all' },
  create: pipelineManagers,
  update: pipelineManagers,
} as const

export const Kit = record(
  'relief.kit',
  {
    code: text('Código', 'Code', { letters: 40 }),
    name: bilingual('Nome', 'Name'),
  },
  {
    labels: { one: { pt: 'Kit', en: 'Kit' }, many: { pt: 'Kits', en: 'Kits' } },
    class: 2,
    title: 'code',
    byDeeds: true,
    unique: [['code']],
    access,
  },
)

export const KitVersion = record(
  'relief.kit_version',
  {
    kit: ref('relief.kit', 'Kit', 'Kit'),
    edition: integer('Versão', 'Version', { min: 1 }),
    parts: json<KitPart[]>('Partes', 'Parts'),
    validFrom: date('Válida desde', 'Valid from'),
    source: optional(text('Fonte', 'Source', { letters: 300 })),
  },
  {
    labels: { one: { pt: 'Versão de kit', en: 'Kit version' }, many: { pt: 'Versões de kits', en: 'Kit versions' } },
    class: 2,
    byDeeds: true,
    appendOnly: true,
    unique: [['kit', 'edition']],
    access: { ...access, update: [] },
  },
)
