/** A sheet as it lies in the file, before anybody decided which of its rows are headers: what every reader hands to the search for the header. */
import type { Block } from './cellPlace.ts'
import type { Row } from './table.ts'

export type RawTable = {
  name: string
  hidden: boolean
  /** Rows with at least one filled cell; cells after the last filled one are left off. */
  rows: Row[]
  /** Merged cells, or null when the format cannot tell (text files). */
  merges: Block[] | null
  hiddenColumns: number[]
}
