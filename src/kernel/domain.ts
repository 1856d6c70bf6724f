/**
 * What a domain brings to the house, on one page: its records and their lives, its routes, its words, its ways of taking files in. The kernel makes the
 * regular rest from it.
 */

import type { Db } from './db/transaction.ts'
import type { FieldListView } from './forms/fieldListView.ts'
import type { Taker } from './forms/taker.ts'
import type { House } from './house.ts'
import type { AnyRoute } from './http/route.ts'
import type { Importer } from './import/importer.ts'
import type { IndicatorSource } from './indicator.ts'
import type { RecordDeclaration } from './record/record.ts'
import type { Sentences } from './text/sentences.ts'
import type { Workflow } from './workflow/workflow.ts'

export type Domain = {
  name: string
  /** Lines of the strategy, as FA15 or FA15.B. */
  serves: readonly string[]
  // biome-ignore lint/suspicious/noExplicitAny: a list holds records of every shape; each was checked where it was declared
  records: readonly RecordDeclaration<any>[]
  // biome-ignore lint/suspicious/noExplicitAny: as above
  workflows?: readonly Workflow<any>[]
  routes?: readonly AnyRoute[]
  // biome-ignore lint/suspicious/noExplicitAny: as above
  importers?: readonly Importer<any, any>[]
  sentences?: Sentences
  /** Views of its registers that forms on phones may show. */
  lists?: readonly FieldListView[]
  /** What approved answers become. */
  takers?: readonly Taker[]
  /** Figures of the results framework that it works out of its own records. */
  indicators?: readonly IndicatorSource[]
  /** Work that nobody waits for: does all that waits, each piece held against a second (`holdWork`) and written so that its effect comes once. */
  jobs?: readonly { queue: string; work(house: House): Promise<void> }[]
  /** Where a place lies, by its code; null: it is not ours, or nobody knows. */
  pointOfPlace?(db: Db, code: string): Promise<{ lat: number; lon: number } | null>
  migrations?: URL
  /** Removes what is left of records whose keys were destroyed (ids of any domain): an old database that was put back may bring them again. */
  erase?(db: Db, ids: readonly string[]): Promise<void>
  /** What falls due with time alone; runs every hour, and must do no harm twice. */
  hourly?(house: House): Promise<void>
  /** Once a night, after the backup: what the domain has promised to forget. */
  nightly?(house: House): Promise<void>
  /** The area of a place that this domain's register knows by its code; null for any other. */
  areaOfPlace?: (db: Db, code: string) => Promise<string | null>
}

export const domain = (declared: Domain): Domain => declared
