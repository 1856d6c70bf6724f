/**
 * A round as a file. Published: exactly the product's file, byte for byte. Not yet: the working figures place by place, marked as a draft for the office, so that
 * nobody takes them for a publication.
 */
import { createHash } from 'node:crypto'
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { type Actor, getRow, type House, type Language, type Refused, read, refuse, refused } from '../../kernel/index.ts'
import { canonicalJson, versionsOf } from '../../kernel/publishing.ts'
import { type OutColumn, writeCsv, writeXlsx } from '../../kernel/tables.ts'
import { type PlaceFigure, placeFigures } from './placeFigures.ts'
import { Round } from './round.ts'

export type RoundFormat = 'csv' | 'xlsx' | 'geojson' | 'json' | 'pdf'
export type RoundFile = { bytes: Uint8Array; sha256: string; published: boolean; hash: string | null }

const columns: OutColumn[] = [
  { name: 'pcode', labels: { pt: 'Código', en: 'P-code' }, hxl: '#loc+code', kind: 'text' },
  { name: 'name', labels: { pt: 'Lugar', en: 'Place' }, hxl: '#loc+name', kind: 'text' },
  { name: 'scope', labels: { pt: 'Área', en: 'Area' }, hxl: '#adm+code', kind: 'text' },
  { name: 'outcome', labels: { pt: 'Resultado', en: 'Outcome' }, hxl: '#status', kind: 'text' },
  { name: 'sourceRound', labels: { pt: 'Ronda de origem', en: 'Source round' }, hxl: '#round+source', kind: 'integer' },
  { name: 'method', labels: { pt: 'Método', en: 'Method' }, hxl: '#meta+method', kind: 'text' },
  { name: 'households', labels: { pt: 'Agregados', en: 'Households' }, hxl: '#affected+hh', kind: 'integer' },
  { name: 'individuals', labels: { pt: 'Pessoas', en: 'Individuals' }, hxl: '#affected+idps', kind: 'integer' },
  { name: 'females', labels: { pt: 'Mulheres e raparigas', en: 'Women and girls' }, hxl: '#affected+idps+f', kind: 'integer' },
  { name: 'males', labels: { pt: 'Homens e rapazes', en: 'Men and boys' }, hxl: '#affected+idps+m', kind: 'integer' },
]

const draftWords = { pt: 'Rascunho: não validado, não publicar', en: 'Draft: not endorsed, not for publication' }

const cell = (figure: PlaceFigure, name: string) => {
  const value = (figure as unknown as Record<string, string | number | null>)[name] ?? null
  // Unknown stays an empty cell in a column of numbers: a word there would break every sum.
  return value === 'unknown' ? null : value
}

async function workingFile(figures: PlaceFigure[], format: RoundFormat, language: Language): Promise<Uint8Array | null> {
  if (format === 'json') return Buffer.from(canonicalJson({ draft: true, places: figures }), 'utf8')
  if (format !== 'csv' && format !== 'xlsx') return null
  const out = new PassThrough()
  const table = {
    title: draftWords[language],
    columns,
    language,
    rows: figures.map((figure) => columns.map(({ name }) => cell(figure, name))),
    readme: { title: draftWords[language], lines: [] },
  }
  const [bytes] = await Promise.all([buffer(out), format === 'csv' ? writeCsv(table, out) : writeXlsx(table, out)])
  return bytes
}

export async function exportRound(house: House, actor: Actor, id: string, format: RoundFormat, language: Language): Promise<RoundFile | Refused> {
  const round = await read(house.doors, actor, (db) => getRow(db, Round, id))
  if (!round) return refused(refuse('access.not-found'))
  const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
  const product = round.slug ? (await versionsOf(house.doors, round.slug)).find(({ subject }) => subject === `displacement.round:${id}`) : undefined
  if (product) {
    const file = product.files.find((each) => each.format === format && (each.language === null || each.language === language))
    const bytes = file && (await house.files.get(file.sha256))
    return bytes ? { bytes, sha256: hashOf(bytes), published: true, hash: product.hash } : refused(refuse('access.not-found'))
  }
  const figures = await read(house.doors, actor, (db) => placeFigures(db, id))
  const bytes = await workingFile(figures, format, language)
  return bytes ? { bytes, sha256: hashOf(bytes), published: false, hash: null } : refused(refuse('round.format-needs-publication', { format }))
}
