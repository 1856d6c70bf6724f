/** One focus area over a year: what it wants to reach, how its indicators stand, what is being done, and what was learned. */
import { sql } from 'kysely'
import { type Refused, refuse, refused } from '../../../../kernel/index.ts'
import type { LessonRow } from '../../learning/lesson.ts'
import type { ReportEntry, ReportFigures } from '../reportFigures.ts'
import { headOf, linksOf, newestLines, ofArea, type Taking } from '../takeLines.ts'
import { plannedWork } from './plannedWork.ts'

const lessonEntry = ({ title, advice }: LessonRow): ReportEntry => ({ title: { pt: title, en: title }, details: [{ pt: advice, en: advice }] })

export async function areaFigures(taking: Taking, subject: string | null, today: string): Promise<ReportFigures | Refused> {
  const { db, period, strategy } = taking
  const area = strategy.areas.find(({ number }) => String(number) === subject)
  if (!area) return refused(refuse('report.no-such-subject'))
  const lessons = await db.rows<LessonRow>(sql`select * from results.lesson where area = ${area.number} order by kind, recorded_at desc, id`)
  const part = { priority: null, links: [] }
  return {
    ...{ schema: 'capulana/report/1', kind: 'focus_area', ...headOf(taking), about: area.name },
    areas: [
      {
        ...{ ...part, key: 'K', name: { pt: 'Resultados-chave', en: 'Key results' }, lines: [], links: linksOf(area.links) },
        entries: area.keyResults.map(({ number, title }) => ({ title: { pt: `${number}. ${title.pt}`, en: `${number}. ${title.en}` }, details: [] })),
      },
      { ...part, key: 'I', name: { pt: 'Indicadores', en: 'Indicators' }, lines: ofArea(await newestLines(taking), String(area.number)) },
      await plannedWork(db, { ...period, area: area.number, today }),
      { ...part, key: 'L', name: { pt: 'O que se aprendeu', en: 'What was learned' }, lines: [], entries: lessons.map(lessonEntry) },
    ],
  }
}
