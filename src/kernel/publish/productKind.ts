/**
 * What a domain says of each kind of product that it publishes: the tables in its files, column by column, and what a published set tells of its own making. The data
 * dictionary and the method pages are made from it, so that files and pages cannot differ.
 */
import type { NarrativeFacts } from '../../engines/narrative/index.ts'
import type { Files } from '../files.ts'
import type { Bilingual } from '../text/bilingual.ts'
import type { ExplainedColumn } from './outColumn.ts'
import { contentOf, type Product } from './products.ts'

/** One table: which files hold it (by the end of their names), and its columns in order. `restricted`: given on request alone. */
export type DictionaryTable = { name: string; title: Bilingual; files: readonly string[]; columns: readonly ExplainedColumn[]; restricted?: true }

export type MethodFacts = { method: Bilingual[]; coverage: Bilingual[]; limits: Bilingual[]; version: string }

export type ProductKind = {
  kind: string
  tables?: readonly DictionaryTable[]
  /** Of the content of a published version; left out: such a product has no method page. */
  // biome-ignore lint/suspicious/noExplicitAny: a list holds kinds of every content; each was checked where it was declared
  method?(content: any): MethodFacts
  /** The figures that other texts may quote from it; left out: nothing of it can be quoted. */
  // biome-ignore lint/suspicious/noExplicitAny: as above
  facts?(content: any): NarrativeFacts
}

type Publishing = { domains: readonly { products?: readonly ProductKind[] }[]; files: Files }

const kindOf = ({ domains }: Publishing, kind: string) => domains.flatMap(({ products = [] }) => products).find((each) => each.kind === kind)

export const tablesOfKind = (house: Publishing, kind: string): readonly DictionaryTable[] => kindOf(house, kind)?.tables ?? []

/** The tables that a file holds: of several endings that fit a CSV the longest, since it holds one; a workbook holds them all. */
export function tablesOfFile(house: Publishing, kind: string, file: string): DictionaryTable[] {
  const fitting = tablesOfKind(house, kind).flatMap((table) => table.files.filter((end) => file.endsWith(end)).map((end) => ({ table, end })))
  const longest = Math.max(0, ...fitting.map(({ end }) => end.length))
  return fitting.filter(({ end }) => end.length === longest).map(({ table }) => table)
}

/** Null for a kind that says nothing of its making, and where the content is gone. */
export async function methodFacts(house: Publishing, product: Product): Promise<MethodFacts | null> {
  const content = await contentOf(house.files, product)
  return content ? (kindOf(house, product.kind)?.method?.(content) ?? null) : null
}

/** What a text may say with a published version as its source; null where its kind gives no figures, or the content is gone. */
export async function factsToQuote(house: Publishing, product: Product): Promise<NarrativeFacts | null> {
  const content = await contentOf(house.files, product)
  return content ? (kindOf(house, product.kind)?.facts?.(content) ?? null) : null
}

/** Kinds that serve an area as a whole, because their domain does: `FA15`, or one of its letters. */
export const kindsServing = ({ domains }: { domains: readonly { serves: readonly string[]; products?: readonly ProductKind[] }[] }, area: number): string[] =>
  domains.filter(({ serves }) => serves.some((line) => line.split('.')[0] === `FA${area}`)).flatMap(({ products = [] }) => products.map(({ kind }) => kind))

/** Kinds whose figures can be quoted. */
export const quotableKinds = ({ domains }: Pick<Publishing, 'domains'>): string[] =>
  domains.flatMap(({ products = [] }) => products.filter(({ facts }) => facts).map(({ kind }) => kind))
