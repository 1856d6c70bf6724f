/** Who sees and writes what of durable solutions; the letters and columns of accessTables.ts, the durable solutions officer last. */
import { type Letters, tablesOf } from './letters.ts'

const open = '- - - A - - A A - - A - - A - - - I'
const closed = '- - - - - - - - - - - - - A - - - I'
const nobody = '- - - - - - - - - - - - - - - - - -'
const officer = '- - - - - - - - - - - - - A - - - I'

const lines: Letters = {
  'solutions.house_design': ['- - - A - - A A - - A - - A - - - A', '- - - - - - - - - - - - - A - - - -', nobody],
  'solutions.drawing': ['- - - A - - A A - - A - - A - - - A', '- - - - - - - - - - - - - A - - - -', nobody],
  'solutions.design_release': ['- - - A - - A A - - A - - A - - - A', '- - - - - - - - - - - - - A - - - -', nobody],
  'solutions.beneficiary_case': [closed, officer, officer],
  'solutions.house': [open, officer, officer],
  'solutions.inspection': [open, officer, nobody],
  'solutions.defect': [open, officer, officer],
  'solutions.tenure': [closed, officer, nobody],
  'solutions.contract': [closed, officer, officer],
  'solutions.tranche': [closed, officer, officer],
  'solutions.year_check': [open, officer, nobody],
  'solutions.partner_house': [open, officer, officer],
  'solutions.partner_line': [open, officer, nobody],
  'solutions.round_fact': [closed, '- - - - - - - - - - - - - A - - - -', officer],
  'solutions.locality_selection': [open, officer, '- - - A - - - - - - - - - A - - - I'],
  'solutions.pathway': [closed, officer, officer],
  'solutions.consent': [closed, officer, officer],
  'solutions.progress_survey': [open, '- - - - - - - A - - - - - A - - - I', nobody],
  'solutions.works': [open, officer, officer],
  'solutions.livelihood_support': [open, officer, officer],
  'solutions.market_assessment': [open, officer, officer],
}
export const solutionsAccess = tablesOf(lines)
