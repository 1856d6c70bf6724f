/** The proof that what is published is what was published: every file by its hash, every set by its printed fingerprint, every level by its sum. */
import { createHash } from 'node:crypto'
import { type House, type Refusal, type Refused, refuse } from '../../kernel/index.ts'
import { contentHash, searchProducts, versionsOf } from '../../kernel/publishing.ts'
import { publicRoundOf, roundKind } from './publishedRounds.ts'
import { sumsThatDisagree } from './publishRound.ts'

export async function verifyPublished(house: House): Promise<{ products: number; files: number } | Refused> {
  const { products } = await searchProducts(house.doors, { kind: roundKind, limit: 100_000, offset: 0 })
  const problems: Refusal[] = []
  let files = 0
  let versions = 0
  for (const current of products)
    for (const product of await versionsOf(house.doors, current.slug)) {
      versions++
      for (const file of [...product.files, { name: 'content', sha256: product.contentSha256 }]) {
        files++
        const bytes = await house.files.get(file.sha256)
        if (!bytes || createHash('sha256').update(bytes).digest('hex') !== file.sha256)
          problems.push(refuse('verify.file-damaged', { product: product.slug, version: product.version, file: file.name }))
      }
      const round = await publicRoundOf(house, product).catch(() => null)
      if (!round) continue
      if (contentHash(round) !== product.hash) problems.push(refuse('verify.hash-differs', { product: product.slug, version: product.version }))
      problems.push(...sumsThatDisagree(round))
    }
  return problems.length > 0 ? { refused: problems } : { products: versions, files }
}
