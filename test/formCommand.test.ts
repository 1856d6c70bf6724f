/**
 * `capulana form compile` and `form check` as a script meets them: one JSON object, an exit code, every finding in both languages. Once as a process of its own, the
 * rest in this one.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formCommand } from '../src/command/forms.ts'
import { inOwnProcess, inThisProcess } from './support/commandLine.ts'

const good = '| survey |\n| | type | name | label |\n| | integer | idade | Idade |\n'
const bad = '| survey |\n| | type | name | label | relevant |\n| | integer | idade | Idade | |\n| | text | nome | Nome | $' + '{idad} > 1 |\n'

type Answer = { ok: boolean; form?: { id: string }; findings: { severity: string; sentence: { pt: string; en: string } }[] }

describe('capulana form', () => {
  let folder: string
  const file = (name: string) => join(folder, name)
  const ask = async (...given: string[]) => (await inThisProcess(formCommand, ...given, '--json')) as { code: number; answer: Answer }
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'capulana-form-'))
    await writeFile(file('idades.md'), good)
    await writeFile(file('faltas.md'), bad)
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('check ends with 0 and says ok of a form in which nothing is to be mended', async () => {
    const { code, output, errors } = await inOwnProcess('form', 'check', file('idades.md'), '--json')
    expect([code, errors]).toEqual([0, ''])
    expect(JSON.parse(output)).toEqual({ ok: true, findings: [] })
  })

  it('check ends with 1 and gives each finding with its sentence in Portuguese and English', async () => {
    const { code, output } = await inOwnProcess('form', 'check', file('faltas.md'), '--json')
    const answer = JSON.parse(output) as Answer
    expect([code, answer.ok, Object.keys(answer).sort()]).toEqual([1, false, ['findings', 'ok']])
    expect(answer.findings).toMatchObject([{ severity: 'refuse', sentence: { pt: expect.stringContaining('idad'), en: expect.stringContaining('idad') } }])
  })

  it('compile writes the form where it is told, and nothing of a form that is refused', async () => {
    const done = await ask('compile', file('idades.md'), '--out', file('idades.xml'))
    const refused = await ask('compile', file('faltas.md'), '--out', file('faltas.xml'))
    expect([done.code, done.answer.ok, done.answer.form?.id]).toEqual([0, true, 'idades'])
    expect(await readFile(file('idades.xml'), 'utf8')).toContain('<h:html')
    expect([refused.code, refused.answer.ok, refused.answer.findings.length]).toEqual([1, false, 1])
    await expect(readFile(file('faltas.xml'))).rejects.toThrow('ENOENT')
  })

  it('without --json prints the form itself, or the findings in both languages with exit 1', async () => {
    const form = await inThisProcess(formCommand, 'compile', file('idades.md'))
    const findings = await inThisProcess(formCommand, 'check', file('faltas.md'))
    expect([form.code, String(form.answer).startsWith('<?xml')]).toEqual([0, true])
    expect(findings.code).toBe(1)
    expect(
      String(findings.answer)
        .split('\n')
        .filter((line) => line.includes('idad')).length,
    ).toBeGreaterThanOrEqual(2)
  })

  it('refuses a file that is not there with its code, and a word that it does not know', async () => {
    expect(await ask('check', file('none.xlsx'))).toMatchObject({ code: 1, answer: { code: 'command.file-not-found' } })
    expect(await ask('chek', 'x.md')).toMatchObject({ code: 1, answer: { code: 'form.unknown-deed', facts: { what: 'chek' } } })
  })
})
