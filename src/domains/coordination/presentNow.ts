/** How many organisations work in a district, by sector, after the newest month of the 4W. Whoever plans there is told how many, never which rows; without a month nobody knows. */
import { sql } from 'kysely'
import { asTheHouse, type Db } from '../../kernel/index.ts'
import { activitiesFor, presenceIn } from './fourW/situation.ts'

export type PresentNow = { month: string; sectors: { sector: string; organisations: number }[] }

/** By district; a district in which nobody reported has no sectors. Null: there is no month, so nothing can be said of any. */
export async function presentNow(db: Db, districts: readonly string[]): Promise<Map<string, PresentNow> | null> {
  return asTheHouse(db, async (house) => {
    const newest = await house.one<{ month: string }>(sql`select month from coordination.cycle order by month desc limit 1`)
    if (!newest) return null
    const cells = presenceIn(await activitiesFor(house, {}))
    const sectorsOf = (district: string) =>
      cells.filter(({ place }) => place === district).map(({ sector, organisations }) => ({ sector, organisations: new Set(organisations).size }))
    return new Map([...new Set(districts)].map((district) => [district, { month: newest.month, sectors: sectorsOf(district) }]))
  })
}
