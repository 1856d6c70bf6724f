/**
 * Holds every sentence of a report against the frozen facts: each number, percentage, comparison, round and date must follow from them, at the precision
 * printed. A published text once said "about 1 %" where its own figures gave 14.7 %. Strategy: focus area 15, activity C; results: narrative lint.
 */
import { type Around, allows, type Context, contextsOf, mentionsIn } from './context.ts'
import { speaksOf } from './dates.ts'
import { type Change, changesFor, isSaid, type Share, sharesFor } from './derive.ts'
import type { Figure, Language, NarrativeFacts, NarrativeRefusal } from './facts.ts'
import { printDifference, printFigure, printPercent } from './printed.ts'
import { type DateSaid, type NumberSaid, type RoundSaid, type Sentence, sentencesOf } from './scan.ts'
import { directionAlone, fold, sizeInWords, unitsIn } from './words.ts'

type About = NarrativeRefusal['facts']['about']
type Mismatch = { said: string; computed: string; about: About }

/** Every mismatch of the text, in its order; an empty list means that all of it follows from the facts. */
export function lint(text: string, lang: Language, facts: NarrativeFacts): NarrativeRefusal[] {
  const known = folded(facts)
  return sentencesOf(text, lang, known.names).flatMap((sentence) =>
    lintSentence(sentence, lang, known).map((mismatch) => ({ code: 'round.narrative-mismatch' as const, facts: { sentence: sentence.text, ...mismatch } })),
  )
}

/** Words and names as the folded sentences carry them; places may carry digits too. */
function folded(facts: NarrativeFacts): NarrativeFacts {
  const figures = facts.figures.map((figure) => ({
    ...figure,
    ...(figure.place ? { place: figure.place.map(fold) } : {}),
    ...(figure.words ? { words: figure.words.map(fold) } : {}),
    ...(figure.unless ? { unless: figure.unless.map(fold) } : {}),
  }))
  const dates = facts.dates.map(({ date, words }) => (words ? { date, words: words.map(fold) } : { date }))
  const names = [...new Set([...facts.names.map(fold), ...figures.flatMap((figure) => figure.place ?? [])])]
  return { ...facts, figures, dates, names }
}

function lintSentence(sentence: Sentence, lang: Language, facts: NarrativeFacts): Mismatch[] {
  const around: Around = { sentence, facts, mentions: mentionsIn(sentence.folded, facts), units: new Set(unitsIn(sentence.folded).map(({ unit }) => unit)) }
  const contexts = contextsOf(sentence, facts)
  const mismatches: Mismatch[] = []
  const bound = new Map<NumberSaid, Figure[]>()
  const changes: Change[] = []

  for (const context of contexts.filter(({ said }) => said.kind === 'number')) {
    const figures = facts.figures.filter((figure) => isSaid(figure.value, context.said) && agrees(context, figure.value) && allows(context, figure, around))
    bound.set(context.said, figures)
  }
  for (const context of contexts) if (context.part) keepPartsOfTheirWhole(bound, context.part, context.said, facts)
  const allBound = [...bound.values()].flat()

  for (const context of contexts) {
    const { said } = context
    if (said.kind === 'number') {
      if (bound.get(said)!.length > 0) continue
      const derived = context.difference ? changesFor(context, context.place, allBound, around).filter((one) => says(context, one.difference)) : []
      if (derived.length > 0) changes.push(...derived)
      else mismatches.push({ said: said.text, computed: nearest(context, around, lang), about: 'number' })
      continue
    }
    const beside = numberBeside(context, contexts, sentence)
    const difference = context.difference ?? beside?.difference ?? null
    if (difference) {
      const candidates = changesFor(beside?.unit ? { ...context, unit: beside.unit } : context, context.place, allBound, around).filter(
        (one) => one.percent !== null,
      )
      const right = candidates.filter((one) => says({ ...context, difference }, one.percent!))
      changes.push(...right)
      if (right.length === 0)
        mismatches.push({ said: said.text, computed: candidates.map((one) => printPercent(one.percent!, said, lang, true)).join(' / '), about: 'percent' })
      continue
    }
    const shares = sharesFor(context, beside ? bound.get(beside.said)! : [], allBound, around)
    if (!shares.some((share) => isSaid(share.percent, said))) mismatches.push({ said: said.text, computed: closest(shares, said, lang), about: 'percent' })
  }

  changes.push(...allBound.filter((figure) => figure.statistic === 'difference').map(declaredChange))
  mismatches.push(...roundMismatches(sentence, allBound, changes, facts), ...dateMismatches(sentence, facts))
  mismatches.push(...directionMismatches(allBound, changes, around, lang))
  for (const match of sentence.folded.matchAll(sizeInWords)) mismatches.push({ said: match[0], computed: '', about: 'number' })
  return mismatches
}

const declaredChange = (figure: Figure): Change => ({
  from: figure.from ?? null,
  to: figure.round ?? null,
  difference: figure.value,
  percent: null,
  unit: figure.unit,
})

/** A change said to rise must rise; one said without direction is taken as a rise. */
const agrees = ({ difference }: Context, value: number): boolean => difference === null || value === 0 || Math.sign(value) === (difference.direction ?? 1)
const says = (context: Context, value: number): boolean => isSaid(value, context.said) && agrees(context, value)

/** `150 of the 155`: of all readings only those stay in which the first is a part of the second. */
function keepPartsOfTheirWhole(bound: Map<NumberSaid, Figure[]>, part: NumberSaid, whole: NumberSaid, facts: NarrativeFacts): void {
  const [parts, wholes] = [bound.get(part), bound.get(whole)]
  if (!parts || !wholes) return
  const isPart = (one: Figure, other: Figure) => one !== other && (one.partOf === undefined ? one.value <= other.value : chainOf(one, facts).includes(other.id))
  bound.set(
    part,
    parts.filter((one) => wholes.some((other) => isPart(one, other))),
  )
  bound.set(
    whole,
    wholes.filter((other) => parts.some((one) => isPart(one, other))),
  )
}

