/**
 * Coordination: who does what where, and how partners meet, agree and learn. Strategy: the chapters on partnerships and on monitoring, and the training lines of
 * most focus areas. Start reading here: each part declares its own records, routes and sentences.
 */
import { domain } from '../../kernel/index.ts'
import { Agreement } from './agreements/agreement.ts'
import { agreementRoutes } from './agreements/agreementRoutes.ts'
import { agreementSentences } from './agreements/agreementSentences.ts'
import { Contact } from './contacts/contact.ts'
import { fourW } from './fourW/fourW.ts'
import { emptyLearners } from './learning/learners.ts'
import { CoachingVisit, Curriculum, Learner, Participation, TrainingSession } from './learning/learning.ts'
import { learningIndicators } from './learning/learningIndicators.ts'
import { learningRoutes } from './learning/learningRoutes.ts'
import { learningSentences } from './learning/learningSentences.ts'
import { ActionPoint, Meeting, MeetingGroup } from './meetings/meeting.ts'
import { meetingRoutes } from './meetings/meetingRoutes.ts'
import { meetingSentences } from './meetings/meetingSentences.ts'
import { remindOwners } from './meetings/remind.ts'
import { paperRoutes } from './papers/paperRoutes.ts'
import { presenceInReports } from './reportSource.ts'
import { directoryRoutes } from './services/directoryRoutes.ts'
import { Service } from './services/service.ts'
import { serviceSentences } from './services/serviceSentences.ts'

export const coordination = domain({
  name: 'coordination',
  serves: ['MEAL'],
  features: {
    trainings: { screen: '/coordination/learning', opens: '/api/coordination/learning' },
    meetings: { screen: '/coordination', opens: '/api/coordination/groups' },
  },
  records: [
    ...[MeetingGroup, Meeting, ActionPoint, Agreement, Contact, Service],
    ...[Curriculum, TrainingSession, Learner, Participation, CoachingVisit],
    ...fourW.records,
  ],
  importers: fourW.importers,
  routes: [...fourW.routes, ...meetingRoutes, ...learningRoutes, ...agreementRoutes, ...directoryRoutes, ...paperRoutes],
  products: fourW.products,
  indicators: learningIndicators,
  reportSources: [presenceInReports],
  erase: async (db, ids) => void (await emptyLearners(db, ids)),
  jobs: [{ queue: 'remind-actions', cron: '0 7 * * *', work: (house) => remindOwners(house, new Date()) }],
  sentences: { ...fourW.sentences, ...meetingSentences, ...learningSentences, ...agreementSentences, ...serviceSentences },
  migrations: new URL('./migrations/', import.meta.url),
})
