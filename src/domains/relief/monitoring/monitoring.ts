/** Whether the goods helped: households are asked after a distribution. Start reading at pdmRound.ts. */
import { itemsInUse } from './itemsInUse.ts'
import { lifeOfPdmRound } from './lifeOfRound.ts'
import { monitoringRoutes } from './monitoringRoutes.ts'
import { monitoringSentences } from './monitoringSentences.ts'
import { PdmRound, PdmUnit, PdmVisit } from './pdmRound.ts'

export const monitoring = {
  records: [PdmRound, PdmUnit, PdmVisit],
  workflows: [lifeOfPdmRound],
  routes: monitoringRoutes,
  sentences: monitoringSentences,
  indicators: [itemsInUse],
}
