/**
 * The migration profile of the country, by the outline that profiles follow: each section with what the mission's own records and publications say, and where nothing
 * stands, that no records exist yet. A section without records is never a zero.
 */
import type { Bilingual, ProfileSection } from '../../../../kernel/index.ts'
import type { ReportFigures } from '../reportFigures.ts'
import { headOf, newestLines, type Taking } from '../takeLines.ts'
import { broughtLines } from './brought.ts'

/** Which focus areas of the strategy speak of a section; their approved figures stand in it. */
const outline: [ProfileSection, Bilingual, string[]][] = [
  ['context', { pt: 'Contexto', en: 'Context' }, ['X']],
  ['immigration', { pt: 'Imigração e fronteiras', en: 'Immigration and borders' }, ['3']],
  ['emigration', { pt: 'Emigração e diáspora', en: 'Emigration and diaspora' }, []],
  ['internal', { pt: 'Migração interna e deslocamento', en: 'Internal migration and displacement' }, ['7', '11', '12', '15']],
  ['irregular', { pt: 'Migração irregular', en: 'Irregular migration' }, []],
  ['protection', { pt: 'Protecção e tráfico de pessoas', en: 'Protection and trafficking in persons' }, ['5', '13']],
  ['labour', { pt: 'Migração laboral', en: 'Labour migration' }, ['4']],
  ['remittances', { pt: 'Remessas', en: 'Remittances' }, []],
  ['health', { pt: 'Migração e saúde', en: 'Migration and health' }, ['2', '14']],
  ['environment', { pt: 'Ambiente e clima', en: 'Environment and climate' }, ['6', '10']],
  ['governance', { pt: 'Governação da migração', en: 'Migration governance' }, ['1', '8', '9']],
]

export async function profileFigures(taking: Taking): Promise<ReportFigures> {
  const known = (await newestLines(taking)).filter(({ now, why }) => now !== null || why === 'withheld')
  const brought = await broughtLines(taking.house, taking.period)
  return {
    ...{ schema: 'capulana/report/1', kind: 'profile', ...headOf(taking) },
    areas: outline.map(([section, name, areas], at) => ({
      ...{ key: `M${at + 1}`, name, priority: null, links: [] },
      lines: [
        ...brought.filter((each) => each.section === section).flatMap(({ lines }) => lines),
        ...known.filter(({ code }) => areas.includes(code.split('.')[0]!)),
      ],
    })),
  }
}
