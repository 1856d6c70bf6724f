/**
 * Durable solutions: from a tent to a house, a right and a livelihood. Strategy: focus area 7. Start reading here: localities are chosen openly, houses are followed from
 * the drawing to twelve months after the keys, moves stand on the consent of each adult, and progress is measured beside the hosts.
 */
import { domain } from '../../kernel/index.ts'
import { marketRoutes } from './community/marketRoutes.ts'
import { LivelihoodSupport, MarketAssessment, Works } from './community/works.ts'
import { solutionsGone } from './demonstration/story.ts'
import { HouseDesign } from './houses/design.ts'
import { DesignRelease } from './houses/designRelease.ts'
import { Drawing } from './houses/drawing.ts'
import { drawingRoutes } from './houses/drawingRoutes.ts'
import { BeneficiaryCase, House, Tenure } from './houses/house.ts'
import { houseRoutes } from './houses/houseRoutes.ts'
import { Defect, Inspection } from './houses/inspection.ts'
import { lifeOfHouse } from './houses/lifeOfHouse.ts'
import { PartnerHouse, PartnerLine } from './houses/partnerHouse.ts'
import { Contract, Tranche } from './houses/tranche.ts'
import { YearCheck } from './houses/yearCheck.ts'
import { lifeOfLocality } from './localities/lifeOfLocality.ts'
import { LocalitySelection } from './localities/locality.ts'
import { localityRoutes } from './localities/localityRoutes.ts'
import { lifeOfPathway } from './moves/lifeOfPathway.ts'
import { Consent, Pathway } from './moves/pathway.ts'
import { pathwayRoutes } from './moves/pathwayRoutes.ts'
import { printRoutes } from './print/printRoutes.ts'
import { progressRoutes } from './progress/progressRoutes.ts'
import { ProgressSurvey } from './progress/progressSurvey.ts'
import { carriedRound } from './rounds/carriedRound.ts'
import { RoundFactKept } from './rounds/roundFact.ts'
import { roundRoutes } from './rounds/roundRoutes.ts'
import { householdsHoused, solutionsIndicators } from './solutionsIndicators.ts'
import { solutionsSentences } from './solutionsSentences.ts'

export const solutions = domain({
  name: 'solutions',
  serves: ['FA07.A', 'FA07.D', 'FA07.F', 'FA07.H', 'FA07.I', 'FA07.L'],
  features: {
    'locality-selection': { screen: '/solutions/localities', opens: '/api/solutions/localities' },
    modality: { screen: '/solutions/markets', opens: '/api/solutions/markets' },
    designs: { screen: '/solutions/designs', opens: '/api/solutions/house-design' },
    coaching: { screen: '/solutions/houses', opens: '/api/solutions/houses' },
    enterprises: { screen: '/records/solutions/livelihood-support', opens: '/api/solutions/livelihood-support' },
  },
  records: [
    ...[
      HouseDesign,
      Drawing,
      DesignRelease,
      BeneficiaryCase,
      House,
      Inspection,
      Defect,
      Tenure,
      Contract,
      Tranche,
      YearCheck,
      PartnerHouse,
      PartnerLine,
      RoundFactKept,
    ],
    ...[LocalitySelection, Pathway, Consent, ProgressSurvey, Works, LivelihoodSupport, MarketAssessment],
  ],
  workflows: [lifeOfHouse, lifeOfLocality, lifeOfPathway],
  routes: [...houseRoutes, ...drawingRoutes, ...localityRoutes, ...pathwayRoutes, ...progressRoutes, ...marketRoutes, ...roundRoutes, ...printRoutes],
  carried: [carriedRound],
  indicators: solutionsIndicators,
  assisted: householdsHoused,
  sentences: solutionsSentences,
  demonstrationGone: solutionsGone,
  migrations: new URL('./migrations/', import.meta.url),
})
