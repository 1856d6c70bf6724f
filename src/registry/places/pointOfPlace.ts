/** Where a place lies, as far as the register knows: what the coordinates of a filled form are held against. */
import { sql } from 'kysely'
import type { Db } from '../../kernel/index.ts'

export const pointOfPlace = (db: Db, code: string) =>
  db.one<{ lat: number; lon: number }>(sql`select lat, lon from places.place where pcode = ${code} and lat is not null and lon is not null limit 1`)
