/**
 * Who gets what: household numbers with their size become entitlements, are verified in front of the community, and are frozen with a hash. After that nobody
 * enters the list; whoever was left out is served as an exception that somebody must approve. Relief specification, 3.4.
 */
import { randomInt } from 'node:crypto'
import { sql } from 'kysely'
import { type Entitled, isPrintable, listHash, packageFor } from '../../../engines/handover/index.ts'
import { audit, type Db, type Refused, refuse, refused, updateRow } from '../../../kernel/index.ts'
import { type Cell, columnsNamed, readTabular, textOf } from '../../../kernel/tables.ts'
import { Distribution } from './distribution.ts'
import { type DistributionRow, oneDistribution } from './planDistribution.ts'

export type ListedHousehold = { household: string; people: number | null; mark?: boolean | undefined; alternates?: boolean | undefined }

const headings = {
  household: /^(household|agregado|codigo|código|code|numero|número|#household)/i,
  people: /^(people|pessoas|size|tamanho|#affected)/i,
  mark: /^(mark|fila|queue|prioridade|priority)/i,
}
const saysYes = (cell: Cell | undefined) => /^(1|true|x|sim|s|yes|y)$/i.test(textOf(cell))

/** The first sheet with a column of household numbers; sizes that are no number stay unknown. */
export async function householdsOf(file: { name: string; bytes: Uint8Array }): Promise<ListedHousehold[] | Refused> {
  const table = await readTabular(file)
  if ('code' in table) return refused(table)
  for (const { columns, rows } of table.sheets) {
    const { household, people, mark } = columnsNamed(columns, headings)
    if (household === undefined) continue
    return rows
      .map(({ cells }) => {
        const size = Number(textOf(cells[people ?? -1]))
        return {
          household: textOf(cells[household]).toUpperCase(),
          people: people !== undefined && Number.isInteger(size) && size >= 1 ? size : null,
          mark: saysYes(cells[mark ?? -1]),
        }
      })
      .filter((row) => row.household !== '')
  }
  return refused(refuse('relief.no-household-column', { name: file.name }))
}

const isListing = ({ state }: DistributionRow) => state === 'community_informed' || state === 'listed'

function wrongIn(rows: readonly ListedHousehold[], { packages }: DistributionRow) {
  const numbers = rows.map(({ household }) => household)
  const twice = [...new Set(numbers.filter((number, at) => numbers.indexOf(number) !== at))]
  const unprintable = numbers.filter((number) => !isPrintable(number))
  const noPackage = rows.filter(({ people }) => packageFor(packages, people) === null).map(({ household }) => household)
  return [
    ...(rows.length === 0 ? [refuse('relief.list-empty')] : []),
    ...(twice.length > 0 ? [refuse('relief.household-twice', { list: twice })] : []),
    ...(unprintable.length > 0 ? [refuse('relief.household-unprintable', { list: unprintable })] : []),
    ...(noPackage.length > 0 ? [refuse('relief.no-package', { list: noPackage })] : []),
  ]
}

/** A list that is handed in again replaces the one before, as long as nothing is verified. `selection`: the one that it was taken from. */
export async function keepList(
  db: Db,
  id: string,
  { rows, selection = null }: { rows: readonly ListedHousehold[]; selection?: string | null },
): Promise<{ households: number } | Refused> {
  const distribution = await oneDistribution(db, id)
  if (!distribution) return refused(refuse('access.not-found'))
  if (!isListing(distribution)) return refused(refuse('relief.list-not-now', { code: distribution.code }))
  const wrong = wrongIn(rows, distribution)
  if (wrong.length > 0) return { refused: wrong }
  await db.run(sql`delete from relief.entitlement where distribution = ${id}`)
  const written = rows.map(({ household, people, mark = false, alternates = true }) => ({
    ...{ household, people, mark, alternates, lines: packageFor(distribution.packages, people) },
  }))
  await db.run(sql`
    insert into relief.entitlement (scope, distribution, household, people, lines, mark, alternates, verified, prints, revoked_to)
    select ${distribution.scope}, ${id}, household, people, lines, mark, alternates, false, 0, 0
    from jsonb_to_recordset(${JSON.stringify(written)}::jsonb) as r(household text, people int, lines jsonb, mark boolean, alternates boolean)`)
  await updateRow(db, Distribution, id, { selection })
  await audit(db, 'relief.list', Distribution.name, id, { households: rows.length, fromSelection: selection !== null })
  return { households: rows.length }
}

/** `households` left out: everybody on the list was found. */
export async function verifyHouseholds(db: Db, id: string, households?: readonly string[]): Promise<{ verified: number } | Refused> {
  const distribution = await oneDistribution(db, id)
  if (!distribution) return refused(refuse('access.not-found'))
  if (distribution.state !== 'listed') return refused(refuse('relief.list-not-now', { code: distribution.code }))
  const which = households ? sql`household = any (${[...households]}::text[])` : sql`true`
  const verified = await db.run(sql`update relief.entitlement set verified = true, version = version + 1 where distribution = ${id} and ${which}`)
  await audit(db, 'relief.verify', Distribution.name, id, { households: verified })
  return { verified }
}

export type ListedEntitlement = Entitled & { mark: boolean; alternates: boolean; shortCode: string | null; prints: number; revokedTo: number }

/** Who may be served: verified, by number. */
export const verifiedList = (db: Db, id: string): Promise<ListedEntitlement[]> =>
  db.rows<ListedEntitlement>(sql`
    select household, people, lines, mark, alternates, short_code, prints, revoked_to from relief.entitlement where distribution = ${id} and verified order by household`)

/** Without letters and digits that are taken for each other. */
const shortLetters = 'ABCDEFGHJKMNPQRSTUVWXYZ2346789'
const shortCodes = (count: number): string[] => {
  const codes = new Set<string>()
  while (codes.size < count) codes.add(Array.from({ length: 6 }, () => shortLetters[randomInt(shortLetters.length)]).join(''))
  return [...codes]
}

/** What the step writes: the hash that stands for the whole list from now on. */
export async function freezeList(db: Db, { id }: DistributionRow): Promise<Partial<DistributionRow>> {
  const list = await verifiedList(db, id)
  const codes = shortCodes(list.length)
  const given = list.map(({ household }, at) => ({ household, code: codes[at] }))
  await db.run(sql`
    update relief.entitlement e set short_code = g.code, version = e.version + 1
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as g(household text, code text) where e.distribution = ${id} and e.household = g.household`)
  return { listHash: await listHash(list), frozenAt: new Date().toISOString() }
}
