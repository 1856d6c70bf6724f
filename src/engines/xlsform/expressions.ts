/**
 * Expressions as far as the compiler must understand them: where a `${reference}` stands (in a predicate of a list, in an argument of indexed-repeat), which
 * files pulldata asks for, and whether a default is an expression at all. The rest of XPath is left to the form engine.
 */

/** `name` without the mark; `isLastSaved` for `${last-saved#name}`. */
export type Reference = { name: string; isLastSaved: boolean; written: string }

export type Surroundings = {
  /** Inside `[…]` of a secondary instance, where `.` is an item of the list and the question is `current()`. */
  inListPredicate: boolean
  /** An argument of indexed-repeat that names a node and must not be bent to the present repetition. */
  namesANode: boolean
}

const referenceAt = /\$\{([^{}]*)\}/y
const lastSaved = /^last-saved#/

function readReference(inside: string): Reference {
  const name = inside.trim()
  return { name: name.replace(lastSaved, ''), isLastSaved: lastSaved.test(name), written: name }
}

export const referencesIn = (text: string): Reference[] => [...text.matchAll(/\$\{([^{}]*)\}/g)].map(([, inside]) => readReference(inside!))

export const hasReference = (text: string): boolean => text.includes('${')

/** A `${` that is never closed, or closed after nothing. */
export const brokenReference = (text: string): boolean => /\$\{[^{}]*(?:\$|\{|$)/.test(text) || /\$\{\s*\}/.test(text)

type Frame = { call: string; argument: number; inListPredicate: boolean }

const nodeArguments = new Set([0, 1, 3, 5])
const wordBefore = /([\w:.-]+)\s*$/

/** Replaces each reference by what `put` says, which is told where the reference stands. Quotation marks do not hide references: jr:choice-name needs them. */
export function replaceReferences(text: string, put: (reference: Reference, at: Surroundings) => string, isListPredicate = false): string {
  if (!hasReference(text)) return text
  const frames: Frame[] = [{ call: '', argument: 0, inListPredicate: isListPredicate }]
  // Once a list was asked, every further predicate says current(): its own `.` is a node of some path, never the question.
  let askedAList = false
  let out = ''
  let quote = ''
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at]!
    const frame = frames.at(-1)!
    referenceAt.lastIndex = at
    const found = letter === '$' ? referenceAt.exec(text) : null
    if (found) {
      const namesANode = frame.call === 'indexed-repeat' && nodeArguments.has(frame.argument)
      out += put(readReference(found[1]!), { inListPredicate: frame.inListPredicate, namesANode })
      at += found[0].length - 1
      continue
    }
    out += letter
    if (quote !== '') {
      if (letter === quote) quote = ''
      continue
    }
    if (letter === '"' || letter === "'") quote = letter
    else if (letter === '(') frames.push({ call: text.slice(0, at).match(wordBefore)?.[1] ?? '', argument: 0, inListPredicate: frame.inListPredicate })
    else if (letter === '[') frames.push({ call: '', argument: 0, inListPredicate: frame.inListPredicate || askedAList })
    else if ((letter === ')' || letter === ']') && frames.length > 1) {
      frames.pop()
      if (frame.call === 'instance') askedAList = true
    } else if (letter === ',') frame.argument += 1
  }
  return out
}

/** Where a path into a secondary instance ends that begins at `from`: after its steps and predicates, at the first blank outside of them. */
export function endOfInstancePath(text: string, from: number): number {
  let depth = 0
  let quote = ''
  let at = from
  for (; at < text.length; at += 1) {
    const letter = text[at]!
    if (quote !== '') {
      if (letter === quote) quote = ''
    } else if (letter === '"' || letter === "'") quote = letter
    else if (letter === '(' || letter === '[') depth += 1
    else if (letter === ')' || letter === ']') {
      if (depth === 0) break
      depth -= 1
    } else if (depth === 0 && !/[\w/:-]/.test(letter)) break
  }
  return at
}

/** The files that `pulldata('file', …)` reads. */
export const pulledFiles = (text: string): string[] => [...text.matchAll(/\bpulldata\s*\(\s*['"]([^'"]+)['"]/g)].map(([, file]) => file!.trim())

const dashTypes = new Set(['date', 'dateTime', 'time', 'geopoint', 'geotrace', 'geoshape', 'select_one', 'select_multiple', 'rank', 'barcode'])

/**
 * A default is computed when it holds a reference, calls a function or does arithmetic between two terms. What merely looks like a sentence, an address or a
 * code stays as it is; a hyphen in a date, a place or the name of a choice is never a minus.
 */
export function isComputed(text: string, typeName: string): boolean {
  const bare = text.replace(/"[^"]*"|'[^']*'/g, "''")
  if (hasReference(bare)) return true
  if (/(?:^|[\s(,+*=<>|/[-])[A-Za-z_][\w-]*(?::[A-Za-z_][\w-]*)?\s*\(/.test(bare) && balanced(bare)) return true
  const term = String.raw`(?:[\d.]+|''|\)|\]|[./\w-]+)`
  if (new RegExp(String.raw`${term}\s*[+*|]\s*(?:[\d.]+|''|\(|[./\w]+)`).test(bare) && !/^[\dTZ:.+-]+$/.test(bare)) return true
  if (new RegExp(String.raw`${term}\s+(?:div|mod)\s+(?:[\d.]+|''|\(|[./\w]+)`).test(bare)) return true
  if (dashTypes.has(typeName)) return false
  return /^\s*[./\w]+\s+-\s+[./\w]+\s*$/.test(bare) || /(?:^|[^\w.-])\d+(?:\.\d+)?-\d+(?:\.\d+)?\s*$/.test(bare)
}

const balanced = (text: string) => text.split('(').length === text.split(')').length
