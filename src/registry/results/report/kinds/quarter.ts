/** A quarter of the whole strategy: every indicator of every area with the figure of these three months, or why there is none. */
import { quarterBefore } from '../../../../engines/periods.ts'
import type { ReportFigures } from '../reportFigures.ts'
import { headOf, linesOfPeriod, linksOf, ofArea, type Taking, wholeMission } from '../takeLines.ts'

export async function quarterFigures(taking: Taking): Promise<ReportFigures> {
  const { strategy, period } = taking
  const lines = await linesOfPeriod(taking, quarterBefore(period.from))
  const areas = strategy.areas.map(({ number, name, priority, links }) => ({
    ...{ key: String(number), name, priority: strategy.priorities.find((each) => each.number === priority)!.name },
    ...{ links: linksOf(links), lines: ofArea(lines, String(number)) },
  }))
  const whole = { key: 'X', name: wholeMission, priority: null, links: [], lines: ofArea(lines, 'X') }
  return { schema: 'capulana/quarter/1', ...headOf(taking), areas: [...areas, whole] }
}
