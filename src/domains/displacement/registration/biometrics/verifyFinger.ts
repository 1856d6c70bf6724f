/** One to one: is the finger on the scanner that of this registered person? The answer is a word for whoever stands there, and decides nothing. */
import type { Actor, Bilingual, House, Refused } from '../../../../kernel/index.ts'
import { act, audit, isRefused, read, refuse, refused } from '../../../../kernel/index.ts'
import { Person } from '../../../../registry/people/index.ts'
import { inExercise, readFinger } from './enrol.ts'
import { type Answered, askProvider, hasProvider, noteOf, openFingers } from './matching.ts'

export type Verified = { provider: string; decision: Answered['decision'] | null; note: Bilingual }

export async function verifyFinger(house: House, actor: Actor, exercise: string, asked: { person: string; template: string }): Promise<Verified | Refused> {
  const { provider } = house.matcher
  const opened = await read(house.doors, actor, async (db) => {
    const known = await inExercise(db, house, exercise, asked.person)
    if ('refused' in known) return known
    const probe = readFinger(asked.template)
    if ('refused' in probe) return probe
    // Nobody would be asked: nothing is opened.
    if (!hasProvider(house)) return null
    const fingers = (await openFingers(db, house, exercise, [asked.person])).get(asked.person)
    return fingers ? { probe: probe.points, fingers: fingers.map(({ points }) => points) } : refused(refuse('biometrics.no-template'))
  })
  if (isRefused(opened)) return opened
  if (!opened) return { provider, decision: null, note: noteOf(house, 'no-provider') }
  const { decision } = await askProvider(house, opened.probe, opened.fingers)
  const written = await act(house.doors, actor, (db) => audit(db, 'biometrics.compare', Person.name, asked.person, { exercise, provider, decision }))
  return isRefused(written) ? written : { provider, decision, note: noteOf(house, decision) }
}
