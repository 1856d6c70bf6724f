/**
 * Given and family name compared as one. In Mozambique both come from one pool and stand in either order on different lists (João Manuel / Manuel João): judged
 * apart, a swap looks like two disagreements, and judged as two agreements it links strangers. So there is one level for each pair of likenesses, levels
 * of their own for a swap, and rarity is that of both names together. Method: Fellegi and Sunter 1969 on the joint agreement pattern.
 */
import { type Chance, type Compared, type Drawn, neutral, withinGroups } from './compared.ts'
import { nothing, wordsIn } from './dictionary.ts'
import { type Likeness, likeness, likenessIn } from './likeness.ts'
import { namesAtMost } from './namesAtMost.ts'
import type { Shares } from './shares.ts'
import { type Columns, codeAt } from './table.ts'

const steps = ['unknown', 'differs', 'similar', 'part', 'close', 'same'] as const
const width = steps.length
const straight = width * width
const swapped = { same: straight, close: straight + 1, similar: straight + 2, alone: straight + 3 }
const bothSame = likeness.same * width + likeness.same

const levels = [...steps.flatMap((given) => steps.map((family) => `${given}/${family}`)), 'swapped-same', 'swapped-close', 'swapped-similar', 'swapped-alone']
/** 0: both names known in both records (or swapped); 1 and 2: the given or the family name missing somewhere. */
const groups = levels.map((_, level) => {
  if (level === 0) return neutral
  if (level === swapped.alone || level < width) return 1
  return level < straight && level % width === 0 ? 2 : 0
})
/** One telling in so many is this very other writing of a name: a working value of ours, between a sound written in another way and a slip of any letter. */
const slipsOnce = 100
/** So often a writing may be met by slips alone, or be one person's who was registered again. */
const bySlips = 3
const partStart = [1, 0.05, 0.06, 0.08, 0.15, 0.66]
const start = withinGroups(
  levels.map((_, level) => (level < straight ? partStart[Math.floor(level / width)]! * partStart[level % width]! : 0.01)),
  groups,
  1e-6,
)

