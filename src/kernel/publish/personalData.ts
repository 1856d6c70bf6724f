/**
 * The last look at a table before it leaves the house: telephone numbers, e-mail addresses, identity numbers, columns of names; and the places where such
 * things hide in a workbook: hidden sheets, rows and columns, comments, the author in the document's properties. A published table needs none of them.
 */

import type { RawTable } from '../import/rawTable.ts'
import { readDelimited } from '../import/readDelimited.ts'
import { sniff } from '../import/sniff.ts'
import type { Source } from '../import/source.ts'
import type { Cell, Finding } from '../import/table.ts'
import { openZip } from '../import/xlsx/openZip.ts'
import { readWorkbook } from '../import/xlsx/readWorkbook.ts'
import { readXml } from '../import/xlsx/readXml.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { Bilingual } from '../text/bilingual.ts'

type Shape = { what: Bilingual; pattern: RegExp }

/** The identity card of Mozambique has twelve digits and a letter; mobile numbers there begin with 82 to 87. */
const shapes: Shape[] = [
  { what: { pt: 'números de telefone', en: 'telephone numbers' }, pattern: /(?:\+|\b00)\d[\d\s().-]{7,17}\d|\b(?:258[\s-]?)?8[2-7][\s-]?\d{3}[\s-]?\d{4}\b/ },
  { what: { pt: 'endereços de correio eletrónico', en: 'e-mail addresses' }, pattern: /[\w.+-]+@[\w-]+\.\w[\w.-]*/ },
  { what: { pt: 'números de bilhete de identidade', en: 'identity card numbers' }, pattern: /\b\d{12}[A-Z]\b/ },
]

const personalName =
  /^(full |first |last |middle |family |sur|household head |head of household |informant |respondent |contact )?names?$|^(nome|nomes|apelido|alcunha)( completo| proprio| d[aeo] .+)?$/
const personalColumn =
  /^(telefone|telemovel|celular|contacto|contactos|contact|phone|phone number|telephone|mobile|whatsapp|e ?mail|correio|morada|address|bi|bilhete de identidade|id number|national id|nuit|passaporte|passport|data de nascimento|date of birth|dob|assinatura|signature)( .+)?$/
const personalTag = /^#(contact|indv)\b|\+(phone|email)\b/

/** Every reason at once; an empty list means that the file may go. A file that cannot be read comes back as its refusal. */
export async function personalDataIn(source: Source): Promise<Refusal[]> {
  const kind = await sniff(source)
  if (typeof kind === 'object') return [kind]
  if (kind !== 'workbook') {
    const text = await readDelimited(source, {})
    return 'code' in text ? [text] : columnsWithPeople(text.table)
  }
  const workbook = await readWorkbook(source)
  if ('code' in workbook) return [workbook]
  return [...workbook.tables.flatMap(columnsWithPeople), ...hiddenParts(source.name, workbook.tables, workbook.findings), ...(await namedProperties(source))]
}

/** All cells are read, those above the header too: a telephone number in the title of a sheet is published like any other. */
function columnsWithPeople(table: RawTable): Refusal[] {
  const width = Math.max(0, ...table.rows.map((row) => row.cells.length))
  return Array.from({ length: width }, (_, index) => index).flatMap((index) => {
    const cells = table.rows.map((row) => row.cells[index] ?? null)
    const top = cells.slice(0, titleRows).filter((cell): cell is string => typeof cell === 'string')
    const title = top.find(isPersonalTitle)
    const found = (what: Bilingual, rows: number) =>
      refuse('publish.personal-data', { sheet: table.name, column: title ?? top[0] ?? String(index + 1), what: what.en, whatPt: what.pt, rows })
    if (title)
      return [found({ pt: 'dados de pessoas, segundo o seu título', en: 'data of persons, going by its title' }, cells.filter((cell) => cell !== null).length)]
    return shapes.flatMap(({ what, pattern }) => {
      const rows = cells.filter((cell) => looksLike(cell, pattern)).length
      return rows > 0 ? [found(what, rows)] : []
    })
  })
}

/** Titles, header rows and the HXL row stand within the first rows of a sheet. */
const titleRows = 10

/** `admin1Name` and `Site Name` are names of places and pass; `Name`, `Nome do informante` and `Telefone` do not. */
function isPersonalTitle(title: string): boolean {
  if (title.startsWith('#')) return personalTag.test(title)
  const words = title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
  const place = /\b(provincia|distrito|posto|localidade|bairro|sitio|local|lugar|site|place|district|province|country|aldeia)\b/
  return (personalName.test(words) && !place.test(words)) || personalColumn.test(words)
}

const looksLike = (cell: Cell, pattern: RegExp): boolean => (typeof cell === 'string' || typeof cell === 'number') && pattern.test(String(cell))

const hidingPlaces: Record<string, Bilingual> = {
  'import.hidden-sheet': { pt: 'uma folha escondida', en: 'a hidden sheet' },
  'import.hidden-rows': { pt: 'linhas escondidas', en: 'hidden rows' },
  'import.comments': { pt: 'comentários', en: 'comments' },
  'import.macros': { pt: 'macros', en: 'macros' },
  'import.external-links': { pt: 'ligações a outros ficheiros', en: 'links to other files' },
}

function hiddenParts(fileName: string, tables: RawTable[], findings: Finding[]): Refusal[] {
  const hidden = (sheet: string, what: Bilingual) => refuse('publish.hidden-part', { sheet, what: what.en, whatPt: what.pt })
  return [
    ...findings.flatMap(({ code, sheet }) => (hidingPlaces[code] ? [hidden(sheet ?? fileName, hidingPlaces[code])] : [])),
    ...tables.filter((table) => table.hiddenColumns.length > 0).map((table) => hidden(table.name, { pt: 'colunas escondidas', en: 'hidden columns' })),
  ]
}

const peopleInProperties = new Set(['creator', 'lastModifiedBy', 'Manager', 'Company'])
/** What programs write when nobody is named. */
const nobody = /^(|unknown|exceljs|openpyxl|capulana)$/i

async function namedProperties(source: Source): Promise<Refusal[]> {
  const archive = await openZip(source)
  if ('code' in archive) return [archive]
  const named: string[] = []
  try {
    for (const part of archive.names.filter((name) => /^docProps\/(core|app)\.xml$/.test(name))) {
      const stream = await archive.open(part)
      if (!stream) continue
      let property = ''
      const refusal = await readXml(stream, part, {
        open: (name) => {
          property = name
        },
        close: () => {
          property = ''
        },
        text: (text) => {
          if (peopleInProperties.has(property) && !nobody.test(text.trim())) named.push(property)
        },
      })
      if (refusal) return [refusal]
    }
    if (archive.names.includes('docProps/custom.xml')) named.push('custom')
  } finally {
    archive.close()
  }
  return named.length > 0 ? [refuse('publish.document-properties', { properties: [...new Set(named)] })] : []
}
