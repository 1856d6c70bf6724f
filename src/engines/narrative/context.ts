/** What stands around a number: its noun, its place, its round, the words beside it. A number binds only to a figure that all of these allow. */
import type { Figure, NarrativeFacts, Unit } from './facts.ts'
import type { NumberSaid, RoundSaid, Sentence } from './scan.ts'
import { averageBefore, differenceAfter, differenceBefore, previousWords, unitsIn } from './words.ts'

export type Context = {
  said: NumberSaid
  before: string
  after: string
  unit: Unit | null
  average: boolean
  /** Set when the words say that the number is a change: its direction when they say that too. */
  difference: { direction: 1 | -1 | null } | null
  /** The only place that the number can belong to, when it stands right beside its name. */
  place: string | null
  round: number | null
  /** `150 of the 155`: the number that this one is a part of, or the part of this one. */
  whole: NumberSaid | null
  part: NumberSaid | null
}

export type Mention = { name: string; start: number; end: number }

/** Names of places in the sentence; a longer name hides the shorter ones inside it. */
export function mentionsIn(folded: string, facts: NarrativeFacts): Mention[] {
  const names = [...new Set(facts.figures.flatMap((figure) => figure.place ?? []))].sort((a, b) => b.length - a.length)
  const found: Mention[] = []
  for (const name of names) {
    for (let at = folded.indexOf(name); at >= 0; at = folded.indexOf(name, at + 1)) {
      const end = at + name.length
      const alone = !/[\p{L}\d]/u.test(folded[at - 1] ?? ' ') && !/[\p{L}\d]/u.test(folded[end] ?? ' ')
      if (alone && !found.some((one) => at < one.end && end > one.start)) found.push({ name, start: at, end })
    }
  }
  return found
}

const numbersOf = ({ said }: Sentence): NumberSaid[] => said.filter((one): one is NumberSaid => one.kind === 'number' || one.kind === 'percent')
const ofTheWhole = /^ (?:(?:of|out of|de|dos|das|do total de|entre) (?:the |os |as |um total de |a total of )?)$/

export function contextsOf(sentence: Sentence, facts: NarrativeFacts): Context[] {
  const { folded } = sentence
  const numbers = numbersOf(sentence)
  const mentions = mentionsIn(folded, facts)
  const between = (left: number) => folded.slice(numbers[left]!.end, numbers[left + 1]?.start ?? folded.length)
  return numbers.map((said, index) => {
    const before = folded.slice(numbers[index - 1]?.end ?? 0, said.start)
    const whole = numbers[index + 1] && ofTheWhole.test(between(index)) ? numbers[index + 1]! : null
    const part = numbers[index - 1] && ofTheWhole.test(before) ? numbers[index - 1]! : null
    const after = whole ? between(index) + between(index + 1) : between(index)
    return {
      said,
      before,
      after,
      unit: unitBeside(before, after),
      average: averageBefore.test(before),
      difference: differenceSaid(said, before, after),
      place: part ? null : placeBeside(said, whole ?? said, before, after, mentions, folded),
      round: roundBeside(sentence, said, after, before, facts),
      whole,
      part,
    }
  })
}

function unitBeside(before: string, after: string): Unit | null {
  const clause = after.split(/[,;:.()—]/)[0]!
  const following = unitsIn(clause).find(({ at }) => clause.slice(0, at).split(' ').length <= 6)
  if (following) return following.unit
  const earlier = before.split(/[;.,()—]/).at(-1)!
  const preceding = unitsIn(earlier).at(-1)
  return preceding && earlier.slice(preceding.at).trim().split(' ').length <= 4 ? preceding.unit : null
}

function differenceSaid(said: NumberSaid, before: string, after: string): Context['difference'] {
  if (said.sign) return { direction: said.sign }
  const groups = differenceBefore.exec(before)?.groups ?? differenceAfter.exec(after)?.groups
  if (!groups) return null
  return { direction: groups.up || groups.more ? 1 : -1 }
}

/** `Pemba (139 566`, `Pemba: 139 566`, `Pemba hosts 139 566`, `139 566 displaced people in Pemba`; a list of places owns no number. */
function placeBeside(said: NumberSaid, until: NumberSaid, before: string, after: string, mentions: Mention[], folded: string): string | null {
  const last = mentions.findLast((one) => one.end <= said.start)
  if (
    last &&
    said.start - last.end <= before.length &&
    /^[ ,:(–—-]*(?:(?:with|com|hosts?|has|acolhe|tem|had|tinha) )?[a-z~≈ ]{0,22}$/.test(folded.slice(last.end, said.start))
  )
    return last.name
  const next = mentions.find((one) => one.start >= said.end)
  if (
    !next ||
    next.start - said.end > after.length ||
    !/^[^\d,;:.()]{0,40}\b(?:in|em|no|na) (?:the |a |o )?(?:district of |province of |distrito de |provincia de )?$/.test(folded.slice(until.end, next.start))
  )
    return null
  return /^(?:,| and | e | or | ou )/.test(folded.slice(next.end)) ? null : next.name
}

/** The round named right beside the number; one that the number is compared with does not count, except for what that round itself counted. */
function roundBeside(sentence: Sentence, said: NumberSaid, after: string, before: string, facts: NarrativeFacts): number | null {
  const rounds = sentence.said.filter((one): one is RoundSaid => one.kind === 'round' && !one.compared)
  const following = rounds.find((one) => one.start >= said.end && one.end <= said.end + after.length)
  if (following) return following.round
  if (facts.previous !== null && previousWords.test(after.split(/[,;.]/)[0]!.slice(0, 50))) return facts.previous
  return rounds.findLast((one) => one.end <= said.start && one.start >= said.start - before.length)?.round ?? null
}

export type Around = { sentence: Sentence; facts: NarrativeFacts; mentions: Mention[]; units: Set<Unit> }

/** Whether everything around the number, except its value, allows the figure. */
export function allows(context: Context, figure: Figure, { sentence, facts, mentions, units }: Around): boolean {
  const statistic = figure.statistic ?? 'total'
  if (context.said.kind === 'number' && (statistic === 'difference') !== (context.difference !== null)) return false
  if (statistic === 'percent_change' && context.said.kind === 'number') return false
  if (figure.unit !== 'size' && (statistic === 'average') !== context.average) return false
  if (context.unit ? context.unit !== figure.unit : figure.unit === 'places' || (figure.unit !== 'other' && units.size > 0 && !units.has(figure.unit)))
    return false
  if (!allowsPlace(context, figure, mentions)) return false
  if (figure.words && !figure.words.some((word) => stands(word, context, sentence))) return false
  if (figure.unless?.some((word) => stands(word, context, sentence))) return false
  return allowsRound(context, figure, sentence, facts)
}

const stands = (word: string, { said, before, after }: Context, sentence: Sentence): boolean =>
  said.kind === 'percent' ? sentence.folded.includes(word) : before.includes(word) || after.includes(word)

function allowsPlace({ place }: Context, figure: Figure, mentions: Mention[]): boolean {
  const names = figure.place
  if (place !== null) return names?.includes(place) ?? false
  return !names || mentions.some((mention) => names.includes(mention.name))
}

function allowsRound({ round }: Context, figure: Figure, sentence: Sentence, facts: NarrativeFacts): boolean {
  if (figure.round === undefined || facts.current === null) return true
  if (round !== null) return figure.round === round || figure.from === round
  if (figure.round === facts.current) return true
  const named = sentence.said.some((one) => one.kind === 'round' && one.round === figure.round)
  return named || (figure.round === facts.previous && previousWords.test(sentence.folded))
}
