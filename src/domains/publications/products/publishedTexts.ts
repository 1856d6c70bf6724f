/** What the portal asks about texts that are out: their pictures by address, and whether one was withdrawn because reading it could harm somebody. */
import { sql } from 'kysely'
import { asOwner, type House } from '../../../kernel/index.ts'

/** The pictures of the current edition of each text, in their order. */
export async function picturesOfTexts({ doors }: Pick<House, 'doors'>, slugs: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await asOwner(doors).rows<{ slug: string; pictures: string[] }>(
    sql`select slug, pictures from publications.product where state = 'published' and slug = any (${[...slugs]}::text[])`,
  )
  return new Map(rows.map(({ slug, pictures }) => [slug, pictures]))
}

/** Its address keeps the notice alone: neither words nor files nor citations lead to what hurts. */
export async function heldBack({ doors }: Pick<House, 'doors'>, slug: string): Promise<boolean> {
  const row = await asOwner(doors).one(sql`select 1 from publications.product where slug = ${slug} and harmful limit 1`)
  return row !== null
}
