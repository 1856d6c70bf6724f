/** Workbooks written by hand for the tests, part by part, so that each fault of a real or hostile file can be planted where it belongs. */
import { strToU8, zipSync } from 'fflate'

type HandmadeSheet = { name: string; state?: string; xml: string; comments?: string }

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageLinks = 'http://schemas.openxmlformats.org/package/2006/relationships'

export const sheetXml = (rows: string, around: { before?: string; after?: string } = {}) =>
  `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${main}">${around.before ?? ''}<sheetData>${rows}</sheetData>${around.after ?? ''}</worksheet>`

/** `text('A1', 'Posto')`: a cell with its text inside it. */
export const text = (reference: string, value: string) => `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${value}</t></is></c>`
export const number = (reference: string, value: number | string, style?: number) =>
  `<c r="${reference}"${style === undefined ? '' : ` s="${style}"`}><v>${value}</v></c>`
export const row = (line: number, cells: string, more = '') => `<row r="${line}"${more}>${cells}</row>`

/** A table of texts and numbers from line 1 on. */
export const grid = (lines: (string | number | null)[][], from = 1) =>
  lines
    .map((cells, at) => {
      const line = from + at
      const filled = cells.map((cell, column) => {
        const reference = `${String.fromCharCode(65 + column)}${line}`
        return cell === null ? '' : typeof cell === 'number' ? number(reference, cell) : text(reference, cell)
      })
      return row(line, filled.join(''))
    })
    .join('')

const links = (items: { id: string; type: string; target: string }[]) =>
  `<Relationships xmlns="${packageLinks}">${items.map(({ id, type, target }) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`).join('')}</Relationships>`

export type WorkbookParts = { sheets: HandmadeSheet[]; date1904?: boolean; styles?: string; strings?: string; extra?: Record<string, string | Uint8Array> }

export function handmadeWorkbook({ sheets, date1904, styles, strings, extra }: WorkbookParts): Uint8Array {
  const parts: Record<string, Uint8Array> = {}
  const put = (name: string, xml: string | Uint8Array) => {
    parts[name] = typeof xml === 'string' ? strToU8(xml) : xml
  }
  put('_rels/.rels', links([{ id: 'r1', type: 'officeDocument', target: 'xl/workbook.xml' }]))
  const listed = sheets.map(({ name, state }, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="s${at + 1}"${state ? ` state="${state}"` : ''}/>`)
  put(
    'xl/workbook.xml',
    `<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>${listed.join('')}</sheets></workbook>`,
  )
  const sheetLinks = sheets.map((_, at) => ({ id: `s${at + 1}`, type: 'worksheet', target: `worksheets/sheet${at + 1}.xml` }))
  put(
    'xl/_rels/workbook.xml.rels',
    links([...sheetLinks, { id: 'y', type: 'styles', target: 'styles.xml' }, { id: 't', type: 'sharedStrings', target: '/xl/sharedStrings.xml' }]),
  )
  if (styles) put('xl/styles.xml', styles)
  if (strings) put('xl/sharedStrings.xml', strings)
  sheets.forEach((sheet, at) => {
    put(`xl/worksheets/sheet${at + 1}.xml`, sheet.xml)
    if (!sheet.comments) return
    put(`xl/worksheets/_rels/sheet${at + 1}.xml.rels`, links([{ id: 'c', type: 'comments', target: `../comments${at + 1}.xml` }]))
    put(`xl/comments${at + 1}.xml`, sheet.comments)
  })
  for (const [name, content] of Object.entries(extra ?? {})) put(name, content)
  return zipSync(parts)
}

/** Styles in the order 0 general, 1 date, 2 date and time, 3 time, 4 duration, 5 an amount with letters in it, 6 day and month in words. */
export const stylesXml = `<styleSheet xmlns="${main}"><numFmts count="3"><numFmt numFmtId="164" formatCode="[h]:mm"/><numFmt numFmtId="165" formatCode="#,##0.00&quot; dias&quot;"/><numFmt numFmtId="166" formatCode="[$-416]d&quot; de &quot;mmmm;@"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="20"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs></styleSheet>`
