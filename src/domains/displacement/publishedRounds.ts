/** The shelf of published rounds, for portal, DTM API and trend: content is addressed by its hash and never changes, so what was read once stays read. */
import type { House } from '../../kernel/index.ts'
import { contentOf, type Product, searchProducts } from '../../kernel/publishing.ts'
import type { PublicRound } from './publicRound.ts'

export const roundKind = 'round-report'

const shelf = new Map<string, PublicRound>()

export async function publicRoundOf(house: Pick<House, 'files'>, product: Product): Promise<PublicRound> {
  const known = shelf.get(product.contentSha256)
  if (known) return known
  const round = await contentOf<PublicRound>(house.files, product)
  if (!round) throw new Error(`the content of ${product.slug} version ${product.version} is missing from the files`)
  shelf.set(product.contentSha256, round)
  return round
}

export type PublishedRound = { product: Product; round: PublicRound }

/** The current edition of each published round, the newest first. */
export async function currentRounds(house: House): Promise<PublishedRound[]> {
  const { products } = await searchProducts(house.doors, { kind: roundKind, limit: 10_000, offset: 0 })
  const found: PublishedRound[] = []
  for (const product of products) found.push({ product, round: await publicRoundOf(house, product) })
  return found.sort((a, b) => (a.round.round.reportingDate < b.round.round.reportingDate ? 1 : -1))
}
