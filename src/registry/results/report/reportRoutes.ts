/** The requests of the quarterly report: begin one, read it with what stands in its way, write its text. The steps of its life come with the record. */
import { sql } from 'kysely'
import { z } from 'zod'
import { quarterOf } from '../../../engines/periods.ts'
import { type AnyRoute, act, audit, getRow, insertRow, type Policy, read, refuse, refused, route, updateRow } from '../../../kernel/index.ts'
import { resultsOffice } from '../office.ts'
import { textObstacles } from './lifeOfReport.ts'
import { countsOf } from './quarterFigures.ts'
import { linksInWords, rowsOf } from './quarterRows.ts'
import { type QuarterTexts, type ReportRow, StrategyReport } from './strategyReport.ts'

const writers: Policy = { who: ['monitoring', 'reportOfficer'], class: 2 }
const byId = z.object({ id: z.uuid() })
const block = z.string().max(6000)
const textIn = z.object({ opening: block, areas: z.record(z.string().max(3), block) })

/** The areas as they will be shown, in both languages. */
const shownAreas = ({ figures }: ReportRow) =>
  (figures?.areas ?? []).map((area) => ({
    ...{ key: area.key, name: area.name, links: { pt: linksInWords(area, 'pt'), en: linksInWords(area, 'en') } },
    rows: { pt: rowsOf(area, 'pt'), en: rowsOf(area, 'en') },
  }))

/** An area of which nothing was sent keeps its text; one that the report does not have has none. */
function inPlaceOf(before: QuarterTexts, given: QuarterTexts): QuarterTexts {
  const ofLanguage = (lang: 'pt' | 'en') => ({
    opening: given[lang].opening,
    areas: Object.fromEntries(Object.entries(before[lang].areas).map(([key, text]) => [key, given[lang].areas[key] ?? text])),
  })
  return { pt: ofLanguage('pt'), en: ofLanguage('en') }
}

const head = ({ figures, texts: _, ...report }: ReportRow) => ({ ...report, counts: figures ? countsOf(figures.areas) : null })

export const reportRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/api/results/reports',
    policy: resultsOffice,
    summary: 'Reports of the strategy, the newest quarter first',
    answer: async ({ house, actor }) => {
      const reports = await read(house.doors, actor, (db) =>
        db.rows<ReportRow>(sql`select * from results.strategy_report order by from_day desc, edition desc`),
      )
      return reports.map(head)
    },
  }),
  route({
    method: 'POST',
    url: '/api/results/reports',
    policy: writers,
    summary: 'Begin the report of the quarter that a day lies in; the next edition where one was published',
    body: z.object({ day: z.iso.date(), changeNote: z.object({ pt: z.string().min(1).max(500), en: z.string().min(1).max(500) }).optional() }),
    answer: ({ house, actor, body: { day, changeNote } }) =>
      act(house.doors, actor, async (db) => {
        const { from, to } = quarterOf(day)
        const [last] = await db.rows<ReportRow>(sql`select * from results.strategy_report where from_day = ${from} order by edition desc limit 1`)
        if (last && last.state !== 'published') return refused(refuse('report.begun-already', { from, to }))
        if (last && !changeNote) return refused(refuse('report.published-already', { from, to }))
        const values = { fromDay: from, toDay: to, edition: (last?.edition ?? 0) + 1, state: 'draft' as const, changeNote: changeNote ?? null }
        const report = await insertRow(db, StrategyReport, { scope: house.pack.country.pcode, ...values })
        await audit(db, 'results.begin-report', StrategyReport.name, report.id, { from })
        return head(report)
      }),
  }),
  route({
    method: 'GET',
    url: '/api/results/reports/:id',
    policy: resultsOffice,
    summary: 'One report: its figures, its text, and every number of the text that does not follow from the figures',
    params: byId,
    answer: ({ house, actor, params: { id } }) =>
      read(house.doors, actor, async (db) => {
        const report = await getRow(db, StrategyReport, id)
        if (!report) return refused(refuse('access.not-found'))
        return { ...head(report), areas: shownAreas(report), texts: report.texts, findings: house.catalogue.worded(await textObstacles(report)) }
      }),
  }),
  route({
    method: 'PATCH',
    url: '/api/results/reports/:id/texts',
    policy: writers,
    summary: 'Write the text of a report whose figures are frozen; it is kept in any case, and what does not follow from the figures is told',
    params: byId,
    body: z.object({ version: z.int(), texts: z.object({ pt: textIn, en: textIn }) }),
    answer: ({ house, actor, params: { id }, body: { version, texts: given } }) =>
      act(house.doors, actor, async (db) => {
        const report = await getRow(db, StrategyReport, id)
        if (!report) return refused(refuse('access.not-found'))
        if (report.state !== 'figures_frozen') return refused(refuse('report.text-closed'))
        if (report.version !== version) return refused(refuse('report.written-meanwhile'))
        const texts = inPlaceOf(report.texts!, given)
        const kept = await updateRow(db, StrategyReport, id, { texts })
        await audit(db, 'results.write-report', StrategyReport.name, id)
        return { ...head(kept!), texts, findings: house.catalogue.worded(await textObstacles({ ...report, texts })) }
      }),
  }),
]
