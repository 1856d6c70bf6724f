/** Re-derives what a text claims from two figures: the share of a whole, the change from one round to another. */
import { type Around, allows, type Context } from './context.ts'
import type { Figure } from './facts.ts'
import type { NumberSaid } from './scan.ts'
import { unitsIn } from './words.ts'

export type Change = { from: number | null; to: number | null; difference: number; percent: number | null; unit: Figure['unit'] }
export type Share = { part: Figure; whole: Figure; percent: number }

/** A value at the precision that was printed, half away from zero; `over` and `almost` allow only the side that they name. */
export function isSaid(value: number, said: NumberSaid): boolean {
  const size = Math.abs(value)
  return said.readings.some(({ value: printed, quantum }) => {
    const same = (steps: number) => Math.abs(steps * quantum - printed) < quantum * 1e-6
    if (said.approximation === 'above' && same(Math.floor(size / quantum + 1e-9))) return true
    if (said.approximation === 'below' && same(Math.ceil(size / quantum - 1e-9))) return true
    const exact = said.approximation === 'exact' || said.approximation === 'near'
    return exact ? same(Math.floor(size / quantum + 0.5 + 1e-9)) : Math.abs(size - printed) < 1e-9
  })
}

const samePlace = (one: Figure, other: Figure): boolean => one.place?.join() === other.place?.join()
const isTotal = (figure: Figure): boolean => figure.statistic === undefined && figure.unit !== 'size'

/** Changes that the sentence may speak of. Words such as `both rounds` leave only the changes over the same places: a plain difference must not pass for one. */
export function changesFor(context: Context | null, place: string | null, bound: Figure[], around: Around): Change[] {
  const { facts, sentence, mentions } = around
  const unit = context?.unit ?? null
  const named = (figure: Figure) =>
    place ? (figure.place?.includes(place) ?? false) : !figure.place || mentions.some((one) => figure.place!.includes(one.name))
  const declared = facts.figures.filter(
    (figure) =>
      (figure.statistic === 'percent_change' || figure.statistic === 'difference') &&
      named(figure) &&
      (!unit || figure.unit === unit) &&
      (!figure.words || figure.words.some((word) => sentence.folded.includes(word))),
  )
  const stated = (figure: Figure): Change => ({
    from: figure.from ?? null,
    to: figure.round ?? null,
    difference: figure.value,
    percent: figure.statistic === 'percent_change' ? figure.value : null,
    unit: figure.unit,
  })
  const sameGround = declared.filter((figure) => figure.words)
  if (sameGround.length > 0) return sameGround.map(stated)
  const pairsOf = (figures: Figure[]): Change[] =>
    figures.flatMap((to) =>
      figures
        .filter(
          (from) =>
            isTotal(from) &&
            isTotal(to) &&
            (from.round ?? 0) < (to.round ?? 0) &&
            from.unit === to.unit &&
            samePlace(from, to) &&
            from.words?.join() === to.words?.join(),
        )
        .map((from) => changeOf(from, to)),
    )
  const inSentence = pairsOf(bound).filter((change) => !unit || change.unit === unit)
  if (inSentence.length > 0) return inSentence
  const rounds = sentence.said.flatMap((one) => (one.kind === 'round' ? [one.round] : []))
  const spokenOf = facts.figures.filter(
    (figure) =>
      named(figure) &&
      (!unit || figure.unit === unit) &&
      !figure.words &&
      (figure.round === facts.current || figure.round === facts.previous || rounds.includes(figure.round!)),
  )
  return [...declared.map(stated), ...pairsOf(spokenOf)]
}

const changeOf = (from: Figure, to: Figure): Change => ({
  from: from.round ?? null,
  to: to.round ?? null,
  difference: to.value - from.value,
  percent: from.value === 0 ? null : (100 * (to.value - from.value)) / from.value,
  unit: to.unit,
})

/** Shares of the number that the percentage stands beside, or else of everything that the sentence names. */
export function sharesFor(context: Context, beside: Figure[], bound: Figure[], around: Around): Share[] {
  const { facts, mentions } = around
  const sex = sexBeside(context)
  const parts = beside.length > 0 ? beside : [...bound, ...facts.figures.filter((figure) => isTotal(figure) && isNamed(context, sex, figure, around))]
  const mentioned = (figure: Figure) => !figure.place || mentions.some((one) => figure.place!.includes(one.name))
  const allowed = context.place ? parts.filter((figure) => figure.place?.includes(context.place!)) : parts
  return [...new Set(allowed)].filter(isTotal).flatMap((part) =>
    wholesOf(part, bound, facts.figures)
      .filter((whole) => mentioned(whole) && whole.value > 0)
      .map((whole) => ({ part, whole, percent: (100 * part.value) / whole.value })),
  )
}

/** A figure that the words beside the percentage name without giving its number: a place, a reason, women. */
function isNamed(context: Context, sex: 'females' | 'males' | null, figure: Figure, around: Around): boolean {
  if (figure.unit === 'places' || (!figure.place && !figure.words && figure.unit !== 'females' && figure.unit !== 'males')) return false
  if (sex ? figure.unit !== sex : figure.unit === 'females' || figure.unit === 'males') return false
  return allows({ ...context, said: { ...context.said, kind: 'number' }, difference: null, unit: sex }, figure, around)
}

/** `52 % women`, `women are 52 % of displaced people`, `52 % of them are women`: the nearest of these readings. */
function sexBeside({ unit, before, after }: Context): 'females' | 'males' | null {
  const isSex = (one: Figure['unit'] | undefined): one is 'females' | 'males' => one === 'females' || one === 'males'
  const order = [unit ?? undefined, unitsIn(before).findLast((one) => isSex(one.unit))?.unit, unitsIn(after).find((one) => isSex(one.unit))?.unit]
  return order.find(isSex) ?? null
}

function wholesOf(part: Figure, bound: Figure[], all: Figure[]): Figure[] {
  const chain: Figure[] = []
  for (let id = part.partOf; id !== undefined; ) {
    const whole = all.find((figure) => figure.id === id)
    if (!whole || chain.includes(whole)) break
    chain.push(whole)
    id = whole.partOf
  }
  if (chain.length > 0) return chain
  return bound.filter((figure) => figure !== part && isTotal(figure) && figure.unit === part.unit && figure.round === part.round && figure.value >= part.value)
}
