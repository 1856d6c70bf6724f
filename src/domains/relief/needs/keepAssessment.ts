/** An assessment is written down once; what was wrong in it is said by a newer one. */
import { audit, type Db, insertRow, type Refused, refuse, refused, today } from '../../../kernel/index.ts'
import { areaOfPlace } from '../../../registry/places/index.ts'
import { Assessment, type AssessmentRow } from './assessment.ts'

export type AssessmentGiven = Pick<AssessmentRow, 'place' | 'assessedOn' | 'method' | 'householdsAssessed' | 'lacking' | 'damage' | 'teamSize' | 'words'>

export async function keepAssessment(db: Db, given: AssessmentGiven): Promise<{ id: string } | Refused> {
  const scope = await areaOfPlace(db, given.place)
  const wrong = [
    ...(scope ? [] : [refuse('relief.place-unknown', { place: given.place })]),
    ...(given.assessedOn > today() ? [refuse('relief.assessed-in-the-future', { day: given.assessedOn })] : []),
  ]
  if (wrong.length > 0) return refused(...wrong)
  const made = await insertRow(db, Assessment, { ...given, scope: scope!, organisation: db.actor.organisation ?? null })
  await audit(db, 'assessment.keep', Assessment.name, made.id)
  return { id: made.id }
}
