/**
 * The construction round in a meeting with the office: pictures first, then what was seen, each let go only by a receipt over its own content; then the houses as the
 * office has them now.
 */
import { keyOfRoundFact, roundFactText } from '../../../engines/solutions/index.ts'
import { sendFile } from '../outbox/files.ts'
import { type FactAnswer, inEpoch } from '../outbox/keptFacts.ts'
import { isTrouble, type Network, type Trouble } from '../outbox/network.ts'
import type { LockedStore } from '../store/locked.ts'
import { askJson, type Line, postJson } from '../sync/line.ts'
import type { Profile } from '../sync/profile.ts'
import { forgetHouses, type KeptRound, photosToSend, type RoundHere, roundAt, roundShelf } from './roundHere.ts'

export type RoundMeeting = { cache: LockedStore; work: LockedStore; profile: Profile; line: Line; network: Network }

const atOnce = 50

async function sendBatch(batch: readonly KeptRound[], { work, line, profile, network }: RoundMeeting): Promise<Trouble | null> {
  for (const { fact } of batch)
    for (const { sha256, bytes } of await photosToSend(work, fact)) {
      const sent = await sendFile(network, sha256, bytes)
      if (isTrouble(sent)) return sent
    }
  const said = await postJson<{ answers: FactAnswer[] }>(line, '/sync/round/facts', { facts: batch.map(({ fact }) => fact) })
  if (isTrouble(said)) return said
  for (const kept of batch) {
    const answer = said.answers.find(({ key }) => key === keyOfRoundFact(kept.fact))
    await roundShelf.heard(work, kept, answer, { text: roundFactText(kept.fact), profile })
  }
  return null
}

export const sendRound = (meeting: RoundMeeting): Promise<Trouble | null> =>
  inEpoch(meeting.work, meeting.profile, 'round-epoch', async (which) => {
    const facts = await roundShelf.facts(meeting.work, which)
    for (let at = 0; at < facts.length; at += atOnce) {
      const trouble = await sendBatch(facts.slice(at, at + atOnce), meeting)
      if (trouble) return trouble
    }
    return null
  })

export async function fetchRound({ cache, work, line }: RoundMeeting): Promise<Trouble | null> {
  const round = await askJson<RoundHere>(line, '/sync/round')
  if (isTrouble(round)) return round.trouble === 'refused' ? null : round
  await cache.write(round.houses.length > 0 ? { key: roundAt, value: round } : { key: roundAt, remove: 'value' })
  await forgetHouses(work, new Set(round.houses.map(({ id }) => id)))
  return null
}
