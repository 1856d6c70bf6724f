/** An evaluation, what it recommends, and what the mission answers: a recommendation lives until its action is done, and what nobody answered is overdue. */
import { date, oneOf, optional, record, ref, text } from '../../../kernel/index.ts'
import { resultsReaders } from '../readers.ts'

export const Evaluation = record(
  'results.evaluation',
  {
    title: text('Título', 'Title', { letters: 200 }),
    /** Relevance, coherence, effectiveness, efficiency, impact, sustainability: the criteria of the OECD. */
    questions: text(
      'Perguntas (relevância, coerência, eficácia, eficiência, impacto, sustentabilidade)',
      'Questions (relevance, coherence, effectiveness, efficiency, impact, sustainability)',
      { letters: 4000 },
    ),
    team: text('Equipa', 'Team', { letters: 500 }),
    day: date('Data do relatório', 'Day of the report', { hxl: '#date' }),
    report: text('Onde se lê o relatório', 'Where the report can be read', { letters: 500 }),
  },
  {
    labels: { one: { pt: 'Avaliação', en: 'Evaluation' }, many: { pt: 'Avaliações', en: 'Evaluations' } },
    class: 2,
    title: 'title',
    access: { read: resultsReaders, create: ['monitoring'], update: ['monitoring'] },
  },
)

export const managementResponses = ['accepted', 'partly', 'rejected'] as const

export const Recommendation = record(
  'results.recommendation',
  {
    evaluation: ref('results.evaluation', 'Avaliação', 'Evaluation'),
    words: text('Recomendação', 'Recommendation', { letters: 2000 }),
    response: optional(oneOf('Resposta da gestão', 'Management response', managementResponses, { computed: true })),
    action: optional(text('O que se fará, ou porque não', 'What will be done, or why not', { letters: 2000, computed: true })),
    owner: optional(text('Quem', 'Who', { letters: 200, computed: true })),
    due: optional(date('Até', 'By', { computed: true })),
    done: optional(text('O que se fez', 'What was done', { letters: 2000, computed: true })),
    doneOn: optional(date('Feito em', 'Done on', { computed: true })),
    state: oneOf('Estado', 'State', ['open', 'answered', 'done'], { computed: true }),
  },
  {
    labels: { one: { pt: 'Recomendação', en: 'Recommendation' }, many: { pt: 'Recomendações', en: 'Recommendations' } },
    class: 2,
    byDeeds: true,
    title: 'words',
    index: [['evaluation']],
    access: { read: resultsReaders, create: ['monitoring'], update: ['monitoring', 'chief'] },
  },
)
