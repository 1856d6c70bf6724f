/** A round of any length over the posts of the country: several groups of people in each, told apart by where they came from; and what an import of it wrote. */
import { sql } from 'kysely'
import { asOwner } from '../../src/kernel/index.ts'
import type { TestHouse } from './testHouse.ts'

const header = 'adm3_pcode,round,reporting_date,households,individuals,reason,origin,status'
const origins = ['MZ01', 'MZ02', 'MZ03', 'MZ04', 'MZ05', 'MZ06', 'MZ07', 'MZ08', 'MZ09', 'MZ10', 'MZ11', '']

export async function fileOfGroups(test: TestHouse, round: number, rows: number): Promise<Uint8Array> {
  const postos = await asOwner(test.house.doors).rows<{ pcode: string }>(
    sql`select pcode from places.place where kind = 'posto' and valid_to is null order by pcode`,
  )
  const lines = Array.from({ length: rows }, (_, n) => {
    const { pcode } = postos[n % postos.length]!
    return `${pcode},${round},2021-06-30,${(n % 7) + 1},${((n % 7) + 1) * 5},Conflict,${origins[Math.floor(n / postos.length) % origins.length]},assessed`
  })
  return Buffer.from(`${[header, ...lines].join('\n')}\n`)
}

type WrittenRows = { assessments: number; cells: number; rounds: number; places: number; state: string; lines: number }

export const writtenBy = (test: TestHouse, id: string) =>
  asOwner(test.house.doors).one<WrittenRows>(sql`
    select (select count(*) from displacement.assessment where import_id = ${id}) as assessments, (select count(*) from displacement.presence_cell where import_id = ${id}) as cells,
      (select count(*) from displacement.round where import_id = ${id}) as rounds, (select count(*) from displacement.master_list_line where import_id = ${id}) as lines,
      (select count(*) from places.place where import_id = ${id}) as places, (select state from kernel.import where id = ${id}) as state`)
