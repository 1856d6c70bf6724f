/** Columns of the tables of a flow bulletin, each with what it means. */
import { figureColumn, meaning, outColumn, passages, people, periodColumns } from '../../../kernel/publishing.ts'

export const cellColumns = [
  outColumn(
    'from_code',
    { pt: 'Código da origem', en: 'Code of origin' },
    '#adm1+code+origin',
    'text',
    meaning(
      'Código da província, ou do país (ISO 3166-1 alfa-3), de onde se vem',
      'Code of the province, or of the country (ISO 3166-1 alpha-3), that people come from',
      'unknown',
    ),
  ),
  outColumn('from', { pt: 'Origem', en: 'Origin' }, '#adm1+name+origin', 'text', meaning('Nome da origem', 'Name of the origin', 'unknown')),
  outColumn(
    'to_code',
    { pt: 'Código do destino', en: 'Code of destination' },
    '#adm1+code+dest',
    'text',
    meaning(
      'Código da província, ou do país (ISO 3166-1 alfa-3), para onde se vai',
      'Code of the province, or of the country (ISO 3166-1 alpha-3), that people go to',
      'unknown',
    ),
  ),
  outColumn('to', { pt: 'Destino', en: 'Destination' }, '#adm1+name+dest', 'text', meaning('Nome do destino', 'Name of the destination', 'unknown')),
  outColumn(
    'passages',
    { pt: 'Passagens', en: 'Passages' },
    '#population+flow',
    'integer',
    meaning('Passagens vistas entre as duas', 'Passages seen between the two', 'withheld', { unit: passages }),
  ),
  figureColumn,
  outColumn(
    'groups_without_number',
    { pt: 'Grupos sem número', en: 'Groups without a number' },
    '#meta+uncounted',
    'integer',
    meaning(
      'Grupos que passaram e cujo número ninguém escreveu: não estão na soma',
      'Groups that passed and whose number nobody wrote down: they are not in the sum',
      'filled',
    ),
  ),
  ...periodColumns,
]

export const pointColumns = [
  outColumn(
    'point_code',
    { pt: 'Código do ponto', en: 'Point code' },
    '#loc+code',
    'text',
    meaning('Código do ponto de fluxo', 'Code of the flow point', 'filled'),
  ),
  outColumn('point', { pt: 'Ponto', en: 'Point' }, '#loc+name', 'text', meaning('Nome do ponto', 'Name of the point', 'filled')),
  outColumn(
    'sessions',
    { pt: 'Sessões', en: 'Sessions' },
    '#meta+sessions',
    'integer',
    meaning('Quantas vezes alguém observou', 'How many times somebody watched', 'filled'),
  ),
  outColumn(
    'hours',
    { pt: 'Horas observadas', en: 'Hours watched' },
    '#meta+hours',
    'decimal',
    meaning('Horas em que alguém observou', 'Hours in which somebody watched', 'filled', { unit: { pt: 'horas', en: 'hours' } }),
  ),
  outColumn(
    'coverage',
    { pt: 'Parte das horas abertas', en: 'Share of open hours' },
    '#meta+coverage',
    'decimal',
    meaning('Parte das horas abertas do período que foi observada', 'Share of the open hours of the period that was watched', 'filled', {
      unit: { pt: 'parte de 1', en: 'part of 1' },
    }),
  ),
  outColumn(
    'passages',
    { pt: 'Passagens vistas', en: 'Passages seen' },
    '#population+flow',
    'integer',
    meaning('Passagens vistas nas horas observadas', 'Passages seen in the hours watched', 'withheld', { unit: passages }),
  ),
  outColumn(
    'per_hour',
    { pt: 'Por hora', en: 'Per hour' },
    '#population+flow+hour',
    'decimal',
    meaning('Passagens por hora observada', 'Passages per hour watched', 'withheld', { unit: { pt: 'passagens por hora', en: 'passages per hour' } }),
  ),
  outColumn(
    'estimate',
    { pt: 'Estimativa', en: 'Estimate' },
    '#population+flow+estimate',
    'integer',
    meaning(
      'Estimativa do período: supõe que as horas não observadas foram como as observadas',
      'Estimate for the period: supposes that hours not watched were like those watched',
      'withheld',
      { unit: passages },
    ),
  ),
  figureColumn,
  outColumn(
    'method',
    { pt: 'Método', en: 'Method' },
    '#meta+method',
    'text',
    meaning('Como o número do ponto foi achado', 'How the figure of the point was found', 'filled', {
      codes: [
        { code: 'counted', pt: 'contado em todas as horas abertas', en: 'counted in all open hours' },
        { code: 'extrapolated', pt: 'estimado a partir das horas observadas', en: 'estimated from the hours watched' },
        { code: 'not-observed', pt: 'ninguém observou', en: 'nobody watched' },
      ],
    }),
  ),
  outColumn(
    'status',
    { pt: 'Situação', en: 'Status' },
    '#status',
    'text',
    meaning('Situação do ponto de entrada no fim do período', 'Status of the point of entry at the end of the period', 'unknown', {
      codes: [
        { code: 'open', pt: 'aberto', en: 'open' },
        { code: 'partial', pt: 'aberto em parte', en: 'partly open' },
        { code: 'closed', pt: 'fechado', en: 'closed' },
      ],
    }),
  ),
  ...periodColumns,
]

