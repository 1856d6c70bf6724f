/**
 * What the house asks of a provider outside: one finger against the few templates of one person. Templates are open in memory only while it is asked, and no transaction
 * is open meanwhile. A provider that is silent holds nobody up.
 */
import { sql } from 'kysely'
import type { Decision, Minutiae } from '../../../../engines/biometrics/index.ts'
import { asTheHouse, type Bilingual, type Db, type House, refuse } from '../../../../kernel/index.ts'

export type OpenFinger = { finger: number; points: Minutiae }
/** `no-answer`: the provider threw, or was silent for too long. `bits` null: it cannot say how much likelier. */
export type Answered = { decision: Decision | 'no-answer'; bits: number | null }

const patienceMs = 20_000

/** As the actor of `db` was asked for already: what stands in an exercise of these people, opened. A key that is gone opens nothing. */
export const openFingers = (db: Db, { vault }: Pick<House, 'vault'>, exercise: string, people: readonly string[]): Promise<Map<string, OpenFinger[]>> =>
  asTheHouse(db, async (within) => {
    const kept = await within.rows<{ id: string; person: string; finger: number; sealed: string }>(sql`
      select id, person, finger, sealed from biometrics.template where exercise = ${exercise} and person = any (${[...people]}::text[]) order by person, finger`)
    const open = new Map<string, OpenFinger[]>()
    for (const { id, person, finger, sealed } of kept) {
      const text = vault.open(id, sealed)
      if (text !== null) open.set(person, [...(open.get(person) ?? []), { finger, points: JSON.parse(text) as Minutiae }])
    }
    return open
  })

export const hasProvider = ({ matcher }: Pick<House, 'matcher'>): boolean => matcher.provider !== 'none'

export async function askProvider({ matcher, log }: Pick<House, 'matcher' | 'log'>, probe: Minutiae, templates: readonly Minutiae[]): Promise<Answered> {
  let timer: NodeJS.Timeout | undefined
  const silence = new Promise<null>((give) => {
    timer = setTimeout(give, patienceMs, null)
  })
  try {
    const said = await Promise.race([matcher.verify(probe, templates), silence])
    return said ? { decision: said.decision, bits: said.bits } : { decision: 'no-answer', bits: null }
  } catch {
    // A program of somebody else: what it throws may hold what it was given, so not even its message is written down.
    log.warn({ provider: matcher.provider }, 'biometrics: the provider failed')
    return { decision: 'no-answer', bits: null }
  } finally {
    clearTimeout(timer)
  }
}

/** Of several fingers of one person: any likeness is worth a look; difference only where all differ. */
export function together(answers: readonly Answered[]): Answered['decision'] {
  const said = new Set(answers.map(({ decision }) => decision))
  if (said.has('same')) return 'same'
  return said.size === 1 ? [...said][0]! : 'unsure'
}

export const noteOf = ({ catalogue }: Pick<House, 'catalogue'>, decision: Answered['decision'] | 'no-provider'): Bilingual =>
  catalogue.both(
    {
      same: refuse('biometrics.looks-same'),
      different: refuse('biometrics.looks-different'),
      unsure: refuse('biometrics.looks-unsure'),
      'no-answer': refuse('biometrics.no-answer'),
      'no-provider': refuse('biometrics.no-provider'),
    }[decision],
  )
