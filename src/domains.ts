/** The product's extent on one screen: the registers, then the domains in the order in which they stand on each other. */
import { coordination } from './domains/coordination/index.ts'
import { displacement } from './domains/displacement/index.ts'
import { publications } from './domains/publications/index.ts'
import { relief } from './domains/relief/index.ts'
import { solutions } from './domains/solutions/index.ts'
import { type Domain, forms, ledger } from './kernel/index.ts'
import { organisations, people, places, results } from './registry/registry.ts'

export const everyDomain: readonly Domain[] = [
  places,
  organisations,
  people,
  results,
  forms,
  ledger,
  displacement,
  publications,
  coordination,
  relief,
  solutions,
]
