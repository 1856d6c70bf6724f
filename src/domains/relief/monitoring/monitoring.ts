/** Whether the goods helped: households are asked after a distribution. Start reading at pdmRound.ts. */
import { PdmRound, PdmUnit, PdmVisit } from './pdmRound.ts'

export const monitoringRecords = [PdmRound, PdmUnit, PdmVisit]
