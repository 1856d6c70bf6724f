/** What the requests of partners bring to the domain: their records, lives, routes, sentences and figures. */
import { Assessment } from '../needs/assessment.ts'
import { lifeOfRequest } from './lifeOfRequest.ts'
import { Release } from './release.ts'
import { Request, RequestReport } from './request.ts'
import { requestIndicators } from './requestIndicators.ts'
import { requestRoutes } from './requestRoutes.ts'
import { requestSentences } from './requestSentences.ts'

export const requestParts = {
  records: [Assessment, Request, RequestReport, Release],
  workflows: [lifeOfRequest],
  routes: requestRoutes,
  sentences: requestSentences,
  indicators: requestIndicators,
}
