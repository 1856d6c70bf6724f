/**
 * A project as IATI 2.03 asks for it, in the order that the schema fixes. A figure that nobody knows has no value there, never 0; only approved figures go
 * out. Places of work stay out: one donor asks for none, and a public file must not lead to people (specification: results, section 7).
 */
import { sql } from 'kysely'
import { type Db, type House, type Refusal, refuse } from '../../../kernel/index.ts'
import type { Indicator } from '../catalogue.ts'
import { standing } from '../marks.ts'
import type { OneProject } from '../projects/readProjects.ts'
import type { StrategyLink } from '../strategy.ts'
import type { MarkRow, ValueRow } from '../value.ts'
import { element, narratives, type Xml } from './xml.ts'

const statusCodes = { pipeline: '1', implementation: '2', finalisation: '3', closed: '4', cancelled: '5', suspended: '6' } as const
const resultTypes = { output: '1', outcome: '2' } as const
/** IATI's own lists: organisation type 40 is multilateral; roles 1 funding, 4 implementing; vocabulary 2 of tags is the goals; transaction 11 is an incoming commitment. */
const codes = { multilateral: '40', funding: '1', implementing: '4', sdgGoals: '2', incomingCommitment: '11', plannedStart: '1', plannedEnd: '3' } as const

export type Figures = { values: ValueRow[]; marks: MarkRow[] }

/** Everything that keeps a file from going out. */
export function iatiObstacles({ pack }: House, project: { iatiIdentifier: string | null; code: string }): Refusal[] {
  return [
    ...(pack.country.iatiOrganisation?.identifier ? [] : [refuse('results.iati-no-organisation')]),
    ...(project.iatiIdentifier ? [] : [refuse('results.iati-no-identifier', { project: project.code })]),
  ]
}

/** Figures of the whole country that two people approved: the latest edition of each period. */
export async function approvedFigures(db: Db, indicators: readonly string[], scope: string): Promise<Figures> {
  const wanted = sql`indicator = any(${indicators}::text[]) and scope = ${scope}`
  return {
    values: await db.rows<ValueRow>(sql`
      select distinct on (indicator, from_day, to_day) * from results.indicator_value
      where ${wanted} and state in ('approved', 'locked') order by indicator, from_day, to_day, indicator_version desc, edition desc`),
    marks: await db.rows<MarkRow>(sql`select * from results.indicator_mark where ${wanted} order by recorded_at, id`),
  }
}

const goalsOf = (links: readonly StrategyLink[]) => [...new Set(links.flatMap(({ framework, code }) => (framework === 'SDG' && code ? [code] : [])))]

/** A ratio goes out in percent with one decimal, everything else as it stands. */
const printed = ({ aggregation }: Indicator, value: number) => (aggregation === 'ratio' ? (value * 100).toFixed(1) : String(value))

function indicatorElement(indicator: Indicator, { values, marks }: Figures): Xml {
  const own = marks.filter((mark) => mark.indicator === indicator.code)
  const { baseline, target } = standing(own)
  const periods = values.filter((value) => value.indicator === indicator.code)
  const printedValue = (value: number | null | undefined): Record<string, string> =>
    value === null || value === undefined ? {} : { value: printed(indicator, value) }
  const targetIn = (from: string, to: string) => (target && target.day >= from && target.day <= to ? [element('target', printedValue(target.value))] : [])
  return element(
    'indicator',
    {
      measure: indicator.aggregation === 'ratio' ? '2' : '1',
      ascending: String(indicator.direction === 'up'),
      'aggregation-status': String(indicator.aggregation === 'sum'),
    },
    element('title', {}, ...narratives(indicator.name)),
    element('description', {}, ...narratives(indicator.counted)),
    ...(baseline ? [element('baseline', { 'iso-date': baseline.day, year: baseline.day.slice(0, 4), ...printedValue(baseline.value) })] : []),
    ...periods.map(({ fromDay, toDay, value }) =>
      element(
        'period',
        {},
        element('period-start', { 'iso-date': fromDay }),
        element('period-end', { 'iso-date': toDay }),
        ...targetIn(fromDay, toDay),
        element('actual', printedValue(value)),
      ),
    ),
  )
}

export type FileOf = OneProject & { indicators: readonly Indicator[]; links: readonly StrategyLink[]; figures: Figures; at: string }

export function activityFile({ pack: { country } }: House, { project, results, activities, indicators, links, figures, at }: FileOf): string {
  const mission = country.iatiOrganisation!
  const amount = (project.budget.minor / 10 ** minorDigits(project.budget.currency)).toFixed(minorDigits(project.budget.currency))
  const organisation = { ref: mission.identifier!, type: codes.multilateral }
  const judged = results.map((result) => ({ ...result, known: indicators.filter(({ code }) => result.indicators.includes(code)) }))
  const partners = [...new Set(activities.flatMap(({ partnerNames }) => partnerNames))]
  const activity = element(
    'iati-activity',
    { 'default-currency': project.budget.currency, 'xml:lang': 'pt', 'last-updated-datetime': at },
    element('iati-identifier', {}, project.iatiIdentifier!),
    element('reporting-org', organisation, ...narratives(mission.names)),
    element('title', {}, ...narratives(project.name)),
    element('description', { type: '1' }, ...narratives(project.summary)),
    element('participating-org', { role: codes.funding }, element('narrative', {}, project.donorName)),
    element('participating-org', { ...organisation, role: codes.implementing }, ...narratives(mission.names)),
    ...partners.map((name) => element('participating-org', { role: codes.implementing }, element('narrative', {}, name))),
    element('activity-status', { code: statusCodes[project.state] }),
    element('activity-date', { type: codes.plannedStart, 'iso-date': project.fromDay }),
    element('activity-date', { type: codes.plannedEnd, 'iso-date': project.toDay }),
    element('recipient-country', { code: country.iso2 }),
    ...goalsOf(links).map((code) => element('tag', { vocabulary: codes.sdgGoals, code })),
    // A budget longer than a year is no IATI budget, and splitting it by years would be an invention: it goes out as what the donor committed, once signed.
    ...(project.agreedOn
      ? [
          element(
            'transaction',
            {},
            element('transaction-type', { code: codes.incomingCommitment }),
            element('transaction-date', { 'iso-date': project.agreedOn }),
            element('value', { currency: project.budget.currency, 'value-date': project.agreedOn }, amount),
          ),
        ]
      : []),
    // The schema wants an indicator in every result; one that nothing judges yet stays out.
    ...judged
      .filter(({ known }) => known.length > 0)
      .map(({ kind, name, known }) =>
        element('result', { type: resultTypes[kind] }, element('title', {}, ...narratives(name)), ...known.map((each) => indicatorElement(each, figures))),
      ),
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('iati-activities', { version: '2.03', 'generated-datetime': at }, activity).xml}\n`
}

const minorDigits = (currency: string) => new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
