/**
 * What travels in a workbook beside its tables: comments, hidden sheets, macros, links to other files. They are named before anything is taken, since
 * they are where telephone numbers and names of people hide.
 */
import type { Refusal } from '../../refusal.ts'
import { lineRanges } from '../lineRanges.ts'
import type { RawTable } from '../rawTable.ts'
import type { Finding } from '../table.ts'
import type { Archive } from './openZip.ts'
import { readXml } from './readXml.ts'
import { readLinks } from './workbookParts.ts'

const phone = /(?:\+|\b00)\d[\d\s().-]{7,17}\d|\b(?:258[\s-]?)?8[2-7][\s-]?\d{3}[\s-]?\d{4}\b/g
const email = /[\w.+-]+@[\w-]+\.[\w.-]+/g

/** Only a hint for the person who decides: how many texts look like a telephone number or an e-mail address. */
const contactHints = (texts: string[]) => ({
  phones: texts.reduce((sum, text) => sum + (text.match(phone)?.length ?? 0), 0),
  emails: texts.reduce((sum, text) => sum + (text.match(email)?.length ?? 0), 0),
})

export function hiddenSheetFinding(sheet: RawTable): Finding {
  const texts = sheet.rows.flatMap((row) => row.cells.flatMap((cell) => (typeof cell === 'string' || typeof cell === 'number' ? [String(cell)] : [])))
  return { code: 'import.hidden-sheet', severity: 'warning', sheet: sheet.name, facts: { rows: sheet.rows.length, ...contactHints(texts) } }
}

export const hiddenRowsFinding = (sheet: string, hiddenRows: number[]): Finding => ({
  code: 'import.hidden-rows',
  severity: 'warning',
  sheet,
  line: hiddenRows[0],
  facts: { count: hiddenRows.length, lines: lineRanges(hiddenRows) },
})

export const commentFinding = (sheet: string, count: number, texts: string[]): Finding => ({
  code: 'import.comments',
  severity: 'warning',
  sheet,
  facts: { count, ...contactHints(texts) },
})

export async function commentFindings(archive: Archive, sheet: string, part: string): Promise<Finding[] | Refusal> {
  const links = await readLinks(archive, part)
  if ('code' in links) return links
  const commentParts = [...links.values()].filter((link) => link.type === 'comments')
  let count = 0
  const texts: string[] = []
  for (const { part: commentPart } of commentParts) {
    const stream = await archive.open(commentPart)
    if (!stream) continue
    let inText = false
    const refusal = await readXml(stream, commentPart, {
      open(name) {
        if (name === 'comment') {
          count++
          texts.push('')
        } else if (name === 't') inText = true
      },
      close(name) {
        if (name === 't') inText = false
      },
      text(text) {
        if (inText && texts.length > 0) texts[texts.length - 1] += text
      },
    })
    if (refusal) return refusal
  }
  return count === 0 ? [] : [commentFinding(sheet, count, texts)]
}

export function partFindings(archive: Archive): Finding[] {
  const findings: Finding[] = []
  if (archive.names.some((name) => /vbaproject\.bin$/i.test(name))) findings.push({ code: 'import.macros', severity: 'note', facts: {} })
  const linked = archive.names.filter((name) => /^xl\/externalLinks\/[^/]+\.xml$/.test(name)).length
  if (linked > 0) findings.push({ code: 'import.external-links', severity: 'note', facts: { count: linked } })
  return findings
}
