/**
 * From a finished import to publication in one go, for scripts: the endorsement is a signed paper, named with office and date, and stands in the record as such.
 * Every guard of the life of a round applies; nothing is skipped, warnings need a note that is kept beside each.
 */
import { sql } from 'kysely'
import { type Actor, act, getRow, type House, isRefused, type Refused, refuse, refused, takeStep } from '../../kernel/index.ts'
import { checkRound } from './checks.ts'
import { lifeOfRound } from './lifeOfRound.ts'
import { Round, type RoundRow } from './round.ts'

export type Paper = { office?: string; decidedOn?: string; note?: string; licence?: string; credit?: string }

const way = ['submit', 'forward', 'endorse', 'publish'] as const
const stateBefore = { cleaning: 0, technical_review: 1, government_review: 2, endorsed: 3 } as Record<string, number>

export type Published = { round: string; slug: string | null; state: string }

export async function publishFromPaper(house: House, actor: Actor, id: string, paper: Paper): Promise<Published | Refused> {
  return act(house.doors, actor, async (db): Promise<Published | Refused> => {
    const round = await getRow(db, Round, id)
    if (!round) return refused(refuse('access.not-found'))
    const from = stateBefore[round.state]
    if (from === undefined) return refused(refuse('workflow.no-such-step', { step: 'publish', state: round.state }))
    if (from < 3 && (!paper.office || !paper.decidedOn)) return refused(refuse('round.not-endorsed'))
    if (paper.licence || paper.credit)
      await db.run(
        sql`update displacement.operation set licence = coalesce(${paper.licence ?? null}, licence), credit = coalesce(${paper.credit ?? null}, credit) where id = ${round.operation}`,
      )
    await checkRound(db, id)
    if (paper.note)
      await db.run(
        sql`update displacement.finding set disposition = 'noted', note = ${paper.note} where round = ${id} and severity = 'warning' and disposition is null`,
      )
    let after: RoundRow = round
    for (const step of way.slice(from)) {
      const input = step === 'endorse' ? { office: paper.office!, decision: 'endorsed', decidedOn: paper.decidedOn! } : {}
      const taken = await takeStep(lifeOfRound, id, step, { db, input, house })
      if (isRefused(taken)) return taken
      after = taken
    }
    return { round: id, slug: after.slug, state: after.state }
  })
}
