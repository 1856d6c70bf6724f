/** The frame as a file: the code of a household, what happened to it at the distribution, and its stratum; no more. */
import { type Refused, refuse, refused } from '../../../kernel/index.ts'
import { readTabular } from '../../../kernel/tables.ts'
import type { FrameLine } from './drawRound.ts'
import { type PdmKind, pdmKinds } from './pdmRound.ts'

const names: Record<string, 'household' | 'kind' | 'stratum'> = {
  ...{ household: 'household', agregado: 'household', group: 'kind', grupo: 'kind', stratum: 'stratum', estrato: 'stratum' },
}
const isKind = (text: string): text is PdmKind => (pdmKinds as readonly string[]).includes(text)

export async function readFrame(name: string, bytes: Buffer): Promise<{ frame: FrameLine[] } | Refused> {
  const file = await readTabular({ name, bytes })
  if ('code' in file) return refused(file)
  const sheet = file.sheets.find(({ rows, hidden }) => rows.length > 0 && !hidden)
  if (!sheet) return refused(refuse('monitoring.frame-unreadable', { line: 1 }))
  const at = new Map(sheet.columns.map(({ name: title, index }) => [names[title.trim().toLowerCase()], index]))
  const missing = (['household', 'kind', 'stratum'] as const).some((field) => !at.has(field))
  if (missing) return refused(refuse('monitoring.frame-unreadable', { line: sheet.headerLines[0] ?? 1 }))
  const frame: FrameLine[] = []
  for (const { line, cells } of sheet.rows) {
    const [household, kind, stratum] = (['household', 'kind', 'stratum'] as const).map((field) => String(cells[at.get(field)!] ?? '').trim())
    if (!household || !stratum || !isKind(kind!)) return refused(refuse('monitoring.frame-unreadable', { line }))
    frame.push({ household, kind: kind!, stratum })
  }
  return { frame }
}
