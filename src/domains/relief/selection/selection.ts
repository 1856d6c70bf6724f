/** Who is chosen, by what, and how anybody can check it: the part of relief that selects. Start reading at run.ts. */
import { CriteriaSet } from './criteria.ts'
import { SelectionAppeal, SelectionCandidate, SelectionFinding } from './households.ts'
import { SelectionLine } from './line.ts'
import { SelectionRun } from './run.ts'

export const selectionRecords = [CriteriaSet, SelectionRun, SelectionCandidate, SelectionLine, SelectionFinding, SelectionAppeal]
