/** Who is chosen, by what, and how anybody can check it: the part of relief that selects. Start reading at run.ts and lifeOfRun.ts. */
import { CriteriaSet } from './criteria.ts'
import { SelectionAppeal, SelectionCandidate, SelectionFinding } from './households.ts'
import { lifeOfRun } from './lifeOfRun.ts'
import { SelectionLine } from './line.ts'
import { SelectionRun } from './run.ts'
import { selectionRoutes } from './selectionRoutes.ts'
import { selectionSentences } from './selectionSentences.ts'

export const selection = {
  records: [CriteriaSet, SelectionRun, SelectionCandidate, SelectionLine, SelectionFinding, SelectionAppeal],
  workflows: [lifeOfRun],
  routes: selectionRoutes,
  sentences: selectionSentences,
}
