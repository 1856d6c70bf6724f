/** Who does what where: coordination sees the month, coverage and reach; a partner answers for its own activities. */
import { useHolds } from '../../api/session.ts'
import { FourWBench } from './FourWBench.tsx'
import { MyActivities } from './MyActivities.tsx'

export function FourWTab() {
  const isPartner = useHolds('partner')
  const isOffice = useHolds('clusterCoordinator', 'coordinator', 'chief', 'monitoring')
  return <div className="fourw">{isPartner && !isOffice ? <MyActivities /> : <FourWBench />}</div>
}
