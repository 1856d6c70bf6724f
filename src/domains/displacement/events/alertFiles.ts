/** The files of a released alert: one page of paper in each language, the message as text, the lines as CSV with their HXL row, and the set itself. */
import { type Count, isKnown } from '../../../engines/count.ts'
import { type Db, type Language, type Refused, refused } from '../../../kernel/index.ts'
import {
  areaMap,
  canonicalJson,
  collectBytes,
  countCell,
  countWord,
  figureColumn,
  householdsColumn,
  type MapArea,
  meaning,
  outColumn,
  people,
  periodColumns,
  personalDataIn,
  printNumber,
} from '../../../kernel/publishing.ts'
import { type OutTable, writeCsv } from '../../../kernel/tables.ts'
import { areasOfLevel } from '../../../registry/places/index.ts'
import { alertReport } from './alertReport.ts'
import type { PublicAlert } from './publicAlert.ts'

type File = { name: string; format: 'pdf' | 'csv' | 'json'; language: Language | null; type: string; bytes: Uint8Array }

export const alertColumns = [
  outColumn(
    'kind',
    { pt: 'Tipo', en: 'Kind' },
    '#event+type',
    'text',
    meaning('Tipo de movimento', 'Kind of movement', 'filled', {
      codes: [
        { code: 'arrival', pt: 'chegada', en: 'arrival' },
        { code: 'departure', pt: 'partida', en: 'departure' },
        { code: 'return', pt: 'regresso', en: 'return' },
        { code: 'transit', pt: 'passagem', en: 'transit' },
      ],
    }),
  ),
  outColumn(
    'from_code',
    { pt: 'Código da origem', en: 'Code of origin' },
    '#adm2+code+origin',
    'text',
    meaning(
      'Código da província, ou do país (ISO 3166-1 alfa-3), de onde se vem',
      'Code of the province, or of the country (ISO 3166-1 alpha-3), that people come from',
      'unknown',
    ),
  ),
  outColumn('from', { pt: 'Origem', en: 'Origin' }, '#adm2+name+origin', 'text', meaning('Nome da origem', 'Name of the origin', 'unknown')),
  outColumn(
    'to_code',
    { pt: 'Código do destino', en: 'Code of destination' },
    '#adm2+code+dest',
    'text',
    meaning(
      'Código da província, ou do país (ISO 3166-1 alfa-3), para onde se vai',
      'Code of the province, or of the country (ISO 3166-1 alpha-3), that people go to',
      'unknown',
    ),
  ),
  outColumn('to', { pt: 'Destino', en: 'Destination' }, '#adm2+name+dest', 'text', meaning('Nome do destino', 'Name of the destination', 'unknown')),
  outColumn(
    'movements',
    { pt: 'Movimentos', en: 'Movements' },
    '#event+num',
    'integer',
    meaning('Movimentos comunicados', 'Movements reported', 'filled', { unit: { pt: 'movimentos', en: 'movements' } }),
  ),
  householdsColumn,
  outColumn(
    'individuals',
    { pt: 'Pessoas', en: 'People' },
    '#affected+ind',
    'integer',
    meaning('Pessoas deslocadas', 'Displaced people', 'withheld', { unit: people }),
  ),
  outColumn(
    'movements_of_unknown_size',
    { pt: 'Movimentos sem número de pessoas', en: 'Movements of unknown size' },
    '#event+num+unknown',
    'integer',
    meaning(
      'Movimentos cujo número de pessoas ninguém sabe: a soma é um mínimo',
      'Movements whose number of people nobody knows: the sum is a lower limit',
      'filled',
    ),
  ),
  ...periodColumns,
  figureColumn,
]

const linesTable = (alert: PublicAlert): OutTable => ({
  title: `alert ${alert.number}`,
  language: 'en',
  columns: alertColumns,
  rows: alert.lines.map((line) => [
    ...[
      line.kind,
      line.from ?? '',
      line.fromName ?? '',
      line.to ?? '',
      line.toName ?? '',
      line.movements,
      countCell(line.households),
      countCell(line.individuals),
    ],
    ...[line.unsized, alert.periodFrom, alert.periodTo, countWord(line.individuals)],
  ]),
})

/** Arrivals and returns, by district, drawn from the printed lines: a district with a withheld line has no figure here. */
export async function alertMap(db: Db, alert: PublicAlert, lang: Language): Promise<string | null> {
  const outlines = await areasOfLevel(db, alert.operation.countryIso3, 2)
  const came = new Map<string, Count>()
  for (const { kind, to, individuals } of alert.lines) {
    if (to === null || (kind !== 'arrival' && kind !== 'return')) continue
    const before = came.get(to) ?? 0
    came.set(to, isKnown(before) && isKnown(individuals) ? before + individuals : isKnown(before) ? individuals : before)
  }
  const ends = new Set([...came.keys(), ...alert.lines.flatMap(({ from }) => (from ? [from] : []))])
  // The provinces that the movements touch: a map of the whole country would hide them.
  const near = outlines.features.filter(({ properties }) => [...ends].some((end) => end.slice(0, 4) === properties.pcode.slice(0, 4)))
  if (near.length === 0 || came.size === 0) return null
  const areas: MapArea[] = near.map(({ properties, geometry }) => ({
    pcode: properties.pcode,
    name: properties.name,
    geometry,
    value: came.get(properties.pcode) ?? 0,
  }))
  return areaMap({
    ...{ kind: 'circles', areas, schematic: outlines.boundaries.kind === 'schematic', labels: 4, width: 640, height: 330 },
    words: mapWords[lang](outlines.boundaries.credit),
    print: (value) => printNumber(value, lang),
  })
}

const mapWords: Record<Language, (credit: string) => Parameters<typeof areaMap>[0]['words']> = {
  pt: (credit) => ({
    legend: 'Chegadas e regressos',
    unknown: 'desconhecido',
    withheld: 'retido',
    none: 'nenhuma comunicada',
    schematic: 'Limites esquemáticos',
    north: 'N',
    credit,
  }),
  en: (credit) => ({
    legend: 'Arrivals and returns',
    unknown: 'unknown',
    withheld: 'withheld',
    none: 'none reported',
    schematic: 'Schematic boundaries',
    north: 'N',
    credit,
  }),
}

export async function alertFiles(db: Db, alert: PublicAlert, hash: string): Promise<File[] | Refused> {
  const base = `${alert.operation.countryIso3}-movement-alert-${alert.number}`
  const files: File[] = []
  for (const language of ['pt', 'en'] as const) {
    const bytes = alertReport(alert, language, { hash, map: await alertMap(db, alert, language) })
    files.push({ name: `${base}-${language}.pdf`, format: 'pdf', language, type: 'application/pdf', bytes })
  }
  const csv = await collectBytes((out) => writeCsv(linesTable(alert), out))
  const personal = await personalDataIn({ name: `${base}.csv`, bytes: csv })
  if (personal.length > 0) return refused(...personal)
  files.push({ name: `${base}.csv`, format: 'csv', language: null, type: 'text/csv; charset=utf-8', bytes: csv })
  files.push({ name: `${base}.json`, format: 'json', language: null, type: 'application/json', bytes: new Uint8Array(Buffer.from(canonicalJson(alert))) })
  return files
}
