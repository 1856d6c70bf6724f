/** Survivors, former fighters, victims of trafficking and detained people are never placed nearer than a province: in a village everybody knows who it is. */
import { sql } from 'kysely'
import { fold } from '../../../engines/places/spelling.ts'
import { type Db, type Refusal, refuse } from '../../../kernel/index.ts'
import { languagesOf } from './languages.ts'
import type { ProductRow } from './product.ts'

export async function protectionObstacles(db: Db, product: ProductRow): Promise<Refusal[]> {
  if (!product.protectedPeople) return []
  // A place that is called like its province says no more than the province.
  const near = await db.rows<{ name: string; pcode: string }>(sql`
    select name, pcode from places.place where level between 2 and 4 and valid_to is null
      and lower(name) not in (select lower(name) from places.place where level <= 1)`)
  const text = ` ${fold(
    languagesOf(product)
      .map((lang) => Object.values(product.texts[lang]!).join(' '))
      .join(' '),
  )} `
  const named = near.filter(({ name, pcode }) => product.places.includes(pcode) || text.includes(` ${fold(name)} `)).map(({ name }) => name)
  return named.length > 0 ? [refuse('publish.place-too-near', { places: [...new Set(named)].slice(0, 5) })] : []
}
