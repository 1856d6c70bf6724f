/**
 * The same comparison on whole workbooks: a folder with `xlsx/`, what the reference converter made of each (`pyxform-expected/NAME.xml`) and its verdicts
 * (`pyxform-results.json`). Refusals that are faults of the reference and not of the form are counted apart.
 */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { applyRepairs, type Compiled, compile, type Workbook } from '../../../engines/xlsform/index.ts'
import { readForm } from '../readForm.ts'
import { canonicalXml, firstDifference } from './canonicalXml.ts'
import { isFaultOfReference, sharedWarnings } from './referenceWords.ts'
import { agrees, type Failure, type Share, shareOf } from './scoreCases.ts'

type Verdict = { ok: boolean; warnings?: number; error?: string }

const measures = ['outcome', 'sameTree', 'warnings', 'refusals', 'mended', 'beyondReference'] as const
type Measure = (typeof measures)[number]

export type WorkbookScore = { workbooks: number; unread: number } & Record<Measure, Share> & { failures: Failure[] }

export async function scoreWorkbooks(folder: string): Promise<WorkbookScore> {
  const verdicts = JSON.parse(await readFile(join(folder, 'pyxform-results.json'), 'utf8')) as Record<string, Verdict>
  const counts = Object.fromEntries(measures.map((measure) => [measure, { ok: 0, of: 0 }])) as Record<Measure, { ok: number; of: number }>
  const failures: Failure[] = []
  let unread = 0
  for (const [file, verdict] of Object.entries(verdicts)) {
    const note = (what: Measure, why: string | null) => {
      counts[what].of += 1
      if (why === null) counts[what].ok += 1
      else failures.push({ id: file, what, why })
    }
    const isTheirFault = !verdict.ok && isFaultOfReference(verdict.error!)
    const workbook = await readForm({ name: file, path: join(folder, 'xlsx', file) })
    if ('code' in workbook) {
      unread += 1
      note(isTheirFault ? 'beyondReference' : 'outcome', `not read: ${workbook.code}`)
      continue
    }
    const options = { formId: file.replace(/\.[^.]*$/, '') }
    const compiled = compile(workbook, options)
    const { xform } = compiled
    const refused = compiled.findings.filter(({ severity }) => severity === 'refuse')
    const said = refused.map(({ code, sheet, row, column }) => `${code} ${sheet} ${row ?? ''} ${column ?? ''}`).join(' | ')
    if (isTheirFault) note('beyondReference', xform === undefined ? said : null)
    else
      note('outcome', (xform !== undefined) === verdict.ok ? null : `${xform === undefined ? said : 'converts'}; the reference: ${verdict.error ?? 'converts'}`)
    if (verdict.ok && xform !== undefined) {
      note(
        'sameTree',
        await differenceFrom(join(folder, 'pyxform-expected', `${file.replace(/\.[^.]*$/, '')}.xml`), join(folder, 'pyxform-expected', `${file}.xml`), xform),
      )
      const shared = compiled.findings.filter(({ severity, code }) => severity === 'warn' && sharedWarnings.has(code)).length
      note('warnings', shared === verdict.warnings ? null : `ours ${shared}, theirs ${verdict.warnings}`)
    } else if (!verdict.ok && !isTheirFault && xform === undefined) {
      note('refusals', agrees(refused, verdict.error!) ? null : `${said}; the reference: ${verdict.error}`)
      const mended = mend(workbook, compiled, options)
      note(
        'mended',
        mended.xform !== undefined
          ? null
          : mended.findings
              .filter(({ severity }) => severity === 'refuse')
              .map(({ code, row }) => `${code} ${row ?? ''}`)
              .join(' | '),
      )
    }
  }
  return {
    workbooks: Object.keys(verdicts).length,
    unread,
    ...(Object.fromEntries(measures.map((measure) => [measure, shareOf(counts[measure])])) as Record<Measure, Share>),
    failures,
  }
}

async function differenceFrom(path: string, other: string, xform: string): Promise<string | null> {
  const expected = await readFile(existsSync(path) ? path : other, 'utf8')
  return firstDifference(canonicalXml(xform), canonicalXml(expected))
}

const mostRounds = 5

/** As if a person accepted every repair that is offered, and those that appear thereafter. */
export function mend(workbook: Workbook, compiled: Compiled, options: { formId?: string } = {}): Compiled & { workbook: Workbook } {
  let [book, result] = [workbook, compiled]
  for (let round = 0; round < mostRounds && result.xform === undefined; round += 1) {
    const refused = result.findings.filter(({ severity, repair }) => severity === 'refuse' && repair)
    if (refused.length === 0) break
    book = applyRepairs(book, refused)
    result = compile(book, options)
  }
  return { ...result, workbook: book }
}
