/** The requests of the reports: begin one, read it with what stands in its way, write its text, take it along as a document. The steps of its life come with the record. */
import { sql } from 'kysely'
import { z } from 'zod'
import { type AnyRoute, act, audit, type Content, getRow, isRefused, type Policy, read, refuse, refused, route, updateRow } from '../../../kernel/index.ts'
import { resultsOffice } from '../office.ts'
import { beginReport } from './beginReport.ts'
import { textObstacles } from './lifeOfReport.ts'
import { reportDocument } from './reportDocument.ts'
import { countsOf, reportKinds } from './reportFigures.ts'
import { shownParts } from './reportRows.ts'
import { nameOfReport } from './reportWords.ts'
import { type ReportRow, type ReportTexts, StrategyReport } from './strategyReport.ts'

const writers: Policy = { who: ['monitoring', 'reportOfficer'], class: 2 }
const documentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const byId = z.object({ id: z.uuid() })
const block = z.string().max(6000)
const textIn = z.object({ opening: block, areas: z.record(z.string().max(10), block) })

/** The parts as they will be shown, in both languages. */
const shownAreas = ({ figures }: ReportRow) => {
  if (!figures) return []
  const english = shownParts(figures, null, 'en')
  return shownParts(figures, null, 'pt').map((pt, at) => {
    const en = english[at]!
    return {
      ...{ key: pt.key, name: { pt: pt.name, en: en.name }, links: { pt: pt.links, en: en.links }, rows: { pt: pt.rows, en: en.rows } },
      entries: { pt: pt.entries, en: en.entries },
    }
  })
}

/** A part of which nothing was sent keeps its text; one that the report does not have has none. */
function inPlaceOf(before: ReportTexts, given: ReportTexts): ReportTexts {
  const ofLanguage = (lang: 'pt' | 'en') => ({
    opening: given[lang].opening,
    areas: Object.fromEntries(Object.entries(before[lang].areas).map(([key, text]) => [key, given[lang].areas[key] ?? text])),
  })
  return { pt: ofLanguage('pt'), en: ofLanguage('en') }
}

const head = ({ figures, texts: _, ...report }: ReportRow) => ({
  ...{ ...report, counts: figures ? countsOf(figures.areas) : null, about: figures?.about ?? null },
})

export const reportRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/api/results/reports',
    policy: resultsOffice,
    summary: 'Reports of every kind, the newest first',
    answer: async ({ house, actor }) => {
      const reports = await read(house.doors, actor, (db) =>
        db.rows<ReportRow>(sql`select * from results.strategy_report order by to_day desc, kind, subject, edition desc`),
      )
      return reports.map(head)
    },
  }),
  route({
    method: 'POST',
    url: '/api/results/reports',
    policy: writers,
    summary: 'Begin the report of one kind for the days that a day lies in; the next edition where one was published',
    body: z.object({
      kind: z.enum(reportKinds).default('quarter'),
      day: z.iso.date(),
      /** Of a donor's report: its first day. */
      from: z.iso.date().optional(),
      subject: z.string().max(60).optional(),
      changeNote: z.object({ pt: z.string().min(1).max(500), en: z.string().min(1).max(500) }).optional(),
    }),
    answer: ({ house, actor, body }) =>
      act(house.doors, actor, async (db) => {
        const report = await beginReport(house, db, body)
        return isRefused(report) ? report : head(report)
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
  route({
    method: 'GET',
    url: '/api/results/reports/:id/document',
    policy: resultsOffice,
    summary: 'A report whose figures are frozen as a document that an editor goes on with',
    params: byId,
    query: z.object({ lang: z.enum(['pt', 'en']).default('pt') }),
    answer: ({ house, actor, params: { id }, query: { lang } }) =>
      read(house.doors, actor, async (db) => {
        const report = await getRow(db, StrategyReport, id)
        if (!report) return refused(refuse('access.not-found'))
        if (!report.figures || !report.texts) return refused(refuse('report.no-figures'))
        const name = `${nameOfReport(report.figures, lang)} ${report.fromDay}.docx`
        return { content: reportDocument(report.figures, report.texts, lang), type: documentType, name } satisfies Content
      }),
  }),
]
