/** The files of a survey: the report in each language, every figure with interval and n as workbook and CSV with HXL rows, and the set itself. */
import { type Language, type Refused, refused } from '../../../kernel/index.ts'
import { canonicalJson, collectBytes, countCell, meaning, outColumn, personalDataIn, printDateRange } from '../../../kernel/publishing.ts'
import { type OutTable, writeCsv, writeXlsx } from '../../../kernel/tables.ts'
import type { PublicSurvey } from './publicSurvey.ts'
import { statistics } from './sample.ts'
import { surveyReport } from './surveyReport.ts'
import { surveyWords } from './surveyWords.ts'

type File = { name: string; format: 'pdf' | 'csv' | 'xlsx' | 'json'; language: Language | null; type: string; bytes: Uint8Array }

const statisticCodes = statistics.map((code) => ({ code, pt: surveyWords.pt.statistics[code], en: surveyWords.en.statistics[code] }))

export const surveyColumns = [
  outColumn(
    'indicator_code',
    { pt: 'Código do indicador', en: 'Indicator code' },
    '#indicator+code',
    'text',
    meaning('Código da linha do plano de análise', 'Code of the line in the plan of analysis', 'filled'),
  ),
  outColumn(
    'indicator',
    { pt: 'Indicador', en: 'Indicator' },
    '#indicator+name',
    'text',
    meaning('Indicador, na língua do ficheiro', 'Indicator, in the language of the file', 'filled'),
  ),
  outColumn(
    'statistic',
    { pt: 'Medida', en: 'Statistic' },
    '#indicator+type',
    'text',
    meaning('O que se calculou', 'What was computed', 'filled', { codes: statisticCodes }),
  ),
  outColumn(
    'answer_code',
    { pt: 'Código da resposta', en: 'Answer code' },
    '#indicator+answer+code',
    'text',
    meaning('Código da resposta de que a parte fala', 'Code of the answer that the share is of', 'none'),
  ),
  outColumn(
    'answer',
    { pt: 'Resposta', en: 'Answer' },
    '#indicator+answer',
    'text',
    meaning('Resposta de que a parte fala', 'Answer that the share is of', 'none'),
  ),
  outColumn(
    'breakdown',
    { pt: 'Desagregação', en: 'Breakdown' },
    '#group+type',
    'text',
    meaning('Pergunta que separa os grupos; vazio: todos', 'Question that tells the groups apart; empty: everybody', 'none'),
  ),
  outColumn('group_code', { pt: 'Código do grupo', en: 'Group code' }, '#group+code', 'text', meaning('Código do grupo', 'Code of the group', 'none')),
  outColumn('group', { pt: 'Grupo', en: 'Group' }, '#group+name', 'text', meaning('Grupo', 'Group', 'none')),
  outColumn(
    'value',
    { pt: 'Valor', en: 'Value' },
    '#indicator+value+num',
    'decimal',
    meaning(
      'A estimativa: parte de 1 nas proporções, na unidade da pergunta nas médias e totais',
      'The estimate: part of 1 for shares, in the unit of the question for means and totals',
      'withheld',
    ),
  ),
  outColumn(
    'low',
    { pt: 'Limite inferior (95 %)', en: 'Lower limit (95 %)' },
    '#indicator+value+min',
    'decimal',
    meaning('Limite inferior do intervalo de confiança de 95 %', 'Lower limit of the 95 % confidence interval', 'withheld'),
  ),
  outColumn(
    'high',
    { pt: 'Limite superior (95 %)', en: 'Upper limit (95 %)' },
    '#indicator+value+max',
    'decimal',
    meaning('Limite superior do intervalo de confiança de 95 %', 'Upper limit of the 95 % confidence interval', 'withheld'),
  ),
  outColumn(
    'se',
    { pt: 'Erro-padrão', en: 'Standard error' },
    '#indicator+value+error',
    'decimal',
    meaning('Erro-padrão, com o desenho inteiro', 'Standard error, over the whole design', 'withheld'),
  ),
  outColumn('n', { pt: 'Respostas', en: 'Answers' }, '#meta+sample', 'integer', meaning('Quantos responderam', 'How many answered', 'withheld')),
  outColumn(
    'effective_n',
    { pt: 'n efectivo', en: 'Effective n' },
    '#meta+sample+effective',
    'decimal',
    meaning('Respostas de uma amostra simples que diriam o mesmo', 'Answers of a simple sample that would say as much', 'withheld'),
  ),
  outColumn(
    'design_effect',
    { pt: 'Efeito do desenho', en: 'Design effect' },
    '#meta+deff',
    'decimal',
    meaning('Efeito do desenho', 'Design effect', 'withheld'),
  ),
  outColumn(
    'without_answer',
    { pt: 'Sem resposta', en: 'Without an answer' },
    '#meta+missing',
    'integer',
    meaning('Perguntados que não responderam', 'Asked and did not answer', 'withheld'),
  ),
  outColumn(
    'figure',
    { pt: 'Número', en: 'Figure' },
    '#meta+figure',
    'text',
    meaning('Se o número se conhece, ou porque se retém', 'Whether the figure is known, or why it is withheld', 'filled', {
      codes: [
        { code: 'known', pt: 'há número', en: 'there is a figure' },
        { code: 'unknown', pt: 'não se pôde calcular', en: 'could not be computed' },
        { code: 'withheld small', pt: 'responderam poucos', en: 'few answered' },
        { code: 'withheld disclosure', pt: 'falaria de alguém', en: 'it would tell of somebody' },
      ],
    }),
  ),
]

