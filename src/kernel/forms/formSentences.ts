/** Everything the form compiler says, and how a finding is said: its place in the workbook first, then what is wrong and how to mend it. */
import type { Finding, Repair } from '../../engines/xlsform/index.ts'
import type { Language } from '../text/bilingual.ts'
import { fill, type Sentences } from '../text/sentences.ts'
import { entitySentences } from './sentences/entitySentences.ts'
import { parameterSentences } from './sentences/parameterSentences.ts'
import { questionSentences } from './sentences/questionSentences.ts'
import { repairSentences } from './sentences/repairSentences.ts'
import { workbookSentences } from './sentences/workbookSentences.ts'

export const xlsformSentences: Sentences = { ...workbookSentences, ...questionSentences, ...parameterSentences, ...entitySentences, ...repairSentences }

const words = { pt: { row: 'linha', column: 'coluna' }, en: { row: 'row', column: 'column' } }

export function findingSentence({ sheet, row, column, code, facts }: Finding, language: Language): string {
  const { row: rowWord, column: columnWord } = words[language]
  const place = [sheet, ...(row === undefined ? [] : [`${rowWord} ${row}`]), ...(column === undefined ? [] : [`${columnWord} ${column}`])].join(', ')
  return `${place}: ${fill(xlsformSentences[code]![language], facts, language)}`
}

export const repairSentence = ({ code, facts }: Repair, language: Language): string => fill(xlsformSentences[code]![language], facts, language)
