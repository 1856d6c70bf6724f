/** A visit is entered: answered, or why not. Only who was drawn is asked, or a reserve in the order of the draw; each household once. */
import { sql } from 'kysely'
import { asTheHouse, audit, type Db, getRow, insertRow, type Refused, refuse, refused } from '../../../kernel/index.ts'
import { PdmRound, PdmUnit, type PdmUnitRow, PdmVisit } from './pdmRound.ts'

export type VisitGiven = { outcome: Exclude<PdmUnitRow['visited'], 'waiting'>; visitedOn: string; answers: Record<string, boolean | null> }

export async function keepVisit(db: Db, id: string, { outcome, visitedOn, answers }: VisitGiven): Promise<{ id: string } | Refused> {
  await db.rows(sql`select 1 from relief.pdm_unit where id = ${id}::uuid`)
  const unit = await getRow(db, PdmUnit, id)
  const round = unit && (await getRow(db, PdmRound, unit.round))
  if (!unit || !round) return refused(refuse('access.not-found'))
  if (round.state !== 'drawn') return refused(refuse('monitoring.round-closed'))
  if (unit.role === 'frame') return refused(refuse('monitoring.not-drawn', { household: unit.household }))
  if (visitedOn < round.windowFrom || visitedOn > round.windowTo)
    return refused(refuse('monitoring.outside-window', { day: visitedOn, from: round.windowFrom, to: round.windowTo }))
  const strangers = Object.keys(answers).filter((code) => !round.questions.some((question) => question.code === code))
  if (strangers.length > 0) return refused(refuse('monitoring.question-unknown', { questions: strangers }))
  return asTheHouse(db, async (house) => {
    const first = await house.one<{ id: string }>(sql`
      update relief.pdm_unit set visited = ${outcome}, version = version + 1 where id = ${id}::uuid and visited not in ('answered', 'refused') returning id`)
    if (!first) return refused(refuse('monitoring.visited-already', { household: unit.household }))
    if (outcome === 'answered') await insertRow(house, PdmVisit, { scope: unit.scope, class: 3, unit: id, visitedOn, answers })
    await audit(house, 'monitoring.visit', PdmUnit.name, id, { outcome })
    return { id }
  })
}
