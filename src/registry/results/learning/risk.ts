/**
 * What may go wrong, how likely and how bad, both parts in sight beside their product; and whether it would harm people, which reaches the chief of mission
 * whatever the score (specification: results, sections 3, 5.9 and 9).
 */
import { boolean, date, integer, oneOf, optional, record, ref, text } from '../../../kernel/index.ts'
import { resultsReaders } from '../readers.ts'

export const Risk = record(
  'results.risk',
  {
    title: text('Risco', 'Risk', { letters: 300 }),
    project: optional(ref('results.project', 'Projecto', 'Project')),
    likelihood: integer('Probabilidade (1 a 5)', 'Likelihood (1 to 5)', { min: 1, max: 5 }),
    impact: integer('Impacto (1 a 5)', 'Impact (1 to 5)', { min: 1, max: 5 }),
    harm: boolean('Pode causar dano a pessoas', 'May harm people'),
    mitigation: text('O que se faz contra', 'What is done against it', { letters: 2000 }),
    owner: text('Quem responde', 'Who answers for it', { letters: 200 }),
    reviewOn: date('Rever em', 'Review on'),
    standing: oneOf('Situação', 'Standing', ['open', 'happened', 'closed']),
  },
  {
    labels: { one: { pt: 'Risco', en: 'Risk' }, many: { pt: 'Riscos', en: 'Risks' } },
    class: 2,
    title: 'title',
    index: [['project']],
    access: { read: resultsReaders, create: ['monitoring', 'coordinator'], update: ['monitoring', 'coordinator'] },
  },
)
