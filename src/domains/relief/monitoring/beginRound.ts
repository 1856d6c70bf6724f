/** A round is planned: which distributions it looks back on, when households are visited, what they are asked, and how sure the answer must be. */
import { sql } from 'kysely'
import { audit, covers, type Db, insertRow, type Refused, refuse, refused } from '../../../kernel/index.ts'
import { PdmRound, type PdmRoundRow } from './pdmRound.ts'
import { sealedQuestions } from './sealedQuestion.ts'

export type RoundGiven = Pick<
  PdmRoundRow,
  'code' | 'title' | 'place' | 'distributions' | 'windowFrom' | 'windowTo' | 'formVersion' | 'questions' | 'marginPoints' | 'designEffect' | 'responseRate'
>

export async function beginRound(db: Db, given: RoundGiven): Promise<{ id: string } | Refused> {
  const sealed = sealedQuestions(given.questions)
  if (sealed.length > 0) return { refused: sealed.map((question) => refuse('monitoring.sealed-question', { question })) }
  if (given.windowTo < given.windowFrom) return refused(refuse('monitoring.window-backwards'))
  const known = await db.one<{ id: string }>(sql`select id from relief.pdm_round where code = ${given.code}`)
  if (known) return refused(refuse('monitoring.code-taken', { code: given.code }))
  const place = await db.one<{ pcode: string }>(sql`select pcode from places.place where pcode = ${given.place}`)
  if (!place) return refused(refuse('selection.place-unknown', { place: given.place }))
  if (!covers(db.actor, given.place)) return refused(refuse('access.not-allowed', { deed: 'create', record: PdmRound.name }))
  const { id } = await insertRow(db, PdmRound, { scope: given.place, ...given, state: 'planned', strata: [] })
  await audit(db, 'monitoring.begin', PdmRound.name, id, { questions: given.questions.length })
  return { id }
}
