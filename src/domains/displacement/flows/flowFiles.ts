/** The files of a flow bulletin: the report in each language, points and origin–destination table as CSV with HXL rows, and the set itself. */
import { type Language, type Refused, refused } from '../../../kernel/index.ts'
import {
  canonicalJson,
  collectBytes,
  countCell,
  countWord,
  figureColumn,
  meaning,
  outColumn,
  passages,
  periodColumns,
  personalDataIn,
} from '../../../kernel/publishing.ts'
import { type OutTable, writeCsv } from '../../../kernel/tables.ts'
import { flowReport } from './flowReport.ts'
import type { PublicFlows } from './publicFlows.ts'

type File = { name: string; format: 'pdf' | 'csv' | 'json'; language: Language | null; type: string; bytes: Uint8Array }

export const cellColumns = [
  outColumn(
    'from_code',
    { pt: 'Código da origem', en: 'Code of origin' },
    '#adm1+code+origin',
    'text',
    meaning(
      'Código da província, ou do país (ISO 3166-1 alfa-3), de onde se vem',
      'Code of the province, or of the country (ISO 3166-1 alpha-3), that people come from',
      'unknown',
    ),
  ),
  outColumn('from', { pt: 'Origem', en: 'Origin' }, '#adm1+name+origin', 'text', meaning('Nome da origem', 'Name of the origin', 'unknown')),
  outColumn(
    'to_code',
    { pt: 'Código do destino', en: 'Code of destination' },
    '#adm1+code+dest',
    'text',
    meaning(
      'Código da província, ou do país (ISO 3166-1 alfa-3), para onde se vai',
      'Code of the province, or of the country (ISO 3166-1 alpha-3), that people go to',
      'unknown',
    ),
  ),
  outColumn('to', { pt: 'Destino', en: 'Destination' }, '#adm1+name+dest', 'text', meaning('Nome do destino', 'Name of the destination', 'unknown')),
  outColumn(
    'passages',
    { pt: 'Passagens', en: 'Passages' },
    '#population+flow',
    'integer',
    meaning('Passagens vistas entre as duas', 'Passages seen between the two', 'withheld', { unit: passages }),
  ),
  figureColumn,
  outColumn(
    'groups_without_number',
    { pt: 'Grupos sem número', en: 'Groups without a number' },
    '#meta+uncounted',
    'integer',
    meaning(
      'Grupos que passaram e cujo número ninguém escreveu: não estão na soma',
      'Groups that passed and whose number nobody wrote down: they are not in the sum',
      'filled',
    ),
  ),
  ...periodColumns,
]

