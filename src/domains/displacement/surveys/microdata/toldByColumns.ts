/**
 * What the published figures withhold, single answers must not give back: whoever can count the answers of a group in the file needs no figure. Serves the same
 * promise as the disclosure of the figures (specification: engines, disclosure).
 */
import { type House, type Refused, refuse, refused } from '../../../../kernel/index.ts'
import { disclosedFigures } from '../publicSurvey.ts'
import type { SurveyFigure, SurveyResults } from '../results.ts'
import type { MicrodataColumn } from './microdata.ts'

/** Whether those who gave this answer stand apart in the file; merged with others they do not. */
const apart = (columns: readonly MicrodataColumn[], question: string, answer: string | null) =>
  columns.some((column) => column.question === question && !(answer !== null && column.merge?.includes(answer)))

/** Refusal: `microdata.tells-withheld {columns}`, the questions that tell such a figure together. */
export async function toldByColumns(house: House, results: SurveyResults, columns: readonly MicrodataColumn[], withWeights: boolean): Promise<Refused | null> {
  const minimum = house.pack.thresholds.disclosureMinimum
  // A weight is as good as the name of the stratum.
  const inGroup = ({ breakdown, group }: SurveyFigure) => breakdown === null || apart(columns, breakdown, group) || (breakdown === 'stratum' && withWeights)
  const told = new Set<string>()
  for (const line of results.lines) {
    const safe = await disclosedFigures(house, results, line)
    if ('refused' in safe) return safe
    for (const [figure, withheld] of safe) {
      // A group of some more than the minimum is only too few to estimate from.
      const tellsOfSomebody = withheld === 'disclosure' || (withheld === 'small' && figure.n < minimum)
      if (tellsOfSomebody && apart(columns, line.question, figure.answer) && inGroup(figure))
        told.add([line.question, figure.breakdown].filter((name) => name !== null).join(' × '))
    }
  }
  return told.size > 0 ? refused(refuse('microdata.tells-withheld', { columns: [...told] })) : null
}
