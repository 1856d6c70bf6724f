/** The desk in English. Written beside the Portuguese, not translated from it. */

import { accessLogWords } from './en/accessLog.ts'
import { auditWords } from './en/audit.ts'
import { authorWords } from './en/author.ts'
import { biometricWords } from './en/biometrics.ts'
import { coordinationWords } from './en/coordination.ts'
import { distributionWords } from './en/distribution.ts'
import { eventWords } from './en/events.ts'
import { fieldWorkWords } from './en/fieldWork.ts'
import { fingerWords } from './en/fingers.ts'
import { flowPartWords } from './en/flowParts.ts'
import { followUpWords } from './en/followUp.ts'
import { formWords } from './en/forms.ts'
import { fourWWords } from './en/fourW.ts'
import { guideWords } from './en/guide.ts'
import { homeWords } from './en/home.ts'
import { importWords } from './en/import.ts'
import { lineageWords } from './en/lineage.ts'
import { listeningWords } from './en/listening.ts'
import { localitiesWords } from './en/localities.ts'
import { messageWords } from './en/messages.ts'
import { microdataWords } from './en/microdata.ts'
import { monitoringWords } from './en/monitoring.ts'
import { organisationWords } from './en/organisations.ts'
import { partnershipWords } from './en/partnerships.ts'
import { pdmWords } from './en/pdm.ts'
import { peopleWords } from './en/people.ts'
import { placeWords } from './en/places.ts'
import { placeWorkWords } from './en/placeWork.ts'
import { productWords } from './en/products.ts'
import { projectWords } from './en/projects.ts'
import { recordWords } from './en/records.ts'
import { registrationWords } from './en/registration.ts'
import { benchWords } from './en/registrationBench.ts'
import { reliefRequestWords } from './en/reliefRequests.ts'
import { requestWords } from './en/requests.ts'
import { resultsWords } from './en/results.ts'
import { resultValueWords } from './en/resultValues.ts'
import { reviewWords } from './en/review.ts'
import { roundWords } from './en/rounds.ts'
import { sameWorkWords } from './en/sameWork.ts'
import { selectionWords } from './en/selection.ts'
import { sendingWords } from './en/sending.ts'
import { settingsWords } from './en/settings.ts'
import { shellWords } from './en/shell.ts'
import { solutionsWords } from './en/solutions.ts'
import { stockWords } from './en/stock.ts'
import { stockFormWords } from './en/stockForms.ts'
import { strategyWords } from './en/strategy.ts'
import { strategyReportWords } from './en/strategyReports.ts'
import { surveyDeskWords } from './en/surveys.ts'
import { waybillWords } from './en/waybills.ts'
import { workbenchWords } from './en/workbench.ts'
import type { Words } from './pt.ts'

export const en: Words = {
  ...shellWords,
  ...homeWords,
  ...roundWords,
  ...accessLogWords,
  ...eventWords,
  ...coordinationWords,
  ...partnershipWords,
  ...productWords,
  ...messageWords,
  ...listeningWords,
  ...sendingWords,
  ...distributionWords,
  ...stockWords,
  ...stockFormWords,
  ...localitiesWords,
  ...solutionsWords,
  ...waybillWords,
  ...reliefRequestWords,
  ...selectionWords,
  ...pdmWords,
  ...flowPartWords,
  ...fourWWords,
  ...sameWorkWords,
  ...organisationWords,
  ...registrationWords,
  ...biometricWords,
  ...fingerWords,
  ...benchWords,
  ...surveyDeskWords,
  ...microdataWords,
  ...formWords,
  ...authorWords,
  ...reviewWords,
  ...requestWords,
  ...fieldWorkWords,
  ...workbenchWords,
  ...importWords,
  ...placeWords,
  ...resultsWords,
  ...resultValueWords,
  ...lineageWords,
  ...monitoringWords,
  ...projectWords,
  ...followUpWords,
  ...placeWorkWords,
  ...strategyReportWords,
  ...strategyWords,
  ...peopleWords,
  ...auditWords,
  ...settingsWords,
  ...recordWords,
  ...guideWords,
}
