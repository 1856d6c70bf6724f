/** The wizard's requests as a test makes them: hand a file in, look, choose, confirm, take back; all over the real routes. */
import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { asOwner } from '../../src/kernel/index.ts'
import type { Name, TestHouse } from './testHouse.ts'

type GivenFile = { name: string; bytes: Uint8Array }
type Target = Record<string, string>

/** The field's real files lie beside the repository; they are not ours to ship. */
export const dataPath = (path: string) => fileURLToPath(new URL(`../../../shared/data/${path}`, import.meta.url))
export const hasData = (path: string) => existsSync(dataPath(path))
export const fromData = (path: string): GivenFile => ({ name: basename(path), bytes: readFileSync(dataPath(path)) })
export const fromText = (name: string, text: string): GivenFile => ({ name, bytes: Buffer.from(text, 'utf8') })

export function multipart(file: GivenFile, fields: Record<string, string>) {
  const boundary = '----capulana-test'
  const part = (head: string, body: Uint8Array) => [Buffer.from(`--${boundary}\r\n${head}\r\n\r\n`), body, Buffer.from('\r\n')]
  const payload = Buffer.concat([
    ...Object.entries(fields).flatMap(([name, value]) => part(`Content-Disposition: form-data; name="${name}"`, Buffer.from(value))),
    ...part(`Content-Disposition: form-data; name="file"; filename="${file.name}"\r\nContent-Type: application/octet-stream`, file.bytes),
    Buffer.from(`--${boundary}--\r\n`),
  ])
  return { payload, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } }
}

export type Refusals = { refusals: { code: string; facts: Record<string, never>; sentence: { pt: string; en: string } }[] }
export type PreviewFinding = { code: string; severity: string; count: number; facts: Record<string, never>; sentence: { pt: string; en: string } }
export type Preview = {
  rows: number
  inScope: number
  quarantined: number
  outOfScope: number
  findings: PreviewFinding[]
  questions: { code: string; key: string; proposed: string | null; sentence: { pt: string; en: string }; items: { key: string; id: string }[] }[]
  details: { rounds: Record<string, unknown>[]; new: number; known: number; newPlaces: number }
}
export type Summary = {
  imported: number
  newPlaces: number
  rounds: { id: string; number: number; country: string; operation: string; assessmentType: string }[]
}

type Answered<T = unknown> = { status: number; body: T; text: string }

export const wizardOf = (test: TestHouse, who: Name = 'bento') => {
  const ask = async <T>(method: 'GET' | 'POST', url: string, payload?: unknown) =>
    (await test.ask(who, { method, url, ...(payload === undefined ? {} : { payload: payload as object }) })) as unknown as Answered<T>
  return {
    async handIn(file: GivenFile, target: Target = {}): Promise<Answered<{ import: { id: string }; earlier: { id: string } | null } & Refusals>> {
      return test.ask(who, { method: 'POST', url: '/api/imports', ...multipart(file, { kind: 'displacement', ...target }) }) as never
    },
    look: (id: string) => ask<{ preview: Preview } & Refusals>('GET', `/api/imports/${id}/preview`),
    choose: (id: string, choices: { answers?: Record<string, string>; target?: Target; columns?: Record<string, string> }) =>
      ask('POST', `/api/imports/${id}/choices`, choices),
    confirm: (id: string) => ask<{ summary: Summary } & Refusals>('POST', `/api/imports/${id}/confirm`, {}),
    takeBack: (id: string) => ask<{ removed: number } & Refusals>('POST', `/api/imports/${id}/undo`, {}),
    /** Hands in, with target and answers, and confirms. */
    async takeIn(file: GivenFile, target: Target = {}, answers: Record<string, string> = {}): Promise<{ id: string; summary: Summary }> {
      const { body } = await this.handIn(file, target)
      if (Object.keys(answers).length > 0) await this.choose(body.import.id, { answers })
      const { body: done, text } = await this.confirm(body.import.id)
      if (!done.summary) throw new Error(text)
      return { id: body.import.id, summary: done.summary }
    },
  }
}

/** How many rows each table of a round and its places holds: what "nothing was written" and "everything was taken back" are held against. */
export async function rowCounts(test: TestHouse): Promise<Record<string, number>> {
  const db = asOwner(test.house.doors)
  const tables = [
    'displacement.operation',
    'displacement.round',
    'displacement.assessment',
    'displacement.presence_cell',
    'displacement.age_count',
    'displacement.master_list_line',
    'displacement.finding',
    'places.place',
    'places.alias',
    'places.boundary',
  ]
  const counts: Record<string, number> = {}
  for (const table of tables) counts[table] = (await db.one<{ n: number }>(sql`select count(*) as n from ${sql.raw(table)}`))!.n
  return counts
}
