/** How each indicator is followed: by which tool, sample and person, how often; and the visits that were made to see for oneself. */
import { date, decimal, oneOf, optional, record, ref, text } from '../../../kernel/index.ts'
import { resultsReaders } from '../readers.ts'

export const MonitoringPlan = record(
  'results.monitoring_plan',
  {
    indicator: text('Indicador', 'Indicator', { letters: 10, hxl: '#indicator+code' }),
    tool: text('Instrumento', 'Tool', { letters: 300 }),
    sample: text('Amostra', 'Sample', { letters: 500 }),
    frequency: oneOf('Frequência', 'Frequency', ['month', 'quarter', 'year']),
    responsible: text('Quem responde', 'Who answers for it', { letters: 200 }),
    /** Not known is empty, never zero. */
    cost: optional(decimal('Custo por vez', 'Cost each time', { min: 0 })),
  },
  {
    labels: { one: { pt: 'Plano de monitoria', en: 'Monitoring plan' }, many: { pt: 'Planos de monitoria', en: 'Monitoring plans' } },
    class: 2,
    byDeeds: true,
    title: 'indicator',
    unique: [['indicator']],
    access: { read: resultsReaders, create: ['monitoring'], update: ['monitoring'] },
  },
)

export const MonitoringVisit = record(
  'results.monitoring_visit',
  {
    title: text('Visita', 'Visit', { letters: 200 }),
    activity: optional(ref('results.planned_activity', 'Actividade', 'Activity')),
    place: optional(text('Código do lugar', 'P-code of the place', { letters: 20 })),
    due: date('Marcada para', 'Due'),
    checklist: text('O que se vai ver', 'What will be looked at', { letters: 2000 }),
    doneOn: optional(date('Feita em', 'Done on')),
    findings: optional(text('O que se viu', 'What was found', { letters: 4000 })),
    actions: optional(text('O que se faz agora', 'What is done now', { letters: 2000 })),
  },
  {
    labels: { one: { pt: 'Visita de monitoria', en: 'Monitoring visit' }, many: { pt: 'Visitas de monitoria', en: 'Monitoring visits' } },
    class: 2,
    title: 'title',
    index: [['activity']],
    access: { read: resultsReaders, create: ['monitoring', 'coordinator'], update: ['monitoring', 'coordinator'] },
  },
)
