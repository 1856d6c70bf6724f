/**
 * Languages: a column that one language has and another lacks is named, and a language without a code in brackets ("Português (pt)") cannot be matched with the
 * language of a phone. Source: xlsform.org, "Multiple language support".
 */
import { shownNames, type TextColumn } from './columnNames.ts'
import type { Findings } from './findings.ts'
import { unnamedLanguage } from './itext.ts'
import type { ReadSheet } from './sheets.ts'

const code = /\(\s*[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\s*\)\s*$/
/** Two or three letters that are a code by themselves. */
const bareCode = /^[a-z]{2}$/i

type TextHeader = { column: TextColumn; language: string }

const textHeaders = (sheet: ReadSheet | null): TextHeader[] =>
  (sheet?.columns ?? []).flatMap(({ meaning }) => (meaning.kind === 'text' ? [{ column: meaning.column, language: meaning.language || unnamedLanguage }] : []))

export function warnOfLanguages(survey: ReadSheet, choices: ReadSheet | null, findings: Findings): void {
  const all = [...textHeaders(survey), ...textHeaders(choices)]
  const languages = [...new Set(all.map(({ language }) => language))]
  if (languages.some((language) => language !== unnamedLanguage)) {
    for (const sheet of [survey, choices]) if (sheet) warnOfGaps(sheet, findings)
  }
  const without = languages.filter((language) => language !== unnamedLanguage && !code.test(language) && !bareCode.test(language))
  if (without.length > 0) findings.warn('xlsform.language-without-code', { sheet: survey.name, row: survey.headerRow }, { languages: without })
}

/** Only languages that this sheet uses: a list may be in one language while the questions are in two. */
function warnOfGaps(sheet: ReadSheet, findings: Findings): void {
  const headers = textHeaders(sheet)
  const columns = [...new Set(headers.map(({ column }) => column))]
  const used = [...new Set(headers.map(({ language }) => language))]
  if (!used.some((language) => language !== unnamedLanguage)) return
  for (const language of used) {
    const missing = columns.filter((column) => !headers.some((header) => header.column === column && header.language === language))
    if (missing.length > 0)
      findings.warn(
        'xlsform.language-gap',
        { sheet: sheet.name, row: sheet.headerRow },
        { language, columns: missing.map((column) => shownNames[column] ?? column).sort() },
      )
  }
}
