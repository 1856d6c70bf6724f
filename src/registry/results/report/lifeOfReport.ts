/**
 * The life of a report: figures frozen, text reviewed by a second person, cleared by the chief of mission, published as page, PDF and files. Nobody clears a text with
 * a number that does not follow from the figures; a later edition stands beside the earlier one (specification: results, section 4).
 */
import { sql } from 'kysely'
import { audit, type House, isRefused, type Refusal, type Refused, refuse, type StepContext, text, workflow } from '../../../kernel/index.ts'
import { canonicalJson, personalDataIn, printDateRange, publishProduct, sha256 } from '../../../kernel/publishing.ts'
import { lintReport } from './lintReport.ts'
import { type PublicReport, productKinds, slugOfReport } from './publicReport.ts'
import { reportFiles, wordsOf } from './reportFiles.ts'
import { keepWritten, writeTexts } from './reportText.ts'
import { nameOfReport } from './reportWords.ts'
import { type ReportRow, StrategyReport } from './strategyReport.ts'
import { takeFigures } from './takeFigures.ts'

type Deed = Partial<ReportRow>

async function freeze(report: ReportRow, { db, house, input }: StepContext): Promise<Deed | Refused> {
  const figures = await takeFigures(house as House, db, report, new Date().toISOString().slice(0, 10))
  if (isRefused(figures)) return figures
  const texts = report.texts && report.figures ? keepWritten(writeTexts(figures), report.texts, writeTexts(report.figures)) : writeTexts(figures)
  return { figures, texts, licence: String(input.licence).trim(), credit: String(input.credit).trim(), frozenBy: db.actor.userId, returnedBecause: null }
}

export async function textObstacles({ figures, texts }: ReportRow): Promise<Refusal[]> {
  return figures && texts ? lintReport(figures, texts) : []
}
/** What was typed as a note or a lesson would leave the house here for the first time. */
const personalData = async ({ figures, texts }: ReportRow): Promise<Refusal[]> =>
  figures && texts ? personalDataIn({ name: 'report.csv', bytes: wordsOf(figures, texts) }) : []

const bySomebodyElse =
  (...earlier: ('frozenBy' | 'reviewedBy')[]) =>
  async (report: ReportRow, { db }: StepContext): Promise<Refusal[]> =>
    earlier.some((deed) => report[deed] === db.actor.userId) ? [refuse('report.same-person')] : []

async function publish(report: ReportRow, { db, house }: StepContext): Promise<Deed> {
  const set: PublicReport = { ...report.figures!, texts: report.texts!, licence: report.licence!, credit: report.credit! }
  const content = canonicalJson(set)
  const hash = sha256(content)
  const slug = slugOfReport(set, report)
  const title = (lang: 'pt' | 'en') => `${nameOfReport(set, lang)}: ${printDateRange(set.from, set.to, lang)}`
  await publishProduct(db, (house as House).files, {
    ...{ slug, kind: productKinds[report.kind], title: { pt: title('pt'), en: title('en') } },
    summary: { pt: set.texts.pt.opening, en: set.texts.en.opening },
    ...{ hash, content, files: await reportFiles(set, report, hash), places: [set.country.iso3], periodFrom: set.from, periodTo: set.to },
    ...{ licence: set.licence, credit: set.credit, demonstration: false, subject: `${StrategyReport.name}:${report.id}`, changeNote: report.changeNote },
  })
  await db.run(sql`
    update results.strategy_report set state = 'superseded', version = version + 1
    where kind = ${report.kind} and subject is not distinct from ${report.subject} and from_day = ${report.fromDay} and to_day = ${report.toDay}
      and state = 'published' and id <> ${report.id}`)
  await audit(db, 'results.publish', StrategyReport.name, report.id, { slug })
  return { slug, hash, publishedAt: new Date().toISOString() }
}

const back = {
  label: { pt: 'Devolver ao rascunho', en: 'Return to draft' },
  to: 'draft',
  by: ['monitoring', 'reportOfficer', 'chief'],
  asks: { reason: text('Motivo', 'Reason', { letters: 500 }) },
  // What people wrote stays, and is held against the figures of the next freezing.
  also: async (_: ReportRow, { input }: StepContext): Promise<Deed> => ({ returnedBecause: String(input.reason).trim(), frozenBy: null, reviewedBy: null }),
} as const

export const lifeOfReport = workflow(StrategyReport, {
  draft: {
    freeze: {
      label: { pt: 'Fixar os números', en: 'Freeze the figures' },
      to: 'figures_frozen',
      by: ['monitoring', 'reportOfficer'],
      asks: { licence: text('Licença', 'Licence', { letters: 100 }), credit: text('Crédito', 'Credit', { letters: 200 }) },
      also: freeze,
    },
  },
  figures_frozen: {
    review: {
      label: { pt: 'Dar por revisto', en: 'Mark as reviewed' },
      to: 'reviewed',
      by: ['reportOfficer', 'monitoring'],
      unless: [bySomebodyElse('frozenBy'), textObstacles, personalData],
      also: async (_, { db }) => ({ reviewedBy: db.actor.userId }),
    },
    return: back,
  },
  reviewed: {
    clear: {
      label: { pt: 'Autorizar', en: 'Clear' },
      to: 'cleared',
      by: ['chief'],
      unless: [bySomebodyElse('frozenBy', 'reviewedBy'), textObstacles, personalData],
      also: async (_, { db }) => ({ clearedBy: db.actor.userId }),
    },
    return: back,
  },
  cleared: { publish: { label: { pt: 'Publicar', en: 'Publish' }, to: 'published', by: ['reportOfficer', 'chief'], also: publish } },
  published: {},
  superseded: {},
})