export const pointColumns = [
  outColumn(
    'point_code',
    { pt: 'Código do ponto', en: 'Point code' },
    '#loc+code',
    'text',
    meaning('Código do ponto de fluxo', 'Code of the flow point', 'filled'),
  ),
  outColumn('point', { pt: 'Ponto', en: 'Point' }, '#loc+name', 'text', meaning('Nome do ponto', 'Name of the point', 'filled')),
  outColumn(
    'sessions',
    { pt: 'Sessões', en: 'Sessions' },
    '#meta+sessions',
    'integer',
    meaning('Quantas vezes alguém observou', 'How many times somebody watched', 'filled'),
  ),
  outColumn(
    'hours',
    { pt: 'Horas observadas', en: 'Hours watched' },
    '#meta+hours',
    'decimal',
    meaning('Horas em que alguém observou', 'Hours in which somebody watched', 'filled', { unit: { pt: 'horas', en: 'hours' } }),
  ),
  outColumn(
    'coverage',
    { pt: 'Parte das horas abertas', en: 'Share of open hours' },
    '#meta+coverage',
    'decimal',
    meaning('Parte das horas abertas do período que foi observada', 'Share of the open hours of the period that was watched', 'filled', {
      unit: { pt: 'parte de 1', en: 'part of 1' },
    }),
  ),
  outColumn(
    'passages',
    { pt: 'Passagens vistas', en: 'Passages seen' },
    '#population+flow',
    'integer',
    meaning('Passagens vistas nas horas observadas', 'Passages seen in the hours watched', 'withheld', { unit: passages }),
  ),
  outColumn(
    'per_hour',
    { pt: 'Por hora', en: 'Per hour' },
    '#population+flow+hour',
    'decimal',
    meaning('Passagens por hora observada', 'Passages per hour watched', 'withheld', { unit: { pt: 'passagens por hora', en: 'passages per hour' } }),
  ),
  outColumn(
    'estimate',
    { pt: 'Estimativa', en: 'Estimate' },
    '#population+flow+estimate',
    'integer',
    meaning(
      'Estimativa do período: supõe que as horas não observadas foram como as observadas',
      'Estimate for the period: supposes that hours not watched were like those watched',
      'withheld',
      { unit: passages },
    ),
  ),
  figureColumn,
  outColumn(
    'method',
    { pt: 'Método', en: 'Method' },
    '#meta+method',
    'text',
    meaning('Como o número do ponto foi achado', 'How the figure of the point was found', 'filled', {
      codes: [
        { code: 'counted', pt: 'contado em todas as horas abertas', en: 'counted in all open hours' },
        { code: 'extrapolated', pt: 'estimado a partir das horas observadas', en: 'estimated from the hours watched' },
        { code: 'not-observed', pt: 'ninguém observou', en: 'nobody watched' },
      ],
    }),
  ),
  outColumn(
    'status',
    { pt: 'Situação', en: 'Status' },
    '#status',
    'text',
    meaning('Situação do ponto de entrada no fim do período', 'Status of the point of entry at the end of the period', 'unknown', {
      codes: [
        { code: 'open', pt: 'aberto', en: 'open' },
        { code: 'partial', pt: 'aberto em parte', en: 'partly open' },
        { code: 'closed', pt: 'fechado', en: 'closed' },
      ],
    }),
  ),
  ...periodColumns,
]

const cellsTable = ({ cells, from, to }: PublicFlows): OutTable => ({
  title: 'flows',
  language: 'en',
  columns: cellColumns,
  rows: cells.map((each) => [
    ...[each.from ?? '', each.fromName.en, each.to ?? '', each.toName.en, countCell(each.people), countWord(each.people), each.uncounted, from, to],
  ]),
})

const pointsTable = ({ points, from, to }: PublicFlows): OutTable => ({
  title: 'points',
  language: 'en',
  columns: pointColumns,
  rows: points.map((point) => [
    ...[point.code, point.name, point.sessions, point.hours, Math.round(point.coverage * 1000) / 1000, countCell(point.observed), countCell(point.perHour)],
    ...[countCell(point.estimate), countWord(point.observed), point.method, point.status ?? '', from, to],
  ]),
})

export async function flowFiles(set: PublicFlows, hash: string): Promise<File[] | Refused> {
  const base = `${set.country.iso3}-flows-${set.kind}-${set.from}`
  const files: File[] = (['pt', 'en'] as const).map((language) => ({
    name: `${base}-${language}.pdf`,
    format: 'pdf',
    language,
    type: 'application/pdf',
    bytes: flowReport(set, language, hash),
  }))
  for (const [name, table] of [
    ['od', cellsTable(set)],
    ['points', pointsTable(set)],
  ] as const) {
    const bytes = await collectBytes((out) => writeCsv(table, out))
    const personal = await personalDataIn({ name: `${base}-${name}.csv`, bytes })
    if (personal.length > 0) return refused(...personal)
    files.push({ name: `${base}-${name}.csv`, format: 'csv', language: null, type: 'text/csv; charset=utf-8', bytes })
  }
  files.push({ name: `${base}.json`, format: 'json', language: null, type: 'application/json', bytes: new Uint8Array(Buffer.from(canonicalJson(set))) })
  return files
}
