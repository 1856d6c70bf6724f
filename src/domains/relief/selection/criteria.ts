/**
 * What a community and the cluster agreed to choose by: questions with whole points, the evidence that counts, and the day on which people sat down and agreed. Nobody
 * is chosen by anything else (relief specification, 2.3). Strategy: focus area 12, activities C, L and M; focus area 7, activity E.
 */
import { type Bilingual, bilingual, date, integer, json, oneOf, optional, type RowOf, record, ref, text } from '../../../kernel/index.ts'
import { selectionReads, selectionRunners } from './office.ts'

/** `about`: what the question is really about, so that a field that stands for a protected ground is found. `atMost`: how many of "each" count. */
export type AgreedCriterion = {
  code: string
  question: Bilingual
  kind: 'yes' | 'each'
  points: number
  atMost: number | null
  evidence: string
  about: string[]
}

export const CriteriaSet = record(
  'relief.criteria_set',
  {
    code: text('Código', 'Code', { letters: 40 }),
    edition: integer('Versão', 'Version', { min: 1 }),
    name: bilingual('Nome', 'Name'),
    place: text('Lugar', 'Place', { letters: 60, hxl: '#loc+code' }),
    validFrom: date('Válidos desde', 'Valid from'),
    source: text('Fonte', 'Source', { letters: 500 }),
    criteria: json<AgreedCriterion[]>('Critérios', 'Criteria'),
    /** Minutes: when, and who was there as counts; never names. */
    minutesOn: optional(date('Data da acta', 'Date of the minutes')),
    women: optional(integer('Mulheres presentes', 'Women present', { min: 0, max: 100_000 })),
    men: optional(integer('Homens presentes', 'Men present', { min: 0, max: 100_000 })),
    displacedPresent: optional(integer('Deslocados entre os presentes', 'Displaced people among them', { min: 0, max: 100_000 })),
    clusterAgreedOn: optional(date('Acordados com o cluster em', 'Agreed with the cluster on')),
    state: oneOf('Estado', 'State', ['draft', 'agreed'], { computed: true }),
    agreedBy: optional(ref('kernel.person', 'Assinado por', 'Signed by', { computed: true })),
  },
  {
    labels: { one: { pt: 'Conjunto de critérios', en: 'Criteria set' }, many: { pt: 'Conjuntos de critérios', en: 'Criteria sets' } },
    class: 2,
    title: 'code',
    byDeeds: true,
    unique: [['code', 'edition']],
    access: { read: selectionReads, create: selectionRunners, update: selectionRunners },
  },
)
export type CriteriaSetRow = RowOf<typeof CriteriaSet>
