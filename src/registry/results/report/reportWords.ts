/** The words of a report, on paper and on the page. */
import type { Language } from '../../../kernel/index.ts'
import { printDateRange } from '../../../kernel/publishing.ts'
import { kindOf, type ReportFigures, type ReportKind, type WhyNone } from './reportFigures.ts'

const whyPt: Record<WhyNone, string> = {
  nothing: 'sem registo',
  'not-approved': 'à espera de aprovação',
  withheld: 'retido para proteger pessoas',
  'no-records': 'ninguém sabe: não há registos',
  'denominator-unknown': 'ninguém sabe: falta o denominador',
  'not-reported': 'ninguém sabe: não foi relatado',
  'not-counted': 'ninguém sabe: não se contou',
}
const whyEn: Record<WhyNone, string> = {
  nothing: 'no record',
  'not-approved': 'waiting for approval',
  withheld: 'withheld to protect people',
  'no-records': 'nobody knows: there are no records',
  'denominator-unknown': 'nobody knows: the denominator is missing',
  'not-reported': 'nobody knows: it was not reported',
  'not-counted': 'nobody knows: it was not counted',
}

const titlesPt: Record<ReportKind, string> = {
  quarter: 'Relatório trimestral da estratégia',
  month: 'Situação mensal',
  donor: 'Relatório ao doador',
  focus_area: 'Área de enfoque',
  profile: 'Perfil migratório',
}
const titlesEn: Record<ReportKind, string> = {
  quarter: 'Quarterly report on the strategy',
  month: 'Monthly situation',
  donor: 'Report to the donor',
  focus_area: 'Focus area',
  profile: 'Migration profile',
}

const pt = {
  report: titlesPt,
  quarter: (number: number, year: number) => `${number}.º trimestre de ${year}`,
  indicator: 'Indicador',
  now: 'Este trimestre',
  before: 'Trimestre anterior',
  newest: 'Valor mais recente',
  earlier: 'Valor anterior',
  target: 'Meta',
  reached: 'Progresso',
  how: 'Como se sabe',
  methods: { computed: 'calculado dos registos', entered: 'introduzido com prova' },
  why: whyPt,
  coverage: (received: string, expected: string) => `${received} de ${expected} responderam`,
  notSet: 'sem meta',
  targetOf: (value: string, day: string) => `${value} até ${day}`,
  changed: (day: string, was: string) => `alterada em ${day}; era ${was}`,
  wasUnknown: 'desconhecida',
  noBefore: 'sem valor',
  noPercent: '—',
  frameworks: { SDG: 'ODS', MIGOF: 'MiGOF', GCM: 'Pacto Global', SENDAI: 'Sendai', CROSSCUTTING: 'Transversal' },
  notLegible: 'não legível na fonte',
  about: 'Como ler este relatório',
  notes: [
    'De indicadores só estão aqui números que duas pessoas verificaram e aprovaram; os outros dizem ao lado de onde vêm. O que falta é dito com a sua razão; desconhecido nunca é zero.',
    'Uma percentagem vem sempre com as suas duas partes, e nunca é média de percentagens.',
    'Progresso: (valor − linha de base) ÷ (meta − linha de base). Sem linha de base ou meta não há percentagem.',
    'Números pequenos de protecção, saúde, fronteiras e desmobilização são retidos.',
  ],
  source: 'Fonte',
  licence: 'Licença',
  hash: 'Impressão digital dos dados',
  strategy: 'Estratégia',
}
export type ReportWords = typeof pt

export const reportWords: Record<'pt' | 'en', ReportWords> = {
  pt,
  en: {
    report: titlesEn,
    quarter: (number, year) => `Quarter ${number} of ${year}`,
    indicator: 'Indicator',
    now: 'This quarter',
    before: 'Previous quarter',
    newest: 'Newest figure',
    earlier: 'Figure before',
    target: 'Target',
    reached: 'Progress',
    how: 'How it is known',
    methods: { computed: 'computed from records', entered: 'entered with evidence' },
    why: whyEn,
    coverage: (received, expected) => `${received} of ${expected} answered`,
    notSet: 'no target',
    targetOf: (value, day) => `${value} by ${day}`,
    changed: (day, was) => `changed on ${day}; was ${was}`,
    wasUnknown: 'unknown',
    noBefore: 'no figure',
    noPercent: '—',
    frameworks: { SDG: 'SDG', MIGOF: 'MiGOF', GCM: 'Global Compact', SENDAI: 'Sendai', CROSSCUTTING: 'Cross-cutting' },
    notLegible: 'not legible in the source',
    about: 'How to read this report',
    notes: [
      'Of indicators only figures that two people verified and approved stand here; the others say beside them where they come from. What is missing is said with its reason; unknown is never zero.',
      'A percentage always comes with its two parts, and is never a mean of percentages.',
      'Progress: (figure − baseline) ÷ (target − baseline). Without baseline or target there is no percentage.',
      'Small numbers of protection, health, borders and demobilisation are withheld.',
    ],
    source: 'Source',
    licence: 'Licence',
    hash: 'Fingerprint of the data',
    strategy: 'Strategy',
  },
}

/** A quarter is set beside the quarter before; in any other report each figure has days of its own. */
export function headings(
  figures: Pick<ReportFigures, 'kind'>,
  lang: Language,
): { indicator: string; now: string; before: string; target: string; reached: string } {
  const { indicator, now, before, newest, earlier, target, reached } = reportWords[lang]
  return kindOf(figures) === 'quarter' ? { indicator, now, before, target, reached } : { indicator, now: newest, before: earlier, target, reached }
}

const titleOfQuarter = (from: string, lang: Language): string => reportWords[lang].quarter((Number(from.slice(5, 7)) + 2) / 3, Number(from.slice(0, 4)))

/** `Situação mensal`, `Relatório ao doador: Abrigo no norte`. */
export const nameOfReport = (figures: Pick<ReportFigures, 'kind' | 'about'>, lang: Language): string =>
  [reportWords[lang].report[kindOf(figures)], ...(figures.about ? [figures.about[lang]] : [])].join(': ')

/** `1.º trimestre de 2021: 1 de janeiro a 31 de março de 2021`; of any other kind its days alone. */
export function whenOfReport({ kind, from, to }: Pick<ReportFigures, 'kind' | 'from' | 'to'>, lang: Language): string {
  const days = printDateRange(from, to, lang)
  return kindOf({ kind }) === 'quarter' ? `${titleOfQuarter(from, lang)}: ${days}` : days
}
