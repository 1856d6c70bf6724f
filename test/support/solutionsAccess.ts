/** Who sees and writes what of durable solutions; the letters and columns of accessTables.ts, the durable solutions officer last. */
const open = '- - - A - - A A - - A - - A - - - I'
const closed = '- - - - - - - - - - - - - A - - - I'
const nobody = '- - - - - - - - - - - - - - - - - -'
const officer = '- - - - - - - - - - - - - A - - - I'

// Of each record: who reads, who creates, who changes.
const lines: Record<string, readonly [string, string, string]> = {
  'solutions.house_design': ['- - - A - - A A - - A - - A - - - A', '- - - - - - - - - - - - - A - - - -', nobody],
  'solutions.beneficiary_case': [closed, officer, officer],
  'solutions.house': [open, officer, officer],
  'solutions.inspection': [open, officer, nobody],
  'solutions.defect': [open, officer, officer],
  'solutions.tenure': [closed, officer, nobody],
  'solutions.contract': [closed, officer, officer],
  'solutions.tranche': [closed, officer, officer],
  'solutions.year_check': [open, officer, nobody],
  'solutions.partner_house': [open, officer, officer],
  'solutions.locality_selection': [open, officer, '- - - A - - - - - - - - - A - - - I'],
  'solutions.pathway': [closed, officer, officer],
  'solutions.consent': [closed, officer, officer],
  'solutions.progress_survey': [open, '- - - - - - - A - - - - - A - - - I', nobody],
  'solutions.works': [open, officer, officer],
  'solutions.livelihood_support': [open, officer, officer],
  'solutions.market_assessment': [open, officer, officer],
}
const column = (at: 0 | 1 | 2) => Object.fromEntries(Object.entries(lines).map(([name, letters]) => [name, letters[at]]))

export const solutionsReads = column(0)
export const solutionsCreates = column(1)
export const solutionsChanges = column(2)
