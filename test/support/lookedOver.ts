/** What the form engine finds behind the receipts of everything that has come in: code and question of each finding. */
import { sql } from 'kysely'
import { lookOver } from '../../src/kernel/forms/afterReceipt.ts'
import { openFormEngine } from '../../src/kernel/forms/engine/formEngine.ts'
import { asOwner } from '../../src/kernel/index.ts'
import type { TestHouse } from './testHouse.ts'

export async function findingsBehindReceipts({ house }: Pick<TestHouse, 'house'>): Promise<[code: string, path: string][]> {
  const engine = openFormEngine()
  try {
    while ((await lookOver(house, engine)) > 0);
  } finally {
    await engine.close()
  }
  const found = await asOwner(house.doors).rows<{ code: string; path: string }>(sql`select code, path from forms.finding order by code, path`)
  return found.map(({ code, path }) => [code, path])
}
