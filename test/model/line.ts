/** The line between a phone and the office, and what happens to it: cut before a question arrives, cut before its answer does, or a café's portal that says 200. */
import type { Network, Trouble } from '../../src/faces/field/outbox/network.ts'
import { burn, type Fuse } from './memory.ts'

/** At which question of a meeting it happens. */
export type LineFault = { kind: 'cut-before' | 'cut-after' | 'portal'; at: number }

const gone: Trouble = { trouble: 'offline', told: [] }
/** As the app hears a page of HTML with status 200. */
const portal: Trouble = { trouble: 'later', status: 200, told: [{ code: 'field.portal', facts: {} }] }

export function lineWith(office: Network, fuse: Fuse, fault: LineFault | null): Network {
  let asked = 0
  const over =
    <Question, Answer>(question: (given: Question) => Promise<Answer>) =>
    async (given: Question): Promise<Answer | Trouble> => {
      burn(fuse)
      const happens = fault !== null && asked++ >= fault.at
      if (happens && fault.kind !== 'cut-after') return fault.kind === 'portal' ? portal : gone
      const answer = await question(given)
      burn(fuse)
      return happens ? gone : answer
    }
  return { hello: over(office.hello), push: over(office.push), fileOffset: over(office.fileOffset), sendPiece: over(office.sendPiece) }
}
