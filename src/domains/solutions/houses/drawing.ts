/**
 * The drawings of a design: what a mason builds from, and what others may build again. A drawing stays with its edition; its words say what it shows to who cannot see it.
 * Strategy: focus area 7, activity I ("share models").
 */
import { integer, oneOf, type RowOf, record, ref, text } from '../../../kernel/index.ts'
import { openReads } from '../office.ts'

const drawingTypes = ['image/png', 'image/jpeg', 'application/pdf'] as const

export const Drawing = record(
  'solutions.drawing',
  {
    design: ref('solutions.house_design', 'Modelo de casa', 'House design'),
    sha256: text('Ficheiro (SHA-256)', 'File (SHA-256)', { letters: 64 }),
    type: oneOf('Formato', 'Format', drawingTypes),
    bytes: integer('Tamanho (bytes)', 'Size (bytes)', { min: 1 }),
    words: text('O que mostra', 'What it shows', { letters: 500 }),
    licence: text('Licença', 'Licence', { letters: 100 }),
  },
  {
    labels: { one: { pt: 'Desenho de um modelo', en: 'Drawing of a design' }, many: { pt: 'Desenhos de modelos', en: 'Drawings of designs' } },
    class: 2,
    title: 'words',
    byDeeds: true,
    appendOnly: true,
    unique: [['design', 'sha256']],
    access: { read: { ...openReads, solutions: 'all' }, create: [], update: [] },
  },
)
export type DrawingRow = RowOf<typeof Drawing>
