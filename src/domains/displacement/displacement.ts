/**
 * Displacement tracking: how many displaced people are where, round after round, and where they came from. A published round never changes; a correction is
 * a new edition. Strategy: focus area 15, activities B, C, E and F; key results 1 and 3. Start reading here.
 */
import { domain } from '../../kernel/index.ts'
import { AccessRequest } from './access/accessRequest.ts'
import { accessRoutes } from './access/accessRoutes.ts'
import { accessSentences } from './access/accessSentences.ts'
import { demonstrationSentences } from './demonstration/sentences.ts'
import { MovementAlert, MovementEvent } from './events/event.ts'
import { eventRoutes } from './events/eventRoutes.ts'
import { eventSentences } from './events/eventSentences.ts'
import { lifeOfAlert } from './events/lifeOfAlert.ts'
import { movementTaker } from './events/takeMovement.ts'
import { exportSentences } from './exports/exportSentences.ts'
import { productKinds } from './exports/methodFacts.ts'
import { placeLists } from './field/placeLists.ts'
import { displacementTakers } from './field/takeForm.ts'
import { EntryPointStatus, FlowBulletin, FlowGroup, FlowInterview, FlowPoint, ObservationSession } from './flows/flow.ts'
import { flowRoutes } from './flows/flowRoutes.ts'
import { flowSentences } from './flows/flowSentences.ts'
import { flowTaker } from './flows/takeFlow.ts'
import { importQuestions } from './import/questionSentences.ts'
import { importSentences } from './import/sentences.ts'
import { displacementIndicators } from './indicators.ts'
import { lifeOfRound } from './lifeOfRound.ts'
import { mapRoutes } from './maps/mapRoutes.ts'
import { AgeCount, Assessment, Correction, MasterListLine, PresenceCell } from './presence.ts'
import { biometricRoutes } from './registration/biometrics/biometricRoutes.ts'
import { biometricSentences } from './registration/biometrics/biometricSentences.ts'
import { BiometricDestruction, BiometricSwitch, FingerTemplate } from './registration/biometrics/biometrics.ts'
import { forgetRestoredTemplates } from './registration/biometrics/destroyTemplates.ts'
import { endAfterSunset } from './registration/biometrics/sunset.ts'
import { cardRoutes } from './registration/cards/cardRoutes.ts'
import { cardSentences } from './registration/cards/cardSentences.ts'
import { HouseholdCard } from './registration/cards/householdCard.ts'
import { revokedCards } from './registration/cards/revokedCards.ts'
import { duplicateRoutes } from './registration/duplicateRoutes.ts'
import { DuplicateSearch, lookForWaiting, searchQueue } from './registration/duplicateSearch.ts'
import { DuplicatePair, LinkageWeights, PairAnswer } from './registration/duplicates.ts'
import { forgetPeople } from './registration/forget.ts'
import { householdRoutes } from './registration/householdRoutes.ts'
import { lifeOfExercise } from './registration/lifeOfExercise.ts'
import { registrationLists } from './registration/phoneLists.ts'
import { RegistrationExercise, RegistrationLine } from './registration/registration.ts'
import { registrationRoutes } from './registration/registrationRoutes.ts'
import { registrationSentences } from './registration/registrationSentences.ts'
import { registrationTaker } from './registration/takeRegistration.ts'
import { displacementInReports } from './reportSource.ts'
import { Endorsement, Finding } from './review.ts'
import { Operation, Round } from './round.ts'
import { displacementRoutes } from './routes/displacementRoutes.ts'
import { roundSentences } from './sentences.ts'
import { surveyFieldRoutes } from './surveys/fieldRoutes.ts'
import { lifeOfSurvey } from './surveys/lifeOfSurvey.ts'
import { SurveyMicrodata } from './surveys/microdata/microdata.ts'
import { microdataRoutes } from './surveys/microdata/microdataRoutes.ts'
import { microdataSentences } from './surveys/microdata/microdataSentences.ts'
import { PlanLine, SampledUnit, SampleFrame, SurveyAnswer } from './surveys/sample.ts'
import { Survey } from './surveys/survey.ts'
import { surveyRoutes } from './surveys/surveyRoutes.ts'
import { surveySentences } from './surveys/surveySentences.ts'
import { surveyTaker } from './surveys/takeSurvey.ts'
import { unitList } from './surveys/unitList.ts'
import { displacementImporter } from './taking/importer.ts'

/** A question shares its code with the finding that it is about; its wording has a name of its own. */
const asked = Object.fromEntries(Object.entries(importQuestions).map(([code, words]) => [`question.${code}`, words]))

export const displacement = domain({
  name: 'displacement',
  serves: ['FA15'],
  features: {
    rounds: { screen: '/rounds', opens: '/api/displacement/rounds' },
    products: { screen: '/rounds', opens: '/api/displacement/rounds' },
    scope: { screen: '/records/displacement/operation', opens: '/api/displacement/operation' },
    'town-maps': { screen: '/places', opens: '/api/displacement/maps/MZ0109?paper=a4&lang=pt' },
    access: { screen: '/rounds', opens: '/api/displacement/access-request' },
  },
  records: [
    Operation,
    Round,
    MasterListLine,
    Assessment,
    PresenceCell,
    AgeCount,
    Correction,
    Finding,
    Endorsement,
    AccessRequest,
    MovementEvent,
    MovementAlert,
    FlowPoint,
    ObservationSession,
    FlowGroup,
    FlowInterview,
    EntryPointStatus,
    FlowBulletin,
    Survey,
    SampleFrame,
    SampledUnit,
    PlanLine,
    SurveyAnswer,
    SurveyMicrodata,
    RegistrationExercise,
    RegistrationLine,
    DuplicatePair,
    PairAnswer,
    LinkageWeights,
    HouseholdCard,
    BiometricSwitch,
    FingerTemplate,
    BiometricDestruction,
    DuplicateSearch,
  ],
  workflows: [lifeOfRound, lifeOfAlert, lifeOfSurvey, lifeOfExercise],
  importers: [displacementImporter],
  routes: [
    ...displacementRoutes,
    ...accessRoutes,
    ...eventRoutes,
    ...flowRoutes,
    ...surveyRoutes,
    ...surveyFieldRoutes,
    ...microdataRoutes,
    ...registrationRoutes,
    ...duplicateRoutes,
    ...householdRoutes,
    ...cardRoutes,
    ...biometricRoutes,
    ...mapRoutes,
  ],
  indicators: displacementIndicators,
  reportSources: [displacementInReports],
  products: productKinds,
  lists: [...placeLists, unitList, ...registrationLists, revokedCards],
  takers: [...displacementTakers, movementTaker, flowTaker, surveyTaker, registrationTaker],
  erase: async (db, ids) => {
    await forgetPeople(db, ids, null)
    await forgetRestoredTemplates(db, ids)
  },
  jobs: [
    { queue: searchQueue, work: lookForWaiting },
    { queue: 'end-past-sunsets', cron: '20 * * * *', work: endAfterSunset },
  ],
  sentences: {
    ...asked,
    ...roundSentences,
    ...accessSentences,
    ...importSentences,
    ...exportSentences,
    ...eventSentences,
    ...flowSentences,
    ...surveySentences,
    ...microdataSentences,
    ...registrationSentences,
    ...cardSentences,
    ...biometricSentences,
    ...demonstrationSentences,
  },
  migrations: new URL('./migrations/', import.meta.url),
})
