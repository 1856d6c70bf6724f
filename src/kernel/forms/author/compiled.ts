/** A workbook compiled and kept: the XForm and what was understood of it are files by content, and the version's row names them. */
import { createHash } from 'node:crypto'
import { type Compiled, compile, type Finding, type Question, type Workbook } from '../../../engines/xlsform/index.ts'
import type { House } from '../../house.ts'
import type { Pack } from '../../pack/readPack.ts'
import type { RowOf } from '../../record/record.ts'
import type { FormVersion } from '../form.ts'
import { columnsOf, dataRows, sheetNamed, textAt } from './cells.ts'
import { withPackChoices } from './packChoices.ts'

export type Understood = { questions: Question[]; findings: Finding[]; itemsets: string | null }
export type VersionRow = RowOf<typeof FormVersion>
type Kept = Pick<VersionRow, 'name' | 'xform' | 'md5' | 'understood' | 'refusals' | 'warnings' | 'languages' | 'compiler'>

/** Counted up when the same workbook gives another form than before. */
const compiler = 'capulana-xlsform-1'

const nameOf = (fileName: string) =>
  fileName
    .replace(/\.[a-z]+$/i, '')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^A-Za-z0-9_.-]+/g, '_')

/** The languages that its texts are written in; none named: the form's own. */
const languagesOf = (questions: readonly Question[]): string[] =>
  [...new Set(questions.flatMap(({ labels }) => Object.keys(labels)))].filter((language) => language !== '')

/** Without a `form_id` of its own a form is known by its file. */
function formIdOf(workbook: Workbook, fileName: string): string | undefined {
  const settings = sheetNamed(workbook, 'settings')
  const column = settings && columnsOf(settings).find(({ header }) => /^(form_id|id_string|set form id)$/i.test(header))
  const written = settings && column ? textAt(dataRows(settings)[0] ?? { row: 0, cells: {} }, column.letter) : ''
  return written === '' ? nameOf(fileName) : undefined
}

export const compileFor = (workbook: Workbook, pack: Pack, fileName: string): Compiled => {
  const formId = formIdOf(workbook, fileName)
  return compile(withPackChoices(workbook, pack), { name: 'data', ...(formId ? { formId } : {}) })
}

export async function keepCompiled(house: House, compiled: Compiled): Promise<Kept> {
  const understood: Understood = { questions: compiled.questions, findings: compiled.findings, itemsets: compiled.itemsets ?? null }
  const xform = compiled.xform === undefined ? null : Buffer.from(compiled.xform)
  const count = (severity: Finding['severity']) => compiled.findings.filter((finding) => finding.severity === severity).length
  return {
    name: compiled.version,
    xform: xform && (await house.files.put(xform)).sha256,
    md5: xform && createHash('md5').update(xform).digest('hex'),
    understood: (await house.files.put(Buffer.from(JSON.stringify(understood)))).sha256,
    refusals: count('refuse'),
    warnings: count('warn'),
    languages: languagesOf(compiled.questions),
    compiler,
  }
}
