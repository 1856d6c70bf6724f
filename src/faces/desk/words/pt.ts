/** The desk in Portuguese (Mozambique), gathered from its places of work. */
import type { Phrase } from '../../ui/phrases.ts'
import { accessLogWords } from './pt/accessLog.ts'
import { auditWords } from './pt/audit.ts'
import { authorWords } from './pt/author.ts'
import { biometricWords } from './pt/biometrics.ts'
import { coordinationWords } from './pt/coordination.ts'
import { distributionWords } from './pt/distribution.ts'
import { eventWords } from './pt/events.ts'
import { fieldWorkWords } from './pt/fieldWork.ts'
import { fingerWords } from './pt/fingers.ts'
import { flowPartWords } from './pt/flowParts.ts'
import { followUpWords } from './pt/followUp.ts'
import { formWords } from './pt/forms.ts'
import { fourWWords } from './pt/fourW.ts'
import { guideWords } from './pt/guide.ts'
import { homeWords } from './pt/home.ts'
import { importWords } from './pt/import.ts'
import { lineageWords } from './pt/lineage.ts'
import { listeningWords } from './pt/listening.ts'
import { localitiesWords } from './pt/localities.ts'
import { messageWords } from './pt/messages.ts'
import { microdataWords } from './pt/microdata.ts'
import { monitoringWords } from './pt/monitoring.ts'
import { organisationWords } from './pt/organisations.ts'
import { partnershipWords } from './pt/partnerships.ts'
import { pdmWords } from './pt/pdm.ts'
import { peopleWords } from './pt/people.ts'
import { placeWords } from './pt/places.ts'
import { placeWorkWords } from './pt/placeWork.ts'
import { productWords } from './pt/products.ts'
import { projectWords } from './pt/projects.ts'
import { recordWords } from './pt/records.ts'
import { registrationWords } from './pt/registration.ts'
import { benchWords } from './pt/registrationBench.ts'
import { reliefRequestWords } from './pt/reliefRequests.ts'
import { requestWords } from './pt/requests.ts'
import { resultsWords } from './pt/results.ts'
import { resultValueWords } from './pt/resultValues.ts'
import { reviewWords } from './pt/review.ts'
import { roundWords } from './pt/rounds.ts'
import { sameWorkWords } from './pt/sameWork.ts'
import { selectionWords } from './pt/selection.ts'
import { sendingWords } from './pt/sending.ts'
import { settingsWords } from './pt/settings.ts'
import { shellWords } from './pt/shell.ts'
import { solutionsWords } from './pt/solutions.ts'
import { stockWords } from './pt/stock.ts'
import { stockFormWords } from './pt/stockForms.ts'
import { strategyWords } from './pt/strategy.ts'
import { strategyReportWords } from './pt/strategyReports.ts'
import { surveyDeskWords } from './pt/surveys.ts'
import { waybillWords } from './pt/waybills.ts'
import { workbenchWords } from './pt/workbench.ts'

export const pt = {
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

export type Words = Record<keyof typeof pt, Phrase>
