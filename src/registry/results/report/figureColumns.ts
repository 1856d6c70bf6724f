/** The columns of the table of indicators: a line for each, with its value or why there is none. */
import { meaning, outColumn, periodColumns } from '../../../kernel/publishing.ts'
import { reportWords } from './reportWords.ts'

const unknownCodes = Object.keys(reportWords.pt.why) as (keyof typeof reportWords.pt.why)[]

export const figureColumns = [
  outColumn(
    'area',
    { pt: 'Área', en: 'Focus area' },
    '#sector+code',
    'text',
    meaning(
      'Número da área de enfoque, ou parte do relatório; X: toda a missão',
      'Number of the focus area, or part of the report; X: the whole mission',
      'filled',
    ),
  ),
  outColumn('indicator_code', { pt: 'Código', en: 'Code' }, '#indicator+code', 'text', meaning('Código do indicador', 'Code of the indicator', 'filled')),
  outColumn('indicator', { pt: 'Indicador', en: 'Indicator' }, '#indicator+name', 'text', meaning('O que se mede', 'What is measured', 'filled')),
  outColumn(
    'indicator_value',
    { pt: 'Valor', en: 'Value' },
    '#indicator+value',
    'decimal',
    meaning('Valor aprovado; de uma razão, numerador dividido pelo denominador', 'Approved figure; of a ratio, numerator divided by denominator', 'withheld'),
  ),
  outColumn('numerator', { pt: 'Numerador', en: 'Numerator' }, '#indicator+numerator', 'decimal', meaning('Só de razões', 'Of ratios alone', 'none')),
  outColumn('denominator', { pt: 'Denominador', en: 'Denominator' }, '#indicator+denominator', 'decimal', meaning('Só de razões', 'Of ratios alone', 'none')),
  outColumn('unit', { pt: 'Unidade', en: 'Unit' }, '#indicator+unit', 'text', meaning('O que se conta', 'What is counted', 'filled')),
  outColumn(
    'why_none',
    { pt: 'Porque não há valor', en: 'Why there is no value' },
    '#meta+unknown',
    'text',
    meaning('Porque a casa do valor está vazia', 'Why the value is empty', 'none', {
      codes: unknownCodes.map((code) => ({ code, pt: reportWords.pt.why[code], en: reportWords.en.why[code] })),
    }),
  ),
  outColumn(
    'previous_value',
    { pt: 'Valor anterior', en: 'Previous value' },
    '#indicator+value+previous',
    'decimal',
    meaning('O valor do período anterior', 'The value of the period before', 'withheld'),
  ),
  outColumn('target', { pt: 'Meta', en: 'Target' }, '#indicator+target', 'decimal', meaning('A meta em vigor', 'The target that holds', 'none')),
  outColumn(
    'method',
    { pt: 'Método', en: 'Method' },
    '#meta+method',
    'text',
    meaning('Como se sabe', 'How it is known', 'none', {
      codes: (['computed', 'entered'] as const).map((code) => ({ code, pt: reportWords.pt.methods[code], en: reportWords.en.methods[code] })),
    }),
  ),
  outColumn(
    'records_hash',
    { pt: 'Impressão digital dos registos', en: 'Hash of the records' },
    '#meta+hash',
    'text',
    meaning('Dos registos por trás de um valor calculado', 'Of the records behind a computed figure', 'none'),
  ),
  ...periodColumns,
]
