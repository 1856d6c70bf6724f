/** The figures that a text may say: those of the published versions it quotes, and its own with where they are written down; frozen together under one fingerprint. */
import type { Figure, NarrativeFacts } from '../../../engines/narrative/index.ts'
import { type House, isRefused, type Refused, refuse, refused } from '../../../kernel/index.ts'
import { contentHash, factsToQuote, productAt } from '../../../kernel/publishing.ts'
import type { FrozenFigures, OwnFigure, ProductRow } from './product.ts'

/** Rounds of several sources cannot be compared with each other: the first that has rounds gives the one that the text is about. */
function joinFacts(all: readonly NarrativeFacts[]): NarrativeFacts {
  const first = all.find(({ rounds }) => rounds.length > 0)
  return {
    current: first?.current ?? null,
    previous: first?.previous ?? null,
    rounds: [...new Set(all.flatMap(({ rounds }) => rounds))],
    dates: all.flatMap(({ dates }) => dates),
    periods: all.flatMap(({ periods }) => periods),
    figures: all.flatMap(({ figures }) => figures),
    names: [...new Set(all.flatMap(({ names }) => names))],
  }
}

const ownFigure = ({ label, value, unit }: OwnFigure): Figure => ({ id: `${label.pt} / ${label.en}`, value, unit })

const ownFacts = ({ ownFigures, periodFrom, periodTo, plannedFor, credit, donors, number }: ProductRow): NarrativeFacts => ({
  ...{ current: null, previous: null, rounds: [], figures: ownFigures.map(ownFigure) },
  dates: [{ date: plannedFor }, { date: periodFrom }, { date: periodTo }],
  periods: [[periodFrom, periodTo]],
  names: [number, credit, ...(donors ? [donors] : [])],
})

/** An old or withdrawn source is no source: what it said was corrected, or taken back. */
async function quote(house: House, { slug, version }: { slug: string; version: number }) {
  const product = await productAt(house.doors, slug, version)
  if (!product) return refused(refuse('publish.source-unknown', { slug }))
  if (product.withdrawnAt || product.supersededAt) return refused(refuse('publish.source-old', { slug, version }))
  const facts = await factsToQuote(house, product)
  return facts ? { facts, source: { slug, version, hash: product.hash, title: product.title } } : refused(refuse('publish.source-unknown', { slug }))
}

export async function freezeFigures(house: House, product: ProductRow): Promise<FrozenFigures | Refused> {
  const quoted = await Promise.all(product.sources.map((source) => quote(house, source)))
  const wrong = quoted.flatMap((one) => (isRefused(one) ? one.refused : []))
  if (wrong.length > 0) return { refused: wrong }
  const found = quoted.filter((one) => !isRefused(one)) as Exclude<(typeof quoted)[number], Refused>[]
  const facts = joinFacts([...found.map((one) => one.facts), ownFacts(product)])
  const frozen = { facts, sources: found.map(({ source }) => source), own: product.ownFigures }
  return { ...frozen, hash: contentHash(frozen) }
}

/** Frozen once, a source may still be replaced by a newer version: whoever clears is told. */
export async function sourcesNow(house: House, { frozen }: ProductRow) {
  const each = await Promise.all((frozen?.sources ?? []).map((source) => quote(house, source)))
  return each.flatMap((one) => (isRefused(one) ? one.refused : []))
}