export function comparedNames(columns: Columns, shares: Shares, names: { name: string; given: string; family: string }): Compared {
  const [given, family] = [columns.byName.get(names.given)!, columns.byName.get(names.family)!]
  const { dictionary } = given
  const alike: Likeness = likenessIn(dictionary)
  const [givenShare, familyShare] = [shares.ofColumn(names.given), shares.ofColumn(names.family)]
  /** Of a name that stands on the one list as given name and on the other as family name. */
  const eitherShare = (code: number) => Math.sqrt(givenShare(code) * familyShare(code))
  const [givenOf, familyOf] = [(row: number) => codeAt(columns, given, row), (row: number) => codeAt(columns, family, row)]
  const step = (one: number, other: number) => (one === nothing || other === nothing ? 0 : alike(one, other))

  const levelOf = (a: number, b: number) => {
    const [givenA, familyA] = [givenOf(a), familyOf(a)]
    const [givenB, familyB] = [givenOf(b), familyOf(b)]
    const first = step(givenA, givenB)
    const second = step(familyA, familyB)
    if (first >= likeness.part && second >= likeness.part) return first * width + second
    const across = step(givenA, familyB)
    const back = step(familyA, givenB)
    if (across >= likeness.similar && back >= likeness.similar && across + back > first + second) return swapLevel(across, back)
    const isAlone = first === 0 || second === 0
    if (isAlone && (across === likeness.same || back === likeness.same) && Math.max(first, second) <= likeness.similar) return swapped.alone
    return first * width + second
  }

  const rarestShared = (one: number, other: number) => {
    let least = 1
    const { wordIds, wordStarts, words } = dictionary
    for (let i = wordStarts[one]!; i < wordStarts[one + 1]!; i++) {
      const id = wordIds[i]!
      for (let k = wordStarts[other]!; k < wordStarts[other + 1]!; k++)
        if (words.sounds[id] === words.sounds[wordIds[k]!]) least = Math.min(least, shares.ofWord(id))
    }
    return least
  }
  /** Of a name of several words that are alike in part, nobody knows here in which: its commonest word is taken. */
  const commonest = (code: number, share: (code: number) => number) => {
    if (wordsIn(dictionary, code) < 2) return share(code)
    let most = share(code)
    for (let i = dictionary.wordStarts[code]!; i < dictionary.wordStarts[code + 1]!; i++) most = Math.max(most, shares.ofWord(dictionary.wordIds[i]!))
    return most
  }
  /**
   * Two names that are alike and not the same: a slip of the pen is as rare as the name that was meant, the commoner of the two. But where the rarer is met too, far
   * oftener than slips would give, they are two names (Mário, Maria), and who has the one does not tell the other.
   */
  const alikeShare = (one: number, other: number) => Math.max(one, other, (Math.min(one, other) - bySlips * shares.least) * slipsOnce)
  const shareAt = (at: number, one: number, other: number, share: (code: number) => number) => {
    if (at === likeness.same) return share(one)
    if (at === likeness.close) return alikeShare(share(one), share(other))
    if (at === likeness.similar) return alikeShare(commonest(one, share), commonest(other, share))
    return at === likeness.part ? rarestShared(one, other) : 1
  }
  const shareOf = (a: number, b: number, level: number) => {
    const [givenA, familyA] = [givenOf(a), familyOf(a)]
    const [givenB, familyB] = [givenOf(b), familyOf(b)]
    if (level < straight) return shareAt(Math.floor(level / width), givenA, givenB, givenShare) * shareAt(level % width, familyA, familyB, familyShare)
    if (level === swapped.alone)
      return givenA !== nothing && givenA === familyB ? Math.max(givenShare(givenA), familyShare(givenA)) : Math.max(familyShare(familyA), givenShare(familyA))
    return shareAt(step(givenA, familyB), givenA, familyB, eitherShare) * shareAt(step(familyA, givenB), familyA, givenB, eitherShare)
  }

  const kinShareOf = (a: number, b: number, level: number) => (level < straight ? shareAt(Math.floor(level / width), givenOf(a), givenOf(b), givenShare) : 1)

  /** Both names of two strangers agree too rarely to be counted; given and family name are drawn apart, so the chances of the parts multiply. */
  const chance = ({ a, b }: Drawn): Chance => {
    const part = { given: tally(), family: tally(), across: tally(), back: tally() }
    for (let i = 0; i < a.length; i++) {
      const [givenA, familyA, givenB, familyB] = [givenOf(a[i]!), familyOf(a[i]!), givenOf(b[i]!), familyOf(b[i]!)]
      count(part.given, step(givenA, givenB), (at) => shareAt(at, givenA, givenB, givenShare))
      count(part.family, step(familyA, familyB), (at) => shareAt(at, familyA, familyB, familyShare))
      count(part.across, step(givenA, familyB), (at) => shareAt(at, givenA, familyB, eitherShare))
      count(part.back, step(familyA, givenB), (at) => shareAt(at, familyA, givenB, eitherShare))
    }
    const [first, second, across, back] = [part.given, part.family, part.across, part.back].map(chances) as [Part, Part, Part, Part]
    const from = ({ u, typical }: Part, least: number, by: (share: number) => number) =>
      u.slice(least).reduce((sum, one, i) => sum + one / by(typical[least + i]!), 0)
    const both = (least: number, by: (share: number) => number = () => 1) => from(across, least, by) * from(back, least, by)
    const inverse = (least: number) => both(least, (share) => share)
    const between = (least: number, below: number) => {
      const chance = both(least) - both(below)
      return { chance, typical: chance / (inverse(least) - inverse(below)) }
    }
    const swaps = { close: between(likeness.part, likeness.same), similar: between(likeness.similar, likeness.part) }
    const u = levels.map((_, level) => {
      if (level < straight) return first.u[Math.floor(level / width)]! * second.u[level % width]!
      if (level === swapped.same) return both(likeness.same)
      if (level === swapped.close) return swaps.close.chance
      return level === swapped.similar ? swaps.similar.chance : across.u[likeness.same]! + back.u[likeness.same]!
    })
    const typical = levels.map((_, level) => {
      if (level < straight) return first.typical[Math.floor(level / width)]! * second.typical[level % width]!
      if (level === swapped.close) return swaps.close.typical
      return level === swapped.similar ? swaps.similar.typical : u[level]!
    })
    const kinTypical = levels.map((_, level) => (level < straight ? first.typical[Math.floor(level / width)]! : 1))
    return { u: withinGroups(u, groups, 1e-12), typical, kinTypical }
  }

  return {
    name: names.name,
    columns: [names.given, names.family],
    levels,
    groups,
    start,
    levelOf,
    shareOf,
    kinShareOf,
    kinAtLeast: levels.map(() => 0),
    sameLevels: [bothSame, swapped.same],
    two: {
      at: [given.at, family.at],
      most: (worth) => namesAtMost({ dictionary, givenShare, familyShare, wordShare: shares.ofWord, steps: width, swaps: swapped }, worth),
    },
    atMostBits: Number.POSITIVE_INFINITY,
    chance,
  }
}

function swapLevel(across: number, back: number): number {
  const least = Math.min(across, back)
  if (least === likeness.same) return swapped.same
  return least >= likeness.part ? swapped.close : swapped.similar
}

type Tally = { counts: number[]; inverse: number[] }
type Part = { u: number[]; typical: number[] }
const tally = (): Tally => ({ counts: steps.map(() => 0), inverse: steps.map(() => 0) })

function count({ counts, inverse }: Tally, at: number, shareAt: (at: number) => number) {
  counts[at]!++
  inverse[at]! += 1 / (at === 0 ? 1 : shareAt(at))
}

/** Chances of the steps where both values are known; step 0 is neutral. */
function chances({ counts, inverse }: Tally): Part {
  const u = withinGroups(
    counts,
    counts.map((_, at) => (at === 0 ? neutral : 0)),
    0.5,
  )
  return { u, typical: counts.map((seen, at) => (at === likeness.same ? u[at]! : seen > 0 && at > 0 ? seen / inverse[at]! : 1)) }
}
