/**
 * A partner's list held against an exercise: who of it is registered, who perhaps, who not. It happens in memory: neither the list nor what was found is kept, and the
 * answer names lines of the list and household numbers, no person.
 */
import { sql } from 'kysely'
import { type Row, reconcile } from '../../../engines/linkage/index.ts'
import { type Actor, act, audit, type House, type Refused, read, refuse, refused } from '../../../kernel/index.ts'
import { columnsNamed, readTabular, type Sheet, textOf } from '../../../kernel/tables.ts'
import { acrossApart, listedPeople, tableOf } from '../../../registry/people/index.ts'
import { weightsNow } from './linkageWeights.ts'
import { RegistrationExercise } from './registration.ts'

const headings: Record<string, RegExp> = {
  given: /^(given|first|nome( pr[óo]prio)?$|prenome|nome1)/i,
  family: /^(family|sur|last|apelido|sobrenome)/i,
  birth: /^(birth|born|dob|data de nasc|nascimento)/i,
  sex: /^(sex|g[ée]nero|gender)/i,
  phone: /^(phone|tel|celular|contacto)/i,
  document: /^(document|id|bi|documento|n[úu]mero de doc)/i,
}

export type ListLine = { line: number; found: 'matched' | 'unsure' | 'not-found'; household: string | null; bits: number | null }
export type Reconciliation = { lines: ListLine[]; matched: number; unsure: number; notFound: number; onlyRegistered: number; columns: string[] }

const sexOf = (word: string | null) => (word === null ? null : /^[fm]/i.test(word) ? word[0]!.toLowerCase() : /^h/i.test(word) ? 'm' : null)

function rowsOf({ columns, rows }: Sheet): { known: string[]; list: { line: number; row: Row }[] } {
  const at = Object.entries(columnsNamed(columns, headings)).flatMap(([field, index]) => (index === undefined ? [] : [{ field, index }]))
  const list = rows.map(({ line, cells }) => {
    const row = Object.fromEntries(at.map(({ field, index }) => [field, textOf(cells[index]) || null]))
    return { line, row: { ...row, sex: sexOf(row.sex ?? null) } }
  })
  return { known: at.map(({ field }) => field), list }
}

/** A pair above is a match; between the two a person looks. */
const [matchBits, unsureBits] = [8, 2]

export type ListAsked = { exercise: string; name: string; bytes: Buffer }

/** No transaction is open while the lists are compared, in threads of their own; that it was done is written before anything is answered. */
export async function reconcileList(house: House, actor: Actor, asked: ListAsked): Promise<Reconciliation | Refused> {
  const file = await readTabular({ name: asked.name, bytes: asked.bytes })
  if ('code' in file) return refused(file)
  const { known, list } = rowsOf(file.sheets.find(({ hidden }) => !hidden) ?? file.sheets[0]!)
  if (!known.includes('given') && !known.includes('document') && !known.includes('phone')) return refused(refuse('registration.list-without-names'))
  const { people, weights } = await read(house.doors, actor, async (db) => {
    const households = await db.rows<{ household: string }>(
      sql`select distinct household from displacement.registration_line where exercise = ${asked.exercise} and household is not null`,
    )
    const ids = households.map(({ household }) => household)
    return { people: await listedPeople(db, house, ids), weights: await weightsNow(db) }
  })
  const [first, second] = [tableOf(list.map(({ row }) => row)), tableOf(people.map(({ row }) => row))]
  const found = await acrossApart({ first, second, weights, fromBits: unsureBits })
  const { both, onlySecond } = reconcile(found, unsureBits, { first: first.size, second: second.size })
  const best = new Map(both.map((pair) => [pair.a, pair]))
  const lines = list.map(({ line }, i): ListLine => {
    const pair = best.get(i)
    if (!pair) return { line, found: 'not-found', household: null, bits: null }
    return { line, found: pair.weightBits >= matchBits ? 'matched' : 'unsure', household: people[pair.b]!.number, bits: pair.weightBits }
  })
  const count = (kind: ListLine['found']) => lines.filter((line) => line.found === kind).length
  const sums = { matched: count('matched'), unsure: count('unsure'), notFound: count('not-found'), onlyRegistered: onlySecond.length }
  return act(house.doors, actor, async (db) => {
    await audit(db, 'registration.reconcile', RegistrationExercise.name, asked.exercise, { lines: lines.length, ...sums })
    return { lines, ...sums, columns: known }
  })
}