function figuresTable(set: PublicSurvey, language: Language, hash: string): OutTable {
  const words = surveyWords[language]
  return {
    title: set.code,
    language,
    columns: surveyColumns,
    rows: set.lines.flatMap(({ code, label, statistic, figures }) =>
      figures.map((figure) => [
        ...[code, label[language], statistic, figure.answer ?? '', figure.answerLabel?.[language] ?? ''],
        ...[figure.breakdown ?? '', figure.group ?? '', figure.groupLabel?.[language] ?? ''],
        ...[figure.value ?? '', figure.low ?? '', figure.high ?? '', figure.se ?? '', countCell(figure.n), figure.effective ?? '', figure.deff ?? ''],
        ...[countCell(figure.nonresponse), figure.withheld === null ? (figure.value === null ? 'unknown' : 'known') : `withheld ${figure.withheld}`],
      ]),
    ),
    readme: {
      title: `${words.survey} ${set.code}: ${set.title[language]}`,
      lines: [
        [words.population, set.population[language]],
        [words.collected, printDateRange(set.from, set.to, language)],
        ...set.method[language].map((sentence): [string, string] => [words.method, sentence]),
        ...set.limitations.map((one): [string, string] => [words.limits, one[language]]),
        [words.licence, set.licence],
        [words.source, set.credit],
        [words.resultsHash, set.resultsHash],
        [words.hash, hash],
      ],
    },
  }
}

const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export async function surveyFiles(set: PublicSurvey, hash: string): Promise<File[] | Refused> {
  const base = `${set.country.iso3}-survey-${set.code}`
  const files: File[] = []
  for (const language of ['pt', 'en'] as const) {
    files.push({ name: `${base}-${language}.pdf`, format: 'pdf', language, type: 'application/pdf', bytes: surveyReport(set, language, hash) })
    const bytes = await collectBytes((out) => writeXlsx(figuresTable(set, language, hash), out))
    const personal = await personalDataIn({ name: `${base}-${language}.xlsx`, bytes })
    if (personal.length > 0) return refused(...personal)
    files.push({ name: `${base}-${language}.xlsx`, format: 'xlsx', language, type: sheetType, bytes })
  }
  const csv = await collectBytes((out) => writeCsv(figuresTable(set, 'en', hash), out))
  files.push({ name: `${base}.csv`, format: 'csv', language: null, type: 'text/csv; charset=utf-8', bytes: csv })
  files.push({ name: `${base}.json`, format: 'json', language: null, type: 'application/json', bytes: new Uint8Array(Buffer.from(canonicalJson(set))) })
  return files
}
