/** What is left of people who were erased, and why: for themselves, for the data protection officer, and for whoever doubts it. */
import { sql } from 'kysely'
import { type Buried, buriedNow, type Db } from '../../../kernel/index.ts'
import type { CountedOnly } from './registration.ts'

export type Kept = {
  erased: Buried[]
  counts: { exercise: string; name: string; retainUntil: string; legalBasis: string; people: number }[]
}

export async function whatIsKept(db: Db): Promise<Kept> {
  const erased = await buriedNow(db)
  const lines = await db.rows<{ exercise: string; name: string; retainUntil: string; legalBasis: string; counted: CountedOnly }>(sql`
    select l.exercise, e.name, e.retain_until, e.legal_basis, l.counted
    from displacement.registration_line l join displacement.registration_exercise e on e.id = l.exercise where l.counted is not null order by e.name`)
  const counts = new Map<string, Kept['counts'][number]>()
  for (const { counted, ...about } of lines) {
    const people = counted.reduce((sum, each) => sum + each.people, 0)
    const known = counts.get(about.exercise)
    if (known) known.people += people
    else counts.set(about.exercise, { ...about, people })
  }
  return { erased, counts: [...counts.values()] }
}