export const interviewColumns = [
  outColumn(
    'question_code',
    { pt: 'Código da pergunta', en: 'Question code' },
    '#indicator+code',
    'text',
    meaning('Nome da pergunta', 'Name of the question', 'filled'),
  ),
  outColumn('question', { pt: 'Pergunta', en: 'Question' }, '#indicator+name', 'text', meaning('A pergunta em palavras', 'The question in words', 'filled')),
  outColumn(
    'answer_code',
    { pt: 'Código da resposta', en: 'Answer code' },
    '#indicator+answer+code',
    'text',
    meaning('Código da resposta; vazio quando a pessoa não disse', 'Code of the answer; empty where the person did not say', 'unknown'),
  ),
  outColumn('answer', { pt: 'Resposta', en: 'Answer' }, '#indicator+answer+name', 'text', meaning('A resposta em palavras', 'The answer in words', 'filled')),
  outColumn(
    'answers',
    { pt: 'Respostas', en: 'Answers' },
    '#indicator+num',
    'integer',
    meaning('Quantas pessoas deram esta resposta', 'How many people gave this answer', 'withheld', { unit: people }),
  ),
  figureColumn,
  outColumn(
    'asked',
    { pt: 'Entrevistas', en: 'Interviews' },
    '#meta+interviews',
    'integer',
    meaning(
      'Quantas pessoas aceitaram responder no período; não são uma amostra',
      'How many people agreed to answer in the period; they are no sample',
      'withheld',
      { unit: people },
    ),
  ),
  ...periodColumns,
]

export const seasonColumns = [
  outColumn(
    'time_kind',
    { pt: 'Divisão do ano', en: 'Part of the year' },
    '#date+kind',
    'text',
    meaning('Se as linhas são meses ou semanas', 'Whether the lines are months or weeks', 'filled', {
      codes: [
        { code: 'month', pt: 'meses', en: 'months' },
        { code: 'week', pt: 'semanas (ISO)', en: 'weeks (ISO)' },
      ],
    }),
  ),
  outColumn(
    'time',
    { pt: 'Mês ou semana', en: 'Month or week' },
    '#date+season',
    'integer',
    meaning('Número do mês ou da semana no ano', 'Number of the month or week in the year', 'filled'),
  ),
  outColumn(
    'percent_of_usual',
    { pt: 'Percentagem do habitual', en: 'Percent of the usual' },
    '#indicator+season+pct',
    'integer',
    meaning(
      'Passagens por hora observada nesta época, sem a tendência; 100 é o habitual',
      'Passages per hour watched at this time of the year, without the trend; 100 is the usual',
      'filled',
      { unit: { pt: '%', en: '%' } },
    ),
  ),
  outColumn(
    'years',
    { pt: 'Anos inteiros', en: 'Whole years' },
    '#meta+years',
    'integer',
    meaning('De quantos anos inteiros se calculou', 'From how many whole years it was worked out', 'filled'),
  ),
  outColumn(
    'periods_watched',
    { pt: 'Períodos com observação', en: 'Periods watched' },
    '#meta+periods',
    'integer',
    meaning('Em quantos desses meses ou semanas alguém observou', 'In how many of these months or weeks somebody watched', 'filled'),
  ),
]
