/** The published list as a file: codes and outcome, in the order of the codes. */
import { collectBytes } from '../../../kernel/publishing.ts'
import { type OutColumn, writeCsv } from '../../../kernel/tables.ts'
import { noteWords } from './noteWords.ts'
import type { OpenRun } from './readRuns.ts'

const columns: OutColumn[] = [
  { name: 'household', labels: { pt: noteWords.pt.household, en: noteWords.en.household }, hxl: '#household+id', kind: 'text' },
  { name: 'outcome', labels: { pt: noteWords.pt.outcome, en: noteWords.en.outcome }, hxl: '#status', kind: 'text' },
]

export const listFile = ({ lines }: OpenRun): Promise<Uint8Array> =>
  collectBytes(async (out) => {
    const rows = lines.toSorted((a, b) => (a.household < b.household ? -1 : 1)).map(({ household, outcome }) => [household, outcome])
    await writeCsv({ title: 'selection', columns, language: 'en', rows }, out)
  })
