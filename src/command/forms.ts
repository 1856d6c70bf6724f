/** Forms from the command line: compile a workbook, check it, hold the compiler against recorded answers, and replay a cleaning log. No database is needed, and none is started. */
import { readFile, stat, writeFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { type Compiled, compile, type Finding } from '../engines/xlsform/index.ts'
import { findingSentence, isRefused, mend, type Refused, readForm, refuse, refused, repairSentence, scoreCases, scoreWorkbooks } from '../kernel/index.ts'
import type { Arguments } from './arguments.ts'
import type { Command } from './command.ts'
import { replayCommand } from './replay.ts'

const spoken = (finding: Finding) => ({
  ...finding,
  sentence: { pt: findingSentence(finding, 'pt'), en: findingSentence(finding, 'en') },
  ...(finding.repair
    ? { repair: { ...finding.repair, sentence: { pt: repairSentence(finding.repair, 'pt'), en: repairSentence(finding.repair, 'en') } } }
    : {}),
})

async function compileFile({ options }: Arguments, file: string): Promise<Compiled | Refused> {
  const path = resolve(file)
  const known = await stat(path).catch(() => null)
  if (!known?.isFile()) return refused(refuse('command.file-not-found', { file }))
  const workbook = await readForm({ name: basename(file), path })
  if ('code' in workbook) return refused(workbook)
  const named = { formId: basename(file).replace(/\.[^.]*$/, '') }
  const compiled = compile(workbook, named)
  return options.repair ? mend(workbook, compiled, named) : compiled
}

/** The form is written only when nothing is refused; findings are told either way. */
async function compileCommand(given: Arguments, file: string): Promise<unknown | Refused> {
  const compiled = await compileFile(given, file)
  if (isRefused(compiled)) return compiled
  const ok = compiled.xform !== undefined
  if (!ok) process.exitCode = 1
  if (ok && given.options.out) {
    await writeFile(resolve(given.options.out), compiled.xform!)
    if (compiled.itemsets !== undefined) await writeFile(resolve(given.options.out, '..', 'itemsets.csv'), compiled.itemsets)
  }
  if (given.options.json)
    return { ok, form: { id: compiled.formId, title: compiled.title, version: compiled.version }, findings: compiled.findings.map(spoken) }
  if (ok && !given.options.out) return compiled.xform
  return told(compiled.findings)
}

async function checkCommand(given: Arguments, file: string): Promise<unknown | Refused> {
  const compiled = await compileFile(given, file)
  if (isRefused(compiled)) return compiled
  const ok = compiled.xform !== undefined
  if (!ok) process.exitCode = 1
  return given.options.json ? { ok, findings: compiled.findings.map(spoken) } : told(compiled.findings)
}

const told = (findings: readonly Finding[]): string =>
  findings.length === 0
    ? 'Nada a corrigir. / Nothing to mend.'
    : findings
        .flatMap((finding) => [`${mark(finding)} ${findingSentence(finding, 'pt')}`, `  ${findingSentence(finding, 'en')}`, ...offered(finding)])
        .join('\n')

const mark = ({ severity }: Finding) => (severity === 'refuse' ? '✗' : '!')
const offered = ({ repair }: Finding) => (repair ? [`  → ${repairSentence(repair, 'pt')} / ${repairSentence(repair, 'en')}`] : [])

async function scoreCommand({ options }: Arguments, file: string): Promise<unknown | Refused> {
  const text = await readFile(resolve(file), 'utf8').catch(() => null)
  if (text === null) return refused(refuse('command.file-not-found', { file }))
  const { failures, ...score } = scoreCases((JSON.parse(text) as { cases: Parameters<typeof scoreCases>[0] }).cases)
  return options.failures ? { ...score, failures } : score
}

async function scoreFolder({ options }: Arguments, folder: string): Promise<unknown | Refused> {
  if (!(await stat(resolve(folder)).catch(() => null))?.isDirectory()) return refused(refuse('command.file-not-found', { file: folder }))
  const { failures, ...score } = await scoreWorkbooks(resolve(folder))
  return options.failures ? { ...score, failures } : score
}

const deeds: Record<string, (given: Arguments, what: string) => Promise<unknown | Refused>> = {
  compile: compileCommand,
  check: checkCommand,
  score: scoreCommand,
  'score-workbooks': scoreFolder,
  replay: replayCommand,
}

export const formCommand: Command = {
  name: 'form',
  usage:
    'capulana form compile FILE [--out XML] [--repair] | form check FILE | form score CASES.json [--failures] | form score-workbooks FOLDER [--failures] | form replay RAW.csv LOG.csv CLEAN.csv',
  about:
    'Compiles an XLSForm workbook (XLSX, XLS, CSV, Markdown) to an XForm or says cell by cell what to mend; holds the compiler against recorded answers; proves a survey cleaning by its log.',
  run: async (given) => {
    const [what = '', file] = given.words
    const deed = deeds[what]
    if (!deed) return refused(refuse('form.unknown-deed', { what }))
    return file ? deed(given, file) : refused(refuse('command.file-missing'))
  },
}
