/** A survey form as a phone sends it, and the frozen round whose places its units are drawn from. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { Round } from '../../src/domains/displacement/round.ts'
import { receive } from '../../src/kernel/forms/receive.ts'
import { asOwner, insertRow, isRefused } from '../../src/kernel/index.ts'
import type { TestHouse } from './testHouse.ts'

type Page = Record<string, string | number>
export type Interview = { unit: string; form?: string; version?: string; outcome?: string; day?: string; pages?: Record<string, Page> }

const page = (name: string, answers: Page) =>
  `<${name}>${Object.entries(answers)
    .map(([question, answer]) => `<${question}>${answer}</${question}>`)
    .join('')}</${name}>`

function surveyXml({ unit, form = 'dtm_intention', version = '2026112701', outcome = 'visited', day = '2024-11-12', pages = {} }: Interview): string {
  const asked = Object.entries(pages).map(([name, answers]) => page(name, answers))
  const meta = `<meta><instanceID>uuid:${randomUUID()}</instanceID></meta>`
  return `<data id="${form}" version="${version}">${page('visit', { unit, day, outcome })}${asked.join('')}${meta}</data>`
}

/** Sent by ana, approved by bento; the refusals of the approval. */
export async function interview(test: TestHouse, given: Interview): Promise<string[]> {
  const sent = await receive(test.house, test.actor('ana'), { project: 1, xml: surveyXml(given), files: [], via: 'push' })
  if (isRefused(sent)) throw new Error(JSON.stringify(sent.refused))
  const { body } = await test.ask('bento', { method: 'POST', url: `/api/forms/review/${sent.submission}/approve` })
  return ((body as { refusals?: { code: string }[] }).refusals ?? []).map(({ code }) => code)
}

type Laid = { number?: number; frozenHash?: string | null; unknown?: number }

/** Households in every posto of two provinces, more in some than in others; one posto where nobody knows how many, unless told otherwise. */
export async function layFrozenRound(
  { house }: TestHouse,
  operation: string,
  { number = 30, frozenHash = 'f'.repeat(64), unknown = 3 }: Laid = {},
): Promise<string> {
  const db = asOwner(house.doors)
  const about = { scope: 'MZ', operation, assessmentType: 'BA' as const, number, edition: 1, unitLevel: 'posto' as const }
  const { id } = await insertRow(db, Round, { ...about, state: frozenHash ? 'published' : 'cleaning', frozenHash, reportingDate: '2024-10-31' })
  await db.run(sql`
    insert into displacement.presence_cell (scope, round, place, population_group, reasons, setting, households, individuals, method)
    select p.pcode, ${id}, p.id, 'IDP', '{Conflict}', 'host_community', case when n = ${unknown} then null else 40 + 37 * (n % 7) end, 1000, 'counted'
    from (select *, row_number() over (order by pcode)::int as n from places.place where kind = 'posto' and valid_to is null and (pcode like 'MZ01%' or pcode like 'MZ03%')) p`)
  return id
}
