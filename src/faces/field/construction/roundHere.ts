/** The houses that this phone was lent for its round, what was seen and done there, and pictures and answers that are not finished yet. What was done stays until the office signed for it. */
import type {
  BuildingStage,
  RoundAnswer,
  RoundChecklist,
  RoundContents,
  RoundDefect,
  RoundFact,
  RoundHouse,
  RoundKind,
} from '../../../engines/solutions/index.ts'
import { factShelf, type Kept } from '../outbox/keptFacts.ts'
import { countPast } from '../store/database.ts'
import type { LockedStore } from '../store/locked.ts'
import { sha256Hex } from '../store/sealing.ts'

export type HouseHere = RoundHouse & {
  id: string
  programme: string
  number: string
  place: string
  placeName: string | null
  lon: number | null
  lat: number | null
  isCoach: boolean
  defects: RoundDefect[]
  tranches: { stage: BuildingStage; state: string }[]
}
export type RoundHere = {
  houses: HouseHere[]
  designs: { id: string; code: string; edition: number; name: { pt: string; en: string } }[]
  checklist: RoundChecklist
  checklistEdition: number
  lastSequence: number
}
export type KeptRound = Kept<RoundFact>
/** Answers of a stage that is being looked at: on the disk from the first touch. */
export type Draft = { stage: BuildingStage; answers: Partial<Record<string, RoundAnswer>>; fixBy: string }

/** What was lent by the office begins so, and is given back when its access ends. */
export const roundAt = 'round'
export const roundShelf = factShelf<KeptRound>('round')
const photoAt = (sha256: string) => `round-photo:${sha256}`
const draftAt = (house: string) => `round-draft:${house}`

export const roundHere = (cache: LockedStore): Promise<RoundHere | null> => cache.value<RoundHere>(roundAt)

const photosIn = ({ kind, content }: RoundFact): string[] =>
  kind === 'inspect' ? (JSON.parse(content) as RoundContents['inspect']).answers.flatMap(({ photo }) => photo ?? []) : []

/** Of one fact: its pictures, which go before it. */
export async function photosToSend(work: LockedStore, fact: RoundFact): Promise<{ sha256: string; bytes: Uint8Array<ArrayBuffer> }[]> {
  const found = await Promise.all(photosIn(fact).map(async (sha256) => ({ sha256, bytes: await work.bytes(photoAt(sha256)) })))
  return found.flatMap(({ sha256, bytes }) => (bytes ? [{ sha256, bytes }] : []))
}

export async function keepPhoto(work: LockedStore, photo: Blob): Promise<string> {
  const bytes = new Uint8Array(await photo.arrayBuffer())
  const sha256 = await sha256Hex(bytes)
  await work.write({ key: photoAt(sha256), bytes })
  return sha256
}
export const photoHere = async (work: LockedStore, sha256: string): Promise<Blob | null> => {
  const bytes = await work.bytes(photoAt(sha256))
  return bytes && new Blob([bytes], { type: 'image/jpeg' })
}

export const draftHere = (work: LockedStore, house: string): Promise<Draft | null> => work.value<Draft>(draftAt(house))
export const keepDraft = (work: LockedStore, house: string, draft: Draft | null): Promise<void> =>
  work.write(draft ? { key: draftAt(house), value: draft } : { key: draftAt(house), remove: 'value' })

/** Of houses that are no longer on the round: the office has signed for everything, and their pictures may go. */
export async function forgetHouses(work: LockedStore, staying: ReadonlySet<string>): Promise<void> {
  for (const { fact, receipt } of await roundShelf.facts(work))
    if (receipt && !staying.has(fact.subject)) {
      for (const sha256 of photosIn(fact)) await work.write({ key: photoAt(sha256), remove: 'bytes' })
      await roundShelf.forget(work, fact.sequence)
    }
}

type Written<K extends RoundKind> = { kind: K; subject: string; content: RoundContents[K]; device: string; at: string }

/** On the disk before the screen says so. */
export async function writeRoundFact<K extends RoundKind>(
  work: LockedStore,
  { lastSequence }: RoundHere,
  { content, ...given }: Written<K>,
): Promise<KeptRound> {
  const fact: RoundFact = { ...given, sequence: await countPast('outbox', 'round', lastSequence), content: JSON.stringify(content) }
  const kept: KeptRound = { fact, receipt: null, told: [] }
  await roundShelf.keep(work, kept)
  return kept
}
