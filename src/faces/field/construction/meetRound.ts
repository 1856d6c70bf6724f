/**
 * The construction round in a meeting with the office: pictures first, then what was seen, each let go only by a receipt over its own content; then the houses as the
 * office has them now. When the office was put back to an older copy, everything goes up again: repeating is harmless.
 */
import type { FactReceipt } from '../../../engines/handover/index.ts'
import { keyOfRoundFact, roundFactText } from '../../../engines/solutions/index.ts'
import type { Told } from '../outbox/entry.ts'
import { factReceiptHolds } from '../outbox/factReceipt.ts'
import { sendFile } from '../outbox/files.ts'
import { isTrouble, type Network, type Trouble } from '../outbox/network.ts'
import type { LockedStore } from '../store/locked.ts'
import { askJson, type Line, postJson } from '../sync/line.ts'
import type { Profile } from '../sync/profile.ts'
import { forgetHouses, type KeptRound, keepRoundAnswer, photosToSend, type RoundHere, roundAt, roundFacts } from './roundHere.ts'

export type RoundMeeting = { cache: LockedStore; work: LockedStore; profile: Profile; line: Line; network: Network }
type Answer = { key: string; receipt?: FactReceipt; aside?: Told[]; refusals?: Told[] }

const atOnce = 50
const epochAt = 'round-epoch'

async function sendBatch(batch: readonly KeptRound[], { work, line, profile, network }: RoundMeeting): Promise<Trouble | null> {
  for (const { fact } of batch)
    for (const { sha256, bytes } of await photosToSend(work, fact)) {
      const sent = await sendFile(network, sha256, bytes)
      if (isTrouble(sent)) return sent
    }
  const said = await postJson<{ answers: Answer[] }>(line, '/sync/round/facts', { facts: batch.map(({ fact }) => fact) })
  if (isTrouble(said)) return said
  for (const kept of batch) {
    const key = keyOfRoundFact(kept.fact)
    const answer = said.answers.find((one) => one.key === key)
    if (answer?.receipt && (await factReceiptHolds(answer.receipt, { key, text: roundFactText(kept.fact) }, profile)))
      await keepRoundAnswer(work, { ...kept, receipt: answer.receipt, told: answer.aside ?? [] })
    else if (answer?.refusals) await keepRoundAnswer(work, { ...kept, told: answer.refusals })
  }
  return null
}

export async function sendRound(meeting: RoundMeeting): Promise<Trouble | null> {
  const { work, profile } = meeting
  const isNewEpoch = (await work.value<string>(epochAt)) !== profile.epoch
  const facts = await roundFacts(work, isNewEpoch ? 'all' : 'new')
  for (let at = 0; at < facts.length; at += atOnce) {
    const trouble = await sendBatch(facts.slice(at, at + atOnce), meeting)
    if (trouble) return trouble
  }
  if (isNewEpoch) await work.write({ key: epochAt, value: profile.epoch })
  return null
}

export async function fetchRound({ cache, work, line }: RoundMeeting): Promise<Trouble | null> {
  const round = await askJson<RoundHere>(line, '/sync/round')
  if (isTrouble(round)) return round.trouble === 'refused' ? null : round
  await cache.write(round.houses.length > 0 ? { key: roundAt, value: round } : { key: roundAt, remove: 'value' })
  await forgetHouses(work, new Set(round.houses.map(({ id }) => id)))
  return null
}
