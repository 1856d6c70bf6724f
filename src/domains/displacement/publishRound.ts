/**
 * Publication: the endorsed, frozen round becomes a product with its page, reports, files and hash, or is refused with every reason. What was endorsed must be
 * what is published, so the fingerprint is taken again; the text is held against the figures; nothing personal may leave.
 */

import { type Count, isKnown, sumCounts } from '../../engines/count.ts'
import { lint } from '../../engines/narrative/index.ts'
import { checkTotals } from '../../engines/rounds/totals.ts'
import { audit, type Db, type House, isRefused, oncePerStep, type Refusal, type Refused, refuse, type StepContext, updateRow } from '../../kernel/index.ts'
import { publishProduct, slugOf } from '../../kernel/publishing.ts'
import { areasOfLevel } from '../../registry/places/index.ts'
import { buildPublicRound } from './buildPublicRound.ts'
import { roundJson } from './exports/roundFiles.ts'
import { hashOfRound } from './freeze.ts'
import { hapiFindings } from './hapiChecks.ts'
import { writeNarrative } from './narrative.ts'
import { narrativeFacts } from './narrativeFacts.ts'
import type { PublicRound } from './publicRound.ts'
import { roundKind } from './publishedRounds.ts'
import { reportTitle } from './reports/citation.ts'
import { Round, type RoundRow } from './round.ts'
import { filesOfRound } from './roundProductFiles.ts'

const houseOf = ({ house }: StepContext) => house as House

/** The officer's text where there is one, else the sentences made from the figures. */
const narrativeOf = (round: RoundRow, publicRound: PublicRound) => {
  const written = round.narrative && round.narrative.pt.trim() !== '' && round.narrative.en.trim() !== '' ? round.narrative : null
  return written ?? writeNarrative(publicRound)
}

/** Every sentence of both texts that disagrees with the figures. */
export function lintNarrative(publicRound: PublicRound): Record<'pt' | 'en', Refusal[]> {
  const facts = narrativeFacts(publicRound)
  return { pt: lint(publicRound.narrative.pt, 'pt', facts), en: lint(publicRound.narrative.en, 'en', facts) }
}

/** The levels must agree: the districts make up their province, the provinces the country. A difference is an error, not a note. */
export function sumsThatDisagree({ areas, ageBands, totals }: PublicRound): Refusal[] {
  const found = checkTotals(areas)
  return [...(found ? [refuse(found.code, found.facts)] : []), ...agesThatDisagree(ageBands, totals)]
}

/** The bands of a sex make up the sex; where the sexes are not known, all bands make up the people. */
function agesThatDisagree(bands: PublicRound['ageBands'], { individuals, females, males }: PublicRound['totals']): Refusal[] {
  const of = (sex: 'f' | 'm') => sumCounts(bands.filter((band) => band.sex === sex).map((band) => band.individuals))
  const pairs: [Count, Count][] =
    isKnown(females) && isKnown(males)
      ? [
          [females, of('f')],
          [males, of('m')],
        ]
      : [[individuals, sumCounts(bands.map((band) => band.individuals))]]
  const wrong = bands.length > 0 && pairs.find(([total, sum]) => isKnown(total) && isKnown(sum) && total !== sum)
  return wrong ? [refuse('round.ages-disagree', { total: wrong[0], sum: wrong[1] })] : []
}

type Ready = { publicRound: PublicRound; withheld: number }

export async function readyToPublish(house: House, db: Db, round: RoundRow, use: 'publication' | 'preview'): Promise<Ready | Refused> {
  const built = await buildPublicRound(house, db, round, use)
  if (isRefused(built)) return built
  return { ...built, publicRound: { ...built.publicRound, narrative: narrativeOf(round, built.publicRound) } }
}

const setOfStep = oncePerStep((round: RoundRow, context) => readyToPublish(houseOf(context), context.db, round, 'publication'))

/** The guard of the step. */
export const publicationRefusals = (round: RoundRow, context: StepContext): Promise<Refusal[]> =>
  whatForbids(round, context.db, () => setOfStep(round, context))

/** Everything that stands in the way of publishing this set; the publication tab shows it beforehand. */
export async function whatForbids(round: RoundRow, db: Db, build: () => Promise<Ready | Refused>): Promise<Refusal[]> {
  const frozen = await hashOfRound(db, round.id)
  if (frozen !== round.frozenHash) return [refuse('round.changed-after-freeze', { frozen: round.frozenHash ?? '', now: frozen })]
  const ready = await build()
  if (isRefused(ready)) return ready.refused
  const { publicRound } = ready
  const found = lintNarrative(publicRound)
  const { errors } = await hapiFindings(db, publicRound)
  return [
    ...(publicRound.licence.trim() === '' || publicRound.credit.trim() === '' ? [refuse('round.licence-missing')] : []),
    ...sumsThatDisagree(publicRound),
    ...errors,
    ...found.pt,
    ...found.en,
  ]
}

const addressOf = ({ operation, round }: PublicRound): string =>
  slugOf([operation.countryIso3, operation.name, round.assessmentType, `r${round.number}`].join(' '))

/** Writes the product and marks the edition before as superseded, in the transaction of the step. */
export async function publishFrozenRound(round: RoundRow, context: StepContext): Promise<Partial<RoundRow> | Refused> {
  const { db } = context
  const house = houseOf(context)
  const ready = await setOfStep(round, context)
  if (isRefused(ready)) return ready
  const { publicRound } = ready
  const { json, hash } = roundJson(publicRound)
  const outlines = await areasOfLevel(db, publicRound.operation.countryIso3, 2)
  const files = await filesOfRound(publicRound, hash, outlines)
  if (isRefused(files)) return files
  const slug = round.slug ?? addressOf(publicRound)
  await publishProduct(db, house.files, {
    slug,
    kind: roundKind,
    title: { pt: reportTitle(publicRound, 'pt'), en: reportTitle(publicRound, 'en') },
    summary: { pt: firstSentence(publicRound.narrative.pt), en: firstSentence(publicRound.narrative.en) },
    places: publicRound.areas.flatMap(({ pcode, name }) => [pcode, name]),
    periodFrom: publicRound.round.collectedFrom,
    periodTo: publicRound.round.collectedTo,
    hash,
    licence: publicRound.licence,
    credit: publicRound.credit,
    demonstration: publicRound.demonstration !== null,
    subject: `displacement.round:${round.id}`,
    changeNote: round.changeNote,
    content: json,
    files,
  })
  const { warnings } = await hapiFindings(db, publicRound)
  if (warnings.length > 0) await audit(db, 'round.published-with-notes', 'displacement.round', round.id, { notes: warnings.map(({ facts }) => facts) })
  if (round.supersedes) {
    await updateRow(db, Round, round.supersedes, { state: 'superseded' })
    await audit(db, 'round.superseded', 'displacement.round', round.supersedes, { by: round.id })
  }
  return { slug }
}

const firstSentence = (text: string): string => /^.*?[.!?](?=\s|$)/s.exec(text.trim())?.[0] ?? text.trim()
