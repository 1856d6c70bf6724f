/** What stands on every page, print and file of the demonstration mission. */
import type { PublicRound } from './publicRound.ts'

const source = 'https://reliefweb.int/report/mozambique/iom-mozambique-dtm-baseline-assessment-report-round-11-cabo-delgado-nampula-niassa'
const sources = [
  source,
  'https://reliefweb.int/report/mozambique/iom-mozambique-dtm-baseline-assessment-report-round-12-cabo-delgado-nampula-niassa',
  'https://displacement.iom.int/reports/iom-dtm-baseline-assessment-report-round-13-september-2021',
]

export const demonstrationNote = (illustrativeBelow: 'province' | 'district' | null): PublicRound['demonstration'] => ({
  note: {
    pt: 'Missão de demonstração: os totais do país, das províncias e dos distritos nomeados nos relatórios são os publicados pela OIM DTM em 2021; tudo o resto é inventado para ilustrar. Não usar para decidir.',
    en: 'Demonstration mission: the totals of the country, the provinces and the districts named in the reports are those that IOM DTM published in 2021; everything else is invented to illustrate. Do not use for decisions.',
  },
  sources,
  illustrativeBelow,
})
