/** An agreement on one sheet: who promised what, until when it binds, and how it stands on the day on which it is printed. */
import { sql } from 'kysely'
import { type Db, getRow, type Language, type Refused, refuse, refused } from '../../../kernel/index.ts'
import { type Paper, printDate, printNumber } from '../../../kernel/publishing.ts'
import { Agreement, type AgreementRow } from '../agreements/agreement.ts'
import { retainUntil, standingOf } from '../agreements/standing.ts'
import { agreementWords } from './agreementWords.ts'

type Names = ReadonlyMap<string, string>
export type AgreementSheet = { agreement: AgreementRow; names: Names }

export async function agreementSheet(db: Db, id: string): Promise<AgreementSheet | Refused> {
  const agreement = await getRow(db, Agreement, id)
  if (!agreement) return refused(refuse('access.not-found'))
  const parties = agreement.parties.map(({ organisation }) => organisation)
  const named = await db.rows<{ id: string; name: string }>(sql`select id, name from organisations.organisation where id = any (${parties}::uuid[])`)
  return { agreement, names: new Map(named.map(({ id, name }) => [id, name])) }
}

export function agreementPaper({ agreement, names }: AgreementSheet, lang: Language, today: string): Paper {
  const w = agreementWords[lang]
  const { kind, parties, lead, focusArea, fromDay, toDay, signedOn, endedOn, value, currency, noticeDays, dataClause } = agreement
  const day = (one: string) => printDate(one, lang)
  const money = (one: number | null) => (one === null ? w.unsaid : [printNumber(one, lang), currency].filter(Boolean).join(' '))
  const partyOf = (organisation: string) => {
    const name = names.get(organisation) ?? w.unsaid
    return organisation === lead ? w.leads(name) : name
  }
  const how = (due: string, done: string | null, words: { done: (day: string) => string; open: string }) => {
    if (done !== null) return words.done(day(done))
    // Nothing is late in what nobody has signed.
    return signedOn !== null && due < today ? w.late : words.open
  }
  const keptUntil = retainUntil(agreement, today)
  const amended = agreement.amendments.toSorted((a, b) => a.edition - b.edition)
  return {
    ...{ title: w.title, number: agreement.title },
    facts: [
      ...([
        [w.kind, w.kinds[kind]],
        [w.standing, w.standings[standingOf(agreement, today)]],
        [w.signedOn, signedOn ? day(signedOn) : w.notSigned],
        [w.fromDay, day(fromDay)],
        [w.toDay, day(toDay)],
      ] satisfies [string, string][]),
      ...(endedOn ? [[w.endedOn, day(endedOn)] satisfies [string, string]] : []),
      [w.value, money(value)],
      [w.notice, w.days(printNumber(noticeDays, lang))],
      [w.focusArea, focusArea === null ? w.unsaid : String(focusArea)],
    ],
    columns: [
      { title: w.party, wide: true },
      { title: w.contribution, number: true },
    ],
    rows: parties.map(({ organisation, contribution }) => [partyOf(organisation), money(contribution)]),
    tables: [
      {
        title: w.deliverables,
        columns: [{ title: w.what, wide: true }, { title: w.due }, { title: w.state }],
        rows: agreement.deliverables.map(({ what, due, doneOn }) => [what, day(due), how(due, doneOn, { done: w.doneOn, open: w.open })]),
        notes: [],
      },
      {
        title: w.reports,
        columns: [{ title: w.report, wide: true }, { title: w.due }, { title: w.state }],
        rows: agreement.reports.map(({ due, receivedOn }, at) => [String(at + 1), day(due), how(due, receivedOn, { done: w.receivedOn, open: w.awaited })]),
        notes: [],
      },
      {
        title: w.dataClause,
        columns: [{ title: w.recipient, wide: true }, { title: w.purpose, wide: true }, { title: w.retention }],
        rows: dataClause ? [[dataClause.recipient, dataClause.purpose, w.months(printNumber(dataClause.retentionMonths, lang))]] : [],
        notes: keptUntil ? [w.retainUntil(day(keptUntil))] : [],
      },
      {
        title: w.amendments,
        columns: [{ title: w.edition }, { title: w.day }, { title: w.reason, wide: true }, { title: w.before, wide: true }],
        rows: amended.map(({ edition, on, reason, before }) => [String(edition), day(on), reason, w.beforeWas(day(before.toDay), money(before.value))]),
        notes: [w.summary],
      },
    ],
  }
}
