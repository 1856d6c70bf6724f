/** Activities as a report tells them: how many stand how, and each with its provinces, partners, dates and the last thing noted. Districts stay in the office. */
import { sql } from 'kysely'
import { isLate } from '../../../../engines/indicators/index.ts'
import type { Bilingual, Db } from '../../../../kernel/index.ts'
import { printDate, printDateRange } from '../../../../kernel/publishing.ts'
import type { PlannedActivityRow } from '../../projects/plannedActivity.ts'
import type { ReportEntry, ReportLine, ReportPart } from '../reportFigures.ts'
import { countedLine } from './brought.ts'

type Told = PlannedActivityRow & { provinces: string[]; partnerNames: string[]; noteDay: string | null; noteWords: string | null }
export type WorkAsked = { project?: string; area?: number; from: string; to: string; today: string }

const states: Record<PlannedActivityRow['state'], Bilingual> = {
  planned: { pt: 'planeada', en: 'planned' },
  underWay: { pt: 'em curso', en: 'under way' },
  done: { pt: 'concluída', en: 'done' },
  cancelled: { pt: 'cancelada', en: 'cancelled' },
}
const unit = { one: { pt: 'actividade', en: 'activity' }, many: { pt: 'actividades', en: 'activities' } }
const both = (words: (lang: 'pt' | 'en') => string): Bilingual => ({ pt: words('pt'), en: words('en') })
const asTyped = (words: string): Bilingual => ({ pt: words, en: words })

const readWork = (db: Db, { project, area, from, to }: WorkAsked) =>
  db.rows<Told>(sql`
    select a.*, n.day as note_day, n.words as note_words,
      (select coalesce(jsonb_agg(distinct province.name), '[]') from places.place p
        join places.place province on province.level = 1 and province.valid_to is null and starts_with(p.pcode, province.pcode)
        where a.places ? p.pcode and p.valid_to is null) as provinces,
      (select coalesce(jsonb_agg(coalesce(o.acronym, o.name) order by o.name), '[]') from organisations.organisation o where a.partners ? o.id::text) as partner_names
    from results.planned_activity a
    left join lateral (select day, words from results.progress_note where activity = a.id and day <= ${to}::date order by day desc, recorded_at desc limit 1) n on true
    where ${project ? sql`a.project = ${project}` : sql`starts_with(a.activity, ${`FA${area}.`})`} and a.from_day <= ${to}::date and a.to_day >= ${from}::date
    order by a.activity, a.from_day, a.recorded_at, a.id`)

function entryOf({ activity, name, state, fromDay, toDay, provinces, partnerNames, noteDay, noteWords }: Told): ReportEntry {
  return {
    title: both((lang) => `${activity.slice(2)} ${name[lang]}`),
    state: states[state],
    details: [
      both((lang) => printDateRange(fromDay, toDay, lang)),
      ...(provinces.length > 0 ? [asTyped(provinces.join(', '))] : []),
      ...(partnerNames.length > 0 ? [asTyped(partnerNames.join(', '))] : []),
      ...(noteDay && noteWords ? [both((lang) => `${printDate(noteDay, lang)}: ${noteWords}`)] : []),
    ],
  }
}

export async function plannedWork(db: Db, asked: WorkAsked): Promise<ReportPart> {
  const activities = await readWork(db, asked)
  const line = (code: string, name: Bilingual, value: number): ReportLine =>
    countedLine({ code, name, unit, value, before: null, from: asked.from, to: asked.to, source: { pt: 'plano das actividades', en: 'plan of activities' } })
  const count = (state: PlannedActivityRow['state']) => activities.filter((each) => each.state === state).length
  return {
    ...{ key: 'A', name: { pt: 'Actividades', en: 'Activities' }, priority: null, links: [] },
    lines:
      activities.length === 0
        ? []
        : [
            line('A.planned', { pt: 'Por começar', en: 'Not yet begun' }, count('planned')),
            line('A.underWay', { pt: 'Em curso', en: 'Under way' }, count('underWay')),
            line('A.done', { pt: 'Concluídas', en: 'Done' }, count('done')),
            line('A.cancelled', { pt: 'Canceladas', en: 'Cancelled' }, count('cancelled')),
            line('A.late', { pt: 'Fora do prazo', en: 'Late' }, activities.filter((each) => isLate(each, asked.today)).length),
          ],
    entries: activities.map(entryOf),
  }
}
