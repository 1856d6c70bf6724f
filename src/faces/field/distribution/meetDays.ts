/**
 * Distributions in a meeting with the office: what was written here goes first, and each fact is let go only by a receipt over its own content; then what changed comes
 * down.
 */
import { factText, keyOfFact } from '../../../engines/handover/index.ts'
import { type FactAnswer, inEpoch } from '../outbox/keptFacts.ts'
import { isTrouble, type Trouble } from '../outbox/network.ts'
import type { LockedStore } from '../store/locked.ts'
import { askJson, type Line, postJson } from '../sync/line.ts'
import type { Profile } from '../sync/profile.ts'
import { type DayHere, dayAt, daysHere, forgetFacts, groupOf, handovers, type KeptFact, type ListHere, listAt, metAt, tabletKey } from './daysHere.ts'

export type DaysMeeting = { cache: LockedStore; work: LockedStore; profile: Profile; line: Line }

const atOnce = 100

async function sendBatch(id: string, batch: readonly KeptFact[], { work, line, profile }: DaysMeeting): Promise<Trouble | null> {
  const { publicKey } = await tabletKey(work)
  const sent = { publicKey, facts: batch.map(({ fact, slip }) => ({ fact, slip })) }
  const heard = await postJson<{ answers: FactAnswer[] }>(line, `/sync/distributions/${id}/facts`, sent)
  if (isTrouble(heard)) return heard
  for (const kept of batch) {
    const answer = heard.answers.find(({ key }) => key === keyOfFact(kept.fact))
    await handovers.heard(work, kept, answer, { text: factText(kept.fact), profile, group: groupOf(id) })
  }
  return null
}

export const sendFacts = (meeting: DaysMeeting): Promise<Trouble | null> =>
  inEpoch(meeting.work, meeting.profile, 'handover-epoch', async (which) => {
    for (const id of await handovers.groups(meeting.work)) {
      const facts = await handovers.facts(meeting.work, which, groupOf(id))
      for (let at = 0; at < facts.length; at += atOnce) {
        const trouble = await sendBatch(id, facts.slice(at, at + atOnce), meeting)
        // Refused as a whole is told with the day; another day's facts still go.
        if (trouble?.trouble === 'refused') break
        if (trouble) return trouble
      }
    }
    return null
  })

export async function fetchDays({ cache, work, line }: DaysMeeting): Promise<Trouble | null> {
  const { x, y } = (await tabletKey(work)).publicKey
  const answer = await askJson<{ distributions: DayHere[] }>(line, `/sync/distributions?tabletKey=${x}.${y}`)
  if (isTrouble(answer)) return answer.trouble === 'refused' ? null : answer
  for (const day of answer.distributions) {
    const known = await cache.value<ListHere>(listAt(day.id))
    if (known?.hash !== day.listHash) {
      const list = await askJson<ListHere>(line, `/sync/distributions/${day.id}/list`)
      if (isTrouble(list)) return list
      await cache.write({ key: listAt(day.id), value: list })
    }
    await cache.write({ key: dayAt(day.id), value: day })
  }
  for (const { id } of await daysHere(cache)) {
    if (answer.distributions.some((day) => day.id === id)) continue
    await cache.write({ key: dayAt(id), remove: 'value' }, { key: listAt(id), remove: 'value' }, { key: metAt(id), remove: 'value' })
    if ((await handovers.facts(work, 'new', groupOf(id))).length === 0) await forgetFacts(work, id)
  }
  return null
}
