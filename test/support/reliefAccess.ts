/** Who sees and writes what of relief; the letters and columns of accessTables.ts, the warehouse keeper and the pipeline manager last. */
import { distributionAccess } from './distributionAccess.ts'
import { type Letters, tablesOf } from './letters.ts'

const nobody = '- - - - - - - - - - - - - - - - -'
const house = '- - - - - - - - - - - - - A - - -'
const stock = '- - - - - - A A - - A - - A - I A'
const catalogue = '- - - - A A A A - - A A - A - A A'
const keepers = '- - - - - - - - - - - - - A - I A'
const everyKeeper = '- - - - - - - - - - - - - A - A A'
const papers = '- - - - - - A A - - A W - A - I A'
const manager = '- - - - - - - - - - - - - A - - A'

const selectionReads = '- I - - I - A A - - A - - A - - -'
const selectionRuns = '- I - - I - - - - - A - - A - - -'
const selectionSteps = '- I - - I - A - - - A - - A - - -'
const households = '- I - - - - - - - - A - - A - - -'
const monitoringReads = '- I - - I I A A - - A - - A - - -'
const monitoringLeads = '- I - - - - - A - - A - - A - - -'

const lines: Letters = {
  'relief.item': [catalogue, everyKeeper, everyKeeper],
  'relief.kit': [catalogue, manager, manager],
  'relief.kit_version': [catalogue, manager, nobody],
  'relief.lot': ['- - - - - A A A - - A - - A - A A', everyKeeper, everyKeeper],
  'relief.warehouse': [stock, manager, manager],
  'relief.treatment_batch': ['- - - - - - A A - - A - - A - A A', everyKeeper, nobody],
  'relief.received_note': [stock, keepers, nobody],
  'relief.aside_line': [stock, keepers, keepers],
  'relief.waybill': [papers, house, house],
  'relief.receipt': [papers, house, nobody],
  'relief.discrepancy': [papers, house, house],
  'relief.criteria_set': [selectionReads, selectionRuns, selectionRuns],
  'relief.selection_run': [selectionReads, selectionRuns, selectionSteps],
  'relief.selection_candidate': [households, house, house],
  'relief.selection_line': ['- I - - I - A A - - A P - A - - -', house, house],
  'relief.selection_finding': [households, house, house],
  'relief.selection_appeal': [households, house, house],
  'relief.pdm_round': [monitoringReads, monitoringLeads, monitoringLeads],
  'relief.pdm_unit': [monitoringReads, house, house],
  'relief.pdm_visit': [households, house, house],
  'relief.release': ['- - - - - - A A - - A W - A - I A', house, house],
  'relief.assessment': ['- - - - A - A A - - A A - A - I A', '- - - - - - - A - - A A - A - - A', '- - - - - - - - - - - - - - - - -'],
  'relief.request': ['- - - - - - A A - - A W - A - I A', '- - - - - - - - - - - W - A - - -', '- - - - - - - - - - A W - A - - A'],
  'relief.request_report': ['- - - - - - A A - - A W - A - I A', '- - - - - - - - - - - W - A - - -', '- - - - - - - - - - - - - - - - -'],
  'relief.pipeline_line': [stock, manager, manager],
  ...distributionAccess,
}
export const reliefAccess = tablesOf(lines)
