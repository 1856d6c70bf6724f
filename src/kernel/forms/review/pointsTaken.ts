/** Where it was filled: every position that a phone took, with its accuracy, and in words what makes it unlikely. */
import { checkPoint } from '../../../engines/places/checkPoint.ts'
import type { House } from '../../house.ts'
import { keyOf, type Question } from '../questionTable.ts'
import type { CurrentRow } from './currentAnswers.ts'

type Position = { lat: number; lon: number; accuracy: number | null }
const isPosition = (value: unknown): value is Position => typeof value === 'object' && value !== null && 'lat' in value && 'lon' in value

export function pointsTaken(house: House, questions: readonly Question[], rows: readonly CurrentRow[]) {
  const asked = questions.filter(({ answer }) => answer === 'geopoint')
  return rows.flatMap((row) =>
    asked.flatMap((question) => {
      const value = (question.repeat ?? '') === row.repeat ? row.answers[keyOf(question)] : null
      if (!isPosition(value)) return []
      const { lon, lat, accuracy } = value
      const faults = checkPoint(lon, lat, house.pack.country.bbox).findings.map(({ code }) => ({ code, facts: { lon, lat } }))
      const sentences = faults.map(house.catalogue.both)
      return [{ path: question.path, turn: row.turn, lon, lat, accuracy, sentences }]
    }),
  )
}
