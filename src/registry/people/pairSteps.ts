/**
 * What a thread does of finding pairs: steps that stand alone, so that two threads share the work. Between the steps it keeps the list, which both read in the same
 * memory, and the block keys that it is given.
 */
import {
  type Agreement,
  agreementOf,
  type BlockingRule,
  type Chance,
  certainPairs,
  chanceOf,
  type Evidence,
  explainer,
  keysOfRule,
  type Learned,
  type Lesson,
  type Lists,
  lessonOn,
  type Model,
  type ModelWarning,
  modelOf,
  type PairColumns,
  type Patterns,
  type Plan,
  patternsOf,
  type ReadColumns,
  type RuleKeys,
  readColumns,
  score,
} from '../../engines/linkage/index.ts'

/** Block keys of a rule, and where something is learned on it, how the pairs of its groups agree. */
export type RuleSeen = { keys: RuleKeys; patterns: Patterns | null }

/** A model without how common each value is: that is held with the list. */
export type Learnt = Omit<Model, 'shares'>
export type Scored = PairColumns & { comparedPairs: number; warnings: ModelWarning[] }

export function pairSteps() {
  let lesson: Lesson | undefined
  const read = (): Lesson => {
    if (!lesson) throw new Error('pairs are looked for before the list is read')
    return lesson
  }
  const modelHere = (model: Learnt): Model => ({ ...model, shares: read().shares })
  return {
    read: ({ plan, lists, ...part }: { plan: Plan; lists: Lists; columns: string[]; codes: Int32Array }): ReadColumns => readColumns(plan, lists, part),
    hold({ plan, columns, shares, seed }: ReadColumns & { plan: Plan; seed: number }): void {
      lesson = lessonOn({ plan, columns, keys: new Map() }, shares, { seed })
    },
    rule({ rule, isLearnt }: { rule: BlockingRule; isLearnt: boolean }): RuleSeen {
      const { prepared } = read()
      const keys = keysOfRule(prepared.columns, rule, 'dropped')
      const held = new Map([[JSON.stringify(rule), keys]])
      // Who scores needs the groups alone, and both threads all of them.
      return { keys: { ...keys, lanes: [] }, patterns: isLearnt ? patternsOf({ ...read(), prepared: { ...prepared, keys: held } }, rule) : null }
    },
    chance: (comparison: number): Chance => chanceOf(read(), comparison),
    certain: (_: null): number => certainPairs(read().prepared),
    agreement: ({ rule, patterns, chance, kin }: { rule: BlockingRule; patterns: Patterns; chance: Chance[]; kin: Agreement[] | null }): Agreement =>
      agreementOf(read(), { rule, seen: patterns, chance, household: kin }),
    model(learned: Learned): Learnt {
      const { shares, ...learnt } = modelOf(read(), learned)
      return learnt
    },
    patterns: (rule: BlockingRule): Patterns => patternsOf(read(), rule),
    score({ model, keys, part, fromBits }: { model: Learnt; keys: RuleKeys[]; part: { at: number; of: number }; fromBits: number }): Scored {
      const { prepared } = read()
      const held = new Map(prepared.plan.rules.map((rule, i) => [JSON.stringify(rule), keys[i]!]))
      const { length, a, b, weightBits, comparedPairs, warnings } = score(modelHere(model), { ...prepared, keys: held }, { fromBits, part })
      return { length, a, b, weightBits, comparedPairs, warnings }
    },
    explain({ model, a, b }: { model: Learnt; a: Int32Array; b: Int32Array }): Evidence[][] {
      const explain = explainer(modelHere(model), read().prepared)
      return Array.from(a, (one, i) => explain(one, b[i]!))
    },
  }
}
export type PairSteps = ReturnType<typeof pairSteps>
