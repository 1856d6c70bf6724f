/**
 * The situation in a month: what was published on displacement, movements and who works where, and of each area the newest approved figures with what they were before.
 * Indicators of which nobody ever approved a figure are counted, not listed.
 */
import type { ReportFigures, ReportPart } from '../reportFigures.ts'
import { headOf, newestLines, ofArea, type Taking, wholeMission } from '../takeLines.ts'
import { broughtLines } from './brought.ts'

export async function monthFigures(taking: Taking): Promise<ReportFigures> {
  const { house, period, strategy } = taking
  const lines = await newestLines(taking)
  const told = lines.filter(({ why }) => why !== 'nothing')
  const situation: ReportPart = {
    ...{ key: 'S', name: { pt: 'A situação', en: 'The situation' }, priority: null, links: [] },
    lines: (await broughtLines(house, period)).flatMap((brought) => brought.lines),
  }
  const areas = [...strategy.areas.map(({ number, name }) => ({ key: String(number), name })), { key: 'X', name: wholeMission }]
  return {
    schema: 'capulana/report/1',
    kind: 'month',
    ...headOf(taking),
    silent: lines.length - told.length,
    areas: [
      situation,
      ...areas.map(({ key, name }) => ({ key, name, priority: null, links: [], lines: ofArea(told, key) })).filter((area) => area.lines.length > 0),
    ],
  }
}
