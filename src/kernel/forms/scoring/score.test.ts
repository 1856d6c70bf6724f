import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { canonicalXml, firstDifference } from './canonicalXml.ts'
import { parseXml } from './parseXml.ts'
import { type FormCase, scoreCases } from './scoreCases.ts'
import { scoreWorkbooks } from './scoreWorkbooks.ts'
import { select } from './xpath.ts'

const data = fileURLToPath(new URL('../../../../../shared/data/', import.meta.url))
const missing = !existsSync(data)

describe('comparing forms', () => {
  it('calls two forms the same whatever their prefixes, order of attributes and blanks', () => {
    const one = canonicalXml('<a xmlns="u" x="1" y="2"><b/> <c>t  u</c></a>')
    expect(firstDifference(one, canonicalXml('<p:a xmlns:p="u" y="2" x="1"><p:b/><p:c>t u</p:c></p:a>'))).toBeNull()
    expect(firstDifference(one, canonicalXml('<a xmlns="u" x="1" y="2"><c>t u</c><b/></a>'))).toContain('theirs')
  })

  it('finds nodes by path, predicate and axis', () => {
    const document = parseXml(
      '<h:html xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/2002/xforms"><h:body><input ref="/d/a"><label>A</label></input></h:body></h:html>',
    )
    expect(select("/h:html/h:body/x:input[@ref='/d/a' and not(@query)]/x:label", document).texts).toEqual(['A'])
    expect(select('//x:label[ancestor::x:input]', document).count).toBe(1)
    expect(select('//x:label[text()="B"]', document).count).toBe(0)
  })

  it('counts a refusal as agreed only where row, sheet and meaning are the same', () => {
    const refused = (error: string): FormCase => ({
      id: 'own',
      n: 0,
      form: { md: '| survey |\n| | type | name | label |\n| | text | a b | A |' },
      oracle: { ok: false, error },
    })
    const names = "On the 'survey' sheet, the 'name' value is invalid. Names must begin with a letter or underscore."
    const score = scoreCases([refused(`[row : 2] ${names}`), refused(`[row : 3] ${names}`), refused('[row : 2] Missing calculation.')])
    expect(score.refusals).toEqual({ share: 0.3333, ok: 1, of: 3 })
  })
})

describe.skipIf(missing)('the compiler against the reference (skipped where the folder shared/data is missing)', () => {
  it('passes the recorded cases at the bars or above', () => {
    const { cases } = JSON.parse(readFileSync(`${data}xlsform-cases.json`, 'utf8')) as { cases: FormCase[] }
    const score = scoreCases(cases)
    expect(score.crashes).toBe(0)
    expect(score.pass.share).toBeGreaterThanOrEqual(0.98)
    expect(score.sameTree.share).toBeGreaterThanOrEqual(0.97)
    expect(score.expectations.share).toBeGreaterThanOrEqual(0.97)
    expect(score.refusals.share).toBeGreaterThanOrEqual(0.97)
    expect(score.warnings.share).toBeGreaterThanOrEqual(0.97)
  })

  it('converts what the reference converts of 186 real workbooks, and those that it wrongly refuses', async () => {
    const score = await scoreWorkbooks(`${data}forms`)
    expect(score.outcome.ok).toBe(score.outcome.of)
    expect(score.beyondReference.ok).toBe(score.beyondReference.of)
    expect(score.refusals.share).toBeGreaterThanOrEqual(0.97)
    expect(score.sameTree.share).toBeGreaterThanOrEqual(0.97)
  })
})
