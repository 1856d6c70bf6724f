/** A request arrives from the public page: looked at field by field, closed under a key of its own, and put on the desk. All that is wrong is said at once. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { act, audit, type House, insertRow, type Language, type Refusal, type Refused, refuse, refused, theSystem } from '../../kernel/index.ts'
import { DataRequest, type Sealed } from './dataRequest.ts'
import { closeNewRequest } from './sealedRequest.ts'

export type Asked = { name: string; organisation: string; email: string; purpose: string; useUntil: string; agrees: boolean }
type About = { product: string; productVersion: number; language: Language; today: string }

const labels = {
  name: { pt: 'Nome', en: 'Name' },
  organisation: { pt: 'Organização', en: 'Organisation' },
  email: { pt: 'E-mail', en: 'E-mail' },
  purpose: { pt: 'Para que serve', en: 'Purpose' },
} as const
const longest = { name: 200, organisation: 200, email: 200, purpose: 2000 } as const
const fields = ['name', 'organisation', 'email', 'purpose'] as const

/** Beyond this many undecided requests no more are taken in: somebody is filling the desk by machine. */
const waitingAtMost = 500
/** Terms and people change: an access is asked for again after two years. */
export const longestUseDays = 731

const daysAfter = (day: string, days: number): string => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)

function whatIsWrong(asked: Asked, today: string): Refusal[] {
  const missing = fields
    .filter((name) => asked[name].trim() === '')
    .map((name) => refuse('publications.field-missing', { label: labels[name].en, labelPt: labels[name].pt }))
  const long = fields
    .filter((name) => asked[name].length > longest[name])
    .map((name) => refuse('publications.field-too-long', { label: labels[name].en, labelPt: labels[name].pt, letters: longest[name] }))
  const email = asked.email.trim()
  const latest = daysAfter(today, longestUseDays)
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(asked.useUntil) && !Number.isNaN(Date.parse(asked.useUntil))
  return [
    ...missing,
    ...long,
    ...(email !== '' && !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email) ? [refuse('publications.email-wrong')] : []),
    ...(!isDay || asked.useUntil <= today || asked.useUntil > latest ? [refuse('publications.use-until-wrong', { latest })] : []),
    ...(asked.agrees ? [] : [refuse('publications.terms-not-agreed')]),
  ]
}

export async function askForData(house: House, asked: Asked, about: About): Promise<{ number: string } | Refused> {
  const wrong = whatIsWrong(asked, about.today)
  if (wrong.length > 0) return refused(...wrong)
  const id = randomUUID()
  const { useUntil, agrees: _, ...who } = asked
  const content: Sealed = { name: who.name.trim(), organisation: who.organisation.trim(), email: who.email.trim(), purpose: who.purpose.trim(), notes: [] }
  return act(house.doors, theSystem, async (db) => {
    const waiting = await db.one<{ n: number }>(sql`
      select count(*)::int as n from publications.data_request where state in ('received', 'asked_back', 'prepared') and erased_at is null`)
    if (waiting!.n >= waitingAtMost) return refused(refuse('publications.too-many-waiting'))
    const next = await db.one<{ n: number }>(sql`select nextval('publications.request_number')::int as n`)
    const number = `PD-${String(next!.n).padStart(4, '0')}`
    const sealed = await closeNewRequest(house, id, content)
    await insertRow(db, DataRequest, {
      ...{ id, scope: house.pack.country.pcode, class: 3, number, product: about.product, productVersion: about.productVersion },
      ...{ state: 'received' as const, language: about.language, useUntil, sealed, openings: 0 },
    })
    await audit(db, 'data-request.received', DataRequest.name, id, { product: about.product, version: about.productVersion })
    return { number }
  })
}
