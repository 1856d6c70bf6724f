/** Hand-overs that a tablet without network put into its rescue file: taken as if it had sent them, each with its receipt, the same one when it sends them as well. */
import { type CarriedWork, read, refuse, refused } from '../../../kernel/index.ts'
import { oneDistribution } from './planDistribution.ts'
import { sentFacts } from './readFacts.ts'
import { takeFacts } from './takeFacts.ts'

export const carriedHandovers: CarriedWork = {
  kind: 'relief.handovers',
  async take(house, phone, { of, content }) {
    const sent = sentFacts.safeParse(content)
    const distribution = await read(house.doors, { ...phone, roles: ['system'] }, (db) => oneDistribution(db, of))
    if (!sent.success || !distribution) return refused(refuse('relief.not-this-tablet'))
    const taken = await takeFacts(house, phone, of, sent.data)
    if ('refused' in taken) return taken
    const refusals = taken.answers.flatMap((answer) => ('refusals' in answer ? answer.refusals : []))
    return { label: distribution.code, signed: taken.answers.length - refusals.length, aside: 0, refusals }
  },
}
