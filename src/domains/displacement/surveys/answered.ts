/** The units of the draw that holds, with the answers that count; how many answered in each stratum and cluster; and where two forms wait for a choice. */
import { sql } from 'kysely'
import type { Db } from '../../../kernel/index.ts'
import type { Response } from './results.ts'
import type { SurveyRow } from './survey.ts'
import type { AskedUnit } from './weights.ts'

type Drawn = Pick<SurveyRow, 'id' | 'draw'>

/** One complete form counts by itself; of several only the one that a person chose. */
const counting = sql`
  select a.answers from displacement.survey_answer a where a.unit = u.id and a.outcome = 'visited' and (a.chosen
    or not exists (select 1 from displacement.survey_answer b where b.unit = u.id and b.outcome = 'visited' and b.id <> a.id)) limit 1`

export const unitsOf = (db: Db, { id, draw }: Drawn): Promise<AskedUnit[]> =>
  db.rows<AskedUnit>(sql`
    select u.id, u.code, u.stratum, u.cluster, u.asked, u.role, u.first_chance, u.first_population, u.second_population, u.weight, u.status, u.replaces, (${counting}) as answers
    from displacement.sampled_unit u where u.survey = ${id} and u.draw = ${draw} and u.asked order by u.code collate "C"`)

export const twiceAnswered = (db: Db, { id, draw }: Drawn): Promise<{ unit: string }[]> =>
  db.rows<{ unit: string }>(sql`
    select u.code as unit from displacement.survey_answer a join displacement.sampled_unit u on u.id = a.unit
    where u.survey = ${id} and u.draw = ${draw} and a.outcome = 'visited' group by u.id having count(*) > 1 and not bool_or(coalesce(a.chosen, false)) order by u.code`)

const active = sql`(u.role = 'drawn' or u.replaces is not null)`

export type Progress = Omit<Response, 'rate' | 'belonging'> & { cluster: string | null; clusterName: string | null; waiting: number }

/** Line by line of a cluster, or of a stratum where units were drawn alone. */
export const progressOf = (db: Db, { id, draw }: Drawn): Promise<Progress[]> =>
  db.rows<Progress>(sql`
    select u.stratum, u.cluster, c.name as cluster_name, count(*) filter (where u.role = 'drawn')::int as drawn, count(*) filter (where ${active} and u.status = 'visited')::int as visited,
      count(*) filter (where u.status = 'refused')::int as refused, count(*) filter (where u.status = 'absent')::int as absent,
      count(*) filter (where ${active} and u.status = 'unreachable')::int as unreachable, count(*) filter (where u.status = 'outOfScope')::int as out_of_scope,
      count(*) filter (where u.status = 'replaced')::int as replaced, count(*) filter (where u.replaces is not null)::int as replacements,
      count(*) filter (where ${active} and u.status = 'waiting')::int as waiting
    from displacement.sampled_unit u left join displacement.sampled_unit c
      on c.survey = u.survey and c.draw = u.draw and c.stratum = u.stratum and c.cluster = u.cluster and not c.asked
    where u.survey = ${id} and u.draw = ${draw} and u.asked group by u.stratum, u.cluster, c.name having count(*) filter (where ${active}) > 0 order by u.stratum, u.cluster`)

/** Of those drawn in the first place: whoever was called up from the reserve does not make the response better. */
export async function responseOf(db: Db, { id, draw }: Drawn): Promise<Response[]> {
  const lines = await progressOf(db, { id, draw })
  const rates = await db.rows<{ stratum: string; answered: number; belonging: number }>(sql`
    select stratum, count(*) filter (where status = 'visited')::int as answered, count(*) filter (where status <> 'outOfScope')::int as belonging
    from displacement.sampled_unit where survey = ${id} and draw = ${draw} and asked and role = 'drawn' group by stratum`)
  const strata = [...new Set(lines.map(({ stratum }) => stratum))]
  return strata.map((stratum) => {
    const mine = lines.filter((line) => line.stratum === stratum)
    const sum = (name: Exclude<keyof Response, 'stratum' | 'rate' | 'belonging'>) => mine.reduce((total, line) => total + line[name], 0)
    const { answered = 0, belonging = 0 } = rates.find((each) => each.stratum === stratum) ?? {}
    return {
      ...{ stratum, drawn: sum('drawn'), visited: sum('visited'), refused: sum('refused'), absent: sum('absent'), unreachable: sum('unreachable') },
      ...{
        outOfScope: sum('outOfScope'),
        replaced: sum('replaced'),
        replacements: sum('replacements'),
        belonging,
        rate: belonging > 0 ? answered / belonging : null,
      },
    }
  })
}
