/**
 * Forms and the field: a questionnaire goes out to any phone, what comes back is receipted, kept as sent, typed, reviewed, and becomes records of the domains.
 * Strategy: focus area 15 A, B, D, F, H, I, and every line that begins with somebody asking somebody. Start reading here, then form.ts and submission.ts.
 */
import { type Domain, domain } from '../domain.ts'
import { rescueRoutes } from '../sync/rescueRoutes.ts'
import { syncRoutes } from '../sync/syncRoutes.ts'
import { AnswerCorrection, Answers, Origin, ReviewNote, SubmissionFinding } from './answer.ts'
import { authorRoutes } from './author/authorRoutes.ts'
import { authorSentences } from './author/authorSentences.ts'
import { deviceRoutes } from './deviceRoutes.ts'
import { exportRoutes } from './export/exportRoutes.ts'
import { Assignment, Device } from './fieldKey.ts'
import { Form, FormAttachment, FormVersion, Project } from './form.ts'
import { FieldList, ItemProposal, ItemVersion, ListItem } from './list.ts'
import { formRoutes } from './openRosa/formRoutes.ts'
import { submissionRoutes } from './openRosa/submissionRoutes.ts'
import { receiveSentences } from './receiveSentences.ts'
import { lookRoutes } from './review/lookRoutes.ts'
import { reviewRoutes } from './review/reviewRoutes.ts'
import { reviewSentences } from './reviewSentences.ts'
import { Quarantine, Receipt, Standing, Submission, SubmissionFile } from './submission.ts'
import { Trial } from './trial.ts'

export const forms: Domain = domain({
  name: 'forms',
  serves: ['FA15.B', 'FA15.I'],
  records: [
    Project,
    Form,
    FormVersion,
    FormAttachment,
    Device,
    Assignment,
    Submission,
    Standing,
    SubmissionFile,
    Receipt,
    Quarantine,
    Answers,
    SubmissionFinding,
    AnswerCorrection,
    ReviewNote,
    Origin,
    FieldList,
    ListItem,
    ItemVersion,
    ItemProposal,
    Trial,
  ],
  routes: [
    ...formRoutes,
    ...submissionRoutes,
    ...syncRoutes,
    ...rescueRoutes,
    ...deviceRoutes,
    ...authorRoutes,
    ...reviewRoutes,
    ...lookRoutes,
    ...exportRoutes,
  ],
  sentences: { ...authorSentences, ...receiveSentences, ...reviewSentences },
  migrations: new URL('./migrations/', import.meta.url),
})
