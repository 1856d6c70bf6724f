/** The publication tab: the set as it would be published, its text held against the figures, and everything that still stands in the way. */
import { lint } from '../../../engines/narrative/index.ts'
import { type Db, type House, isRefused, type Language, type Refusal, type Refused } from '../../../kernel/index.ts'
import { hapiFindings } from '../hapiChecks.ts'
import { narrativeFacts } from '../narrativeFacts.ts'
import { lintNarrative, readyToPublish, whatForbids } from '../publishRound.ts'
import type { RoundRow } from '../round.ts'

const worded = (house: House, refusals: readonly Refusal[]) =>
  refusals.map((refusal) => ({ ...refusal, sentence: { pt: house.catalogue.sentence(refusal, 'pt'), en: house.catalogue.sentence(refusal, 'en') } }))

export async function previewOf(house: House, db: Db, round: RoundRow) {
  const ready = await readyToPublish(house, db, round, 'preview')
  if (isRefused(ready)) return ready
  const { publicRound, withheld } = ready
  const found = lintNarrative(publicRound)
  const open = round.state === 'endorsed' ? await whatForbids(round, db, async () => ready) : []
  return {
    publicRound,
    withheld,
    narrative: publicRound.narrative,
    lint: { pt: worded(house, found.pt), en: worded(house, found.en) },
    obstacles: worded(house, open),
    notes: worded(house, (await hapiFindings(db, publicRound)).warnings),
  }
}

export async function lintTextOf(house: House, db: Db, round: RoundRow, lang: Language, text: string): Promise<{ refusals: unknown[] } | Refused> {
  const ready = await readyToPublish(house, db, round, 'preview')
  if (isRefused(ready)) return ready
  return { refusals: worded(house, lint(text, lang, narrativeFacts(ready.publicRound))) }
}
