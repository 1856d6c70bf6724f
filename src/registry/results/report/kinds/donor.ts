/** One project as its donor reads it: agreement and budget as they were entered, each promised result with its indicators, and what was done. */
import { sql } from 'kysely'
import { type Bilingual, getRow, type Refused, refuse, refused } from '../../../../kernel/index.ts'
import { printDateRange } from '../../../../kernel/publishing.ts'
import { Project, type ProjectResultRow, type ProjectRow } from '../../projects/project.ts'
import type { ReportFigures, ReportLine, ReportPart } from '../reportFigures.ts'
import { headOf, newestLines, type Taking } from '../takeLines.ts'
import { countedLine } from './brought.ts'
import { plannedWork } from './plannedWork.ts'

const kinds: Record<ProjectResultRow['kind'], Bilingual> = { outcome: { pt: 'Resultado', en: 'Outcome' }, output: { pt: 'Produto', en: 'Output' } }
const both = (words: (lang: 'pt' | 'en') => string): Bilingual => ({ pt: words('pt'), en: words('en') })
const asTyped = (words: string): Bilingual => ({ pt: words, en: words })

/** Zero was never a budget: it stands for nobody having entered one. */
function budgetLine({ budget: { minor, currency }, fromDay, toDay, agreement }: ProjectRow): ReportLine[] {
  if (minor === 0) return []
  const decimals = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  const unit = { one: asTyped(currency), many: asTyped(currency) }
  const source = agreement ? asTyped(agreement) : { pt: 'folha do projecto', en: 'project sheet' }
  const figure = { code: 'P.budget', name: { pt: 'Orçamento', en: 'Budget' }, unit, value: minor / 10 ** decimals, before: null }
  return [{ ...countedLine({ ...figure, from: fromDay, to: toDay, source }), ...(minor % 10 ** decimals === 0 ? {} : { decimals }) }]
}

function projectPart(project: ProjectRow, donor: string): ReportPart {
  return {
    ...{ key: 'P', name: { pt: 'O projecto', en: 'The project' }, priority: null, links: [], lines: budgetLine(project) },
    entries: [
      {
        title: both((lang) => `${project.code} ${project.name[lang]}`),
        details: [
          project.summary,
          both((lang) => `${lang === 'pt' ? 'Doador' : 'Donor'}: ${donor}`),
          both((lang) => printDateRange(project.fromDay, project.toDay, lang)),
        ],
      },
    ],
  }
}

export async function donorFigures(taking: Taking, subject: string | null, today: string): Promise<ReportFigures | Refused> {
  const { db, period } = taking
  const project = await getRow(db, Project, subject ?? '')
  if (!project) return refused(refuse('report.no-such-subject'))
  const donor = await db.one<{ name: string }>(sql`select coalesce(acronym, name) as name from organisations.organisation where id = ${project.donor}`)
  const results = await db.rows<ProjectResultRow>(sql`select * from results.project_result where project = ${project.id} order by kind, recorded_at, id`)
  const lines = await newestLines(taking)
  return {
    ...{ schema: 'capulana/report/1', kind: 'donor', ...headOf(taking), about: project.name },
    areas: [
      projectPart(project, donor!.name),
      ...results.map(
        (result, at): ReportPart => ({
          ...{ key: `R${at + 1}`, name: both((lang) => `${kinds[result.kind][lang]}: ${result.name[lang]}`), priority: null, links: [] },
          lines: lines.filter(({ code }) => result.indicators.includes(code)),
          entries: result.assumption ? [{ title: { pt: 'Pressuposto', en: 'Assumption' }, details: [asTyped(result.assumption)] }] : [],
        }),
      ),
      await plannedWork(db, { ...period, project: project.id, today }),
    ],
  }
}
