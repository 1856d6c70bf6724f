/** The files of a survey: the report in each language, every figure with interval and n as workbook and CSV with HXL rows, and the set itself. */
import { type Language, type Refused, refused } from '../../../kernel/index.ts'
import { canonicalJson, collectBytes, personalDataIn } from '../../../kernel/publishing.ts'
import { type OutTable, writeCsv, writeXlsx } from '../../../kernel/tables.ts'
import { countCell, outColumn } from '../exports/outColumn.ts'
import { printDateRange } from '../reports/printed.ts'
import type { PublicSurvey } from './publicSurvey.ts'
import { surveyReport } from './surveyReport.ts'
import { surveyWords } from './surveyWords.ts'

type File = { name: string; format: 'pdf' | 'csv' | 'xlsx' | 'json'; language: Language | null; type: string; bytes: Uint8Array }

const columns = [
  outColumn('indicator_code', 'Código do indicador', 'Indicator code', '#indicator+code', 'text'),
  outColumn('indicator', 'Indicador', 'Indicator', '#indicator+name', 'text'),
  outColumn('statistic', 'Medida', 'Statistic', '#indicator+type', 'text'),
  outColumn('answer_code', 'Código da resposta', 'Answer code', '#indicator+answer+code', 'text'),
  outColumn('answer', 'Resposta', 'Answer', '#indicator+answer', 'text'),
  outColumn('breakdown', 'Desagregação', 'Breakdown', '#group+type', 'text'),
  outColumn('group_code', 'Código do grupo', 'Group code', '#group+code', 'text'),
  outColumn('group', 'Grupo', 'Group', '#group+name', 'text'),
  outColumn('value', 'Valor', 'Value', '#indicator+value+num', 'decimal'),
  outColumn('low', 'Limite inferior (95 %)', 'Lower limit (95 %)', '#indicator+value+min', 'decimal'),
  outColumn('high', 'Limite superior (95 %)', 'Upper limit (95 %)', '#indicator+value+max', 'decimal'),
  outColumn('se', 'Erro-padrão', 'Standard error', '#indicator+value+error', 'decimal'),
  outColumn('n', 'Respostas', 'Answers', '#meta+sample', 'integer'),
  outColumn('effective_n', 'n efectivo', 'Effective n', '#meta+sample+effective', 'decimal'),
  outColumn('design_effect', 'Efeito do desenho', 'Design effect', '#meta+deff', 'decimal'),
  outColumn('without_answer', 'Sem resposta', 'Without an answer', '#meta+missing', 'integer'),
  outColumn('figure', 'Número', 'Figure', '#meta+figure', 'text'),
]

function figuresTable(set: PublicSurvey, language: Language, hash: string): OutTable {
  const words = surveyWords[language]
  return {
    title: set.code,
    language,
    columns,
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