function chainOf(figure: Figure, facts: NarrativeFacts): string[] {
  const chain: string[] = []
  for (let id = figure.partOf; id !== undefined && !chain.includes(id); id = facts.figures.find((one) => one.id === id)?.partOf) chain.push(id)
  return chain
}

/** The number that a percentage stands in brackets beside: `139 566 (14,7 %)`, `14,7 % in Pemba (139 566)`, `(139 566; 14,7 %)`. */
function numberBeside({ said, part }: Context, contexts: Context[], { folded }: Sentence): Context | null {
  if (part) return null
  const index = contexts.findIndex((one) => one.said === said)
  const earlier = contexts[index - 1]
  if (earlier?.said.kind === 'number' && /^(?:[^.;()\d]{0,40}\( ?|[;,] ?)$/.test(folded.slice(earlier.said.end, said.start))) {
    return earlier.part ? contexts[index - 2]! : earlier
  }
  const later = contexts[index + 1]
  return later?.said.kind === 'number' && /^[^.;()\d]{0,40}\( ?$/.test(folded.slice(said.end, later.said.start)) ? later : null
}

/** The facts nearest in value among those that the words allow; of all facts when the words allow none. */
function nearest(context: Context, around: Around, lang: Language): string {
  const said = context.said.readings[0]!.value
  const distance = (figure: Figure) => Math.abs(Math.log((Math.abs(figure.value) + 1) / (said + 1)))
  const allowed = around.facts.figures.filter((figure) => allows(context, figure, around))
  const candidates = allowed.length > 0 ? allowed : around.facts.figures
  return candidates
    .toSorted((a, b) => distance(a) - distance(b))
    .slice(0, 3)
    .map((figure) => printFigure(figure, lang))
    .join(' / ')
}

function closest(shares: Share[], said: NumberSaid, lang: Language): string {
  const printed = said.readings[0]!.value
  const order = shares.toSorted((a, b) => Math.abs(a.percent - printed) - Math.abs(b.percent - printed))
  return [...new Set(order.slice(0, 3).map((share) => printPercent(share.percent, said, lang, false)))].join(' / ')
}

function roundMismatches(sentence: Sentence, bound: Figure[], changes: Change[], facts: NarrativeFacts): Mismatch[] {
  const from = changes.flatMap((change) => (change.from === null ? [] : [change.from]))
  const own = [...bound.flatMap((figure) => figure.round ?? []), ...changes.flatMap((change) => change.to ?? [])]
  const others = own.filter((round) => round !== facts.current)
  const previous = facts.previous === null ? [] : [facts.previous]
  return sentence.said
    .filter((one): one is RoundSaid => one.kind === 'round')
    .flatMap((one) => {
      const compared = from.length > 0 ? from : [...others, ...previous]
      const plain = own.length > 0 ? [...own, ...from] : facts.rounds
      const possible = one.compared ? compared : plain
      if (facts.rounds.includes(one.round) && possible.includes(one.round)) return []
      return [{ said: one.text, computed: [...new Set(possible)].join(' / '), about: 'round' as const }]
    })
}

function dateMismatches(sentence: Sentence, facts: NarrativeFacts): Mismatch[] {
  const spoken = facts.dates.filter(({ words }) => !words || words.some((word) => sentence.folded.includes(word))).map(({ date }) => date)
  const days = [...spoken, ...facts.periods.flat()]
  const known = ({ days: written }: DateSaid): boolean => {
    if (!written) return false
    const [first, last] = written as [string, string | undefined]
    return last === undefined ? days.some((day) => speaksOf(first, day)) : facts.periods.some(([start, end]) => speaksOf(first, start) && speaksOf(last, end))
  }
  return sentence.said
    .filter((one): one is DateSaid => one.kind === 'date')
    .filter((one) => !known(one))
    .map((one) => ({ said: one.text, computed: [...new Set(days)].join(' / '), about: 'date' as const }))
}

/** A word like `rose` that stands beside no number of change is held against the changes that its clause speaks of. */
function directionMismatches(bound: Figure[], changes: Change[], around: Around, lang: Language): Mismatch[] {
  const { sentence, facts } = around
  const speaksOfPeople = around.units.size > 0 || sentence.said.length > 0 || /displacement|deslocamento/.test(sentence.folded)
  if (!speaksOfPeople) return []
  return sentence.folded.split(/[;,]| and | while | but | e | enquanto | mas /).flatMap((clause) =>
    [...clause.matchAll(directionAlone)].flatMap((match) => {
      const direction = match.groups!.up ? 1 : -1
      const place = mentionsIn(clause, facts)[0]?.name ?? null
      const stated = changes.length > 0 ? changes : directionsOf(place, bound, around)
      if (stated.some((change) => Math.sign(change.difference) === direction)) return []
      const computed = stated.map(({ difference }) => printDifference(difference, lang))
      return [{ said: match[0], computed: [...new Set(computed)].join(' / '), about: 'direction' as const }]
    }),
  )
}

/** Where a change over the same places is known, it is what `rose` and `fell` mean: a total also rises by visiting more places. */
function directionsOf(place: string | null, bound: Figure[], around: Around): Change[] {
  const isOf = (figure: Figure) => (place === null ? !figure.place : (figure.place?.includes(place) ?? false))
  const sameGround = around.facts.figures.filter((figure) => figure.statistic === 'percent_change' && figure.words && isOf(figure))
  return sameGround.length > 0 && bound.length === 0 ? sameGround.map(declaredChange) : changesFor(null, place, bound, around)
}
