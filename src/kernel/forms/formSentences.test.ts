import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { compile } from '../../engines/xlsform/index.ts'
import { findingSentence, repairSentence, xlsformSentences } from './formSentences.ts'
import { readMarkdown } from './readMarkdown.ts'

const engine = fileURLToPath(new URL('../../engines/xlsform/', import.meta.url))
const codes = new Set(
  readdirSync(engine)
    .filter((file) => !file.includes('.test.'))
    .flatMap((file) => [...readFileSync(`${engine}${file}`, 'utf8').matchAll(/'(xlsform\.[a-z.-]+)'/g)].map(([, code]) => code!)),
)

describe('what the compiler says', () => {
  it('has a sentence in both languages for each of its codes, and none to spare', () => {
    const worded = Object.keys(xlsformSentences).filter((code) => code.startsWith('xlsform.'))
    expect([...codes].filter((code) => !(code in xlsformSentences))).toEqual([])
    expect(worded.filter((code) => !codes.has(code))).toEqual([])
  })

  it('says sheet, row and column, what is wrong and what was perhaps meant', () => {
    const { findings } = compile(
      readMarkdown('| survey |\n| | type | name | label | relevant |\n| | integer | idade | Idade | |\n| | text | b | B | ${idad} > 1 |'),
    )
    expect(findingSentence(findings[0]!, 'pt')).toBe('survey, linha 3, coluna relevant: Não há nenhuma pergunta chamada «idad»; quis dizer «idade»?')
    expect(findingSentence(findings[0]!, 'en')).toBe('survey, row 3, column relevant: There is no question called "idad"; did you mean "idade"?')
    expect(repairSentence(findings[0]!.repair!, 'pt')).toBe('Mudar a referência «idad» para «idade».')
  })
})
