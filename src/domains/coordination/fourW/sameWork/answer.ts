/** What was said of two activities that look like the same work: by one of their organisations, or by coordination, with the reason. What looks alike is computed; only answers are kept. */
import { oneOf, optional, record, ref, text } from '../../../../kernel/index.ts'
import { officeReads, ofOwnOrganisation } from '../activity.ts'

export const sameWorkAnswers = ['different', 'shared'] as const
export type Answer = (typeof sameWorkAnswers)[number]

export const SameWorkAnswer = record(
  'coordination.same_work_answer',
  {
    first: ref('coordination.activity', 'Uma actividade', 'One activity'),
    second: ref('coordination.activity', 'Outra actividade', 'Other activity'),
    /** Empty: coordination said it. */
    organisation: optional(ref('organisations.organisation', 'Quem respondeu', 'Who answered')),
    answer: oneOf('Resposta', 'Answer', sameWorkAnswers),
    because: text('Porquê', 'Why', { letters: 1000 }),
  },
  {
    labels: {
      one: { pt: 'Resposta sobre trabalho igual', en: 'Answer on the same work' },
      many: { pt: 'Respostas sobre trabalho igual', en: 'Answers on the same work' },
    },
    class: 2,
    byDeeds: true,
    closed: true,
    appendOnly: true,
    index: [['first', 'second'], ['second']],
    access: { read: { ...officeReads, partner: ofOwnOrganisation }, create: ['clusterCoordinator', 'partner'] },
  },
)
