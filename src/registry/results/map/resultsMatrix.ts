/**
 * The results matrix as donors and Government ask for it: objectives of the strategy, then the outcomes, outputs and activities of each project, with indicator, source
 * and method, baseline, target and assumption; and beside it which area answers to which goal. A workbook, so that it can be put into a proposal.
 */
import { sql } from 'kysely'
import type { Bilingual, Db, House, Language } from '../../../kernel/index.ts'
import { printDate, printNumber, printPercent } from '../../../kernel/publishing.ts'
import type { OutColumn, OutTable } from '../../../kernel/tables.ts'
import type { Indicator, IndicatorCatalogue } from '../catalogue.ts'
import { sourceOf } from '../keepValue.ts'
import { standing } from '../marks.ts'
import type { PlannedActivityRow } from '../projects/plannedActivity.ts'
import type { ProjectResultRow } from '../projects/project.ts'
import type { Strategy, StrategyLink } from '../strategy.ts'
import type { MarkRow } from '../value.ts'

const both = (pt: string, en: string): Bilingual => ({ pt, en })
const words = {
  matrix: both('Matriz de resultados', 'Results matrix'),
  levels: {
    objective: both('objectivo', 'objective'),
    outcome: both('resultado', 'outcome'),
    output: both('produto', 'output'),
    activity: both('actividade', 'activity'),
  },
  computed: both('calculado dos registos', 'computed from records'),
  entered: both('introduzido com prova', 'entered with evidence'),
  unknown: both('desconhecida', 'unknown'),
  notSet: both('por definir', 'not set'),
  notLegible: both('não legível na fonte', 'not legible in the source'),
  short: { SDG: both('ODS', 'SDG'), GCM: both('Objectivo', 'Objective') },
  goals: { SDG: both('ODS por área', 'SDG by area'), GCM: both('Pacto Global por área', 'Global Compact by area') },
}

const column = (name: string, labels: Bilingual): OutColumn => ({ name, labels, kind: 'text' })
const columns = [
  column('area', both('Área', 'Focus area')),
  column('level', both('Nível', 'Level')),
  column('text', both('O que se quer ou faz', 'What is wanted or done')),
  column('project', both('Projecto', 'Project')),
  column('indicator', both('Indicador', 'Indicator')),
  column('source', both('Fonte e método', 'Source and method')),
  column('baseline', both('Linha de base', 'Baseline')),
  column('target', both('Meta', 'Target')),
  column('assumption', both('Pressuposto', 'Assumption')),
]

type Known = { house: House; catalogue: IndicatorCatalogue; marks: readonly MarkRow[]; lang: Language }

function markOf(indicator: Indicator, mark: MarkRow | null, { lang }: Known): string {
  if (!mark) return words.notSet[lang]
  const value =
    mark.value === null
      ? words.unknown[lang]
      : indicator.aggregation === 'ratio'
        ? printPercent(mark.value * 100, lang)
        : printNumber(mark.value, lang, Number.isInteger(mark.value) ? 0 : 1)
  return `${value} (${printDate(mark.day, lang)})`
}

/** Indicator, source and method, baseline, target; empty where nothing is measured. */
function measured(code: string | undefined, known: Known): string[] {
  const { house, catalogue, marks, lang } = known
  const indicator = catalogue.indicators.find((each) => each.code === code)
  if (!indicator) return ['', '', '', '']
  const { baseline, target } = standing(marks.filter((mark) => mark.indicator === code))
  const source = `${indicator.domain}: ${sourceOf(house, indicator.code) ? words.computed[lang] : words.entered[lang]}`
  return [`${indicator.code} ${indicator.name[lang]}`, source, markOf(indicator, baseline, known), markOf(indicator, target, known)]
}

const orNone = <T>(list: readonly T[]): (T | undefined)[] => (list.length > 0 ? [...list] : [undefined])

/** A row for each indicator of each line, in the order in which the strategy has them. */
export async function resultsMatrix(house: House, db: Db, strategy: Strategy, catalogue: IndicatorCatalogue, lang: Language): Promise<OutTable> {
  const marks = await db.rows<MarkRow>(sql`select * from results.indicator_mark order by recorded_at, id`)
  const results = await db.rows<ProjectResultRow & { code: string }>(sql`
    select r.*, p.code from results.project_result r join results.project p on p.id = r.project order by p.code, r.kind, r.recorded_at, r.id`)
  const activities = await db.rows<PlannedActivityRow & { code: string }>(sql`
    select a.*, p.code from results.planned_activity a join results.project p on p.id = a.project where a.state <> 'cancelled' order by p.code, a.from_day, a.id`)
  const known = { house, catalogue, marks, lang }
  const rows = strategy.areas.flatMap(({ number, name, objective }) => {
    const area = `${number}. ${name[lang]}`
    const isOwn = (code: string) => code.split('.')[0] === String(number)
    const own = catalogue.indicators.filter(({ code }) => isOwn(code))
    return [
      ...orNone(own).map((indicator) => [area, words.levels.objective[lang], objective[lang], '', ...measured(indicator?.code, known), '']),
      ...results
        .filter(({ indicators }) => indicators.some(isOwn))
        .flatMap((result) =>
          result.indicators
            .filter(isOwn)
            .map((code) => [area, words.levels[result.kind][lang], result.name[lang], result.code, ...measured(code, known), result.assumption ?? '']),
        ),
      ...activities
        .filter(({ activity }) => activity.startsWith(`FA${number}.`))
        .map((activity) => [area, words.levels.activity[lang], `${activity.activity.slice(2)} ${activity.name[lang]}`, activity.code, '', '', '', '', '']),
    ]
  })
  const more = (['SDG', 'GCM'] as const).map((framework) => crossTable(strategy, framework, lang))
  return { title: words.matrix[lang], language: lang, columns, rows, more }
}

/** Areas in rows, goals in columns; an area whose goals cannot be read in the source says so, which is neither none nor all. */
function crossTable({ areas }: Strategy, framework: 'SDG' | 'GCM', lang: Language) {
  const codesOf = (links: readonly StrategyLink[]) => links.flatMap((link) => (link.framework === framework && link.code !== null ? [link.code] : []))
  const goals = [...new Set(areas.flatMap(({ links }) => codesOf(links)))].sort((a, b) => Number(a) - Number(b))
  return {
    title: words.goals[framework][lang],
    columns: [
      column('area', both('Área', 'Focus area')),
      ...goals.map((goal) => column(goal, both(`${words.short[framework].pt} ${goal}`, `${words.short[framework].en} ${goal}`))),
      column('note', both('Nota', 'Note')),
    ],
    rows: areas.map(({ number, name, links }) => {
      const own = codesOf(links)
      return [`${number}. ${name[lang]}`, ...goals.map((goal) => (own.includes(goal) ? '×' : '')), own.length === 0 ? words.notLegible[lang] : '']
    }),
  }
}
