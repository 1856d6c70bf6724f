/**
 * Which marks of donors are shown at a place, and where they are left off because they would endanger people there (specification 8). A rule for a place holds for everything inside
 * it, and for everything that it lies in: a poster of a whole district hangs in its endangered post too.
 */
import { sql } from 'kysely'
import { type Db, type Refusal, refuse } from '../../../kernel/index.ts'

export type DonorRule = {
  donor: string
  name: string
  marks: string
  wording: { pt: string; en: string }
  materials: string
  leftOffAt: string[]
  agreement: string | null
}

export const rulesOf = (db: Pick<Db, 'rows'>): Promise<DonorRule[]> =>
  db.rows(sql`
    select v.donor, o.name, v.marks, v.wording, v.materials, v.left_off_at, v.agreement
    from publications.visibility_rule v join organisations.organisation o on o.id = v.donor order by o.name, v.id`)

const touches = (place: string, flagged: string) => place.startsWith(flagged) || flagged.startsWith(place)

/** The places of these at which the rule says to leave the marks off. */
export const leftOffOf = ({ leftOffAt }: Pick<DonorRule, 'leftOffAt'>, places: readonly string[]): string[] =>
  places.filter((place) => leftOffAt.some((flagged) => touches(place, flagged)))

/** A text that names a donor where the name endangers people does not go out. */
export async function marksObstacles(db: Db, { donors, places }: { donors: string | null; places: readonly string[] }): Promise<Refusal[]> {
  if (!donors) return []
  const said = donors.toLowerCase()
  return (await rulesOf(db)).flatMap((rule) => {
    const off = said.includes(rule.name.toLowerCase()) ? leftOffOf(rule, places) : []
    return off.length > 0 ? [refuse('publish.marks-endanger', { donor: rule.name, places: off })] : []
  })
}
