/** The tables of an evidence file, each cell as it stands: what is unknown has its word, what is withheld too, and no column is added up. */
import { collectBytes } from '../../../kernel/publishing.ts'
import { type OutColumn, writeCsv } from '../../../kernel/tables.ts'

type Cell = string | number | null
/** `about`: what it holds, for the index. */
export type EvidenceTable = { name: string; about: { pt: string; en: string }; columns: [pt: string, en: string, kind?: OutColumn['kind']][]; rows: Cell[][] }

/** One file for readers of both languages: each header says both. */
export async function tableBytes({ columns, rows }: EvidenceTable): Promise<Uint8Array> {
  const headers = columns.map(([pt, en, kind = 'text'], at): OutColumn => {
    const both = pt === en ? pt : `${pt} / ${en}`
    return { name: `c${at}`, labels: { pt: both, en: both }, kind }
  })
  return collectBytes((out) => writeCsv({ title: '', columns: headers, language: 'pt', rows }, out))
}
