/** The form as a tree: the survey, its groups and repeats, its questions. Each item keeps the row that it came from. */
import type { TextColumn } from './columnNames.ts'
import { cellOf, type Line, type Translation } from './line.ts'
import type { Parameters } from './parameters.ts'
import type { QuestionType } from './questionTypes.ts'

/** Where a select takes its answers from. */
export type Answers =
  | { from: 'choices'; list: string }
  | { from: 'file'; file: string; list: string }
  | { from: 'external'; list: string }
  | { from: 'answers'; question: string }

export type Item = {
  kind: 'survey' | 'group' | 'repeat' | 'question'
  name: string
  line: Line
  parent: Item | null
  items: Item[]
  type: QuestionType | null
  answers: Answers | null
  parameters: Parameters
  /** Texts that replace the line's own: a loop's copies, a table's labels. */
  texts: ReadonlyMap<TextColumn, Translation[]>
  appearance: string
  /** Made by the compiler (a counter, "specify other", a table's heading), not written by the author. */
  isGenerated: boolean
  /** A group of a flat form: seen on the screen, without a node of its own. */
  isFlat: boolean
}

export const textOf = (item: Item, column: TextColumn): Translation[] => item.texts.get(column) ?? []
export const hasText = (item: Item, column: TextColumn): boolean => textOf(item, column).length > 0

export const hasMedia = (item: Item): boolean => hasText(item, 'image') || hasText(item, 'big-image') || hasText(item, 'audio') || hasText(item, 'video')

export const valueIn = (item: Item, column: string): string => cellOf(item.line, column)

export function pathOf(item: Item): string {
  let path = ''
  for (let at: Item | null = item; at; at = at.parent) if (!at.isFlat) path = `/${at.name}${path}`
  return path
}

/** What stands right below it in the answers: a flat group is passed through. */
export const nodesOf = (container: Item): Item[] => container.items.flatMap((item) => (item.isFlat ? nodesOf(item) : [item]))

/** From the item up to the survey, the item itself first. */
export function lineage(item: Item): Item[] {
  const found: Item[] = []
  for (let at: Item | null = item; at; at = at.parent) found.push(at)
  return found
}

export const nearestRepeat = (item: Item): Item | null => lineage(item).find(({ kind }) => kind === 'repeat') ?? null

export function* everyItem(container: Item): Generator<Item> {
  for (const item of container.items) {
    yield item
    yield* everyItem(item)
  }
}

export type NewItem = Pick<Item, 'kind' | 'name' | 'line'> & Partial<Item>

/** An item under its parent, at the end. */
export function addItem(parent: Item | null, given: NewItem): Item {
  const item: Item = {
    ...{ parent, items: [], type: null, answers: null, parameters: new Map(), isGenerated: false, isFlat: false },
    ...{ texts: given.line.texts, appearance: cellOf(given.line, 'appearance') },
    ...given,
  }
  parent?.items.push(item)
  return item
}
