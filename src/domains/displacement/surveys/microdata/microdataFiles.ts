/** The rows as CSV, the data dictionary as CSV, and both as a workbook in each language with the README in front. Each is searched for people before it goes. */
import { type Language, type Refused, refused } from '../../../../kernel/index.ts'
import { canonicalJson, collectBytes, personalDataIn } from '../../../../kernel/publishing.ts'
import { type OutColumn, type OutTable, writeCsv, writeXlsx } from '../../../../kernel/tables.ts'
import type { MicrodataTable } from './coarsen.ts'
import type { PublicMicrodata } from './publicMicrodata.ts'

type File = { name: string; format: 'csv' | 'xlsx' | 'json'; language: Language | null; type: string; bytes: Uint8Array }

const named = (name: string, pt: string, en: string): OutColumn => ({ name, labels: { pt, en }, kind: 'text' })

const dictionaryColumns = [
  named('column', 'Coluna', 'Column'),
  named('label', 'Pergunta', 'Question'),
  named('kind', 'Tipo', 'Kind'),
  named('key', 'Outros podem conhecer', 'Others may know it'),
  named('code', 'Código', 'Code'),
  named('meaning', 'Significado', 'Meaning'),
]
const kinds: Record<PublicMicrodata['columns'][number]['kind'], Record<Language, string>> = {
  number: { pt: 'número ou faixa', en: 'number or band' },
  one: { pt: 'uma resposta', en: 'one answer' },
  several: { pt: 'várias respostas, separadas por espaço', en: 'several answers, parted by a blank' },
  stratum: { pt: 'estrato', en: 'stratum' },
  weight: { pt: 'ponderador', en: 'weight' },
}
const yesNo = { true: { pt: 'sim', en: 'yes' }, false: { pt: 'não', en: 'no' } }

function dictionaryRows({ columns }: PublicMicrodata, language: Language): string[][] {
  return columns.flatMap(({ name, label, kind, isKey, values }) => {
    const head = [name, label[language], kinds[kind][language], yesNo[`${isKey}`][language]]
    return values.length === 0 ? [[...head, '', '']] : values.map(({ code, label: meaning }) => [...head, code, meaning[language]])
  })
}

/** The code of a column is its header in every language: programs read it. */
const dataColumns = ({ columns }: PublicMicrodata): OutColumn[] =>
  columns.map(({ name, kind }) => ({ name, labels: { pt: name, en: name }, kind: kind === 'weight' ? 'decimal' : 'text' }))

function tableOf(set: PublicMicrodata, { columns, rows }: MicrodataTable, language: Language): OutTable {
  const facts: [string, string][] = [
    ...set.facts[language],
    [language === 'pt' ? 'Licença' : 'Licence', set.licence],
    [language === 'pt' ? 'Crédito' : 'Credit', set.credit],
  ]
  return {
    ...{ title: 'microdata', language, columns: dataColumns(set), rows: rows.map((row) => columns.map((name) => row[name]!)) },
    readme: { title: `${set.survey.code}: ${set.survey.title[language]}`, lines: facts },
    more: [{ title: language === 'pt' ? 'dicionário' : 'dictionary', columns: dictionaryColumns, rows: dictionaryRows(set, language) }],
  }
}

const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const csvType = 'text/csv; charset=utf-8'

export async function microdataFiles(set: PublicMicrodata, table: MicrodataTable): Promise<File[] | Refused> {
  const base = `${set.country.iso3}-survey-${set.survey.code}-microdata`
  const files: File[] = [
    { name: `${base}.csv`, format: 'csv', language: null, type: csvType, bytes: await collectBytes((out) => writeCsv(tableOf(set, table, 'en'), out)) },
  ]
  for (const language of ['pt', 'en'] as const) {
    const dictionary = { title: 'dictionary', language, columns: dictionaryColumns, rows: dictionaryRows(set, language) }
    files.push({
      name: `${base}-dictionary-${language}.csv`,
      format: 'csv',
      language,
      type: csvType,
      bytes: await collectBytes((out) => writeCsv(dictionary, out)),
    })
    files.push({
      name: `${base}-${language}.xlsx`,
      format: 'xlsx',
      language,
      type: sheetType,
      bytes: await collectBytes((out) => writeXlsx(tableOf(set, table, language), out)),
    })
  }
  for (const { name, bytes } of files) {
    const personal = await personalDataIn({ name, bytes })
    if (personal.length > 0) return refused(...personal)
  }
  return [...files, { name: `${base}.json`, format: 'json', language: null, type: 'application/json', bytes: new Uint8Array(Buffer.from(canonicalJson(set))) }]
}
