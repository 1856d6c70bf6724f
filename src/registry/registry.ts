/** What every domain hangs its records on: places, organisations, the strategy and its results. */
import { type AnyRoute, domain, type House, refused, route } from '../kernel/index.ts'
import { ConsortiumMember, Organisation, OrganisationAlias, OrganisationMerge, organisationRoutes, organisationSentences } from './organisations/index.ts'
import { Consent, Household, HouseholdChange, Membership, Person, PersonLink, peopleSentences, Residence } from './people/index.ts'
import { boundarySentences } from './places/boundaryFiles/sentences.ts'
import { Alias, areaOfPlace, Boundary, EarlierGeometry, geometryRoutes, Place, placeRoutes, pointOfPlace, seedPlaces } from './places/index.ts'
import { placeSentences } from './places/sentences.ts'
import {
  Evaluation,
  IndicatorMark,
  IndicatorValue,
  iatiRoutes,
  iatiSentences,
  Lesson,
  LessonAnswer,
  learningRoutes,
  learningSentences,
  lifeOfActivity,
  lifeOfProject,
  lifeOfRecommendation,
  lifeOfReport,
  lifeOfValue,
  MonitoringPlan,
  MonitoringVisit,
  mapRoutes,
  PlannedActivity,
  ProgressNote,
  Project,
  ProjectResult,
  projectRoutes,
  projectSentences,
  QualityCheck,
  qualityRoutes,
  Recommendation,
  Remark,
  Risk,
  readStrategy,
  reportProducts,
  reportRoutes,
  reportSentences,
  resultsRoutes,
  resultsSentences,
  StrategyReport,
} from './results/index.ts'

export { importBoundaryFile } from './places/index.ts'

export const places = domain({
  name: 'places',
  serves: ['FA15.G'],
  records: [Place, Alias, Boundary, EarlierGeometry],
  migrations: new URL('./places/migrations/', import.meta.url),
  routes: [...placeRoutes, ...geometryRoutes],
  pointOfPlace,
  sentences: { ...placeSentences, ...boundarySentences },
  areaOfPlace,
})

export const organisations = domain({
  name: 'organisations',
  serves: ['MEAL'],
  records: [Organisation, OrganisationAlias, ConsortiumMember, OrganisationMerge],
  routes: organisationRoutes,
  sentences: organisationSentences,
  migrations: new URL('./organisations/migrations/', import.meta.url),
})

export const people = domain({
  name: 'people',
  serves: ['FA15.D', 'FA15.H'],
  records: [Household, Person, Membership, Consent, Residence, PersonLink, HouseholdChange],
  migrations: new URL('./people/migrations/', import.meta.url),
  sentences: peopleSentences,
})

/** Of the features that the strategy names, those that stand today, with the screen of each; every other is planned. */
const standingFeatures = (domains: House['domains']): Record<string, string> =>
  Object.fromEntries(domains.flatMap(({ name, features = {} }) => Object.entries(features).map(([feature, { screen }]) => [`${name}/${feature}`, screen])))

const strategyRoute: AnyRoute = route({
  method: 'GET',
  url: '/api/strategy',
  policy: { who: 'everyone', class: 1 },
  summary: 'The strategy as data: priorities, focus areas, key results, activities, and which of the features that serve them stand today',
  answer: async ({ house }) => {
    const strategy = readStrategy(house.pack.strategy)
    return 'code' in strategy ? refused(strategy) : { ...strategy, standing: standingFeatures(house.domains) }
  },
})

export const results = domain({
  name: 'results',
  serves: ['MEAL'],
  records: [
    ...[IndicatorValue, IndicatorMark, Remark, StrategyReport, Project, ProjectResult, PlannedActivity, ProgressNote],
    ...[Lesson, LessonAnswer, Evaluation, Recommendation, Risk, MonitoringPlan, MonitoringVisit, QualityCheck],
  ],
  workflows: [lifeOfValue, lifeOfReport, lifeOfProject, lifeOfActivity, lifeOfRecommendation],
  products: reportProducts,
  migrations: new URL('./results/migrations/', import.meta.url),
  routes: [strategyRoute, ...resultsRoutes, ...reportRoutes, ...projectRoutes, ...mapRoutes, ...iatiRoutes, ...qualityRoutes, ...learningRoutes],
  sentences: { ...resultsSentences, ...reportSentences, ...projectSentences, ...learningSentences, ...iatiSentences },
})

/** The country's places and their schematic areas, at the first start. */
export const seedCountry = (house: House): Promise<number> => seedPlaces(house)
