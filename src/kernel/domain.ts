/**
 * What a domain brings to the house, on one page: its records and their lives, its routes, its words, its ways of taking files in. The kernel makes the
 * regular rest from it.
 */
import type { RawBuilder } from 'kysely'
import type { CountedWork } from './countedWork.ts'
import type { Db } from './db/transaction.ts'
import type { FieldListView } from './forms/fieldListView.ts'
import type { Taker } from './forms/taker.ts'
import type { HeardSource } from './heard.ts'
import type { House } from './house.ts'
import type { AnyRoute } from './http/route.ts'
import type { Importer } from './import/importer.ts'
import type { AssistedSource, IndicatorSource } from './indicator.ts'
import type { ProductKind } from './publish/productKind.ts'
import type { RecordDeclaration } from './record/record.ts'
import type { ReportSource } from './reportSource.ts'
import type { CarriedWork } from './sync/carriedWork.ts'
import type { Sentences } from './text/sentences.ts'
import type { Workflow } from './workflow/workflow.ts'

/** `cron`: when, in the time of the country. */
export type Job = { queue: string; cron?: string; work(house: House): Promise<unknown> }

/** `screen`: where it stands on the desk; `opens`: what that screen asks for first. */
export type Feature = { screen: string; opens: string }

export type Domain = {
  name: string
  /** Lines of the strategy, as FA15 or FA15.B. */
  serves: readonly string[]
  /** What it does for the strategy today, by the name that the strategy gives it. What is named there and not here is a promise, and is told as one. */
  features?: Readonly<Record<string, Feature>>
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
  /** Work of its own screens on phones that a rescue file brings beside forms. */
  carried?: readonly CarriedWork[]
  /** Figures of the results framework that it works out of its own records. */
  indicators?: readonly IndicatorSource[]
  /** Whom it assisted, for the figure of the whole mission. */
  assisted?: AssistedSource
  /** Its own work that others report too: there distinct people stand in place of an estimate. */
  countedWork?: CountedWork
  /** What people ask, pass on and remark, where it listens to them. */
  heard?: HeardSource
  /** Published figures that it brings to the month's report and the migration profile. */
  reportSources?: readonly ReportSource[]
  /** What it publishes: the columns of the files and how a set was made. */
  products?: readonly ProductKind[]
  /** Work that nobody waits for, written so that its effect comes once; without `cron` it does all that waits at once, each piece held against a second (`holdWork`). */
  jobs?: readonly Job[]
  /** Where a place lies, by its code; null: it is not ours, or nobody knows. */
  pointOfPlace?(db: Db, code: string): Promise<{ lat: number; lon: number } | null>
  migrations?: URL
  /** Statements, in their order, that remove what the demonstration mission wrote into this domain. */
  demonstrationGone?: readonly RawBuilder<unknown>[]
  /** Removes what is left of records whose keys were destroyed (ids of any domain): an old database that was put back may bring them again. */
  erase?(db: Db, ids: readonly string[]): Promise<void>
  /** The area of a place that this domain's register knows by its code; null for any other. */
  areaOfPlace?: (db: Db, code: string) => Promise<string | null>
}

export const domain = (declared: Domain): Domain => declared
