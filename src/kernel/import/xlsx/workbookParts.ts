/** The table of contents of a workbook: its sheets in order, which of them are hidden, where their parts lie, and which date system counts. */
import { posix } from 'node:path'
import { type Refusal, refuse } from '../../refusal.ts'
import type { DateSystem } from '../serialDates.ts'
import type { Archive } from './openZip.ts'
import { readXml } from './readXml.ts'

export type SheetPart = { name: string; hidden: boolean; part: string }
export type Workbook = { sheets: SheetPart[]; dateSystem: DateSystem; strings: string; styles: string }
export type Link = { type: string; part: string }

export async function readWorkbookParts(archive: Archive, fileName: string): Promise<Workbook | Refusal> {
  const rootLinks = await readLinks(archive, '')
  if ('code' in rootLinks) return rootLinks
  const main = [...rootLinks.values()].find((link) => link.type === 'officeDocument')?.part ?? 'xl/workbook.xml'
  if (main.endsWith('.bin')) return refuse('import.binary-workbook', { name: fileName })
  const stream = await archive.open(main)
  if (!stream || !main.startsWith('xl/')) {
    stream?.destroy()
    return refuse('import.not-a-workbook', { name: fileName })
  }
  const listed: { name: string; hidden: boolean; id: string }[] = []
  let dateSystem: DateSystem = 1900
  const refusal = await readXml(stream, main, {
    open(name, attributes) {
      if (name === 'workbookPr' && /^(1|true)$/.test(attributes.date1904 ?? '')) dateSystem = 1904
      if (name !== 'sheet') return
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? ''
      listed.push({ name: attributes.name ?? '', hidden: /hidden/i.test(attributes.state ?? ''), id })
    },
  })
  if (refusal) return refusal
  const links = await readLinks(archive, main)
  if ('code' in links) return links
  const sheets = listed.flatMap(({ name, hidden, id }) => {
    const link = links.get(id)
    return link?.type === 'worksheet' && archive.names.includes(link.part) ? [{ name, hidden, part: link.part }] : []
  })
  if (sheets.length === 0) return refuse('import.no-rows', { name: fileName })
  const partOf = (type: string, usual: string) => [...links.values()].find((link) => link.type === type)?.part ?? usual
  return { sheets, dateSystem, strings: partOf('sharedStrings', 'xl/sharedStrings.xml'), styles: partOf('styles', 'xl/styles.xml') }
}

/** What a part refers to, by id; paths are resolved inside the archive and never leave it. */
export async function readLinks(archive: Archive, part: string): Promise<Map<string, Link> | Refusal> {
  const folder = posix.dirname(part)
  const linksPart = posix.join(folder === '.' ? '' : folder, '_rels', `${posix.basename(part)}.rels`)
  const links = new Map<string, Link>()
  const stream = await archive.open(linksPart)
  if (!stream) return links
  const refusal = await readXml(stream, linksPart, {
    open(name, attributes) {
      if (name !== 'Relationship' || attributes.TargetMode === 'External') return
      const target = attributes.Target ?? ''
      const resolved = target.startsWith('/') ? target.slice(1) : posix.join(folder, target)
      links.set(attributes.Id ?? '', { type: posix.basename(attributes.Type ?? ''), part: resolved })
    },
  })
  return refusal ?? links
}
