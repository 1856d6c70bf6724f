/** The publication tab: the set as it would be published, its text held against the figures, and everything that still stands in the way. */
import { lint } from '../../../engines/narrative/index.ts'
import { type Db, type House, isRefused, type Language, type Refused } from '../../../kernel/index.ts'
import { hapiFindings } from '../hapiChecks.ts'
import { narrativeFacts } from '../narrativeFacts.ts'
import { lintNarrative, readyToPublish, whatForbids } from '../publishRound.ts'
import type { RoundRow } from '../round.ts'

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
    lint: { pt: house.catalogue.worded(found.pt), en: house.catalogue.worded(found.en) },
    obstacles: house.catalogue.worded(open),
    notes: house.catalogue.worded((await hapiFindings(db, publicRound)).warnings),
  }
}

export async function lintTextOf(house: House, db: Db, round: RoundRow, lang: Language, text: string): Promise<{ refusals: unknown[] } | Refused> {
  const ready = await readyToPublish(house, db, round, 'preview')
  if (isRefused(ready)) return ready
  return { refusals: house.catalogue.worded(lint(text, lang, narrativeFacts(ready.publicRound))) }
}
