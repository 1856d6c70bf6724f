/**
 * What a phone without network wrote at building sites and put into its rescue file, with the pictures it names: taken as if the phone had sent it, each with its receipt,
 * the same one when the phone sends it as well.
 */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { type CarriedWork, type House, refuse, refused } from '../../../kernel/index.ts'
import { photosOf } from './carryOut.ts'
import { sentRound, takeRound } from './takeRound.ts'

const carried = sentRound.extend({ photos: z.array(z.object({ sha256: z.string().length(64), data: z.base64url() })).max(500) })
type Carried = z.output<typeof carried>

/** Only what an inspection of this piece names, and only what is what it says. */
async function keepPhotos({ files }: House, { facts, photos }: Carried): Promise<void> {
  const named = new Set(facts.flatMap(photosOf))
  for (const { sha256, data } of photos) {
    const bytes = Buffer.from(data, 'base64url')
    if (named.has(sha256) && createHash('sha256').update(bytes).digest('hex') === sha256) await files.put(bytes)
  }
}

export const carriedRound: CarriedWork = {
  kind: 'solutions.round',
  async take(house, phone, { of, content }) {
    const sent = carried.safeParse(content)
    if (!sent.success) return refused(refuse('forms.work-unreadable', { of }))
    await keepPhotos(house, sent.data)
    const taken = await takeRound(house, phone, sent.data.facts)
    if ('refused' in taken) return taken
    const signed = taken.answers.filter((answer) => 'receipt' in answer)
    return {
      ...{ label: phone.phone?.label ?? '', signed: signed.length, aside: signed.filter(({ aside }) => aside.length > 0).length },
      refusals: taken.answers.flatMap((answer) => ('refusals' in answer ? answer.refusals : [])),
    }
  },
}
